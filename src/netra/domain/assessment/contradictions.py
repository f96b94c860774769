"""Facts that cannot all be true at once, each told so that the reader can mend it."""

from collections.abc import Iterator
from datetime import date

from netra.domain.assessment.values import Facts
from netra.domain.lawbook.vocabulary import (
    ASN,
    CONTRADICTIONS,
    ActorStatus,
    PoliticalRole,
    TargetKind,
)

Problem = tuple[str, str]
"""The field and what to do about it."""


def contradictions(facts: Facts) -> Iterator[Problem]:
    """Every contradiction in ``facts``."""
    yield from _order_of_days(facts)
    yield from _contest_days(facts)
    yield from _target(facts)
    yield from _actor(facts)
    for one, others in CONTRADICTIONS:
        if one in facts.circumstances:
            for other in sorted(others & facts.circumstances):
                yield (
                    "circumstances",
                    f"{one} dan {other} tidak dapat berlaku bersama. Pilih salah satu.",
                )


def _order_of_days(facts: Facts) -> Iterator[Problem]:
    yield from _not_after(
        "act_date", facts.act_date, "Tanggal kejadian", facts.known_date, "tanggal diketahui"
    )
    yield from _not_after(
        "known_date", facts.known_date, "Tanggal diketahui", facts.reported_on, "hari laporan"
    )
    if facts.known_date is None:
        yield from _not_after(
            "act_date", facts.act_date, "Tanggal kejadian", facts.reported_on, "hari laporan"
        )


def _contest_days(facts: Facts) -> Iterator[Problem]:
    contest = facts.contest
    if contest is None:
        return
    for field, first, first_name, second, second_name in (
        ("contest.campaign_to", contest.campaign_from, "Awal kampanye", contest.campaign_to,
         "akhir kampanye"),
        ("contest.voting_on", contest.campaign_to, "Akhir kampanye", contest.voting_on,
         "hari pemungutan suara"),
        ("contest.candidates_set_on", contest.candidates_set_on, "Penetapan calon",
         contest.campaign_to, "akhir kampanye"),
        ("contest.candidates_set_on", contest.candidates_set_on, "Penetapan calon",
         contest.voting_on, "hari pemungutan suara"),
    ):  # fmt: skip
        yield from _not_after(field, first, first_name, second, second_name)


def _target(facts: Facts) -> Iterator[Problem]:
    contest, target = facts.contest, facts.target
    if contest is None:
        if target is TargetKind.CALON:
            yield (
                "target",
                "Calon hanya ada bila ada tahapan. Isi contest, atau kosongkan target (null).",
            )
        return
    set_on = contest.candidates_set_on
    if set_on is None or facts.act_date is None:
        return
    if target is TargetKind.CALON and facts.act_date < set_on:
        yield _at(
            "target",
            f"Ditulis calon, tetapi penetapan baru pada {set_on.isoformat()}, sesudah kejadian. "
            "Periksa tanggalnya, atau kosongkan target (null) agar dihitung dari tanggal.",
        )
    if target is TargetKind.BAKAL_CALON and facts.act_date > set_on:
        yield _at(
            "target",
            f"Ditulis bakal calon, tetapi penetapan sudah pada {set_on.isoformat()}, sebelum "
            "kejadian. Periksa tanggalnya, atau kosongkan target (null) agar dihitung dari tanggal.",
        )


def _actor(facts: Facts) -> Iterator[Problem]:
    actor = facts.actor
    if "spouse_accompany" in facts.deeds and actor.spouse_of_candidate is False:
        yield (
            "actor.spouse_of_candidate",
            "Perbuatannya mendampingi suami atau istri calon, tetapi di sini false. Periksa salah satu.",
        )
    if actor.status is None:
        return
    if actor.on_cltn and actor.status not in ASN:
        yield (
            "actor.on_cltn",
            "Cuti di luar tanggungan negara hanya bagi ASN. Periksa status atau isi false.",
        )
    if actor.role is PoliticalRole.PJ_KEPALA_DAERAH and actor.status is not ActorStatus.PNS:
        yield (
            "actor.role",
            "Penjabat kepala daerah adalah PNS. Isi status pns, atau periksa perannya.",
        )


def _not_after(
    field: str, first: date | None, first_name: str, second: date | None, second_name: str
) -> Iterator[Problem]:
    if first is not None and second is not None and first > second:
        yield _at(
            field,
            f"{first_name} ({first.isoformat()}) sesudah {second_name} ({second.isoformat()}). "
            "Periksa kedua tanggal.",
        )


def _at(field: str, message: str) -> Problem:
    return field, message
