"""The wizard, as a stranger walks it: without scripts, forth and back, to the receipt."""

import json
import re
from typing import TYPE_CHECKING

import pytest

from netra.apps.intake.models import StatusRow, Submission
from netra.apps.journal import services as journal

if TYPE_CHECKING:
    from tests.web.public.conftest import Walk

pytestmark = pytest.mark.django_db


def test_a_stranger_reports_and_reads_the_status_by_the_receipt(walk: "Walk") -> None:
    walk.to("periksa")
    walk.send()
    assert walk.page.status_code == 200
    assert "Laporan Anda sudah kami terima" in walk.text
    assert "Bawaslu Kota Contoh" in walk.text
    assert "Rabu, 25 September 2024 pukul 10.0" in walk.text
    submission = Submission.objects.get()
    told = journal.personal(f"case:{submission.pk.hex}")[0]
    assert told["story"] == "Kepala bidang memimpin yel-yel di panggung kampanye calon."
    assert json.loads(told["terlapor"])["name"] == "Tokoh Contoh"
    assert told["evidence"] == "Rekaman video\nhttps://contoh.example/unggahan"
    [entry] = journal.read(f"case:{submission.pk.hex}")
    assert entry.body["deeds"] == ["attend_campaign", "gesture"]
    assert (entry.body["act_date"], entry.body["known_date"]) == ("2024-09-24", "2024-09-24")
    assert entry.body["region_code"] == "64.71.01"
    assert entry.body["contest"] == "pilkada-contoh"
    code = walk.code.lower().replace("-", " ")
    status = walk.client.post("/status/", {"kode": code}).content.decode()
    assert "Laporan diterima" in status
    assert "Batas kajian awal" in status
