"""What goes wrong, as one sentence and an exit code."""

from __future__ import annotations


class Failure(Exception):  # noqa: N818 - a failure of the command, not an error in it
    """A command cannot go on; ``message`` is in the reader's language and says what to do next."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.message = message
        self.exit_code = exit_code
