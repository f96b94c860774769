"""Taking a laporan in: nothing lost, nothing twice, nobody's name where it does not belong."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256

import pytest
from django.db import connection, connections

from netra.apps.intake.models import Channel, ReporterIdentity, StatusRow, Submission
from netra.apps.intake.selectors import status_of, unopened
from netra.apps.intake.services import NoOffice, Receipt, mark_opened, publish_status, submit
from netra.apps.journal import services as journal
from netra.apps.organisations.models import Contest, Office
from netra.config.settings.desk import NETRA
from netra.domain.intake.laporan import Laporan
from netra.domain.intake.receipt import derive
from netra.domain.intake.status import Happened

KEY = "0123456789abcdef0123456789abcdef"
Send = Callable[..., Receipt]


@pytest.fixture
def send(now: datetime, office: Office, contest: Contest) -> Send:
    def send(laporan: Laporan, key: str = KEY, channel: Channel = Channel.WEB) -> Receipt:
        return submit(laporan, channel=channel, submission_key=key, now=now)

    return send


@pytest.mark.django_db
def test_what_a_stranger_sends_is_there_afterwards(
    send: Send, laporan: Laporan, office: Office, contest: Contest, now: datetime
) -> None:
    receipt = send(laporan)
    row = Submission.objects.get(pk=receipt.submission)
    assert (row.office, row.contest, row.received_at) == (office, contest, now)
    assert (row.channel, row.anonymous, row.opened_at) == ("web", False, None)
    [entry] = journal.read(f"case:{row.pk.hex}")
    assert (entry.kind, entry.position, entry.actor) == ("laporan_received", 0, "public")
    assert entry.body["office"] == office.code
    assert entry.body["contest"] == contest.code
    assert entry.body["deeds"] == ["attend_campaign"]
    told = journal.personal(f"case:{row.pk.hex}")[0]
    assert told["story"] == laporan.story
    assert json.loads(told["terlapor"])["name"] == "Tokoh Contoh"
    assert told["evidence"] == "Rekaman video dari barisan depan — https://contoh.example/video"
    assert journal.verify().faults == ()


@pytest.mark.django_db
def test_only_the_office_can_read_who_reported(
    send: Send, laporan: Laporan, recipient: str
) -> None:
    receipt = send(laporan)
    kept = ReporterIdentity.objects.get(pk=receipt.submission)
    sealed = bytes(kept.sealed)
    assert b"Pelapor Contoh" not in sealed
    [entry] = journal.read(f"case:{receipt.submission.hex}")
    assert entry.body["identity"] == sha256(sealed).hexdigest()
    opened = json.loads(NETRA.sealer.unseal(sealed, recipient=recipient))
    assert opened["reporter"]["name"] == "Pelapor Contoh"
    assert opened["witnesses"][0]["name"] == "Saksi Contoh"


@pytest.mark.django_db
def test_no_other_table_knows_the_reporter_or_the_witness(send: Send, laporan: Laporan) -> None:
    send(laporan)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            rows = repr(cursor.fetchall())
            assert "Pelapor Contoh" not in rows, table
            assert "Saksi Contoh" not in rows, table


@pytest.mark.django_db
def test_the_journal_entry_itself_holds_no_personal_data(send: Send, laporan: Laporan) -> None:
    receipt = send(laporan)
    [entry] = journal.read(f"case:{receipt.submission.hex}")
    for told in ("Tokoh", "yel-yel", "Lapangan", "video", "Pelapor", "Saksi"):
        assert told not in repr(entry)


@pytest.mark.django_db
def test_without_a_name_there_is_nothing_sealed(send: Send, laporan: Laporan) -> None:
    receipt = send(replace(laporan, reporter=None, witnesses=()))
    assert Submission.objects.get(pk=receipt.submission).anonymous
    assert not ReporterIdentity.objects.exists()
    assert StatusRow.objects.get().title == "Informasi awal diterima"


@pytest.mark.django_db
def test_the_same_form_twice_is_one_report_and_one_receipt(send: Send, laporan: Laporan) -> None:
    first, second = send(laporan), send(laporan)
    assert (first.again, second.again, second.changed) == (False, True, False)
    assert (second.code, second.submission) == (first.code, first.submission)
    assert second.received_at == first.received_at
    assert Submission.objects.count() == 1
    assert len(journal.read(f"case:{first.submission.hex}")) == 1


@pytest.mark.django_db
def test_a_form_changed_after_sending_is_told_so(send: Send, laporan: Laporan) -> None:
    first = send(laporan)
    second = send(replace(laporan, story="Cerita yang lain sama sekali."))
    assert (second.submission, second.changed) == (first.submission, True)
    assert journal.personal(f"case:{first.submission.hex}")[0]["story"] == laporan.story


@pytest.mark.django_db
def test_a_key_chosen_at_one_channel_never_meets_that_of_another(
    send: Send, laporan: Laporan
) -> None:
    assert send(laporan).code != send(laporan, channel=Channel.API).code
    assert Submission.objects.count() == 2


@pytest.mark.django_db
def test_a_key_that_could_be_guessed_is_refused(send: Send, laporan: Laporan) -> None:
    with pytest.raises(ValueError, match="acak"):
        send(laporan, key="1")


@pytest.mark.django_db
def test_the_nearest_office_receives_it(
    send: Send, laporan: Laporan, recipient: str, office: Office
) -> None:
    for level, region in ((Office.Level.RI, ""), (Office.Level.PROVINSI, "64")):
        Office.objects.create(
            code=f"bawaslu-{level.lower()}",
            name=f"Bawaslu {level}",
            kind=Office.Kind.BAWASLU,
            level=level,
            region_code=region,
            age_recipient=recipient,
        )
    regions = ("64.71.01", "64.71", "64.01", "64", "91.01")
    received = {
        region: send(replace(laporan, region_code=region), key=f"{region:>16}").office.code
        for region in regions
    }
    assert received == {
        "64.71.01": office.code,
        "64.71": office.code,
        "64.01": "bawaslu-prov",
        "64": "bawaslu-prov",
        "91.01": "bawaslu-ri",
    }


@pytest.mark.django_db
def test_where_no_office_is_set_up_it_is_said(laporan: Laporan, now: datetime) -> None:
    with pytest.raises(NoOffice, match="Belum ada kantor"):
        submit(laporan, channel=Channel.WEB, submission_key=KEY, now=now)


@pytest.mark.django_db
def test_outside_every_tahapan_there_is_no_contest(send: Send, laporan: Laporan) -> None:
    early = replace(laporan, act_date=date(2023, 9, 24))
    assert Submission.objects.get(pk=send(early).submission).contest is None


@pytest.mark.django_db
def test_the_holder_of_the_receipt_reads_how_it_stands(
    send: Send, laporan: Laporan, now: datetime
) -> None:
    receipt = send(laporan)
    shown = status_of(receipt.code)
    assert shown is not None
    assert (shown.state, shown.title) == ("received", "Laporan diterima")
    later = now + timedelta(days=1)
    publish_status(
        receipt.submission,
        state="registered",
        title="Diregistrasi",
        text="Laporan Anda diregistrasi.",
        at=later,
        happened=Happened(later, "Diregistrasi"),
    )
    shown = status_of(receipt.code)
    assert shown is not None
    assert (shown.state, shown.updated_at) == ("registered", later)
    assert [one.title for one in shown.history] == ["Laporan diterima", "Diregistrasi"]


@pytest.mark.django_db
def test_a_stranger_with_another_code_reads_nothing(send: Send, laporan: Laporan) -> None:
    send(laporan)
    assert status_of(derive(NETRA.receipt_key, "kode orang lain")) is None


@pytest.mark.django_db
def test_a_case_is_opened_once(send: Send, laporan: Laporan, now: datetime) -> None:
    receipt = send(laporan)
    assert unopened() == [receipt.submission]
    assert mark_opened(receipt.submission, now)
    assert not mark_opened(receipt.submission, now)
    assert unopened() == []


def _from_a_thread(send: Send, laporan: Laporan, key: str) -> Receipt:
    try:
        return send(laporan, key)
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_eight_strangers_at_once_lose_nothing(send: Send, laporan: Laporan) -> None:
    keys = [f"{number:032x}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(lambda key: _from_a_thread(send, laporan, key), keys))
    assert len({receipt.code for receipt in receipts}) == 40
    assert set(Submission.objects.values_list("pk", flat=True)) == {
        receipt.submission for receipt in receipts
    }
    assert journal.verify().faults == ()
    assert journal.verify().streams == 40


@pytest.mark.django_db(transaction=True)
def test_one_form_sent_eight_times_at_once_is_one_report(send: Send, laporan: Laporan) -> None:
    with ThreadPoolExecutor(8) as pool:
        receipts = list(pool.map(lambda _: _from_a_thread(send, laporan, KEY), range(8)))
    assert len({(receipt.code, receipt.submission) for receipt in receipts}) == 1
    assert [receipt.again for receipt in receipts].count(False) == 1
    assert Submission.objects.count() == StatusRow.objects.count() == 1
