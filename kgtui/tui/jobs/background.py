"""Work beside the screen: one thread a line of work, the newest request of a line wins, a key never waits.

The thread hands each request to the line's worker, and each answer back to the screen as a message. What is left of a
job in steps is dropped when a newer request of its topic overtakes it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import closing
from functools import partial
from typing import Any, NamedTuple

from textual.message import Message
from textual.message_pump import MessagePump

from kgtui.tui.jobs.worker import Job, Worker


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
    """A line of work; its worker is asked by the line's own thread alone."""

    def __init__(self, name: str, worker: Worker, receiver: MessagePump) -> None:
        self._worker = worker
        self._receiver = receiver
        self._waiting: dict[str, _Request] = {}
        self._condition = threading.Condition()
        self._stopped = False
        self._working = False
        self._thread = threading.Thread(target=self._work, name=f"kgtui-{name}", daemon=True)

    def ask(
        self,
        topic: str,
        job: Job,
        deliver: Callable[[Any], None],
        fail: Callable[[Exception], None],
        *,
        at_once: bool = False,
    ) -> None:
        """Do this, then deliver the answer, or the error that came instead. An earlier request on the topic is dropped
        where it has not begun, and its answer where it has. What somebody waits for is done ``at_once``, before what
        was asked for earlier."""
        with self._condition:
            self._waiting.pop(topic, None)
            request = {topic: _Request(job, deliver, fail)}
            self._waiting = {**request, **self._waiting} if at_once else {**self._waiting, **request}
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

    def finish(self, seconds: float) -> None:
        """Do what was asked for yet, as long as that takes no more time, and begin nothing more: what the reader has
        changed is not to be lost."""
        with self._condition:
            self._condition.wait_for(lambda: not self._waiting and not self._working, seconds)
        self.stop()

    def _work(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: bool(self._waiting) or self._stopped)
                if self._stopped:
                    return
                topic = next(iter(self._waiting))
                request = self._waiting.pop(topic)
                self._working = True
            with closing(self._answers(request)) as answers:
                for done in answers:
                    with self._condition:
                        if topic in self._waiting or self._stopped:
                            break
                        if done is not None:
                            self._receiver.post_message(done)
            with self._condition:
                self._working = False
                self._condition.notify_all()

    def _answers(self, request: _Request) -> Generator[Done | None, None, None]:
        try:
            with closing(self._worker(request.job)) as steps:
                for step in steps:
                    yield None if step is None else Done(partial(request.deliver, step.value))
        except Exception as error:  # whatever went wrong is said on the screen, and the thread goes on
            yield Done(partial(request.fail, error))
