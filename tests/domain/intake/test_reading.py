"""From what a door received to a laporan: every fault named by its field, nothing guessed."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netra.domain.calendar import Zone
from netra.domain.intake.laporan import HowKnown, Laporan
from netra.domain.intake.reading import LaporanInvalid, World, parse_laporan, read_laporan
from netra.domain.intake.text import clean_line, clean_text
from netra.domain.lawbook.vocabulary import ActorStatus, PoliticalRole
from netra.domain.regions import Region, enclosing

STORY = "Memasang spanduk calon di halaman kantor."


class Village:
    """Two provinces; all that these tests need of Indonesia."""

    def get(self, code: str) -> Region | None:
        known = {"64", "64.71", "64.71.01", "94"}
        return Region(code, code, ", ".join(enclosing(code))) if code in known else None

    def children(self, code: str = "") -> tuple[Region, ...]:
        del code
        return ()


WORLD = World(
    deeds={"banner_for_other"},
    regions=Village(),
    zones={"64": Zone.WITA, "94": Zone.WIT},
    now=datetime(2024, 9, 25, 15, 30, tzinfo=UTC),
)
"""23.30 WITA on the 25th; half past midnight on the 26th in Papua."""


def read(**told: object) -> Laporan:
    return parse_laporan({"story": STORY, "region_code": "64.71", **told}, WORLD)


def faults(**told: object) -> Mapping[str, str]:
    with pytest.raises(LaporanInvalid) as caught:
        read(**told)
    return caught.value.problems


def test_a_story_and_a_region_are_enough() -> None:
    laporan = read()
    assert laporan == Laporan(story=STORY, region_code="64.71")
    assert laporan.anonymous
    assert laporan.identity() == ""


def test_everything_told_is_kept() -> None:
    laporan = read(
        deeds=["banner_for_other"],
        circumstances=["on_duty"],
        terlapor={"name": " Tokoh  Contoh ", "position": "Lurah"},
        actor={"status": "pns", "position": "lurah", "role": "none", "on_cltn": False},
        act_date="2024-09-24",
        known_date="2024-09-25",
        how_known="social_media",
        evidence=[{"description": "Foto"}, {"link": "https://contoh.example/1"}],
        witnesses=[{"name": "Saksi Contoh"}, {"name": "", "phone": ""}],
        reporter={"name": "Pelapor Contoh", "birth_date": "1980-02-29", "gender": "perempuan"},
    )
    assert laporan.terlapor.name == "Tokoh Contoh"
    assert laporan.actor.status is ActorStatus.PNS
    assert laporan.actor.role is None, "none dan tidak tahu sama: null"
    assert laporan.actor.on_cltn is False
    assert laporan.act_date == date(2024, 9, 24)
    assert laporan.how_known is HowKnown.SOCIAL_MEDIA
    assert [str(one) for one in laporan.evidence] == ["Foto", "https://contoh.example/1"]
    assert len(laporan.witnesses) == 1
    assert laporan.reporter is not None
    assert read(actor={"role": "sekda"}).actor.role is PoliticalRole.SEKDA


@pytest.mark.parametrize(
    ("told", "field", "message"),
    [
        ({"story": ""}, "story", "Ceritakan apa yang terjadi"),
        ({"story": "pendek"}, "story", "Ceritakan apa yang terjadi"),
        ({"story": "a" * 20_001}, "story", "20001 huruf, paling banyak 20000"),
        ({"story": 7}, "story", "Harus berupa teks"),
        ({"region_code": ""}, "region_code", "Pilih provinsi"),
        ({"region_code": "99"}, "region_code", "tidak dikenal"),
        ({"deeds": ["x"]}, "deeds", "tidak dikenal"),
        ({"deeds": "banner_for_other"}, "deeds", "Harus berupa daftar"),
        ({"circumstances": ["x"]}, "circumstances", "tidak dikenal"),
        ({"circumstances": ["on_duty", "off_duty"]}, "circumstances", "bersama"),
        ({"actor": {"status": "raja"}}, "actor.status", "Pilih dari daftar"),
        ({"actor": {"on_cltn": "ya"}}, "actor.on_cltn", "ya, tidak, atau tidak tahu"),
        ({"actor": {"pangkat": "IV"}}, "actor.pangkat", "tidak dikenal"),
        ({"actor": 3}, "actor", "kelompok isian"),
        ({"act_date": "2024-09-26"}, "act_date", "lebih baru dari hari ini"),
        ({"act_date": "2024-02-30"}, "act_date", "tidak ada di kalender"),
        ({"act_date": "1945-08-17"}, "act_date", "terlalu lama"),
        ({"act_date": 20240924}, "act_date", "tidak ada di kalender"),
        (
            {"act_date": "2024-09-24", "known_date": "2024-09-23"},
            "known_date",
            "sebelum terjadi (Selasa, 24 September 2024)",
        ),
        ({"how_known": "mimpi"}, "how_known", "tidak dikenal"),
        ({"evidence": [{"link": "javascript:alert(1)"}]}, "evidence.0.link", "https://"),
        ({"evidence": [{}] * 21}, "evidence", "Paling banyak 20; ada 21"),
        ({"witnesses": [{"phone": "0812"}]}, "witnesses.0.phone", "hanya berisi angka"),
        ({"witnesses": [{"address": "Jalan"}]}, "witnesses.0.name", "Tulis nama saksi"),
        ({"reporter": {"name": ""}}, "reporter.name", "tanpa nama"),
        ({"reporter": {"name": "A", "email": "a@b"}}, "reporter.email", "belum lengkap"),
        (
            {"reporter": {"name": "A", "birth_date": "1870-01-01"}},
            "reporter.birth_date",
            "Periksa tahunnya",
        ),
        ({"nama": "x"}, "nama", "tidak dikenal"),
    ],
)
def test_a_fault_is_named_by_its_field(told: dict[str, object], field: str, message: str) -> None:
    found = faults(**told)
    assert message in found[field]


def test_all_faults_are_named_at_once() -> None:
    assert set(faults(story="", act_date="x", actor={"status": "x"})) == {
        "story",
        "act_date",
        "actor.status",
    }


def test_today_is_the_day_of_the_receiving_office() -> None:
    assert read(region_code="94", act_date="2024-09-26").act_date == date(2024, 9, 26)
    assert "act_date" in faults(region_code="64", act_date="2024-09-26")


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
_keys = st.sampled_from(
    [
        "story",
        "deeds",
        "circumstances",
        "terlapor",
        "actor",
        "region_code",
        "place",
        "act_date",
        "known_date",
        "how_known",
        "evidence",
        "witnesses",
        "reporter",
        "x",
    ]
)


@given(st.dictionaries(_keys, _json))
def test_nothing_a_stranger_sends_breaks_it(raw: dict[str, object]) -> None:
    problems: dict[str, str] = {}
    laporan = read_laporan(raw, WORLD, problems)
    assert all(problems.values())
    assert laporan.content()


@given(st.text(st.characters()))
def test_cleaned_text_stays_clean_and_can_be_kept(text: str) -> None:
    for clean in (clean_text, clean_line):
        once = clean(text)
        assert clean(once) == once
        assert "\0" not in once
        assert "\r" not in once
        assert "\u202e" not in once
        once.encode("utf-8")
