"""An SSH server on loopback with its own keys and port: OpenSSH's where it is installed, else asyncssh's."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import sys
import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

from typing_extensions import Self

DEADLINE = 180.0
HERE = Path(__file__).parent
SSHD = shutil.which("sshd", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin")))

_CONFIGURATION = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
PidFile none
AuthorizedKeysFile {folder}/client.pub
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
"""


class Server(ABC):
    """Runs while the context lasts; whoever runs the tests logs in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()

    @abstractmethod
    def command(self) -> Sequence[str]:
        """What starts the server, in the foreground."""

    @abstractmethod
    def client(self, port: int, remote: str) -> Sequence[str]:
        """What runs a command on the server with a terminal, through a port."""

    def __enter__(self) -> Self:
        log = (self.folder / "log").open("wb")
        self._process = subprocess.Popen(self.command(), stdout=log, stderr=log)
        end = time.monotonic() + DEADLINE
        while not _answers(self.port):
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError((self.folder / "log").read_text(errors="replace"))
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(DEADLINE)


class OpenSsh(Server):
    def command(self) -> Sequence[str]:
        for name in ("host", "client"):
            key = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(self.folder / name)]
            subprocess.run(key, check=True)
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # where it parts with its rights; it does not start without
        configuration = self.folder / "sshd_config"
        configuration.write_text(_CONFIGURATION.format(port=self.port, folder=self.folder))
        assert SSHD is not None
        return [str(Path(SSHD).absolute()), "-D", "-e", "-f", str(configuration)]

    def client(self, port: int, remote: str) -> Sequence[str]:
        options = ("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "IdentitiesOnly=yes", "LogLevel=ERROR")
        chosen = [part for option in options for part in ("-o", option)]
        where = ["-i", str(self.folder / "client"), "-p", str(port), f"{getpass.getuser()}@127.0.0.1"]
        return ["ssh", "-F", "none", "-tt", *chosen, *where, remote]


class AsyncSsh(Server):
    def command(self) -> Sequence[str]:
        return [sys.executable, str(HERE / "asyncssh_server.py"), str(self.port)]

    def client(self, port: int, remote: str) -> Sequence[str]:
        return [sys.executable, str(HERE / "asyncssh_client.py"), str(port), remote]


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.socket() as caller:
        caller.settimeout(1.0)
        try:
            caller.connect(("127.0.0.1", port))
            return caller.recv(4) == b"SSH-"
        except OSError:
            return False
