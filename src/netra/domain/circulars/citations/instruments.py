"""Mentions of an instrument in running text, by number, by name, or by pointing back."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from netra.domain.circulars.citations.kinds import (
    ABBREVIATIONS,
    KINDS,
    NUMBER,
    NUMBER_WORD,
    NUMBERED,
    STATE,
    digits,
    plausible_year,
    whole_words,
)
from netra.domain.circulars.citations.letters import find_letters
from netra.domain.circulars.citations.mentions import Mention, Way
from netra.domain.lawbook.regulations import RegulationBook

_BY_KIND = {kind: whole_words(pattern) for kind, pattern in KINDS.items()}
_NUMBERED = re.compile(
    rf"{ABBREVIATIONS}{STATE}{ABBREVIATIONS}(?:\s(?P<name>[A-Za-z][A-Za-z ]{{1,40}}?))??"
    rf"[\s.,:]*{NUMBERED}",
    re.IGNORECASE,
)
_ALSO_NUMBERED = re.compile(
    rf"\s?(?:,\s?(?:dan|serta)?|dan|serta|jo\.?|juncto)\s?(?P<also>(?={NUMBER_WORD}){NUMBERED})",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"{STATE}\s(?:{NUMBER_WORD})?(?P<number>{NUMBER})(?!\s?(?:/|Tahun|Th\b|Thn|[0-9]|persen|orang))"
    r"(?![A-Za-z.,]?[0-9])",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\s(?:tersebut|itu|ini|dimaksud|yang\ssama(?!\s?,?\s?(?:yakni|yaitu)))\b", re.IGNORECASE
)
_RULING = re.compile(
    r"(?:(?:Putusan\s)?(?:Mahkamah\s+Konstitusi|MK)(?:\s\(MK\))?(?:\s(?:RI|Republik\sIndonesia))?"
    r"\s(?:(?:lewat|melalui|dalam|dengan)\s)?)?(?:Putusan(?:nya)?\s)?"
    rf"(?:{NUMBER_WORD})?(?P<number>[0-9]{{1,3}})\s?/\s?PUU\s?-\s?(?P<roman>[IVXLC]+)\s?/\s?"
    r"(?P<year>[0-9]{4})",
    re.IGNORECASE,
)
_RULING_BY_YEAR = re.compile(
    r"Putusan\s(?:Mahkamah\s+Konstitusi|MK)(?:\s(?:RI|Republik\sIndonesia))?\s"
    rf"(?:{NUMBER_WORD})?(?P<number>[0-9]{{1,3}})\s?(?:/|Tahun)\s?(?P<year>[0-9]{{4}})(?!/)",
    re.IGNORECASE,
)
_JOINT_NUMBERS = re.compile(
    r"(?P<between>[^.;\n]{0,320}?)"
    r"(?P<numbers>Nomor\s?:?\s?[0-9][\w./-]*\s?(?:Tahun\s(?P<year>[0-9]{4}))?"
    r"(?:\s?,?\s?(?:dan\s)?Nomor\s?:?\s?[0-9][\w./-]*(?:\sTahun\s[0-9]{4})?)*)",
    re.IGNORECASE,
)
_YEAR_INSIDE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_AGE = re.compile(r"(?:\syang)?\s(?P<age>baru|terbaru|lama)\b", re.IGNORECASE)
_OF_YEAR = re.compile(
    r"(?:\s(?:dan|/)\s?lembaga)?\s(?:tahun\s)?(?P<year>20[0-9]{2})\b", re.IGNORECASE
)
_UP_TO_NEUTRALITY = re.compile(
    r"[^.;\n0-9]{0,260}?\stentang\s[^.;\n0-9]{0,60}?netralitas(?:\s(?:pegawai\s)?ASN\b)?",
    re.IGNORECASE,
)
_AND_BODIES = re.compile(r"(?:\s(?:dan|serta)\s|/)lembaga(?:\snegara)?\b", re.IGNORECASE)
_JOINT = ("skb", "peraturan-bersama")


def find_mentions(text: str, book: RegulationBook) -> list[Mention]:
    """Every mention in cleaned ``text``, left to right; where two overlap the longer stands."""
    found = [
        *_numbered(text),
        *_rulings(text, book),
        *find_letters(text, book),
        *_named(text, book),
        *_about_neutrality(text, book),
        *_pointing_back(text),
    ]
    found.sort(key=lambda one: (one.start, one.start - one.end))
    kept: list[Mention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _numbered(text: str) -> Iterator[Mention]:
    for kind, pattern in _BY_KIND.items():
        for word in pattern.finditer(text):
            if kind == "uud":
                yield Mention(word.start(), word.end(), Way.NUMBER, "uud", number="", year="1945")
            elif kind in _JOINT:
                yield from _joint(text, kind, word)
            else:
                yield from _one_numbered(text, kind, word)


def _one_numbered(text: str, kind: str, word: re.Match[str]) -> Iterator[Mention]:
    rest = _NUMBERED.match(text, word.end())
    if rest is None or not plausible_year(rest["year"]):
        short = _SHORT.match(text, word.end())
        if short and kind != "pkpu" and not text[word.start()].islower():
            yield Mention(
                word.start(), short.end(), Way.NUMBER, kind, number=digits(short["number"])
            )
        return
    start = word.start()
    while rest and plausible_year(rest["year"]):
        number, year = _number(rest["number"]), digits(rest["year"])
        yield Mention(start, rest.end(), Way.NUMBER, kind, number=number, year=year)
        rest = _ALSO_NUMBERED.match(text, rest.end())
        start = rest.start("also") if rest else start


def _number(written: str) -> str:
    letter = written[-1] if written[-1].isalpha() and written[-1] not in "OolI" else ""
    return digits(written.removesuffix(letter)) + letter.lower()


def _joint(text: str, kind: str, word: re.Match[str]) -> Iterator[Mention]:
    """Joint decrees carry one number for each signer; together they are one instrument."""
    rest = _JOINT_NUMBERS.match(text, word.end())
    if rest is None or re.search(r"\b(?:Pasal|Undang|UU|PP)\b", rest["between"]):
        return
    year = _YEAR_INSIDE.search(rest["numbers"])
    yield Mention(
        word.start(),
        rest.start("numbers") + len(rest["numbers"].rstrip(" .,;")),
        Way.NUMBER,
        kind,
        number=rest["numbers"],
        year=year[1] if year else None,
    )


def _rulings(text: str, book: RegulationBook) -> Iterator[Mention]:
    for found in _RULING.finditer(text):
        number = int(found["number"])
        code = f"mk-{number}-puu-{found['roman'].lower()}-{found['year']}"
        yield Mention(found.start(), found.end(), Way.CODE, "mk", codes=(code,))
    for found in _RULING_BY_YEAR.finditer(text):
        head, tail = f"mk-{int(found['number'])}-puu-", f"-{found['year']}"
        codes = tuple(code for code in book if code.startswith(head) and code.endswith(tail))
        written = (f"{head.removesuffix('puu-')}{found['year']}",)
        yield Mention(found.start(), found.end(), Way.CODE, "mk", codes=codes or written)


def _named(text: str, book: RegulationBook) -> Iterator[Mention]:
    for name, codes in names(book).items():
        for found in _name_pattern(name).finditer(text):
            end = found.end()
            bodies = _AND_BODIES.match(text, end)
            end = bodies.end() if bodies else end
            age = _AGE.match(text, end)
            year = _OF_YEAR.match(text, end)
            tail = age or year
            yield Mention(
                found.start(),
                tail.end() if tail else end,
                Way.NAME,
                _kind_of(name),
                codes=codes,
                year=year["year"] if year else None,
                age=age["age"].lower() if age else None,
            )


def _about_neutrality(text: str, book: RegulationBook) -> Iterator[Mention]:
    """``SKB Menteri PANRB, Mendagri, …, tentang netralitas``: its signers, but no number."""
    codes = next((bearers for name, bearers in names(book).items() if _kind_of(name) == "skb"), ())
    for word in _BY_KIND["skb"].finditer(text):
        rest = _UP_TO_NEUTRALITY.match(text, word.end())
        if rest and codes:
            yield Mention(word.start(), rest.end(), Way.NAME, "skb", codes=codes)


def names(book: RegulationBook) -> Mapping[str, tuple[str, ...]]:
    """Each name without a number → the codes that bear it."""
    bearers: dict[str, tuple[str, ...]] = {}
    for code, regulation in book.items():
        for name in regulation.names:
            bearers[name] = (*bearers.get(name, ()), code)
    return bearers


def _kind_of(name: str) -> str:
    first = name.split(maxsplit=1)[0].lower()
    return first if first in KINDS else ""


@lru_cache(maxsize=256)
def _name_pattern(name: str) -> re.Pattern[str]:
    """``UU ASN`` also finds ``Undang-Undang (UU) tentang ASN``; commas may be missing."""
    kind, *rest = name.split()
    words = r"\s".join(re.escape(one).replace(",", ",?") for one in rest)
    words = words.replace("Wali", r"Wali\s?").replace(r"\s?\s", r"\s?")
    if kind.lower() not in KINDS:
        whole = r"\s".join(re.escape(one) for one in name.split()).replace(r"\-", r"\s?-?\s?")
        return whole_words(rf"{whole}(?![A-Za-z])")
    return whole_words(
        rf"(?:{KINDS[kind.lower()]}){ABBREVIATIONS}{STATE}\s"
        rf"(?:(?:tentang|mengenai)\s)?{words}(?![A-Za-z])"
    )


def _pointing_back(text: str) -> Iterator[Mention]:
    for kind, pattern in _BY_KIND.items():
        for word in pattern.finditer(text):
            back = _BACK.match(text, word.end())
            if back:
                yield Mention(word.start(), back.end(), Way.BACK, kind)
