"""May I? Precautionary advice on top of the assessment.

The algorithm in prose: ``docs/algorithms/advice.md``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from netra.domain.advice.answer import Advice, Answer
from netra.domain.advice.completions import (
    Weighed,
    fits,
    open_circumstances,
    weigh,
)
from netra.domain.advice.matching import consistent
from netra.domain.advice.question import Question
from netra.domain.assessment.findings import compiled
from netra.domain.calendar import long_date
from netra.domain.lawbook.advice import Contact, DeedAdvice, Exemption, Way, WayKind
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.conditions import Dimension
from netra.domain.lawbook.elements import Excuse
from netra.domain.lawbook.lexicon import Phase
from netra.domain.lawbook.values import Status, weakest
from netra.domain.lawbook.vocabulary import ActorStatus, Circumstance

_SKB = "skb-5-instansi-2022"
_VILLAGE = frozenset({ActorStatus.KEPALA_DESA, ActorStatus.PERANGKAT_DESA, ActorStatus.BPD})
_NOT_UNDERSTOOD = (
    "Pertanyaan ini belum dapat dicocokkan dengan satu perbuatan. Pilih perbuatannya dari daftar, "
    "atau tulis dengan kata lain. Sampai jelas, sebaiknya jangan dilakukan dahulu."
)
_FAMILY = "Hubungan keluarga tidak mengecualikan siapa pun dari kewajiban netral."
_ANNUAL_LEAVE = "Cuti tahunan bukan cuti di luar tanggungan negara (CLTN)."
_IF_SPOUSE = (
    "Bila calon itu suami atau istri Anda, aturannya lain: hadir hanya selama cuti di luar "
    "tanggungan negara (CLTN)."
)
_PERSON_WEIGHS = (
    "Dalam pemeriksaan, manusia yang menilai; nasihat ini memilih yang aman sebelum terjadi."
)


@dataclass(frozen=True, slots=True)
class _Part:
    """The advice about one deed."""

    answer: Answer
    condition: str | None
    weighed: Weighed
    reasons: tuple[str, ...]
    conflicts: tuple[str, ...] = ()
    status: Status | None = None


def advise(question: Question, law: Lawbook) -> Advice:
    """The strictest advice among the deeds asked about; an unknown deed code raises ``KeyError``."""
    question = consistent(question)
    if question.spouse_of_candidate:
        question = replace(question, told=question.told | {Circumstance.OWN_FAMILY})
    if question.outside is not None:
        return _unsettled(question, law, question.outside, ("bawaslu",))
    loaded_from = law.regulations[_SKB].in_force_from.latest
    if question.on < loaded_from:
        text = f"Hukum sebelum {long_date(loaded_from)} belum dimuat; netra tidak menyimpulkan apa pun."
        return _unsettled(question, law, text, ("bawaslu",))
    deeds = tuple(dict.fromkeys(_exact(question, code) for code in question.deeds))
    if not deeds:
        return _unsettled(question, law, _NOT_UNDERSTOOD, ("kepegawaian", "bawaslu"))
    parts = {code: _about(question, law, code) for code in deeds}
    main = max(parts, key=lambda code: parts[code].answer.strictness)
    return _together(question, law, parts, main)


def _exact(question: Question, code: str) -> str:
    """Who attends the campaign of a husband or wife accompanies them: it has rules of its own."""
    spouse = question.spouse_of_candidate and code == "attend_campaign"
    return "spouse_accompany" if spouse else code


def _about(question: Question, law: Lawbook, code: str) -> _Part:
    row = law.advice.deeds.get(code) or _silent(code)
    base = weigh(question, law, code)
    exempt = next((one for one in row.exempt if _exempts(question, one, base)), None)
    if exempt is not None:
        sure = exempt.source.status is Status.VERIFIED_SECONDARY
        return _Part(
            Answer.ALLOWED if sure else Answer.DEPENDS,
            exempt.condition,
            Weighed(()),
            (f"{exempt.reason} Sumber: {exempt.source.reference}.",),
            status=exempt.source.status,
        )
    if base.cleared:
        return _if_cleared(question, law, row, base)
    ways = [way for way in row.ways if _opens(question, law, code, way)]
    if any(way.kind is WayKind.MANNER for way in ways):
        return _Part(
            Answer.DEPENDS,
            " Atau: ".join(way.condition for way in ways),
            base,
            tuple(
                said
                for way in ways
                for said in _excuses(
                    law,
                    code,
                    question.told | way.suppose,
                    on_cltn=way.on_cltn or question.on_cltn,
                )
            ),
            _conflicts(question, row),
        )
    condition = f"Kecuali: {' Atau: '.join(w.condition for w in ways)}" if ways else row.caution
    reasons = () if base.alleged else (_PERSON_WEIGHS,)
    return _Part(Answer.FORBIDDEN, condition, base, reasons)


def _if_cleared(
    question: Question,
    law: Lawbook,
    row: DeedAdvice,
    base: Weighed,
) -> _Part:
    """Nothing forbids the deed as told; what was left open, or a quarrel of sources, may."""
    excuses = tuple(_excuses(law, row.code, question.told, on_cltn=question.on_cltn))
    conflicts = _conflicts(question, row)
    harm = _harmful(question, law, row.code)
    kept = next((way for way in row.ways if _told(question, way)), None)
    worst = Weighed(tuple(one for weighed in harm.values() for one in weighed.answers))
    if kept is not None:
        sure = base.status is Status.VERIFIED_SECONDARY and not conflicts
        answer = Answer.ALLOWED if sure else Answer.DEPENDS
        return _Part(answer, kept.condition, worst, excuses, conflicts, base.status)
    if harm:
        near = next((way for way in row.ways if _compatible(question, way)), None)
        condition = near.condition if near else f"Jangan {_listed(law, harm)}."
        return _Part(Answer.DEPENDS, condition, worst, excuses, conflicts, base.status)
    answer = Answer.DEPENDS if conflicts else Answer.ALLOWED
    return _Part(answer, row.permitted, Weighed(()), excuses, conflicts, base.status)


def _exempts(question: Question, exemption: Exemption, base: Weighed) -> bool:
    """Whether it is another thing altogether; a told sign of support is stronger than an account."""
    if exemption.asked is not None:
        return exemption.asked in question.aspects
    return exemption.when <= question.told and not base.alleged


def _harmful(question: Question, law: Lawbook, code: str) -> dict[Circumstance, Weighed]:
    """The open circumstances with which the deed would no longer be cleared."""
    tried = {
        one: weigh(question, law, code, suppose=frozenset({one}))
        for one in open_circumstances(question, law, code)
    }
    return {one: weighed for one, weighed in tried.items() if not weighed.cleared}


def _opens(question: Question, law: Lawbook, code: str, way: Way) -> bool:
    """Whether the assessment confirms that this way leads out, given what was told."""
    if not _compatible(question, way):
        return False
    return weigh(question, law, code, suppose=way.suppose, on_cltn=way.on_cltn).cleared


def _compatible(question: Question, way: Way) -> bool:
    told = question.told
    if way.suppose & question.denied:
        return False
    if Circumstance.RESIGNED_EFFECTIVE in way.suppose and Circumstance.NOT_RESIGNED in told:
        return False
    return all(fits(one, told) for one in way.suppose)


def _told(question: Question, way: Way) -> bool:
    return way.suppose <= question.told and (question.on_cltn or not way.on_cltn)


def _conflicts(question: Question, row: DeedAdvice) -> tuple[str, ...]:
    return tuple(
        conflict.text
        for conflict in row.conflicts
        if not (conflict.unless & question.told)
        and (conflict.asked is None or conflict.asked in question.aspects)
    )


def _excuses(
    law: Lawbook, code: str, told: frozenset[Circumstance], *, on_cltn: bool
) -> Iterable[str]:
    """The lawbook's own reasons why the deed is no violation under these circumstances."""
    for rule in compiled(law)[code]:
        yield from _said(rule.excuses, told, on_cltn=on_cltn)
    yield from _said(law.deeds[code].excuses, told, on_cltn=on_cltn)


