"""What the lawbook holds: acts, deeds, regulations on a day, and how sure it is."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from netra.api.problems import Refused, problems
from netra.apps.ports import wired
from netra.domain.lawbook.acts import Act, ClassRow
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.deeds import Deed
from netra.domain.lawbook.regulations import RegulationBook
from netra.domain.lawbook.text import citation_text
from netra.domain.lawbook.values import Source

router = Router(tags=["lawbook"])


class SourceAnswer(Schema):
    """Where a value was read, when it was last checked, how certain it is."""

    reference: str
    last_checked: date
    status: str


class ClassAnswer(Schema):
    """A sanction class as one text prints it; ``null``: the text gives none."""

    value: str | None
    source: SourceAnswer


class GroundAnswer(Schema):
    """A legal basis and the days it holds."""

    text: str
    valid_from: date | None
    valid_until: date | None
    status: str


class ActAnswer(Schema):
    """One prohibited act. ``skb`` and ``pp94`` are kept apart; a conflict is shown, not settled."""

    code: str
    title: str
    summary: str
    regime: str
    tracks: list[str]
    valid_from: date | None
    valid_until: date | None
    subjects: dict[str, str]
    elements: list[str]
    skb: list[ClassAnswer]
    pp94: list[ClassAnswer]
    dasar_hukum: list[GroundAnswer]
    is_the_act: list[str]
    is_not_the_act: list[str]
    source: SourceAnswer


class DeedAnswer(Schema):
    """What people report, without any legal label."""

    code: str
    title: str
    plain: str
    before_candidates: str
    after_candidates: str
    by_status: dict[str, str]
    not_this: list[str]
    examples: list[str]
    acts: list[str]
    to_be_researched: str | None
    source: SourceAnswer


class ProvisionAnswer(Schema):
    """One article as far as it is known, in netra's own words."""

    at: str
    summary: str
    penalty: str | None
    valid_from: date | None
    valid_until: date | None
    source: SourceAnswer


class OnDay(Schema):
    """The day asked about."""

    on: date = Field(description="Berlakukah pada tanggal ini?")


class RegulationAnswer(Schema):
    """One instrument and whether it holds on the day asked about."""

    code: str
    short: str
    title: str
    kind: str
    on: date
    force: str
    sentence: str
    in_force_from: str
    in_force_until: str | None
    amends: list[str]
    replaces: list[str]
    replaced_by: list[str]
    provisions: list[ProvisionAnswer]
    source: SourceAnswer


class LawbookAnswer(Schema):
    """Which lawbook answers here; ``version`` is the SHA-256 of its documents."""

    version: str
    counts: dict[str, int]
    statuses: dict[str, int]


@router.get("/acts", response=list[ActAnswer], summary="Semua butir larangan", operation_id="acts")
def acts(request: HttpRequest) -> object:
    """Kode etik, disiplin, pidana dan lainnya, menurut kodenya."""
    law = wired().lawbook()
    return [_act(one, law.regulations) for one in law.acts.values()]


@router.get(
    "/acts/{code}",
    response={200: ActAnswer, **problems(404)},
    summary="Satu butir larangan",
    operation_id="act",
)
def act(request: HttpRequest, code: str) -> object:
    """Unsur, subjek, kelas sanksi menurut SKB dan menurut PP 94, dasar hukum, contoh."""
    law = wired().lawbook()
    found = law.acts.get(code)
    if found is None:
        raise Refused(404, "Tidak ada butir dengan kode ini. Daftarnya: /api/v1/acts.")
    return _act(found, law.regulations)


@router.get("/deeds", response=list[DeedAnswer], summary="Perbuatan", operation_id="deeds")
def deeds(request: HttpRequest) -> object:
    """Yang dilaporkan orang, dengan kata sehari-hari."""
    return [_deed(one) for one in wired().lawbook().deeds.values()]


