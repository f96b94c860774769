"""What the bench does inside its throw-away installation, as a program of its own."""

import json
import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import django

_STORY = (
    "Pada acara kampanye di lapangan contoh, kepala bidang itu naik ke panggung, memakai atribut "
    "calon, memimpin yel-yel dan mengajak pegawai lain ikut. Acara berlangsung pada jam kerja dan "
    "kendaraan dinas terparkir di dekat panggung. Saya melihatnya dari barisan depan. "
) * 2


def make_office() -> None:
    """One office that can seal, one contest that runs today."""
    from netra.apps.organisations.models import Contest, Office
    from netra.apps.ports import wired

    today = datetime.now(UTC).date()
    Office.objects.create(
        code="bawaslu-contoh",
        name="Bawaslu Kota Contoh",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.KOTA,
        region_code="64.71",
        zone="Asia/Makassar",
        age_recipient=_recipient(),
    )
    Contest.objects.create(
        code="contoh",
        kind=Contest.Kind.PILKADA,
        name="Pemilihan contoh",
        region_code="64.71",
        series="PW",
        begins_on=today - timedelta(days=90),
        candidates_set_on=today - timedelta(days=30),
        campaign_from=today - timedelta(days=20),
        campaign_to=today + timedelta(days=20),
        voting_on=today + timedelta(days=25),
        ends_on=today + timedelta(days=90),
    )
    wired().lawbook()


def _recipient() -> str:
    from netra.adapters.sealing import AgeSealer

    return AgeSealer(identities=Path(os.environ["NETRA_VAR"]) / "keys").generate()


def make_drafts(count: int, path: Path) -> None:
    """``count`` finished forms, each as the wizard would have sealed it."""
    from netra.web.public.answers import DraftLaporan
    from netra.web.public.steps import STEPS

    yesterday = datetime.now(UTC).date() - timedelta(days=2)
    day = {
        "day": str(yesterday.day),
        "month": str(yesterday.month),
        "year": str(yesterday.year),
    }
    with path.open("w") as file:
        for number in range(count):
            draft = DraftLaporan.begin()
            draft.done = {step.name for step in STEPS}
            draft.answers = {
                "story": f"{_STORY} ({number})",
                "areas": ["acara"],
                "deeds": ["attend_campaign"],
                "circumstances": ["active_support"],
                "terlapor_name": "Tokoh Contoh",
                "terlapor_position": "Kepala bidang",
                "terlapor_unit": "Dinas Contoh",
                "terlapor_address": "Kota Contoh",
                "status": "pns",
                "position": "administrator",
                "role": "tidak_tahu",
                "province": "64",
                "regency": "64.71",
                "district": "64.71.01",
                "place": "Lapangan Contoh",
                "act_date": day,
                "known_date": day,
                "how_known": "saw",
                "evidence": "Rekaman video",
                "links": "https://contoh.example/unggahan",
                "named": "dengan_nama",
                "reporter_name": "Pelapor Contoh",
                "reporter_address": "Jalan Contoh 1",
                "reporter_phone": "0800 000 0000",
            }
            file.write(draft.seal() + "\n")


def check(path: Path) -> None:
    """Look up every receipt that was handed out; print what is lost or there twice."""
    from netra.apps.intake.models import StatusRow, Submission
    from netra.apps.journal.models import Entry, Personal
    from netra.apps.ports import wired
    from netra.domain.intake.receipt import parse, receipt_hash

    key = wired().receipt_key
    codes = json.loads(path.read_text())["codes"]
    hashes = {receipt_hash(key, parse(code)) for code in codes}
    rows = dict(Submission.objects.values_list("receipt_hash", "pk"))
    whole = (
        Submission.objects.count()
        == StatusRow.objects.count()
        == Entry.objects.count()
        == Personal.objects.count()
    )
    lost = len(hashes - rows.keys())
    print(
        json.dumps(
            {
                "lost": lost if whole else max(lost, 1),
                "duplicated": len(codes) - len(hashes),
            }
        )
    )


def main() -> None:
    django.setup()
    match sys.argv[1:]:
        case ["office"]:
            make_office()
        case ["drafts", count, path]:
            make_drafts(int(count), Path(path))
        case ["check", path]:
            check(Path(path))
        case other:
            raise SystemExit(f"tidak dikenal: {other}")


if __name__ == "__main__":
    main()
