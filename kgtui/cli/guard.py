"""The edge: whatever happens inside becomes one sentence on stderr and an exit code, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from kgtui.cli.exits import DONE, INTERRUPTED, LIBRARY_UNUSABLE, USAGE
from kgtui.cli.failure import Failure
from kgtui.cli.streams import talk
from kgtui.locale import t
from kgtui.unforeseen import unforeseen


def guarded(run: Callable[[], int]) -> int:
    """Run, see that all output has left, and give the exit code."""
    try:
        code = _exit_code(run)
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_left()
    except KeyboardInterrupt:
        return _said(_interrupted())
    except Failure as failure:
        return _said(failure)
    except Exception as error:
        return _said(_failure_of(error))
    return code


def _exit_code(run: Callable[[], int]) -> int:
    try:
        return run()
    except SystemExit as parser_is_done:
        return parser_is_done.code if isinstance(parser_is_done.code, int) else USAGE


def _said(failure: Failure) -> int:
    """Data that was written before the failure leaves first."""
    try:
        sys.stdout.flush()
        talk(failure.message)
    except OSError:
        _discard_output()
    return failure.exit_code


def _reader_left() -> int:
    """`kgtui search … | head`: the reader has what it wants."""
    _discard_output()
    return DONE


def _discard_output() -> None:
    """Python flushes stdout once more at exit; what is left goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _interrupted() -> Failure:
    return Failure(t("errors.interrupted"), INTERRUPTED)


def _failure_of(error: Exception) -> Failure:
    if isinstance(error.__cause__, KeyboardInterrupt):  # so Python before 3.12 tells of one while a class is made
        return _interrupted()
    from kgtui.cli.trouble import failure_of  # noqa: PLC0415 - imports the library

    return failure_of(error) or Failure(unforeseen(error), LIBRARY_UNUSABLE)
