"""Why: every reason as a sentence with its ground, for people who have to answer for it."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from netra.domain.assessment.answer import Item
from netra.domain.assessment.findings import DeedFindings, Finding, Outcome
from netra.domain.assessment.situation import Situation
from netra.domain.assessment.values import Facts
from netra.domain.calendar import long_date
from netra.domain.lawbook.acts import Act
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.elements import Excuse, Remark
from netra.domain.lawbook.text import STATUS_TEXT, citation_text, period_text
from netra.domain.lawbook.values import Status
from netra.domain.lawbook.vocabulary import (
    ASN,
    Circumstance,
    PoliticalRole,
    Regime,
    SanctionClass,
    TargetKind,
)


def legal_reasons(
    law: Lawbook,
    situation: Situation,
    per_deed: tuple[DeedFindings, ...],
    findings: tuple[Finding, ...],
    items: tuple[Item, ...],
) -> tuple[str, ...]:
    """What the norms say, each sentence once; ``items`` stand in the order of ``findings``."""
    told: dict[str, None] = {}
    excuses: list[Excuse] = []
    for finding, item in zip(findings, items, strict=True):
        if finding.outcome is not Outcome.EXCUSED:
            told.update(dict.fromkeys(_about_item(law, item)))
            told.update(dict.fromkeys(_remarks(finding.act.remarks, situation)))
    for result in per_deed:
        excuses.extend(result.excuses)
        excuses.extend(one.excuse for one in result.findings if one.excuse is not None)
        told.update(dict.fromkeys(_remarks(result.deed.remarks, situation)))
        if result.deed.to_be_researched:
            told[result.deed.to_be_researched] = None
    told.update(dict.fromkeys(_excused(excuse) for excuse in excuses))
    return tuple(told)


def _remarks(remarks: tuple[Remark, ...], situation: Situation) -> Iterator[str]:
    for remark in remarks:
        if remark.when.holds(situation.possible, situation.told):
            yield remark.text


def about_the_day(facts: Facts) -> Iterator[str]:
    if facts.contest is None:
        yield (
            "Tidak ada tahapan Pemilu atau Pilkada: tenggat laporan Bawaslu tidak berjalan, perkara "
            "langsung ke instansi kepegawaian (BKN dan PPK) menurut status terlapor."
        )
        return
    set_on, day = facts.contest.candidates_set_on, facts.act_date
    if set_on is None or day is None or facts.target is TargetKind.PARPOL:
        return
    if day == set_on:
        yield (
            f"Perbuatan terjadi pada hari penetapan calon ({long_date(set_on)}). Tanpa jamnya, daftar bakal "
            "calon (kode etik) dan daftar calon (disiplin) sama-sama mungkin."
        )
    elif day > set_on:
        yield f"{_compared(day, 'sesudah', set_on)}: berlaku daftar tentang calon."
    else:
        yield f"{_compared(day, 'sebelum', set_on)}: berlaku daftar tentang bakal calon."


@lru_cache(maxsize=16384)
def _compared(day: date, word: str, set_on: date) -> str:
    return f"Perbuatan {long_date(day)} terjadi {word} penetapan calon {long_date(set_on)}"


def about_the_person(facts: Facts) -> Iterator[str]:
    actor = facts.actor
    if actor.role is PoliticalRole.PJ_KEPALA_DAERAH:
        yield (
            "Terlapor penjabat kepala daerah dan memegang wewenang PPK: ia tidak memutus perkaranya "
            "sendiri. Wewenang berpindah ke Kementerian Dalam Negeri atau instansi asal; periksa juga "
            "larangan Pasal 71 UU 10/2016, yang mengikat penjabat (belum dipastikan)."
        )
    elif actor.role is PoliticalRole.SEKDA:
        yield (
            "Terlapor sekda, pejabat yang dekat dengan PPK: wewenang memutus berpindah ke atas, "
            "gubernur atau Menteri Dalam Negeri menurut tingkat daerahnya (belum dipastikan)."
        )
    elif actor.role is PoliticalRole.PLT_KEPALA_DAERAH and actor.status in ASN:
        yield (
            "Pelaksana tugas yang berasal dari wakil kepala daerah terpilih bukan ASN. Pastikan status "
            "terlapor."
        )
    if Circumstance.CANDIDATE_IS_INCUMBENT in facts.circumstances and actor.status in ASN:
        yield (
            "Calon masih menjabat. Bila ia PPK terlapor, wewenang memutus berpindah ke atas, gubernur "
            "atau Menteri Dalam Negeri (menurut praktik umum, belum dipastikan)."
        )


def _about_item(law: Lawbook, item: Item) -> tuple[str, ...]:
    code, act = item.code, law.acts[item.code]
    ground = "; ".join(item.dasar_hukum) or act.source.reference
    if item.outcome == Outcome.ESTABLISHED.word:
        first = f"{code}, {act.title}: {act.summary} Dasar: {ground}."
    else:
        first = f"Dapat termasuk {code}, {act.title}, bila pertanyaan di bawah terjawab. Dasar: {ground}."
    return (first, *_about_classes(act, item))


def _about_classes(act: Act, item: Item) -> Iterator[str]:
    skb, pp94 = item.skb, item.pp94
    if act.regime is not Regime.DISIPLIN:
        return
    if item.conflict:
        yield (
            f"{act.code}: SKB mencetak kelas {skb}, PP 94/2021 memberi kelas {pp94}. Pertentangan ini "
            "ditunjukkan, tidak diselesaikan netra."
        )
    elif skb is SanctionClass.SATGAS:
        yield f"{act.code}: sanksinya dibahas dan diputus Satgas; netra tidak menghitung kelas."
    elif skb and pp94 is None:
        yield (
            f"{act.code}: SKB mencetak kelas {skb}, PP 94/2021 tidak memberi kelas tersendiri. Celah ini "
            "ditunjukkan, tidak diisi netra."
        )
    elif skb is None and item.skb_status is Status.UNVERIFIED:
        yield f"{act.code}: kelas sanksi menurut SKB belum terkonfirmasi; netra tidak menebaknya."
    elif skb is None and pp94 is None:
        yield f"{act.code}: tidak ada teks terbaca yang memberi kelas; manusia yang memutus."
    if pp94 is None and act.fallback:
        yield (
            f"{act.code}: tanpa kelas dalam PP 94/2021, pemeriksa dapat menimbang Pasal 3 huruf d atau f "
            "menurut dampak negatifnya: pada unit kerja (ringan), instansi (sedang), atau negara (berat). "
            "netra tidak memilih."
        )


def penalties(law: Lawbook, items: tuple[Item, ...], on: date, step: date) -> tuple[str, ...]:
    """The threatened punishment as text, on the day of the act and, where it changed, of the step."""
    return tuple(
        line
        for item in items
        if item.regime is Regime.PIDANA and item.outcome != Outcome.EXCUSED.word
        for line in _penalties(law, item.code, on, step)
    )


@lru_cache(maxsize=4096)
def _penalties(law: Lawbook, code: str, on: date, step: date) -> tuple[str, ...]:
    lines: dict[str, None] = {}
    for day in (on, step):
        for ground in law.acts[code].grounds:
            for provision in law.regulations.resolve(ground.citation, day):
                if provision.penalty:
                    place = citation_text(law.regulations, provision.at)
                    span = period_text(provision.period)
                    check = "" if provision.penalty.endswith("periksa") else "; periksa"
                    lines[f"Ancaman {place} ({span}): {provision.penalty}{check}."] = None
    return tuple(lines)


def _excused(excuse: Excuse) -> str:
    source = excuse.source
    return f"{excuse.reason} Sumber: {source.reference} ({STATUS_TEXT[source.status]})."
