"""The tests: the desk's programs on a throw-away var; fixtures switch to the public door."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("NETRA_VAR", tempfile.mkdtemp(prefix="netra-test-"))

from netra.config.settings.desk import *
from netra.config.settings.desk import DATABASES, ENVIRONMENT, STATIC_ROOT

# A quick hash: the tests log in often; one test runs the real hasher.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.MD5PasswordHasher",
    "django.contrib.auth.hashers.Argon2PasswordHasher",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATABASES["default"]["TEST"] = {
    # A file, not memory: concurrent writers and triggers are part of what is tested.
    "NAME": str(ENVIRONMENT.var / "test.sqlite3")
    if ENVIRONMENT.database.is_sqlite
    else f"test_netra_{os.getpid()}"
}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
# WhiteNoise warns about a folder that is not there.
Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)
