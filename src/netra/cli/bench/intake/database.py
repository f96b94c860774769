"""A database that exists for one bench only."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql


@contextmanager
def throw_away_database(server: str, folder: Path) -> Iterator[str]:
    """The ``DATABASE_URL`` of a fresh database: on the PostgreSQL ``server``, else SQLite."""
    if not server:
        yield f"sqlite:///{folder / 'bench.sqlite3'}"
        return
    name = f"netra_bench_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            parts = urlsplit(server)
            # Put together by hand: a server behind a socket has no host between the slashes.
            yield f"{parts.scheme}://{parts.netloc}/{name}?{parts.query}"
        finally:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            connection.execute(drop)
