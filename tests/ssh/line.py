"""The line between a client and a server: counts what goes over it, may be slow, may break."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress


class Line:
    """Listens on ``port`` of loopback and passes on to another. ``sent`` counts the bytes that came from there;
    ``rate``, in bytes a second, is how fast they go on."""

    def __init__(self, to: int, rate: float | None = None) -> None:
        self.sent = 0
        self.rate = rate
        self._to = to
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._ends: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Line:
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        self.cut()

    def cut(self) -> None:
        """The line breaks."""
        for end in self._ends:
            _shut(end)
        self._ends.clear()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return  # closed
            server = socket.create_connection(("127.0.0.1", self._to))
            self._ends += [client, server]
            threading.Thread(target=self._pass, args=(client, server), daemon=True).start()
            threading.Thread(target=self._pass, args=(server, client, True), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, down: bool = False) -> None:
        """All that comes, until one of both ends is gone; the other goes with it."""
        with suppress(OSError):
            while data := source.recv(4096):
                if down:
                    self.sent += len(data)
                    if self.rate:
                        time.sleep(len(data) / self.rate)
                target.sendall(data)
        _shut(source)
        _shut(target)


def _shut(end: socket.socket) -> None:
    with suppress(OSError):  # it is already
        end.shutdown(socket.SHUT_RDWR)
