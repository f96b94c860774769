"""What both doors and the worker share. Every value comes from the parsed environment."""

import os
from pathlib import Path
from typing import Any

import netra
from netra.config.env import Environment, parse_environment
from netra.config.wiring import wire

ENVIRONMENT: Environment = parse_environment(os.environ)
NETRA = wire(ENVIRONMENT)

DEBUG = ENVIRONMENT.debug
ALLOWED_HOSTS = list(ENVIRONMENT.allowed_hosts)
INSTALLED_APPS = [
    # Memberships point to users, so both doors know the tables; only the desk lets anybody log in.
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "netra.apps.accounts",
    "netra.apps.organisations",
    "netra.apps.journal",
    "netra.apps.intake",
    "netra.apps.cases",
    "netra.web",
]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

_database = ENVIRONMENT.database
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": _database.name,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # A transaction that reads and then writes must hold the write lock from its start.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            # FULL: an accepted report is on the disk before the person sees the receipt.
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
                "PRAGMA wal_autocheckpoint=2000;"
            ),
        },
    }
    if _database.is_sqlite
    else {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _database.name,
        "HOST": _database.host,
        "PORT": _database.port or "",
        "USER": _database.user,
        "PASSWORD": _database.password,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(_database.options),
    }
}

LANGUAGE_CODE = "id"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = str(ENVIRONMENT.var / "static")
STATICFILES_DIRS = [str(Path(netra.__file__).parent / "static")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_CONTENT_TYPE_NOSNIFF = True
# Nothing leaves to other sites. "no-referrer" would also make browsers send "Origin: null" with
# our own forms, which the CSRF check then refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 31_536_000 if ENVIRONMENT.https else 0
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = ENVIRONMENT.https
# The doors speak plain HTTP to the proxy beside them. Without its word that the browser came by
# HTTPS, every form would be refused (its Origin is https) and HSTS never be sent.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ENVIRONMENT.https else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
FILE_UPLOAD_HANDLERS = ["netra.web.uploads.NoFiles"]
# Of a style sheet no other site has any need.
WHITENOISE_ALLOW_ALL_ORIGINS = False

# To the terminal or the service's log, from warnings up. No request is logged: a line with an
# address and a time can name the person who reported.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": "netra.adapters.logs.WithoutValues",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # A 404 or 403 is no event, nor is a form or a host that was refused: anybody could fill
        # the disk with them. An unforeseen error is one.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
        "django.server": {"level": "ERROR"},
    },
}
