"""Tracks: which paths run side by side, and who answers for each on the day of the step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from netra.domain.assessment.answer import Item, TrackAnswer
from netra.domain.assessment.findings import Outcome
from netra.domain.assessment.values import Facts
from netra.domain.lawbook.authorities import AuthorityCode, KasnFile
from netra.domain.lawbook.book import Lawbook, authority_for
from netra.domain.lawbook.text import citation_text
from netra.domain.lawbook.values import Status
from netra.domain.lawbook.vocabulary import (
    ASN,
    ActorStatus,
    Circumstance,
    ContestKind,
    PoliticalRole,
    SanctionClass,
    Track,
)

_HANDED_OVER = date(2024, 9, 4)
"""SE MenPANRB 4/2024: from here on it matters what KASN had done with a file."""
_USUAL: Mapping[ActorStatus, Track] = {
    ActorStatus.HONORER: Track.KONTRAK,
    ActorStatus.KEPALA_DESA: Track.DESA,
    ActorStatus.PERANGKAT_DESA: Track.DESA,
    ActorStatus.BPD: Track.DESA,
}
_FOR_EVERYBODY = frozenset({Track.PIDANA, Track.ADMINISTRASI})
"""Tracks whose authority does not depend on who is reported; the table asks for some status."""
_DECIDED_ABOVE = frozenset({PoliticalRole.PJ_KEPALA_DAERAH, PoliticalRole.SEKDA})
"""Who stands so near the PPK that the duty to decide moves upward."""


def routes(
    law: Lawbook,
    facts: Facts,
    opened: tuple[tuple[Track, Outcome], ...],
    items: tuple[Item, ...],
    *,
    otherwise: Outcome,
    late: bool,
) -> tuple[TrackAnswer, ...]:
    """Every track that the norms opened, each with its authority.

    None opened: the usual track of the status, with the outcome ``otherwise``. Outside any tahapan,
    after the window for laporan, and for a Pj or sekda the discipline of the agency itself is named
    too, because it runs on any knowledge and needs no laporan.
    """
    status = facts.actor.status
    if not opened:
        usual = _USUAL.get(status, Track.HUKUM_LAINNYA) if status else Track.HUKUM_LAINNYA
        opened = ((usual, otherwise),)
    answers = [_answer(law, facts, track, outcome) for track, outcome in opened]
    if (
        status in ASN
        and (facts.contest is None or late or facts.actor.role in _DECIDED_ABOVE)
        and all(track is not Track.DISIPLIN_INTERNAL for track, _outcome in opened)
    ):
        strongest = max(outcome for _track, outcome in opened)
        answers.append(_answer(law, facts, Track.DISIPLIN_INTERNAL, strongest))
    answers.extend(_satgas(item) for item in items if item.skb is SanctionClass.SATGAS)
    return tuple(answers)


@dataclass(frozen=True, slots=True)
class _Step:
    """All that selects an authority."""

    track: Track
    status: ActorStatus | None
    on: date | None
    role: PoliticalRole
    contest: ContestKind
    kasn_file: KasnFile
    outcome: Outcome


def _answer(law: Lawbook, facts: Facts, track: Track, outcome: Outcome) -> TrackAnswer:
    status, on = facts.actor.status, facts.step_date
    contest = facts.contest.kind if facts.contest else None
    handed_over = (
        Circumstance.KASN_FILE_PROCESSED in facts.circumstances
        and track is Track.HUKUM_LAINNYA
        and status in ASN
        and on is not None
        and on >= _HANDED_OVER
    )
    return _look_up(
        law,
        _Step(
            track=track,
            status=None if track in _FOR_EVERYBODY else status,
            on=on,
            role=facts.actor.role,
            contest=contest or ContestKind.NONE,
            kasn_file=KasnFile.PROCESSED if handed_over else KasnFile.NONE,
            outcome=outcome,
        ),
    )


@lru_cache(maxsize=16384)
def _look_up(law: Lawbook, step: _Step) -> TrackAnswer:
    missing = (
        "tanggal laporan" if step.on is None
        else "status terlapor" if step.status is None and step.track not in _FOR_EVERYBODY
        else None
    )  # fmt: skip
    if step.on is None or missing is not None:
        return TrackAnswer(
            step.track,
            AuthorityCode.UNDETERMINED,
            f"Belum dapat ditentukan: {missing} belum diketahui",
            (),
            Status.UNVERIFIED,
            step.outcome.word,
        )
    row = authority_for(
        law,
        track=step.track,
        subject=step.status or ActorStatus.PNS,
        on=step.on,
        role=step.role,
        contest=step.contest,
        kasn_file=step.kasn_file,
    )
    return TrackAnswer(
        step.track,
        row.authority,
        row.name,
        tuple(citation_text(law.regulations, one) for one in row.dasar_hukum),
        row.source.status,
        step.outcome.word,
    )


def _satgas(item: Item) -> TrackAnswer:
    return TrackAnswer(
        Track.HUKUM_LAINNYA,
        AuthorityCode.SATGAS,
        "Satgas membahas dan memutus sanksi bentuk di luar daftar",
        item.dasar_hukum,
        item.status,
        item.outcome,
    )
