"""An operator's mistakes stop the start, all named at once; secrets are made, never defaulted."""

from pathlib import Path

import pytest

from netra.config.env import EnvironmentInvalid, parse_environment


def test_nothing_set_is_an_embedded_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    environment = parse_environment({})
    assert environment.database.is_sqlite
    assert environment.database.name == str(tmp_path / "var" / "netra.sqlite3")
    assert (environment.public_port, environment.desk_port) == (8000, 8001)


def test_a_postgresql_url_is_read_whole() -> None:
    database = parse_environment(
        {"DATABASE_URL": "postgresql://net%40ra:p%2Fw@db.local:5433/netra"}
    ).database
    assert (database.user, database.password, database.host, database.port, database.name) == (
        "net@ra",
        "p/w",
        "db.local",
        5433,
        "netra",
    )


def test_a_socket_folder_may_stand_in_the_query() -> None:
    url = "postgresql:///netra?host=/run/postgresql"
    assert parse_environment({"DATABASE_URL": url}).database.host == "/run/postgresql"


def test_every_problem_is_named_at_once() -> None:
    with pytest.raises(EnvironmentInvalid) as caught:
        parse_environment(
            {
                "DATABASE_URL": "mysql://x/y",
                "NETRA_PUBLIC_PORT": "eighty",
                "NETRA_DESK_PORT": "0",
                "NETRA_HTTPS": "yes",
            }
        )
    assert len(caught.value.problems) == 4


def test_two_doors_need_two_ports() -> None:
    with pytest.raises(EnvironmentInvalid, match="harus berbeda"):
        parse_environment({"NETRA_PUBLIC_PORT": "9000", "NETRA_DESK_PORT": "9000"})


def test_a_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    environment = parse_environment({"NETRA_VAR": str(tmp_path)})
    secret = environment.secret("drafts")
    assert secret == parse_environment({"NETRA_VAR": str(tmp_path)}).secret("drafts")
    assert secret != environment.secret("receipts")
    assert (tmp_path / "secrets" / "drafts").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in (tmp_path / "secrets").iterdir()) == ["drafts", "receipts"]


def test_a_secret_cut_short_is_refused(tmp_path: Path) -> None:
    environment = parse_environment({"NETRA_VAR": str(tmp_path)})
    environment.secret("drafts")
    (tmp_path / "secrets" / "drafts").write_text("short")
    with pytest.raises(EnvironmentInvalid, match="terlalu pendek"):
        environment.secret("drafts")


def test_a_secret_that_others_may_read_is_refused(tmp_path: Path) -> None:
    environment = parse_environment({"NETRA_VAR": str(tmp_path)})
    environment.secret("receipts")
    (tmp_path / "secrets" / "receipts").chmod(0o644)
    with pytest.raises(EnvironmentInvalid, match="chmod 600"):
        environment.secret("receipts")


def test_a_folder_that_netra_makes_is_closed_to_others(tmp_path: Path) -> None:
    environment = parse_environment({"NETRA_VAR": str(tmp_path / "deep" / "var")})
    environment.secret("receipts")
    for folder in (environment.var, environment.var / "secrets"):
        assert folder.stat().st_mode & 0o077 == 0


def test_a_var_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    environment = parse_environment({"NETRA_VAR": str(tmp_path / "file")})
    with pytest.raises(EnvironmentInvalid, match="tidak dapat dibaca"):
        environment.secret("receipts")


def test_an_empty_setting_means_its_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    environment = parse_environment({"NETRA_VAR": "", "NETRA_ALLOWED_HOSTS": ""})
    assert environment.var == tmp_path / "var"
    assert "localhost" in environment.allowed_hosts


def test_a_setting_nobody_knows_is_named_not_ignored() -> None:
    with pytest.raises(EnvironmentInvalid, match="NETRA_PUBLIC_PROT tidak dikenal"):
        parse_environment({"NETRA_PUBLIC_PROT": "9000"})


def test_what_a_database_address_asks_of_the_connection_is_kept_or_refused() -> None:
    """An operator who asks for encryption must not get a connection without it."""
    url = "postgresql://netra@db.local/netra?sslmode=verify-full&sslrootcert=/etc/ca.pem"
    database = parse_environment({"DATABASE_URL": url}).database
    assert dict(database.options) == {"sslmode": "verify-full", "sslrootcert": "/etc/ca.pem"}
    with pytest.raises(EnvironmentInvalid, match="'ssl_mode'"):
        parse_environment({"DATABASE_URL": f"{url}&ssl_mode=require"})


def test_pages_that_print_what_was_sent_are_refused_in_the_open() -> None:
    with pytest.raises(EnvironmentInvalid, match="hanya untuk mengembangkan"):
        parse_environment({"NETRA_DEBUG": "1", "NETRA_HTTPS": "1"})
