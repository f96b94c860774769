"""Circulars, letters and decisions: instruments told apart by who signed them and a file number."""

import re
from collections.abc import Iterator

from netra.domain.circulars.citations.mentions import Mention, Way
from netra.domain.lawbook.regulations import RegulationBook, RegulationKind

_FILE = r"(?P<file>(?:SE/)?[A-Z]{0,2}-?[/]?[0-9](?:[\w./-]*[0-9A-Za-z])?)"
_LETTER = re.compile(
    r"(?<![A-Za-z0-9])(?:(?P<circular>Surat\s+Edaran(?:\s\(SE\))?|SE|S\.E\.)|(?P<decision>"
    r"(?:Surat\s+)?Keputusan|SK)|(?P<letter>Surat))(?P<issuer>(?:\s[A-Za-z(][A-Za-z()/-]*){0,14}?)"
    rf"\s(?:(?P<word>Nom[o0]r|No)\b\s?[.:]*\s?)?{_FILE}(?:\sTahun\s(?P<year>[0-9]{{4}}))?",
    re.IGNORECASE,
)
_YEAR_LAST = re.compile(r"(?:^|[/-])((?:19|20)[0-9]{2})$")
_ISSUERS = (
    ("menpanrb", r"Pendayagunaan\s+Aparatur\s+Negara|\bPAN\b|\bPAN\s?-?\s?RB|MenPAN"),
    ("mendagri", r"Dalam\s+Negeri|Mendagri|Kemendagri"),
    ("kasn", r"Komisi\s+Aparatur|KASN"),
    ("bkn", r"Badan\s+Kepegawaian\s+Negara|BKN"),
    ("bawaslu", r"Bawaslu|Badan\s+Pengawas"),
    ("kpu", r"\bKPU\b|Komisi\s+Pemilihan"),
    ("sekda", r"Sekda|Sekretaris\s+Daerah"),
    ("gubernur", r"Gubernur"),
    ("bupati", r"Bupati"),
    ("walikota", r"Wali\s?kota"),
)
_NO_ISSUER = re.compile(
    r"\b(?:Pasal|Undang|UU|PP|Bersama|Edaran|Presiden|Putusan)\b", re.IGNORECASE
)


def find_letters(text: str, book: RegulationBook) -> Iterator[Mention]:
    """Letters that name their signer, or that the lawbook knows by number and year.

    A heading with a bare file number is the letter itself, and no citation.
    """
    for found in _LETTER.finditer(text):
        issuer_text = found["issuer"]
        year = found["year"] or _year(found["file"])
        if year is None or _NO_ISSUER.search(issuer_text):
            continue
        number = _short_number(found["file"], year)
        issuer = next(
            (name for name, how in _ISSUERS if re.search(how, issuer_text, re.IGNORECASE)), ""
        )
        code = _known(book, found, number, year, issuer_text)
        if code is None:
            if not issuer or not found["word"]:
                continue
            prefix = "se" if found["circular"] else "sk" if found["decision"] else "surat"
            code = f"{prefix}-{issuer}-{number}-{year}"
        yield Mention(found.start(), found.end(), Way.CODE, code.partition("-")[0], codes=(code,))


def _year(file: str) -> str | None:
    last = _YEAR_LAST.search(file)
    return last[1] if last else None


def _short_number(file: str, year: str) -> str:
    """``B/71/M.SM.00.00/2017`` → ``b-71``; ``18/2023`` → ``18``; ``SE/06/…`` → ``6``."""
    parts = [part for part in file.removesuffix(year).split("/") if part]
    if parts and parts[0].upper() == "SE":
        parts = parts[1:]
    if len(parts) > 1 and len(parts[0]) == 1 and parts[0].isalpha():
        parts = [f"{parts[0]}-{parts[1]}"]
    return re.sub(r"[^a-z0-9]+", "-", parts[0].lower()).strip("-").lstrip("0") if parts else ""


def _known(
    book: RegulationBook, found: re.Match[str], number: str, year: str, issuer: str
) -> str | None:
    kinds = {RegulationKind.KEPUTUSAN} if found["decision"] else {RegulationKind.SURAT_EDARAN}
    endings = (f"-{number}-{year}", f"-0{number}-{year}")
    fitting = {
        code: code.removesuffix(ending)
        for code, regulation in book.items()
        for ending in endings
        if regulation.kind in kinds and code.endswith(ending)
    }
    signed = [code for code, head in fitting.items() if _signed_by(head, issuer)]
    if signed:
        return signed[0]
    return next(iter(fitting)) if len(fitting) == 1 and not issuer.strip() else None


def _signed_by(head: str, issuer: str) -> bool:
    """Whether the signer in a code (``se-sekda-cilegon``) is the one written out."""
    patterns = {**dict(_ISSUERS), "menpan": dict(_ISSUERS)["menpanrb"]}
    return all(
        re.search(patterns.get(part, rf"\b{part}\b"), issuer, re.IGNORECASE)
        for part in head.split("-")[1:]
    )
