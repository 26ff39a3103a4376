"""A client for its own terminal: ``asyncssh_client.py PORT COMMAND``, to loopback, as nobody in particular."""

from __future__ import annotations

import asyncio
import os
import sys
import termios
import tty

import asyncssh


async def _main(port: int, command: str) -> int:
    columns, rows = os.get_terminal_size()
    async with asyncssh.connect("127.0.0.1", port, known_hosts=None, username="reader", config=None) as connection:
        process = await connection.create_process(
            command, term_type=os.environ["TERM"], term_size=(columns, rows), encoding=None
        )
        before = termios.tcgetattr(0)
        tty.setraw(0)
        await process.redirect(stdin=os.dup(0), stdout=os.dup(1))
        ended = await process.wait()
        termios.tcsetattr(0, termios.TCSADRAIN, before)
        return ended.exit_status or 0


if __name__ == "__main__":
    sys.exit(asyncio.run(_main(int(sys.argv[1]), sys.argv[2])))