def _said(
    excuses: Iterable[Excuse], told: frozenset[Circumstance], *, on_cltn: bool
) -> Iterable[str]:
    for excuse in excuses:
        wants_cltn = any(dimension is Dimension.ON_CLTN for dimension, _ in excuse.when.wants)
        fitting = not excuse.when.told or bool(excuse.when.told & told)
        if fitting and not excuse.unless & told and (on_cltn or not wants_cltn):
            yield f"{excuse.reason} Sumber: {excuse.source.reference}."


def _together(question: Question, law: Lawbook, parts: dict[str, _Part], main: str) -> Advice:
    part = parts[main]
    row = law.advice.deeds.get(main) or _silent(main)
    same = [one for one in parts.values() if one.answer is part.answer]
    grounds = (
        ground for one in same for item in one.weighed.items() for ground in item.dasar_hukum
    )
    conditions = dict.fromkeys(one.condition for one in same if one.condition)
    conflicts = dict.fromkeys(text for one in same for text in one.conflicts)
    weighed = [item.status for one in same for item in one.weighed.items()]
    given = [one.status for one in same if one.status is not None]
    reasons = (
        *(reason for code in parts for reason in _about_deed(question, law, code)),
        *(reason for one in same for reason in one.reasons),
    )
    return Advice(
        answer=part.answer,
        condition=" ".join(conditions) or None,
        dasar_hukum=tuple(dict.fromkeys(grounds)),
        sources_conflict=bool(conflicts),
        deeds=tuple(parts),
        kindly=row.kindly,
        reasons=tuple(dict.fromkeys(reasons)),
        conflicts=tuple(conflicts),
        instead=row.instead,
        ask=_contacts(question, law, row.ask),
        status=weakest((*weighed, *given)) if weighed or given else Status.UNVERIFIED,
        on=question.on,
        understood=tuple(one for one in Circumstance if one in question.told),
        lawbook_version=law.version,
    )


