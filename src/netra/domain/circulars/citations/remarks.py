"""What a letter says wrongly or leaves out: sanctions a law does not know, missing ways of support."""

import re
from dataclasses import dataclass

from netra.domain.circulars.citations.check import Cited, Read
from netra.domain.circulars.citations.linking import Sentences

_DISCIPLINE = "pp-94-2021"
_NOT = re.compile(
    r"\b(?:tidak (?:lagi |ada |dapat |bisa )?(?:mengenal|memuat|mengatur|termasuk|menyebut|dikenai|dijatuhi)"
    r"|bukan(?:lah)?|tanpa|dihapus|tidak lagi)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Sanction:
    code: str
    pattern: re.Pattern[str]
    instead: str


_HEAVIEST = (
    "Hukuman terberat menurut PP 94/2021 adalah pemberhentian dengan hormat tidak atas permintaan "
    "sendiri (Pasal 8 ayat (4))."
)
_SANCTIONS = (
    _Sanction(
        "ptdh",
        re.compile(
            r"(?:pemberhentian|diberhentikan|pemecatan|memberhentikan)(?:\s(?:secara|dengan|sebagai\s\w+))?"
            r"\s(?:secara\s)?tidak\sdengan\shormat|\bPTDH\b",
            re.IGNORECASE,
        ),
        "PP 94/2021 tidak mengenal pemberhentian tidak dengan hormat (PTDH). "
        + _HEAVIEST
        + " PTDH karena menjadi anggota atau pengurus partai politik diatur UU 20/2023 Pasal 52 "
        "ayat (3) huruf j dan ayat (4).",
    ),
    _Sanction(
        "penurunan_pangkat",
        re.compile(r"penurunan\spangkat", re.IGNORECASE),
        "Penurunan pangkat adalah hukuman menurut aturan lama, PP 53/2010. "
        + _HEAVIEST
        + " Jenis berat lainnya: penurunan jabatan setingkat atau pembebasan jabatan, 12 bulan.",
    ),
    _Sanction(
        "pidana",
        re.compile(r"(?:dipidana|pidana)\s(?:penjara|kurungan)|\bhukuman\spenjara", re.IGNORECASE),
        "PP 94/2021 hanya mengatur hukuman disiplin; pidana penjara atau kurungan hanya dapat "
        "bersandar pada undang-undang.",
    ),
)


@dataclass(frozen=True, slots=True)
class WrongSanction:
    """A sanction laid on a regulation that does not know it."""

    code: str
    text: str
    span: tuple[int, int]
    citation: Cited
    instead: str


def wrong_sanctions(read: Read) -> tuple[WrongSanction, ...]:
    """Sanctions whose nearest citation in the sentence is PP 94/2021, unless they are denied."""
    text = read.cleaned.text
    sentences = Sentences(text)
    found: list[WrongSanction] = []
    for sanction in _SANCTIONS:
        for words in sanction.pattern.finditer(text):
            start, end = sentences.around(words.start())
            if _NOT.search(text, start, words.start()):
                continue
            nearest = _nearest(read, sentences, words, (start, end))
            if nearest is not None and nearest.regulation == _DISCIPLINE:
                span = read.cleaned.span(words.start(), words.end())
                found.append(
                    WrongSanction(sanction.code, words[0], span, nearest, sanction.instead)
                )
    return tuple(found)


def _nearest(
    read: Read, sentences: Sentences, words: re.Match[str], sentence: tuple[int, int]
) -> Cited | None:
    start, end = sentence
    # A sentence without a citation goes on from the one before it, in the same paragraph.
    earlier = sentences.around(max(start - 2, 0))[0]
    same_paragraph = "\n" not in read.cleaned.text[earlier:start]
    inside: list[tuple[int, Cited]] = []
    before: Cited | None = None
    for cited, (begin, stop) in zip(read.citations, read.offsets, strict=True):
        if start <= begin < end:
            inside.append((max(words.start() - stop, begin - words.end()), cited))
        elif earlier <= begin < start and same_paragraph:
            before = cited
    return min(inside, key=lambda pair: pair[0])[1] if inside else before


_WAYS = (
    ("PP94-N1", "ikut kampanye", r"\bikut\s(?:ber)?kampanye"),
    ("PP94-N2", "menjadi peserta kampanye dengan atribut partai atau atribut PNS", r"\batribut\s(?:partai|PNS|ASN)|atribut\sparpol"),
    ("PP94-N3", "mengerahkan PNS lain", r"mengerahkan\s(?:PNS|ASN|pegawai)"),
    ("PP94-N4", "memakai fasilitas negara", r"fasilitas\s(?:negara|kantor|dinas)"),
    ("PP94-N5", "keputusan atau tindakan yang menguntungkan atau merugikan pasangan calon", r"menguntungkan(?:\s(?:atau|dan|dan/atau)\smerugikan)?"),
    ("PP94-N6", "kegiatan yang mengarah pada keberpihakan", r"keberpihakan"),
    ("PP94-N7", "surat dukungan disertai fotokopi KTP", r"surat\sdukungan"),
)  # fmt: skip
_ENOUGH_TO_BE_A_LIST = 3


def missing_ways(read: Read) -> tuple[tuple[str, str], ...]:
    """The ways of support in PP 94/2021 Pasal 5 huruf n that a list of them leaves out.

    A text that names fewer than three of the seven lists nothing, so nothing is missing from it.
    """
    named = {code for code, _, how in _WAYS if re.search(how, read.cleaned.text, re.IGNORECASE)}
    if len(named) < _ENOUGH_TO_BE_A_LIST:
        return ()
    return tuple((code, title) for code, title, _ in _WAYS if code not in named)
