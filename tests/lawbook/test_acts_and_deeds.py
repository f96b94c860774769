"""What a lawyer reads in the packaged acts and deeds, and what a faulty row is told."""

from copy import deepcopy
from typing import Any

import pytest

from netra.adapters.lawbook_files import PACKAGED, load_lawbook, read_documents
from netra.domain.lawbook.acts import parse_acts
from netra.domain.lawbook.deeds import parse_aliases, parse_deeds
from netra.domain.lawbook.values import Status
from netra.domain.lawbook.vocabulary import Circumstance

LAW = load_lawbook()
DOCUMENTS = read_documents(PACKAGED)
DEEDS = [
    "attend_campaign",
    "campaign_attributes",
    "mobilise_asn",
    "state_facilities",
    "decision_favouring",
    "partisan_activity",
    "support_letter_ktp",
    "social_like",
    "social_comment",
    "social_share",
    "social_post_support",
    "social_join_group",
    "photo_with_candidate",
    "gesture",
    "declare_candidacy",
    "approach_party",
    "banner_self_promotion",
    "banner_for_other",
    "campaign_team",
    "attend_party_event",
    "campaign_speaker",
    "party_membership",
    "direct_others_to_vote",
    "spouse_accompany",
    "money_or_goods",
    "obstruct_choice",
    "transfer_of_officials",
    "other",
    "vote",
    "election_officer_adhoc",
    "party_witness",
    "receive_material",
]
SKB = {
    **{f"KE-{number}": "moral" for number in range(1, 8)},
    **{f"DIS-{number}": "berat" for number in (1, 2, 3, 4, 6, 7, 8, 11, 12)},
    "DIS-5": "ptdh",
    "DIS-9": None,
    "DIS-10": None,
    "DIS-13": "satgas",
}
PP94 = {1: None, 2: "sedang", 3: "berat", 4: "berat", 5: "berat", 6: "berat", 7: "berat"}


def _section(name: str) -> dict[str, Any]:
    return deepcopy({path: row for path, row in DOCUMENTS.items() if path.startswith(f"{name}/")})


def test_every_deed_people_report_is_there() -> None:
    assert set(LAW.deeds) == set(DEEDS)


@pytest.mark.parametrize(("code", "printed"), SKB.items())
def test_the_skb_column_is_as_printed(code: str, printed: str | None) -> None:
    assert LAW.acts[code].skb[0].value == printed


@pytest.mark.parametrize(("number", "printed"), PP94.items())
def test_the_column_of_pp_94(number: int, printed: str | None) -> None:
    assert LAW.acts[f"PP94-N{number}"].pp94[0].value == printed


@pytest.mark.parametrize("code", ["DIS-8", "DIS-11", "DIS-12"])
def test_a_derived_class_is_unconfirmed(code: str) -> None:
    assert LAW.acts[code].skb[0].source.status is Status.UNCONFIRMED


def test_no_class_is_stated_on_an_unverified_value() -> None:
    for act in LAW.acts.values():
        for row in (*act.skb, *act.pp94):
            assert row.value is None or row.source.status is not Status.UNVERIFIED, act.code


def test_every_ground_leads_to_a_regulation() -> None:
    for act in LAW.acts.values():
        for ground in act.grounds:
            assert LAW.regulations.why_unresolved(ground.citation) is None, act.code


def test_the_asn_law_is_split_on_its_day() -> None:
    for code in ("DIS-1", "DIS-2", "DIS-5", "DIS-6"):
        for ground in LAW.acts[code].grounds:
            regulation = LAW.regulations[ground.citation.regulation]
            for day in (ground.period.valid_from, ground.period.valid_until):
                if day is not None:
                    assert regulation.force_on(day) == "in_force", (code, regulation.code, day)


def test_every_act_can_be_reached_or_is_carried_by_another() -> None:
    mapped = {code for deed in LAW.deeds.values() for row in deed.maps for code in row.acts}
    fallbacks = {code for act in LAW.acts.values() for code in act.fallback}
    carried = {"PP94-N5", "PP94-N6", "PP94-N7"}
    assert set(LAW.acts) - mapped - fallbacks == carried


def test_every_circumstance_has_words_and_a_use() -> None:
    used: set[Circumstance] = {Circumstance.KASN_FILE_PROCESSED}
    for deed in LAW.deeds.values():
        used |= deed.implies
        for proof in (deed.proof, *(row.proof for row in deed.maps)):
            used |= proof.any_of if proof else frozenset()
        for row in (*deed.excuses, *deed.doubts, *deed.remarks, *deed.maps):
            used |= row.when.told
    for act in LAW.acts.values():
        used |= act.proof.any_of if act.proof else frozenset()
        for part in (*act.excuses, *act.doubts, *act.remarks):
            used |= part.when.told
    assert all(one.label for one in Circumstance)
    assert set(Circumstance) - used <= {Circumstance.OFF_DUTY}


def test_the_two_lists_of_sixteen_are_whole() -> None:
    assert set(LAW.aliases) == {"daftar-16-a", "daftar-16-b"}
    for aliases in LAW.aliases.values():
        assert [item.number for item in aliases.items] == list(range(1, 17))
        assert all(item.deeds and item.acts for item in aliases.items)


def test_nobody_is_called_guilty_in_the_texts() -> None:
    for deed in LAW.deeds.values():
        texts = (deed.title, deed.plain, deed.question, deed.help, *deed.by_status.values())
        assert all("oknum" not in text.lower() for text in texts)


def _acts_with(change: dict[str, object]) -> list[str]:
    documents = _section("acts")
    documents["acts/skb-2022-disiplin.yaml"]["acts"][0] |= change
    problems: list[str] = []
    parse_acts(documents, problems)
    return problems


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"code": "DIS-2"}, "sudah dipakai"),
        ({"regime": "adat"}, "tidak dikenal"),
        ({"title": None}, "harus diisi"),
        ({"tracks": []}, "sekurangnya satu jalur"),
        ({"dasar_hukum": []}, "sekurangnya satu dasar hukum"),
        ({"valid_from": None}, "sejak kapan"),
        ({"subjects": {"presiden": "unconfirmed"}}, "tidak dikenal"),
        ({"fallback": ["PP94-X"]}, "tidak ada"),
        ({"mistyped": 1}, "tidak dikenal"),
        ({"skb": [{"class": "berat", "source": {"reference": "x", "status": "unverified"}}]},
         "tidak pernah ditebak"),
        ({"dasar_hukum": [{"cite": "Pasal 5", "source": {"reference": "x", "status": "unconfirmed"}}]},
         "tidak dapat dibaca"),
    ],
)  # fmt: skip
def test_a_faulty_act_is_named(change: dict[str, object], says: str) -> None:
    problems = _acts_with(change)
    assert any(says in problem for problem in problems), problems


def test_a_deed_that_leads_to_no_act_is_named() -> None:
    documents = _section("deeds")
    documents["deeds/kampanye.yaml"]["deeds"][0]["maps"][0]["acts"] = ["DIS-99"]
    problems: list[str] = []
    parse_deeds(documents, LAW.acts, problems)
    assert any("DIS-99" in problem for problem in problems)


def test_an_alias_that_leads_nowhere_is_named() -> None:
    documents = deepcopy({"aliases.yaml": DOCUMENTS["aliases.yaml"]})
    documents["aliases.yaml"]["lists"][0]["items"][0]["acts"] = ["KE-99"]
    problems: list[str] = []
    parse_aliases(documents, LAW.acts, LAW.deeds, problems)
    assert any("KE-99" in problem for problem in problems)