def _about_deed(question: Question, law: Lawbook, code: str) -> Iterable[str]:
    """What the lawbook says of the deed, by phase and by status, in its own plain words."""
    deed = law.deeds[code]
    phases = question.phases or frozenset(Phase)
    sides = {
        "Sebelum calon ditetapkan": (deed.before_candidates, {Phase.NO_CONTEST, Phase.BEFORE_SET}),
        "Sesudah calon ditetapkan": (deed.after_candidates, {Phase.AFTER_SET, Phase.CAMPAIGN}),
    }
    shown = {text: name for name, (text, when) in sides.items() if phases & when}
    for text, name in shown.items():
        yield text if len(shown) == 1 else f"{name}: {text[0].lower()}{text[1:]}"
    status = question.status or ActorStatus.PNS
    explained = deed.by_status.get(status if status in deed.by_status else "")
    if explained:
        yield f"Bagi {_NAMES.get(status, status)}: {explained[0].lower()}{explained[1:]}"
    if Circumstance.OWN_FAMILY in question.told and code not in {"spouse_accompany", "vote"}:
        yield _FAMILY
    if code == "attend_campaign":
        yield _IF_SPOUSE
    if code == "spouse_accompany" and "leave" in question.aspects and not question.on_cltn:
        yield _ANNUAL_LEAVE


_NAMES: dict[ActorStatus, str] = {
    ActorStatus.PNS: "PNS",
    ActorStatus.PPPK: "PPPK",
    ActorStatus.HONORER: "pegawai honorer",
    ActorStatus.KEPALA_DESA: "kepala desa",
}


def _contacts(question: Question, law: Lawbook, codes: Iterable[str]) -> tuple[Contact, ...]:
    """Whom to ask; the people of a village have another door than a personnel office."""
    known = law.advice.contacts
    village = question.status in _VILLAGE
    swapped = ("desa" if village and code == "kepegawaian" else code for code in codes)
    return tuple(known[code] for code in dict.fromkeys(swapped) if code in known)


def _listed(law: Lawbook, circumstances: Iterable[Circumstance]) -> str:
    words = law.advice.words
    avoided = [words[one].avoid if one in words else one.label for one in circumstances]
    return avoided[0] if len(avoided) == 1 else f"{'; '.join(avoided[:-1])}; atau {avoided[-1]}"


def _silent(code: str) -> DeedAdvice:
    return DeedAdvice(code, None, None, None, (), (), (), (), ("bawaslu",), ())


def _unsettled(question: Question, law: Lawbook, text: str, ask: tuple[str, ...]) -> Advice:
    """Neither yes nor no: say what is missing, and whom to ask."""
    return Advice(
        answer=Answer.DEPENDS,
        condition=text,
        dasar_hukum=(),
        sources_conflict=False,
        deeds=question.deeds,
        kindly=None,
        reasons=(),
        conflicts=(),
        instead=(),
        ask=_contacts(question, law, ask),
        status=Status.UNVERIFIED,
        on=question.on,
        understood=tuple(one for one in Circumstance if one in question.told),
        lawbook_version=law.version,
    )
