"""Facts that cannot be: a stranger's JSON is answered with what is wrong, where, and what to do."""

from copy import deepcopy
from typing import Any

import pytest

from netra.domain.assessment.assess import assess
from netra.domain.assessment.facts import FactsInvalid, parse_facts
from netra.domain.calendar import Zone
from netra.domain.lawbook.book import Lawbook

GOOD: dict[str, Any] = {
    "deeds": ["social_post_support"],
    "act_date": "2024-09-23",
    "known_date": "2024-09-24",
    "reported_at": "2024-09-25T10:00:00+08:00",
    "actor": {"status": "pns", "position": "pelaksana", "role": None, "on_cltn": False,
              "spouse_of_candidate": False},
    "contest": {"kind": "pilkada", "candidates_set_on": "2024-09-22",
                "campaign_from": "2024-09-25", "campaign_to": "2024-11-23",
                "voting_on": "2024-11-27"},
    "target": None,
    "circumstances": [],
}  # fmt: skip


def _with(path: str, value: object) -> dict[str, Any]:
    facts = deepcopy(GOOD)
    row = facts
    *parents, key = path.split(".")
    for parent in parents:
        row = row[parent]
    row[key] = value
    return facts


def _problems(facts: object) -> dict[str, str]:
    with pytest.raises(FactsInvalid) as caught:
        parse_facts(facts)
    return {one.field: one.message for one in caught.value.problems}


@pytest.mark.parametrize(
    ("path", "value", "field", "says"),
    [
        ("act_date", "23-09-2024", "act_date", "TTTT-BB-HH"),
        ("act_date", "2024-02-30", "act_date", "tidak ada dalam kalender"),
        ("act_date", "0024-09-23", "act_date", "Periksa tahunnya"),
        ("act_date", 20240923, "act_date", "TTTT-BB-HH"),
        ("act_date", "2024-09-25", "act_date", "sesudah tanggal diketahui"),
        ("known_date", "2024-09-26", "known_date", "sesudah hari laporan"),
        ("reported_at", "2024-09-25", "reported_at", "waktu lengkap"),
        ("reported_at", "2024-09-25T10:00:00", "reported_at", "zona"),
        ("reported_at", "2024-09-25T10:00:00Z", "reported_at", "zona kantor penerima"),
        ("zone", "CET", "zone", "WIB, WITA, WIT"),
        ("deeds", [], "deeds", "sekurangnya satu"),
        ("deeds", "social_like", "deeds", "daftar kode"),
        ("deeds", [3], "deeds", "daftar kode"),
        ("actor", None, "actor", "objek JSON"),
        ("actor.status", "presiden", "actor.status", "Pilihannya: pns"),
        ("actor.on_cltn", "ya", "actor.on_cltn", "true, false"),
        ("actor.name", "Seseorang", "actor.name", "tidak dikenal"),
        ("contest", [], "contest", "objek JSON"),
        ("contest.kind", "none", "contest.kind", "isi contest dengan null"),
        ("contest.campaign_to", "2024-09-20", "contest.campaign_to", "sesudah akhir kampanye"),
        ("contest.voting_on", "2024-11-20", "contest.voting_on", "hari pemungutan suara"),
        ("contest.candidates_set_on", "2024-11-28", "contest.candidates_set_on", "Penetapan"),
        ("target", "bakal_calon", "target", "sebelum kejadian"),
        ("circumstances", ["passive", "active_support"], "circumstances", "Pilih salah satu"),
        ("circumstances", ["mabuk"], "circumstances", "tidak dikenal"),
        ("extra", 1, "extra", "tidak dikenal"),
    ],
)
def test_a_fault_is_named_with_its_field(path: str, value: object, field: str, says: str) -> None:
    problems = _problems(_with(path, value))
    assert says in problems[field], problems


def test_a_calon_needs_a_contest() -> None:
    assert "tahapan" in _problems(_with("contest", None) | {"target": "calon"})["target"]


def test_a_calon_is_none_before_the_set_date() -> None:
    facts = _with("act_date", "2024-09-21") | {"target": "calon"}
    assert "sesudah kejadian" in _problems(facts)["target"]


def test_only_asn_take_cltn() -> None:
    facts = _with("actor", {"status": "honorer", "on_cltn": True})
    assert "hanya bagi ASN" in _problems(facts)["actor.on_cltn"]


def test_a_pj_is_a_pns() -> None:
    facts = _with("actor", {"status": "kepala_daerah", "role": "pj_kepala_daerah"})
    assert "Isi status pns" in _problems(facts)["actor.role"]


def test_who_accompanies_a_spouse_has_one() -> None:
    assert "actor.spouse_of_candidate" in _problems(_with("deeds", ["spouse_accompany"]))


def test_all_faults_are_named_at_once() -> None:
    assert {"deeds", "act_date", "actor", "contest"} <= set(_problems({}))


@pytest.mark.parametrize("data", [None, [], "teks", 7])
def test_what_is_no_object_is_refused(data: object) -> None:
    assert _problems(data)["facts"] == "Harus berupa objek JSON."


def test_an_unknown_deed_is_an_error_and_lists_the_known(law: Lawbook) -> None:
    with pytest.raises(FactsInvalid, match="party_membership"):
        assess(parse_facts(_with("deeds", ["terbang"])), law)


def test_an_instant_in_utc_is_read_in_the_offices_zone() -> None:
    facts = parse_facts(_with("reported_at", "2024-09-25T15:30:00Z") | {"zone": "WIT"})
    assert facts.zone is Zone.WIT
    assert str(facts.reported_on) == "2024-09-26"


def test_late_at_night_in_the_east_is_still_that_day() -> None:
    facts = parse_facts(_with("reported_at", "2024-09-25T23:30:00+09:00"))
    assert str(facts.reported_on) == "2024-09-25"
