"""How the sorts of instrument are written in running text, and how a number and a year follow."""

import re

_UU = r"(?:Undang\s?-?\s?Undang|Undang2|U\.\s?U\.|UU)"
_PANRB = (
    r"(?:Pendayagunaan\s+Aparatur\s+Negara(?:\s+dan\s+Reformasi\s+Birokrasi)?"
    r"|PAN\s?-?\s?RB|PAN\s+dan\s+RB|PAN)"
)
_PLACE = r"(?:\s+(?:Provinsi|Kabupaten|Kota))?(?:\s+(?-i:[A-Z][a-z]+)){0,3}"

KINDS: dict[str, str] = {
    "perppu": rf"Peraturan\s+Pemerintah\s+Pengganti\s+{_UU}|Perp+u",
    "uud": (
        rf"{_UU}\s+Dasar(?:\s+Negara(?:\s+Republik\s+Indonesia|\s+RI)?)?(?:\s+Tahun)?\s+1945"
        r"|UUD(?:\s+NRI)?(?:\s+(?:Tahun\s+)?1945)?"
    ),
    "uu": _UU,
    "pp": r"Peraturan\s+Pemerintah(?!\s+(?:Pengganti|Daerah))|P\.\s?P\.|PP",
    "perpres": r"Peraturan\s+Presiden|Perpres",
    "keppres": r"Keputusan\s+Presiden|Kepp?res",
    "inpres": r"Instruksi\s+Presiden|Inpres",
    "perbawaslu": (
        r"Peraturan\s+(?:Badan\s+Pengawas\s+(?:Pemilihan\s+Umum|Pemilu)|Bawaslu)|Perbawaslu"
    ),
    "pkpu": r"Peraturan\s+(?:Komisi\s+Pemilihan\s+Umum|KPU)|PKPU",
    "peraturan-bkn": (
        r"Peraturan\s+(?:Kepala\s+)?(?:Badan\s+Kepegawaian\s+Negara|BKN)|Per(?:ka|ban)?\s?BKN"
    ),
    "permenpanrb": rf"Peraturan\s+Menteri\s+{_PANRB}|Permen\s?PAN(?:\s?-?\s?RB)?",
    "permendagri": r"Peraturan\s+Menteri\s+Dalam\s+Negeri|Permendagri",
    "perda": rf"(?:Peraturan\s+Daerah|Perda){_PLACE}",
    "pergub": rf"(?:Peraturan\s+Gubernur|Pergub){_PLACE}",
    "perbup": rf"(?:Peraturan\s+Bupati|Perbup){_PLACE}",
    "perwali": rf"(?:Peraturan\s+Wali\s?kota|Perwal(?:i|kot)?){_PLACE}",
    "peraturan-bersama": r"Peraturan\s+Bersama|Perber",
    "skb": r"Surat\s+Keputusan\s+Bersama|Kep(?:utusan|\.)?\s+Bersama|SKB",
}
"""The first part of a lawbook code → a pattern; read without regard to case."""

ABBREVIATIONS = (
    r"(?:\s*\((?:UU|PP|SKB|Perppu|Perpu|Perpres|Perbawaslu|PKPU|Perda|Perbup|Perwali)(?:\s+RI)?\))?"
)
"""``Peraturan Pemerintah (PP)``."""
STATE = r"(?:\s+(?:Negara\s+)?(?:Republik\s+Indonesia|RI)\b)?"

_DIGIT = "[0-9OolI]"
NUMBER = rf"(?=[OolI]*[0-9]){_DIGIT}{{1,4}}(?:[A-Z](?![A-Za-z]))?"
"""Scanners read 0 as O and 1 as l; at least one true digit must be left."""
YEAR = rf"(?=[OolI]*[0-9]){_DIGIT}{{4}}(?![0-9A-Za-z])"
NUMBER_WORD = r"(?:Nom[o0e]r|Nmr|No)\s?[.:]*\s?"
_YEAR_WORD = r"(?:\s?/\s?|\s?,?\s?(?:Tahun|Thn|Th)\b\s?\.?\s?)"
NUMBERED = rf"(?:{NUMBER_WORD})?(?P<number>{NUMBER}){_YEAR_WORD}(?P<year>{YEAR})"
"""``Nomor 5 Tahun 2014``, ``No.5/2014``, ``5 Th. 2014``."""

_MISREAD = str.maketrans("OolIi", "00111")
_EARLIEST_YEAR = 1945
_LATEST_YEAR = 2100


def digits(written: str) -> str:
    """``2O14`` → ``2014``; no leading zeros."""
    return written.translate(_MISREAD).lstrip("0") or "0"


def plausible_year(written: str) -> bool:
    return digits(written).isdigit() and _EARLIEST_YEAR <= int(digits(written)) <= _LATEST_YEAR


def whole_words(pattern: str) -> re.Pattern[str]:
    """Compile for running text: no letter or digit directly before it."""
    return re.compile(rf"(?<![A-Za-z0-9])(?:{pattern})", re.IGNORECASE)
