"""May I? Advice before a deed. What is asked is answered and forgotten: no log, no row, no cookie."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from netra.apps.organisations.clock import now as read_clock
from netra.apps.ports import wired
from netra.domain.advice.advise import advise
from netra.domain.advice.answer import Advice, Answer
from netra.domain.advice.matching import understand
from netra.domain.advice.question import Question
from netra.domain.advice.words import LONGEST_QUESTION
from netra.domain.calendar import Zone
from netra.domain.intake.text import clean_line
from netra.domain.lawbook.advice import AdviceBook
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.deeds import Deed
from netra.domain.lawbook.lexicon import Phase
from netra.domain.lawbook.text import STATUS_TEXT
from netra.domain.lawbook.vocabulary import ActorStatus, Circumstance
from netra.web.fields import Choice, DatePartsField, SomeOfField

_SPOUSE, _CLTN = "pasangan", "cltn"
_WHO = (
    ("", "ASN, atau saya tidak menyebutkan"),
    (ActorStatus.PNS.value, "PNS"),
    (ActorStatus.PPPK.value, "PPPK, juga paruh waktu"),
    (ActorStatus.CPNS.value, "CPNS"),
    (ActorStatus.HONORER.value, "Pegawai honorer atau kontrak"),
    (ActorStatus.KEPALA_DESA.value, "Kepala desa"),
    (ActorStatus.PERANGKAT_DESA.value, "Perangkat desa"),
    (ActorStatus.BPD.value, "Anggota BPD"),
)
_WHEN = (
    ("", "Saya tidak tahu"),
    (Phase.NO_CONTEST.value, "Belum ada tahapan pemilihan"),
    (Phase.BEFORE_SET.value, "Tahapan berjalan, calon belum ditetapkan"),
    (Phase.CAMPAIGN.value, "Masa kampanye"),
    (Phase.AFTER_SET.value, "Calon sudah ditetapkan, di luar masa kampanye"),
)
_OFFERED = (
    Circumstance.PASSIVE,
    Circumstance.OFF_DUTY,
    Circumstance.WORKING_HOURS,
    Circumstance.ON_DUTY,
    Circumstance.UNIFORM_OR_ATTRIBUTES,
    Circumstance.YELL_OR_GESTURE,
    Circumstance.ACTIVE_SUPPORT,
    Circumstance.STATE_FACILITIES_USED,
    Circumstance.CAMPAIGN_GROUP_ACCOUNT,
    Circumstance.NEUTRAL_ACCOUNT,
    Circumstance.ADDED_BY_OTHERS,
    Circumstance.CEREMONY,
    Circumstance.OWN_FAMILY,
    Circumstance.GOVERNMENT_POLICY_SPEECH,
    Circumstance.NOT_RESIGNED,
    Circumstance.RESIGNED_EFFECTIVE,
)
_OTHER = "other"
_OPENINGS = {
    Answer.ALLOWED: "Boleh",
    Answer.DEPENDS: "Tergantung",
    Answer.FORBIDDEN: "Tidak boleh",
}
_CONDITION_TITLES = {
    Answer.ALLOWED: "Yang tetap dijaga",
    Answer.DEPENDS: "Syaratnya",
    Answer.FORBIDDEN: "Perlu diketahui",
}


class Ask(forms.Form):
    """A question in own words, or picked from lists, or both; what is picked wins."""

    pertanyaan = forms.CharField(
        label="Pertanyaan Anda",
        help_text="Misalnya: bolehkah saya hadir di kampanye istri saya? Jangan tulis nama siapa pun.",
        required=False,
        max_length=LONGEST_QUESTION,
        error_messages={
            "max_length": f"Pertanyaannya terlalu panjang. Cukup {LONGEST_QUESTION} huruf."
        },
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )
    perbuatan = forms.ChoiceField(
        label="Perbuatannya",
        help_text="Kosongkan bila sudah tertulis di atas.",
        required=False,
        error_messages={"invalid_choice": "Pilih satu perbuatan dari daftar."},
    )
    siapa = forms.ChoiceField(
        label="Anda bekerja sebagai",
        choices=_WHO,
        required=False,
        error_messages={"invalid_choice": "Pilih satu dari daftar."},
    )
    tanggal = DatePartsField(
        label="Kapan akan dilakukan?",
        named="Tanggalnya",
        help_text="Kosongkan untuk hari ini.",
        required=False,
    )
    masa = forms.ChoiceField(
        label="Masa pemilihannya",
        choices=_WHEN,
        required=False,
        error_messages={"invalid_choice": "Pilih satu dari daftar."},
    )
    keadaan = SomeOfField(
        label="Keadaannya",
        help_text="Centang yang benar. Boleh kosong.",
        choices=(),
        required=False,
        error_messages={"invalid_choice": "Pilih dari daftar."},
    )

    def __init__(self, data: Any = None, *, law: Lawbook, **options: Any) -> None:
        super().__init__(data, **options)
        self.law = law
        deed = self.fields["perbuatan"]
        circumstances = self.fields["keadaan"]
        assert isinstance(deed, forms.ChoiceField)
        assert isinstance(circumstances, forms.MultipleChoiceField)
        deed.choices = [("", "Pilih perbuatan"), *((d.code, d.title) for d in _deeds(law))]
        circumstances.choices = [(one.value, one.label) for one in _circumstances(law.advice)]

    def clean_pertanyaan(self) -> str:
        return clean_line(self.cleaned_data["pertanyaan"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and not (cleaned.get("pertanyaan") or cleaned.get("perbuatan")):
            self.add_error("pertanyaan", "Tulis pertanyaan Anda, atau pilih perbuatannya.")
        return cleaned

    def question(self, today: date) -> Question:
        """What was written, with what was picked beside it."""
        picked: dict[str, Any] = self.cleaned_data
        on = picked["tanggal"] or today
        read = understand(picked["pertanyaan"], self.law.advice.lexicon, on)
        ticked = set(picked["keadaan"])
        told = frozenset(Circumstance(one) for one in ticked - {_SPOUSE, _CLTN})
        return Question(
            deeds=(picked["perbuatan"],) if picked["perbuatan"] else read.deeds,
            on=on,
            status=ActorStatus(picked["siapa"]) if picked["siapa"] else read.status,
            position=read.position,
            role=read.role,
            spouse_of_candidate=read.spouse_of_candidate or _SPOUSE in ticked,
            on_cltn=read.on_cltn or _CLTN in ticked,
            told=read.told | told,
            denied=read.denied - told,
            phases=frozenset({Phase(picked["masa"])}) if picked["masa"] else read.phases,
            contests=read.contests,
            aspects=read.aspects,
            outside=None if picked["siapa"] else read.outside,
        )


@csrf_exempt  # It reads and forgets: there is nothing to forge, and so the page needs no cookie.
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The question, and after it the advice with the question as it was understood."""
    law = wired().lawbook()
    today = read_clock().astimezone(Zone.WIB.tzinfo).date()
    context: dict[str, object] = {"section": "larangan", "today": today}
    if request.method != "POST":
        return render(request, "public/bolehkah.html", {**context, "form": Ask(law=law)})
    form = Ask(request.POST, law=law)
    if not form.is_valid():
        return render(request, "public/bolehkah.html", {**context, "form": form})
    question = form.question(today)
    advice = advise(question, law)
    return render(
        request,
        "public/bolehkah_jawaban.html",
        {**context, "form": form, **_shown(advice, question, law)},
    )


def _shown(advice: Advice, question: Question, law: Lawbook) -> dict[str, object]:
    understood = [words.mine for one in advice.understood if (words := law.advice.words.get(one))]
    if question.on_cltn:
        understood.append("Saya sedang cuti di luar tanggungan negara (CLTN)")
    who = next((text for value, text in _WHO if value and value == question.status), None)
    return {
        "advice": advice,
        "answer": _OPENINGS[advice.answer] if advice.deeds or question.outside else "Belum jelas",
        "condition_title": _CONDITION_TITLES[advice.answer],
        "deeds": [law.deeds[code] for code in advice.deeds],
        "understood": understood,
        "who": who,
        "certainty": f"Kepastian yang paling lemah di sini: {STATUS_TEXT[advice.status]}.",
    }


def _deeds(law: Lawbook) -> list[Deed]:
    return [deed for deed in law.deeds.values() if deed.code != _OTHER]


def _circumstances(advice: AdviceBook) -> list[Choice]:
    return [
        Choice(_SPOUSE, "Calon itu suami atau istri saya"),
        Choice(_CLTN, "Saya sedang cuti di luar tanggungan negara (CLTN)"),
        *(Choice(one.value, advice.words[one].mine) for one in _OFFERED if one in advice.words),
    ]
