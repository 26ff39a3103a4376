"""A server that runs what it is asked to on a pty of its own: ``asyncssh_server.py PORT``, on loopback, for anybody."""

from __future__ import annotations

import asyncio
import fcntl
import os
import pty
import signal
import struct
import sys
import termios
from contextlib import suppress

import asyncssh


class _Open(asyncssh.SSHServer):
    def begin_auth(self, username: str) -> bool:  # noqa: ARG002 - nobody has to prove anything
        return False


async def _serve(process: asyncssh.SSHServerProcess[bytes]) -> None:
    pid, terminal = pty.fork()
    if pid == 0:
        connection = {"SSH_CONNECTION": "127.0.0.1 1 127.0.0.1 2", "TERM": process.term_type or "dumb"}
        os.execve("/bin/sh", ["sh", "-c", process.command or ""], {**os.environ, **connection})  # noqa: S606
    _resize(terminal, process.term_size)
    await process.redirect_stdout(os.dup(terminal), send_eof=False)
    typing = asyncio.create_task(_pass_on(process, terminal))
    ending = asyncio.create_task(asyncio.to_thread(os.waitpid, pid, 0))
    await asyncio.wait({typing, ending}, return_when=asyncio.FIRST_COMPLETED)
    if ending.done():
        process.exit(os.waitstatus_to_exitcode(ending.result()[1]))
    else:
        os.close(terminal)
        os.killpg(pid, signal.SIGHUP)  # as a terminal does that is hung up


async def _pass_on(process: asyncssh.SSHServerProcess[bytes], terminal: int) -> None:
    with suppress(asyncssh.Error):
        while data := await _next(process, terminal):
            os.write(terminal, data)


async def _next(process: asyncssh.SSHServerProcess[bytes], terminal: int) -> bytes:
    while True:
        try:
            return await process.stdin.read(65536)
        except asyncssh.TerminalSizeChanged as change:
            _resize(terminal, change.term_size)


def _resize(terminal: int, size: tuple[int, int, int, int]) -> None:
    columns, rows, width, height = size
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, width, height))


async def _main(port: int) -> None:
    key = asyncssh.generate_private_key("ssh-ed25519")
    await asyncssh.listen(
        "127.0.0.1",
        port,
        server_factory=_Open,
        server_host_keys=[key],
        process_factory=_serve,
        encoding=None,
    )
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main(int(sys.argv[1])))
