"""Work beside the screen: one thread a line of work, the newest request of a line wins, a key never waits.

A job is a function of a library; its result goes back to the screen as a message. A job in steps is a generator: each
step goes back as soon as it is there (None does not: it is only a place to stop), and what is left is dropped when a
newer request overtakes it. Pure Python in another thread slows the screen down unless the interpreter switches often,
so it does while a job runs.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from textual.message import Message
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from kgtui.library import Library

Job = Callable[["Library"], Any]

_BUSY_SWITCH_SECONDS = 0.0005


class Done(Message):
    """A request is done: ``deliver()`` hands the answer on."""

    def __init__(self, deliver: Callable[[], None]) -> None:
        super().__init__()
        self.deliver = deliver


class _Request(NamedTuple):
    job: Job
    deliver: Callable[[Any], None]
    fail: Callable[[Exception], None]


class Background:
    """A line of work. ``open_library`` is called once, in the line's own thread, before its first job."""

    _busy = 0
    _busy_lock = threading.Lock()
    _usual_switch = sys.getswitchinterval()

    def __init__(self, name: str, open_library: Callable[[], Library], receiver: MessagePump) -> None:
        self._open_library = open_library
        self._receiver = receiver
        self._library: Library | None = None
        self._waiting: dict[str, _Request] = {}
        self._condition = threading.Condition()
        self._stopped = False
        self._working = False
        self._thread = threading.Thread(target=self._work, name=f"kgtui-{name}", daemon=True)

    def ask(self, topic: str, job: Job, deliver: Callable[[Any], None], fail: Callable[[Exception], None]) -> None:
        """Do this next, then deliver the answer, or the error that came instead. An earlier request on the topic is
        dropped where it has not begun, and its answer where it has."""
        with self._condition:
            self._waiting.pop(topic, None)
            self._waiting[topic] = _Request(job, deliver, fail)
            self._condition.notify()
        if not self._thread.is_alive() and not self._stopped:
            self._thread.start()

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is asked for or being done."""
        with self._condition:
            return not self._waiting and not self._working

    def stop(self) -> None:
        """Begin nothing more. What runs is not waited for: it only reads."""
        with self._condition:
            self._stopped = True
            self._waiting.clear()
            self._condition.notify()

    def _work(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: bool(self._waiting) or self._stopped)
                if self._stopped:
                    return
                topic = next(iter(self._waiting))
                request = self._waiting.pop(topic)
                self._working = True
            self._switch_often(+1)
            for done in self._answers(request):
                with self._condition:
                    if topic in self._waiting or self._stopped:
                        break
                    if done is not None:
                        self._receiver.post_message(done)
            self._switch_often(-1)
            with self._condition:
                self._working = False

    def _answers(self, request: _Request) -> Iterator[Done | None]:
        try:
            if self._library is None:
                self._library = self._open_library()
            answer = request.job(self._library)
            if not isinstance(answer, Iterator):
                yield Done(partial(request.deliver, answer))
                return
            for step in answer:
                yield None if step is None else Done(partial(request.deliver, step))
        except Exception as error:  # whatever went wrong is said on the screen, and the thread goes on
            yield Done(partial(request.fail, error))

    @classmethod
    def _switch_often(cls, change: int) -> None:
        with cls._busy_lock:
            cls._busy += change
            sys.setswitchinterval(_BUSY_SWITCH_SECONDS if cls._busy else cls._usual_switch)
