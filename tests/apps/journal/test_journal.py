"""The journal in the database: append-only by trigger, shed without breaking, sealed in steps."""

from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from netra.apps.journal import services, triggers
from netra.apps.journal.models import Checkpoint, Entry, Personal
from netra.domain.journal.entry import Draft

pytestmark = pytest.mark.django_db
AT = datetime(2024, 10, 7, 1, 2, 3, 456789, tzinfo=UTC)


def write(stream: str, count: int = 3) -> None:
    for n in range(count):
        services.append(
            Draft(stream, "laporan_received", AT, "public", {"channel": "web"}, {"story": f"{n}"})
        )


def tamper(sql: str) -> None:
    """What someone with the database's password can do: switch the triggers off, change, on."""
    triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(sql)
    triggers.install(connection)


@pytest.mark.parametrize("table", triggers.APPEND_ONLY)
@pytest.mark.parametrize("statement", ["UPDATE {} SET at = at", "DELETE FROM {}"])
def test_the_database_refuses_change_and_deletion(table: str, statement: str) -> None:
    write("case:a")
    services.checkpoint(AT)
    with (
        pytest.raises(DatabaseError, match="jurnal hanya dapat ditambah"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))
    assert services.verify().faults == ()


def test_what_was_written_reads_back_and_verifies() -> None:
    write("case:a")
    write("case:b", 1)
    found = services.verify()
    assert (found.entries, found.streams, found.faults) == (4, 2, ())
    assert services.personal("case:a")[1] == {"story": "1"}


@pytest.mark.parametrize(
    "draft",
    [
        Draft("case:a", "no_such_kind", AT, "public"),
        Draft("case:a", "laporan_received", AT, "public", {}, {"shoe_size": "43"}),
    ],
)
def test_an_undeclared_entry_is_refused(draft: Draft) -> None:
    with pytest.raises(services.UndeclaredEntry):
        services.append(draft)


def test_shed_data_is_gone_and_the_chain_still_verifies() -> None:
    write("case:a")
    services.shed("case:a", 1, ["story"], by="officer:1", reason="permintaan pelapor", now=AT)
    assert services.personal("case:a")[1] == {}
    assert "story" not in Personal.objects.get(entry__position=1).values
    assert services.verify().faults == ()


def test_a_changed_row_is_named() -> None:
    write("case:a")
    tamper("UPDATE journal_entry SET actor = 'officer:9' WHERE position = 1")
    assert services.verify().faults == ("case:a #1: isi entri berubah setelah dicatat",)


def test_a_row_deleted_from_the_middle_is_named() -> None:
    write("case:a")
    tamper("DELETE FROM journal_personal")
    tamper("DELETE FROM journal_entry WHERE position = 1")
    assert "case:a #1: entri hilang" in services.verify().faults


def test_a_tail_cut_off_after_a_checkpoint_is_noticed() -> None:
    write("case:a")
    services.checkpoint(AT)
    tamper("DELETE FROM journal_personal")
    tamper("DELETE FROM journal_entry WHERE position = 2")
    assert any("3 entri disegel, 2 ditemukan" in fault for fault in services.verify().faults)


def test_an_end_cut_off_with_its_checkpoints_is_noticed_by_their_copies() -> None:
    """Who holds the database alone leaves a shorter journal that is right in itself."""
    write("case:a")
    first = services.checkpoint(AT)
    write("case:b")
    second = services.checkpoint(AT)
    assert first is not None
    assert second is not None
    copies = [services.copy_of(first), services.copy_of(second)]
    assert services.verify(copies).faults == ()
    tamper("DELETE FROM journal_personal WHERE entry_id > 0")
    tamper("DELETE FROM journal_entry WHERE stream = 'case:b'")
    tamper(f"DELETE FROM journal_checkpoint WHERE id = {second.pk}")
    [fault] = [one for one in services.verify(copies).faults if "salinan" in one]
    assert fault.startswith("salinan titik periksa #2: sampai entri")


def test_a_forged_checkpoint_lacks_the_installations_key() -> None:
    write("case:a")
    services.checkpoint(AT)
    tamper("UPDATE journal_checkpoint SET count = 2")
    assert any("segel tidak cocok" in fault for fault in services.verify().faults)


def test_checkpoints_follow_each_other_and_an_idle_journal_adds_none() -> None:
    write("case:a")
    assert services.checkpoint(AT) is not None
    assert services.checkpoint(AT) is None
    write("case:b", 2)
    second = services.checkpoint(AT)
    assert second is not None
    assert second.count == 2
    assert Checkpoint.objects.count() == 2
    assert services.verify().faults == ()
    assert Entry.objects.count() == 5


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("UPDATE journal_entry SET body = '[1]' WHERE position = 1", "isi entri berubah"),
        ("UPDATE journal_entry SET body = 'null' WHERE position = 1", "isi entri berubah"),
        ("UPDATE journal_entry SET commitments = '[]' WHERE position = 1", "isi entri berubah"),
        ("UPDATE journal_entry SET commitments = '7' WHERE position = 1", "isi entri berubah"),
        ("UPDATE journal_entry SET kind = 'personal_shed' WHERE position = 1", "isi entri berubah"),
        ("UPDATE journal_personal SET \"values\" = '[]'", "data story hilang"),
        ('UPDATE journal_personal SET "values" = \'{"story": "1"}\'', "data story berubah"),
        (
            'UPDATE journal_personal SET "values" = \'{"story": {"salt": 1, "value": 2}}\'',
            "data story berubah",
        ),
    ],
)
def test_what_no_longer_looks_like_an_entry_is_named_all_the_same(change: str, named: str) -> None:
    write("case:a")
    tamper(change)
    assert any(fault.startswith(f"case:a #1: {named}") for fault in services.verify().faults)


def test_an_instant_that_is_none_is_named() -> None:
    """Each database keeps something there that is no instant of any calendar."""
    write("case:a")
    write("case:b")
    nonsense = "kemarin" if connection.vendor == "sqlite" else "infinity"
    tamper(f"UPDATE journal_entry SET at = '{nonsense}' WHERE stream = 'case:a' AND position = 1")
    [fault] = services.verify().faults
    assert fault.startswith("case:a")
