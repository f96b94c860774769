"""What the law asks of a laporan, said to its reporter before it is sent."""

from dataclasses import replace
from datetime import UTC, date, datetime

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.calendar import Zone
from netra.domain.deadlines.clock import Clock, compute_clock
from netra.domain.intake.clocks import FIRST_CHECK, HANDLING, MENDING, TRACING, WINDOW
from netra.domain.intake.completeness import Checked, Standing, completeness
from netra.domain.intake.laporan import Evidence, Laporan, Reporter, Terlapor
from netra.domain.lawbook.vocabulary import ContestKind

LAW = load_lawbook()
WHOLE = Laporan(
    story="Kepala bidang memimpin yel-yel di panggung kampanye.",
    region_code="64.71",
    terlapor=Terlapor("Tokoh Contoh", address="Kota Contoh"),
    act_date=date(2024, 9, 24),
    known_date=date(2024, 9, 24),
    evidence=(Evidence("Video"),),
    reporter=Reporter("Pelapor Contoh", address="Jalan Contoh 1"),
)


def window(kind: ContestKind = ContestKind.PILKADA) -> Clock:
    return compute_clock(LAW, WINDOW, kind, date(2024, 9, 24), zone=Zone.WITA)


def check(
    laporan: Laporan,
    kind: ContestKind = ContestKind.PILKADA,
    now: datetime = datetime(2024, 9, 25, 2, 0, tzinfo=UTC),
    clock: Clock | None = None,
) -> dict[str, Checked]:
    found = completeness(laporan, LAW, kind, window=clock or window(kind), now=now)
    return {one.code: one for one in found}


def missing(laporan: Laporan) -> set[str]:
    found = check(laporan).values()
    return {one.code for one in found if one.standing is Standing.MISSING}


def test_every_requirement_of_both_procedures_is_understood() -> None:
    for kind in (ContestKind.PILKADA, ContestKind.PEMILU):
        found = check(WHOLE, kind)
        assert found
        for code, one in found.items():
            expected = (
                Standing.OFFICER_CHECKS if code == "kesesuaian_tanda_tangan" else Standing.THERE
            )
            assert one.standing is expected, code
            assert one.dasar_hukum


def test_what_is_missing_is_told_with_what_to_do() -> None:
    assert missing(replace(WHOLE, reporter=None)) == {"identitas_pelapor"}
    assert missing(replace(WHOLE, reporter=Reporter("Tanpa Alamat"))) == {"identitas_pelapor"}
    assert missing(replace(WHOLE, terlapor=Terlapor("Nama Saja"))) == {"identitas_terlapor"}
    assert missing(replace(WHOLE, evidence=())) == {"bukti"}
    assert missing(replace(WHOLE, act_date=None)) == {"waktu_dan_tempat"}
    assert missing(replace(WHOLE, region_code="64")) == {"waktu_dan_tempat"}
    for one in check(replace(WHOLE, evidence=())).values():
        assert one.advice or one.standing is Standing.THERE


def test_the_window_says_in_time_person_decides_or_late() -> None:
    def standing(day: int, month: int) -> Standing:
        now = datetime(2024, month, day, 3, 0, tzinfo=UTC)
        return check(WHOLE, now=now)["waktu_laporan"].standing

    assert standing(30, 9) is Standing.THERE
    assert standing(1, 10) is Standing.OFFICER_CHECKS
    assert standing(2, 10) is Standing.MISSING


def test_without_knowing_when_one_knew_the_window_is_not_guessed() -> None:
    found = completeness(
        WHOLE, LAW, ContestKind.PILKADA, window=None, now=datetime(2024, 9, 25, tzinfo=UTC)
    )
    [time] = [one for one in found if one.code == "waktu_laporan"]
    assert time.standing is Standing.MISSING
    assert "Sebutkan kapan Anda mengetahuinya" in time.advice


def test_outside_a_tahapan_nothing_is_asked_for() -> None:
    assert check(WHOLE, ContestKind.NONE, clock=window()) == {}


def test_the_clocks_intake_names_are_in_the_lawbook() -> None:
    assert {WINDOW, FIRST_CHECK, MENDING, TRACING, HANDLING} <= LAW.clocks.keys()
