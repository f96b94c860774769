"""The environment, parsed once into frozen values; any error stops the start, all of them named."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SECRET_BYTES = 48


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

    def secret(self, name: str) -> str:
        """The named secret; made on first use, readable by the owner only, never defaulted."""
        path = self.var / "secrets" / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _create_once(path, secrets.token_urlsafe(SECRET_BYTES))
        value = path.read_text().strip()
        if len(value) < SECRET_BYTES:
            raise EnvironmentInvalid((f"Rahasia {path} terlalu pendek; hapus agar dibuat baru.",))
        return value


def _create_once(path: Path, value: str) -> None:
    """Write under a name of our own, then link: two first starts at once agree on one secret."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(value)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def parse_environment(environ: Mapping[str, str]) -> Environment:
    """Read ``environ``; ``EnvironmentInvalid`` names every problem found."""
    problems: list[str] = []
    var = Path(environ.get("NETRA_VAR", "var")).absolute()
    environment = Environment(
        var=var,
        database=_database(environ.get("DATABASE_URL", ""), var, problems),
        allowed_hosts=_hosts(environ.get("NETRA_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")),
        public_port=_port(environ, "NETRA_PUBLIC_PORT", 8000, problems),
        desk_port=_port(environ, "NETRA_DESK_PORT", 8001, problems),
        public_workers=_number(environ, "NETRA_PUBLIC_WORKERS", 2, range(1, 65), problems),
        https=_flag(environ, "NETRA_HTTPS", problems),
        debug=_flag(environ, "NETRA_DEBUG", problems),
    )
    if environment.public_port == environment.desk_port:
        problems.append("NETRA_PUBLIC_PORT dan NETRA_DESK_PORT harus berbeda.")
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
    return Database(
        engine="postgresql",
        name=unquote(parts.path.strip("/")),
        # A socket folder travels as ?host=/run/postgresql, as libpq writes it.
        host=dict(parse_qsl(parts.query)).get("host", parts.hostname or ""),
        port=port,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
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
