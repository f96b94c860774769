"""What every test may ask for: a door, a port, a browser. Who asks is named in the test itself."""

import os
import shutil
import socket
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import SettingsWrapper

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
def public_door(settings: SettingsWrapper) -> Client:
    """A stranger's browser at the public door, which holds no private key."""
    for name in _DOOR_SETTINGS:
        setattr(settings, name, getattr(public, name))
    return Client()


@pytest.fixture
def desk_door(settings: SettingsWrapper) -> Client:
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
