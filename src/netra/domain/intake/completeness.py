"""What the law asks of a laporan, and what of it this one already has: said before it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from netra.domain.deadlines.clock import Clock, Timeliness
from netra.domain.intake.laporan import Laporan
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.procedures import Requirement
from netra.domain.lawbook.text import citation_text
from netra.domain.lawbook.vocabulary import ContestKind


class Standing(StrEnum):
    """How a requirement stands before an officer has looked."""

    THERE = "there"
    MISSING = "missing"
    OFFICER_CHECKS = "officer_checks"


@dataclass(frozen=True, slots=True)
class Checked:
    """One requirement; ``advice`` tells what to do about it, empty when nothing."""

    code: str
    text: str
    formal: bool
    standing: Standing
    advice: str
    dasar_hukum: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    there: Callable[[Laporan], bool]
    advice: str


def _reporter_there(laporan: Laporan) -> bool:
    who = laporan.reporter
    return who is not None and bool(who.name and who.address)


_RULES: Mapping[str, _Rule] = {
    "identitas_pelapor": _Rule(
        _reporter_there, "Tulis nama dan alamat Anda, atau kirim sebagai informasi awal."
    ),
    "identitas_terlapor": _Rule(
        lambda laporan: bool(laporan.terlapor.name and laporan.terlapor.address),
        "Tulis nama dan alamat atau daerah tempat tinggal terlapor, sejauh Anda tahu.",
    ),
    "waktu_dan_tempat": _Rule(
        lambda laporan: laporan.act_date is not None and "." in laporan.region_code,
        "Sebutkan tanggal kejadian dan kabupaten atau kotanya.",
    ),
    "uraian": _Rule(lambda laporan: bool(laporan.story), "Ceritakan apa yang terjadi."),
    "bukti": _Rule(
        lambda laporan: bool(laporan.evidence),
        "Sebutkan bukti yang ada: foto, video, tangkapan layar, surat, atau tautan.",
    ),
}
_TIME = "waktu_laporan"
_SIGNATURE = "kesesuaian_tanda_tangan"
_SIGNATURE_ADVICE = (
    "Petugas meminta Anda menandatangani formulir dan mencocokkannya dengan KTP. Bawa KTP Anda."
)
_OFFICER_ADVICE = "Petugas memeriksa ini bersama Anda."


def completeness(
    laporan: Laporan, law: Lawbook, contest: ContestKind, *, window: Clock | None, now: datetime
) -> tuple[Checked, ...]:
    """Every requirement of the procedure of ``contest``; none are known outside a tahapan.

    ``window`` is the clock of reporting, ``None`` where it is not known when it began.
    """
    procedure = law.procedures.get(contest)
    if procedure is None:
        return ()
    return tuple(
        _checked(requirement, laporan, law, formal=formal, window=window, now=now)
        for formal, requirements in ((True, procedure.formal), (False, procedure.materiel))
        for requirement in requirements
    )


def _checked(
    requirement: Requirement,
    laporan: Laporan,
    law: Lawbook,
    *,
    formal: bool,
    window: Clock | None,
    now: datetime,
) -> Checked:
    standing, advice = _standing(requirement.code, laporan, window, now)
    grounds = tuple(citation_text(law.regulations, one) for one in requirement.dasar_hukum)
    return Checked(requirement.code, requirement.text, formal, standing, advice, grounds)


def _standing(
    code: str, laporan: Laporan, window: Clock | None, now: datetime
) -> tuple[Standing, str]:
    if code == _TIME:
        return _in_time(window, now)
    if code == _SIGNATURE:
        return Standing.OFFICER_CHECKS, _SIGNATURE_ADVICE
    rule = _RULES.get(code)
    if rule is None:
        return Standing.OFFICER_CHECKS, _OFFICER_ADVICE
    return (Standing.THERE, "") if rule.there(laporan) else (Standing.MISSING, rule.advice)


def _in_time(window: Clock | None, now: datetime) -> tuple[Standing, str]:
    if window is None:
        return (
            Standing.MISSING,
            "Sebutkan kapan Anda mengetahuinya; batas waktu dihitung sejak itu.",
        )
    judged = window.judge(now)
    if judged.timeliness is Timeliness.IN_TIME:
        return Standing.THERE, ""
    if judged.timeliness is Timeliness.PERSON_DECIDES:
        return Standing.OFFICER_CHECKS, judged.reason
    advice = "isinya dapat menjadi informasi awal, dan atasan terlapor tetap wajib bertindak."
    return Standing.MISSING, f"{judged.reason} Tetap kirim: {advice}"