@router.get(
    "/regulations/{code}",
    response={200: RegulationAnswer, **problems(404, 422)},
    summary="Satu peraturan pada satu tanggal",
    operation_id="regulation",
)
def regulation(request: HttpRequest, code: str, asked: Query[OnDay]) -> object:
    """Masa berlaku, yang menggantikan, dan pasal yang sudah diketahui."""
    book = wired().lawbook().regulations
    if code not in book:
        raise Refused(404, "Peraturan ini tidak ada dalam lawbook.")
    standing = book.standing(code, asked.on)
    found = standing.regulation
    return {
        "code": found.code,
        "short": found.short,
        "title": found.title,
        "kind": found.kind.value,
        "on": asked.on,
        "force": standing.force.value,
        "sentence": standing.sentence,
        "in_force_from": str(found.in_force_from),
        "in_force_until": str(found.in_force_until) if found.in_force_until else None,
        "amends": list(found.amends),
        "replaces": list(found.replaces),
        "replaced_by": list(found.replaced_by),
        "provisions": [
            {
                "at": one.at.place,
                "summary": one.summary,
                "penalty": one.penalty,
                "valid_from": one.period.valid_from,
                "valid_until": one.period.valid_until,
                "source": _source(one.source),
            }
            for one in found.provisions
            if one.period.contains(asked.on)
        ],
        "source": _source(found.source),
    }


@router.get("/lawbook", response=LawbookAnswer, summary="Lawbook ini", operation_id="lawbook")
def lawbook(request: HttpRequest) -> object:
    """Versi, jumlah isi, dan berapa yang sudah terverifikasi."""
    law = wired().lawbook()
    return {
        "version": law.version,
        "counts": {
            "regulations": len(law.regulations),
            "acts": len(law.acts),
            "deeds": len(law.deeds),
            "clocks": len(law.clocks),
            "authorities": len(law.authorities),
        },
        "statuses": Counter(source.status.value for source in _sources(law)),
    }


def _sources(law: Lawbook) -> Iterable[Source]:
    for instrument in law.regulations.values():
        yield instrument.source
        yield from (one.source for one in instrument.provisions)
    yield from (one.source for one in law.acts.values())
    yield from (one.source for one in law.deeds.values())
    yield from (rule.source for rules in law.clocks.values() for rule in rules)
    yield from (row.source for row in law.authorities)


def _source(source: Source) -> dict[str, object]:
    return {
        "reference": source.reference,
        "last_checked": source.last_checked,
        "status": source.status.value,
    }


def _act(act: Act, book: RegulationBook) -> dict[str, object]:
    return {
        "code": act.code,
        "title": act.title,
        "summary": act.summary,
        "regime": act.regime.value,
        "tracks": [track.value for track in act.tracks],
        "valid_from": act.period.valid_from,
        "valid_until": act.period.valid_until,
        "subjects": {subject.value: status.value for subject, status in act.subjects.items()},
        "elements": list(act.elements),
        "skb": [_class(row) for row in act.skb],
        "pp94": [_class(row) for row in act.pp94],
        "dasar_hukum": [
            {
                "text": citation_text(book, ground.citation),
                "valid_from": ground.period.valid_from,
                "valid_until": ground.period.valid_until,
                "status": ground.source.status.value,
            }
            for ground in act.grounds
        ],
        "is_the_act": list(act.is_the_act),
        "is_not_the_act": list(act.is_not_the_act),
        "source": _source(act.source),
    }


def _class(row: ClassRow) -> dict[str, object]:
    return {"value": row.value.value if row.value else None, "source": _source(row.source)}


def _deed(deed: Deed) -> dict[str, object]:
    return {
        "code": deed.code,
        "title": deed.title,
        "plain": deed.plain,
        "before_candidates": deed.before_candidates,
        "after_candidates": deed.after_candidates,
        "by_status": dict(deed.by_status),
        "not_this": list(deed.not_this),
        "examples": list(deed.examples),
        "acts": list(dict.fromkeys(code for row in deed.maps for code in row.acts)),
        "to_be_researched": deed.to_be_researched,
        "source": _source(deed.source),
    }
