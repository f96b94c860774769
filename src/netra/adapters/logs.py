"""Log lines that say what went wrong and where, and repeat nobody's data."""

import logging
import traceback
from types import TracebackType

from typing_extensions import override

_ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


def place_of(error: BaseException) -> str:
    """Where in the source an error was raised: file and line."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"


class WithoutValues(logging.Formatter):
    """Prints an exception's type and its places, not its message.

    A database quotes the row it refuses, and that row may hold a reporter's words.
    """

    @override
    def formatException(self, ei: _ExceptionInfo) -> str:
        kind, _, trace = ei
        name = f"{kind.__module__}.{kind.__qualname__}" if kind else "?"
        return "".join((*traceback.format_tb(trace), name))
