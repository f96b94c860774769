"""What every test may ask for: a door, a port, a browser. Who asks is named in the test itself."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.db.models.signals import post_migrate
from django.dispatch import receiver
from django.test import Client
from pytest_django.fixtures import Settings

from netra.apps.journal import triggers
from netra.config.settings import desk, public

# What makes a door that door; the rest is shared.
_DOOR_SETTINGS = (
    "CSRF_COOKIE_HTTPONLY",
    "CSRF_COOKIE_NAME",
    "MIDDLEWARE",
    "NETRA",
    "ROOT_URLCONF",
    "TEMPLATES",
)


@pytest.fixture
def public_door(settings: Settings) -> Client:
    """A stranger's browser at the public door, which holds no private key."""
    for name in _DOOR_SETTINGS:
        setattr(settings, name, getattr(public, name))
    return Client()


@pytest.fixture
def desk_door(settings: Settings) -> Client:
    """A browser at the desk, not logged in."""
    for name in _DOOR_SETTINGS:
        setattr(settings, name, getattr(desk, name))
    return Client()


@pytest.fixture
def free_port() -> int:
    """A port on which nobody listens right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Debian's chromium; without it the test is not run, and in CI it fails."""
    path = shutil.which("chromium")
    if path is None:
        reason = "chromium tidak terpasang (paket Debian: chromium)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return Path(path)


@pytest.fixture(autouse=True)
def journal_can_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """A transactional test ends by emptying every table, which the journal's triggers refuse.

    They are dropped before Django empties the tables, and put back by the signal it sends then.
    """
    marker = request.node.get_closest_marker("django_db")
    if marker is None or not marker.kwargs.get("transaction", False):
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    triggers.remove(connection)


@receiver(post_migrate)
def put_triggers_back(**_: object) -> None:
    if "journal_entry" in connection.introspection.table_names():
        triggers.install(connection)
