"""Several writers at once, each in a transaction of its own, on the real database."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from netra.apps.journal import services
from netra.domain.journal.entry import Draft

AT = datetime(2024, 10, 7, tzinfo=UTC)
WRITERS, EACH = 4, 10


def write(writer: int, stream: str) -> int:
    """How many of ``EACH`` entries were taken; a lost race is an error, never a fork."""
    taken = 0
    for n in range(EACH):
        try:
            with transaction.atomic():
                services.append(
                    Draft(stream, "laporan_received", AT, f"officer:{writer}", {"channel": f"{n}"})
                )
            taken += 1
        except IntegrityError:
            continue
    connection.close()
    return taken


@pytest.mark.django_db(transaction=True)
def test_writers_to_one_stream_never_fork_it() -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        taken = sum(pool.map(write, range(WRITERS), ["case:shared"] * WRITERS))
    found = services.verify()
    assert (found.entries, found.faults) == (taken, ())


@pytest.mark.django_db(transaction=True)
def test_writers_to_their_own_streams_lose_nothing_while_checkpoints_are_taken() -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        writing = [pool.submit(write, n, f"case:{n}") for n in range(WRITERS)]
        while not all(done.done() for done in writing):
            services.checkpoint(AT)
        services.checkpoint(AT)
    found = services.verify()
    assert (found.entries, found.streams, found.faults) == (WRITERS * EACH, WRITERS, ())
