"""The environment, parsed once into frozen values; any error stops the start, all of them named."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SECRET_BYTES = 48
_OTHERS = 0o077
"""The rights of everybody but the owner."""
_KNOWN = frozenset(
    {
        "NETRA_ALLOWED_HOSTS",
        "NETRA_DEBUG",
        "NETRA_DESK_PORT",
        "NETRA_HTTPS",
        "NETRA_PUBLIC_PORT",
        "NETRA_PUBLIC_WORKERS",
        "NETRA_TEST_POSTGRES",
        "NETRA_VAR",
    }
)
_LIBPQ_OPTIONS = frozenset(
    {"sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "target_session_attrs"}
)
"""What may stand behind ``?`` in a PostgreSQL address, besides ``host``."""


class EnvironmentInvalid(ImproperlyConfigured):
    """Every problem found, so that an operator mends them in one go."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(("Konfigurasi belum benar:", *(f"  - {p}" for p in problems))))


@dataclass(frozen=True, slots=True)
class Database:
    """Where the rows live; ``name`` is a file for SQLite, a database for PostgreSQL."""

    engine: str
    name: str
    host: str = ""
    port: int | None = None
    user: str = ""
    password: str = ""
    options: tuple[tuple[str, str], ...] = ()
    """More words for libpq, such as ``sslmode``."""

    @property
    def is_sqlite(self) -> bool:
        return self.engine == "sqlite"


@dataclass(frozen=True, slots=True)
class Environment:
    """What an operator may set, and nothing else."""

    var: Path
    database: Database
    allowed_hosts: tuple[str, ...]
    public_port: int
    desk_port: int
    public_workers: int
    https: bool
    debug: bool

    @property
    def checkpoint_copies(self) -> Path:
        """Where the journal's checkpoints are kept once more, outside the database."""
        return self.var / "checkpoints.jsonl"

    def secret(self, name: str) -> str:
        """The named secret; made on first use, readable by the owner only, never defaulted."""
        path = self.var / "secrets" / name
        try:
            if not path.exists():
                # Made one by one: what mkdir makes above its target takes no mode.
                for folder in (self.var, path.parent):
                    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                _create_once(path, secrets.token_urlsafe(SECRET_BYTES))
            value, mode = path.read_text().strip(), path.stat().st_mode
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "isinya bukan teks"
            raise EnvironmentInvalid((f"Rahasia {path} tidak dapat dibaca: {reason}.",)) from error
        if mode & _OTHERS:
            raise EnvironmentInvalid(
                (f"Rahasia {path} terbuka bagi pemakai lain; jalankan: chmod 600 {path}",)
            )
        if len(value) < SECRET_BYTES:
            raise EnvironmentInvalid((f"Rahasia {path} terlalu pendek; hapus agar dibuat baru.",))
        return value


def _create_once(path: Path, value: str) -> None:
    """Write under a name of our own, then link: two first starts at once agree on one secret."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(value)
        file.flush()
        # A receipt outlives a power cut, so the key of its hash must, too.
        os.fsync(file.fileno())
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def parse_environment(environ: Mapping[str, str]) -> Environment:
    """Read ``environ``; ``EnvironmentInvalid`` names every problem found."""
    problems = [
        f"{key} tidak dikenal; mungkin salah ketik."
        for key in sorted(environ)
        if key.startswith("NETRA_") and key not in _KNOWN
    ]
    var = Path(environ.get("NETRA_VAR") or "var").absolute()
    environment = Environment(
        var=var,
        database=_database(environ.get("DATABASE_URL", ""), var, problems),
        allowed_hosts=_hosts(environ.get("NETRA_ALLOWED_HOSTS") or "localhost,127.0.0.1,[::1]"),
        public_port=_port(environ, "NETRA_PUBLIC_PORT", 8000, problems),
        desk_port=_port(environ, "NETRA_DESK_PORT", 8001, problems),
        public_workers=_number(environ, "NETRA_PUBLIC_WORKERS", 2, range(1, 65), problems),
        https=_flag(environ, "NETRA_HTTPS", problems),
        debug=_flag(environ, "NETRA_DEBUG", problems),
    )
    if environment.public_port == environment.desk_port:
        problems.append("NETRA_PUBLIC_PORT dan NETRA_DESK_PORT harus berbeda.")
    if environment.debug and environment.https:
        # Its error pages print what was just sent: a story, a name.
        problems.append(
            "NETRA_DEBUG=1 tidak boleh bersama NETRA_HTTPS=1: hanya untuk mengembangkan."
        )
    if problems:
        raise EnvironmentInvalid(tuple(problems))
    return environment


def _database(url: str, var: Path, problems: list[str]) -> Database:
    if not url:
        return Database("sqlite", str(var / "netra.sqlite3"))
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        name = unquote(parts.path).removeprefix("/") if parts.netloc == "" else ""
        if not name:
            problems.append("DATABASE_URL sqlite harus berbentuk sqlite:///berkas.sqlite3")
        return Database("sqlite", str(Path(name).absolute()))
    if parts.scheme not in {"postgres", "postgresql"}:
        problems.append("DATABASE_URL harus diawali sqlite:/// atau postgresql://")
        return Database("sqlite", "")
    if not parts.path.strip("/"):
        problems.append("DATABASE_URL postgresql belum menyebut nama basis data.")
    try:
        port = parts.port
    except ValueError:
        problems.append("Porta dalam DATABASE_URL bukan angka.")
        port = None
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    host = asked.pop("host", parts.hostname or "")
    # Left out silently, a connection that was to be encrypted would not be.
    problems.extend(
        f"DATABASE_URL: {name!r} di belakang ? tidak dikenal."
        for name in sorted(asked.keys() - _LIBPQ_OPTIONS)
    )
    return Database(
        engine="postgresql",
        name=unquote(parts.path.strip("/")),
        # A socket folder travels as ?host=/run/postgresql, as libpq writes it.
        host=host,
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        options=tuple(asked.items()),
    )


def _hosts(text: str) -> tuple[str, ...]:
    return tuple(host.strip() for host in text.split(",") if host.strip())


def _port(environ: Mapping[str, str], key: str, default: int, problems: list[str]) -> int:
    return _number(environ, key, default, range(1, 65536), problems)


def _number(
    environ: Mapping[str, str], key: str, default: int, allowed: range, problems: list[str]
) -> int:
    text = environ.get(key, "")
    if not text:
        return default
    if text.isascii() and text.isdigit() and int(text) in allowed:
        return int(text)
    problems.append(f"{key} harus angka {allowed.start} sampai {allowed.stop - 1}, bukan {text!r}.")
    return default


def _flag(environ: Mapping[str, str], key: str, problems: list[str]) -> bool:
    text = environ.get(key, "")
    if text not in {"", "0", "1"}:
        problems.append(f"{key} harus 0 atau 1, bukan {text!r}.")
    return text == "1"
