"""What the operating system must know about the processes that netra starts.

Run as a program it becomes another Python program that ends with its parent:
``python -m netra.adapters.processes PARENT_PID MODULE [ARGUMENT ...]``.
"""

import ctypes
import errno
import os
import signal
import socket
import sys
from collections.abc import Sequence

_PR_SET_PDEATHSIG = 1


def end_with_parent(parent: int | None = None) -> None:
    """Be asked to end (SIGTERM) when the parent dies, even by kill -9. Linux only; else nothing.

    Without it a killed server leaves children that still listen, and a new server would share
    its port with them unnoticed. ``parent``, where the caller knows it, catches a parent that
    died before the request was made.
    """
    try:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    except (AttributeError, OSError):
        return
    if parent is not None and os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)


def bound(module: str, arguments: Sequence[str]) -> list[str]:
    """The command line of a Python module that ends when this process does."""
    return [sys.executable, "-m", __name__, str(os.getpid()), module, *arguments]


def port_is_free(port: int) -> bool:
    """Whether nobody listens on ``port`` of this machine's loopback, on IPv4 or IPv6."""
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        with socket.socket(family) as probe:
            # A connection that only waits out its end does not count as a listener.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
            except OSError as error:
                if error.errno == errno.EADDRINUSE:
                    return False
    return True


if __name__ == "__main__":
    end_with_parent(int(sys.argv[1]))
    # The request made above outlives the change of program.
    os.execv(sys.executable, [sys.executable, "-m", *sys.argv[2:]])
