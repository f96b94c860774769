"""What is forbidden, by deed in plain words; the pasal stand behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from netra.apps.organisations.clock import now as read_clock
from netra.apps.ports import wired
from netra.domain.calendar import Zone
from netra.domain.intake.text import clean_line
from netra.domain.lawbook.acts import Act, ClassRow
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.conditions import Condition, Dimension
from netra.domain.lawbook.deeds import Deed
from netra.domain.lawbook.text import STATUS_TEXT, citation_text
from netra.domain.lawbook.values import Status, weakest
from netra.domain.lawbook.vocabulary import SanctionClass, TargetKind
from netra.web.public.areas import AREAS, deeds_in

_LONGEST_SEARCH = 100


@dataclass(frozen=True, slots=True)
class Card:
    """One deed in the list."""

    code: str
    title: str
    href: str
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Deeds that belong together."""

    title: str
    text: str
    deeds: tuple[Card, ...]


_CLASSES: Mapping[SanctionClass | None, str] = {
    SanctionClass.MORAL: "sanksi moral",
    SanctionClass.SEDANG: "hukuman disiplin sedang",
    SanctionClass.BERAT: "hukuman disiplin berat",
    SanctionClass.PTDH: "pemberhentian tidak dengan hormat",
    SanctionClass.SATGAS: "dibahas dan diputus Satgas",
    None: "tanpa golongan, tergantung perbuatannya",
}
_STATUSES: Mapping[str, str] = {
    "pns": "PNS",
    "pppk": "PPPK",
    "honorer": "Honorer",
    "kepala_desa": "Kepala desa",
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All deeds, or those that hold every word searched for."""
    law = wired().lawbook()
    wanted = clean_line(request.GET.get("cari", "")[:_LONGEST_SEARCH])
    groups = _found(law, wanted.casefold().split()) if wanted else _groups(law)
    return render(
        request,
        "public/larangan_list.html",
        {"section": "larangan", "groups": groups, "wanted": wanted},
    )


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    """One deed: before and after candidates are set, for whom, what it is not, its pasal."""
    law = wired().lawbook()
    deed = law.deeds.get(code)
    if deed is None:
        raise Http404
    on = read_clock().astimezone(Zone.WIB.tzinfo).date()
    before = _acts_of(deed, law, TargetKind.BAKAL_CALON)
    after = _acts_of(deed, law, TargetKind.CALON)
    every = tuple({act.code: act for act in (*before, *after)}.values())
    status = weakest([deed.source.status, *(act.source.status for act in every)])
    return render(
        request,
        "public/larangan_detail.html",
        {
            "section": "larangan",
            "deed": {"title": deed.title, "sentence": deed.plain},
            "sides": [
                _side("Sebelum calon ditetapkan", deed.before_candidates, before, law, on),
                _side("Sesudah calon ditetapkan", deed.after_candidates, after, law, on),
            ],
            "groups": _by_status(deed),
            "not_the_act": deed.not_this,
            "examples": deed.examples,
            "grounds": _grounds(every, law, on),
            "note": _certainty(status, deed),
            "report_href": reverse("lapor"),
        },
    )


def card(deed: Deed) -> Card:
    """A deed as a list shows it."""
    return Card(deed.code, deed.title, reverse("larangan", args=[deed.code]), deed.plain, ())


@lru_cache(maxsize=4)
def _groups(law: Lawbook) -> tuple[Group, ...]:
    found = (
        Group(area.title, area.text, tuple(card(deed) for deed in deeds_in(area, law)))
        for area in AREAS
    )
    return tuple(group for group in found if group.deeds)


def _found(law: Lawbook, words: list[str]) -> tuple[Group, ...]:
    hits = tuple(
        card(deed)
        for deed in law.deeds.values()
        if all(word in _searched(law)[deed.code] for word in words)
    )
    return (Group("Yang cocok", "", hits),) if hits else ()


@lru_cache(maxsize=4)
def _searched(law: Lawbook) -> Mapping[str, str]:
    return {
        deed.code: " ".join((deed.title, deed.plain, deed.help, *deed.examples)).casefold()
        for deed in law.deeds.values()
    }


def _acts_of(deed: Deed, law: Lawbook, target: TargetKind) -> tuple[Act, ...]:
    """The acts the deed may come under, when it is for somebody who is ``target`` by then."""
    codes = dict.fromkeys(
        code for row in deed.maps if _allows(row.when, target) for code in row.acts
    )
    acts = (law.acts[code] for code in codes)
    return tuple(act for act in acts if _allows(act.applies, target))


def _allows(condition: Condition, target: TargetKind) -> bool:
    return all(
        target in values for dimension, values in condition.wants if dimension is Dimension.TARGET
    )


def _side(
    title: str, outcome: str, acts: tuple[Act, ...], law: Lawbook, on: date
) -> dict[str, object]:
    return {
        "title": title,
        "outcome": outcome,
        "sanctions": [{"by": act.title, "text": text} for act in acts if (text := _classes(act))],
        "grounds": _grounds(acts, law, on),
    }


def _classes(act: Act) -> str:
    """The class as each text prints it, side by side: where two differ, netra settles nothing."""
    texts = (("SKB 2022", act.skb), ("PP 94/2021", act.pp94))
    told = [f"Menurut {name}: {_words(rows)}." for name, rows in texts if _gives_class(rows)]
    if told or not any(rows for _, rows in texts):
        return " ".join(told)
    return "Golongannya tidak disebut dalam aturan; pejabat yang berwenang menilainya."


def _gives_class(rows: tuple[ClassRow, ...]) -> bool:
    return any(row.value is not None for row in rows)


def _words(rows: tuple[ClassRow, ...]) -> str:
    return " atau ".join(dict.fromkeys(_CLASSES[row.value] for row in rows))


def _grounds(acts: tuple[Act, ...], law: Lawbook, on: date) -> list[str]:
    """The pasal in force on a day, each once."""
    texts = (
        citation_text(law.regulations, ground.citation)
        for act in acts
        for ground in act.grounds_on(on)
    )
    return list(dict.fromkeys(texts))


def _by_status(deed: Deed) -> list[dict[str, str]]:
    return [
        {"title": _STATUSES.get(status, status), "text": text}
        for status, text in deed.by_status.items()
    ]


def _certainty(status: Status, deed: Deed) -> str:
    note = f"Kepastian yang paling lemah di halaman ini: {STATUS_TEXT[status]}."
    if deed.to_be_researched:
        return f"{deed.to_be_researched} {note}"
    return note
