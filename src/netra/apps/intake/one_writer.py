"""One writer at a time, where the database is a file.

SQLite lets one transaction write; the others sleep and try again, ever longer, and so waste most
of the time (measured in docs/performance.md). A lock on a file beside the database lines the
writers of this path up without sleeping. It is a courtesy, not the guard: programs that do not
take it are still kept apart by SQLite itself.
"""

import fcntl
import os
import threading
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache

from django.db import connection

_threads = threading.RLock()


def one_at_a_time() -> AbstractContextManager[object]:
    """Hold while one report is computed and written, where the database is a file.

    The threads of a process compute one after the other anyway. Left to themselves they take the
    interpreter from the one that holds the write lock, and every other process waits for it: 136
    reports a second instead of 300 in one run (docs/performance.md).
    """
    return _threads if connection.vendor == "sqlite" else nullcontext()


def one_writer() -> "nullcontext[None] | _FileLock":
    """Hold while writing; does nothing where the database takes many writers."""
    if connection.vendor != "sqlite":
        return nullcontext()
    return _FileLock(f"{connection.settings_dict['NAME']}.writer")


class _FileLock:
    """Between threads by a lock of this process, between processes by the file's."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __enter__(self) -> None:
        _threads.acquire()
        fcntl.flock(_descriptor(self._path, os.getpid()), fcntl.LOCK_EX)

    def __exit__(self, *_failure: object) -> None:
        fcntl.flock(_descriptor(self._path, os.getpid()), fcntl.LOCK_UN)
        _threads.release()


@lru_cache(maxsize=4)
def _descriptor(path: str, pid: int) -> int:
    """An open file of this process alone: a lock belongs to the opening, which a fork shares."""
    del pid
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
