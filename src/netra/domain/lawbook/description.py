"""One entry of the lawbook in plain Indonesian, as it stands on a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from netra.domain.lawbook.acts import Act, ClassRow
from netra.domain.lawbook.authorities import AuthorityRow
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.contents import plain
from netra.domain.lawbook.deeds import Deed
from netra.domain.lawbook.forms import Form, NumberPattern
from netra.domain.lawbook.procedures import ClockRule
from netra.domain.lawbook.regulations import Regulation
from netra.domain.lawbook.text import STATUS_TEXT, citation_text, period_text
from netra.domain.lawbook.values import Period, Source


@dataclass(frozen=True, slots=True)
class Description:
    """What stands under a code: the kind of entry, readable lines, and the same as plain data."""

    code: str
    kind: str
    lines: tuple[str, ...]
    data: object


def describe(law: Lawbook, code: str, on: date) -> Description:
    """Any code of the lawbook on a day; ``KeyError`` when nothing has this code."""
    if code in law.regulations:
        return _described(code, "peraturan", _regulation(law, code, on), law.regulations[code])
    if code in law.acts:
        return _described(code, "butir larangan", _act(law, law.acts[code], on), law.acts[code])
    if code in law.deeds:
        return _described(code, "perbuatan", _deed(law.deeds[code]), law.deeds[code])
    if code in law.clocks:
        rules = law.clocks[code]
        return _described(code, "tenggat", _clock(law, rules, on), rules)
    for row in law.authorities:
        if row.code == code:
            return _described(code, "instansi", _authority(law, row, on), row)
    if code in law.forms.forms:
        form = law.forms.forms[code]
        return _described(code, "formulir", _form(form), form)
    if code in law.forms.numbers:
        pattern = law.forms.numbers[code]
        return _described(code, "pola nomor", _number(pattern), pattern)
    raise KeyError(code)


def all_codes(law: Lawbook) -> tuple[str, ...]:
    """Every code that ``describe`` knows."""
    return (
        *law.regulations,
        *law.acts,
        *law.deeds,
        *law.clocks,
        *(row.code for row in law.authorities),
        *law.forms.forms,
        *law.forms.numbers,
    )


def _described(code: str, kind: str, lines: Iterator[str], value: object) -> Description:
    return Description(code, kind, tuple(lines), plain(value))


def _source(source: Source) -> str:
    note = f" {source.note}" if source.note else ""
    return (
        f"Sumber: {source.reference} (diperiksa {source.last_checked.isoformat()}, "
        f"{STATUS_TEXT[source.status]}).{note}"
    )


def _holds(period: Period, on: date) -> str:
    held = "berlaku" if period.contains(on) else "tidak berlaku"
    return f"{held} pada {on.isoformat()}; masa berlaku: {period_text(period)}"


def _regulation(law: Lawbook, code: str, on: date) -> Iterator[str]:
    regulation: Regulation = law.regulations[code]
    yield f"{regulation.short}: {regulation.title}"
    yield law.regulations.standing(code, on).sentence
    yield f"Ditetapkan: {regulation.issued}. Mulai berlaku: {regulation.in_force_from}."
    for relation, words in (
        ("amends", "Mengubah"),
        ("replaces", "Menggantikan"),
        ("replaced_by", "Digantikan oleh"),
        ("changed_by", "Diubah maknanya oleh"),
    ):
        others = [law.regulations[one].short for one in getattr(regulation, relation)]
        if others:
            yield f"{words}: {', '.join(others)}."
    yield _source(regulation.source)
    for provision in regulation.provisions:
        if not provision.period.contains(on):
            continue
        penalty = f" Ancaman: {provision.penalty}." if provision.penalty else ""
        mark = STATUS_TEXT[provision.source.status]
        yield f"{provision.at.place}: {provision.summary}{penalty} [{mark}]"


def _class_text(name: str, rows: tuple[ClassRow, ...]) -> str:
    if not rows:
        return f"{name}: tidak memberi kelas"
    return f"{name}: " + ", ".join(
        f"{row.value.value if row.value else 'kelas belum terbaca'} "
        f"[{STATUS_TEXT[row.source.status]}]"
        for row in rows
    )


def _act(law: Lawbook, act: Act, on: date) -> Iterator[str]:
    yield f"{act.code}: {act.title}"
    yield act.summary
    yield _holds(act.period, on)
    subjects = ", ".join(f"{one} [{STATUS_TEXT[mark]}]" for one, mark in act.subjects.items())
    yield f"Rezim: {act.regime}. Mengikat: {subjects or 'tidak disebut'}."
    yield _class_text("Kelas menurut SKB", act.skb)
    yield _class_text("Kelas menurut PP 94/2021", act.pp94)
    for ground in act.grounds_on(on):
        mark = STATUS_TEXT[ground.source.status]
        yield f"Dasar hukum: {citation_text(law.regulations, ground.citation)} [{mark}]"
    for span in act.ranges:
        if span.period.contains(on):
            yield f"Ancaman: {span.text} [{STATUS_TEXT[span.source.status]}]"
    yield from (f"Termasuk: {example}" for example in act.is_the_act)
    yield from (f"Tidak termasuk: {example}" for example in act.is_not_the_act)
    yield _source(act.source)


def _deed(deed: Deed) -> Iterator[str]:
    yield f"{deed.title}: {deed.plain}"
    yield f"Sebelum calon ditetapkan: {deed.before_candidates}"
    yield f"Sesudah calon ditetapkan: {deed.after_candidates}"
    acts = sorted({code for row in deed.maps for code in row.acts})
    yield f"Mungkin termasuk: {', '.join(acts) or 'belum ada butir; perlu diteliti'}"
    yield from (f"Contoh: {example}" for example in deed.examples)
    yield from (f"Bukan: {example}" for example in deed.not_this)
    yield _source(deed.source)


def _clock(law: Lawbook, rules: tuple[ClockRule, ...], on: date) -> Iterator[str]:
    yield rules[0].title
    for rule in rules:
        kinds = ", ".join(rule.contests)
        number = (
            f"{rule.number} {rule.counting.replace('_', ' ')}"
            if rule.number is not None
            else "belum ada angka yang terbaca"
        )
        yield f"{kinds}: {number} sejak {rule.starts_from} ({_holds(rule.period, on)})"
        grounds = ", ".join(citation_text(law.regulations, one) for one in rule.dasar_hukum)
        yield f"  Dasar hukum: {grounds}"
        yield f"  Bila lewat: {rule.consequence}"
        yield f"  Menggugurkan dengan sendirinya: {'ya' if rule.lapses else 'tidak'}"
        yield f"  {_source(rule.source)}"


def _authority(law: Lawbook, row: AuthorityRow, on: date) -> Iterator[str]:
    yield row.name
    yield f"Jalur {row.track}, tugas {row.duty}, instansi {row.authority}"
    yield _holds(row.period, on) + ("" if row.enabled else "; belum dinyalakan")
    yield f"Terlapor: {', '.join(row.subjects) or 'semua'}"
    if row.roles:
        yield f"Peran: {', '.join(row.roles)}"
    if row.candidates:
        yield f"Yang mungkin: {', '.join(row.candidates)}"
    yield "Dasar hukum: " + ", ".join(
        citation_text(law.regulations, one) for one in row.dasar_hukum
    )
    yield _source(row.source)


def _form(form: Form) -> Iterator[str]:
    yield form.title
    for model in form.models:
        name = model.model or "kode belum diketahui"
        yield f"{model.contest}: {name} ({period_text(model.period)})"
    for one in form.fields:
        yield f"{one.section}: {one.label}" + ("" if one.required else " (boleh kosong)")
    yield _source(form.source)


def _number(pattern: NumberPattern) -> Iterator[str]:
    yield f"{pattern.title}: {pattern.template}"
    yield from (f"Pernah terbaca: {text}" for text in pattern.seen)
    yield _source(pattern.source)
