"""The questions of the wizard: one short page each, every one answerable with "tidak tahu"."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms

from netra.domain.intake.laporan import Gender, HowKnown
from netra.domain.intake.reading import World, read_laporan
from netra.domain.intake.text import clean_line, clean_text
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.vocabulary import Circumstance
from netra.domain.regions import Region
from netra.web.fields import Choice, DatePartsField, OneOfField, SomeOfField
from netra.web.public.answers import (
    ANONYMOUS,
    NAMED,
    NO,
    UNKNOWN,
    WITNESSES,
    YES,
    Answer,
    Answers,
    field_of,
    told,
)
from netra.web.public.areas import AREAS, deeds_in

_NOT_KNOWN = Choice(UNKNOWN, "Saya tidak tahu")


class LineField(forms.CharField):
    """One line of text, cleaned of what cannot be read."""

    def to_python(self, value: object) -> str:
        return clean_line(str(super().to_python(value) or ""))


class TextField(forms.CharField):
    """Several lines of text, cleaned of what cannot be read."""

    widget = forms.Textarea

    def to_python(self, value: object) -> str:
        return clean_text(str(super().to_python(value) or ""))


def line(label: str, hint: str = "", **attributes: str) -> LineField:
    """One line of text. Without ``attributes`` it is a text area of one row: browsers give its
    text back on "back", yet do not offer it to the next person at the same phone."""
    return LineField(
        label=label,
        help_text=hint,
        required=False,
        widget=forms.TextInput(attrs=attributes)
        if attributes
        else forms.Textarea(attrs={"rows": "1"}),
    )


def text(label: str, hint: str = "", rows: int = 5) -> TextField:
    return TextField(
        label=label, help_text=hint, required=False, widget=forms.Textarea(attrs={"rows": rows})
    )


class Question(forms.Form):
    """A page of the wizard. Every answer is checked as the whole laporan would be."""

    title: ClassVar[str] = ""
    intro: ClassVar[str] = ""
    recent: ClassVar[bool] = False
    """Whether its date is likely to be today or yesterday."""
    single: ClassVar[bool] = True
    """One field, whose label is the heading of the page."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        answers: Answers,
        law: Lawbook,
        world: World,
        **options: Any,
    ) -> None:
        self.answers, self.law, self.world = answers, law, world
        super().__init__(data, initial=dict(answers), **options)
        self.prepare()

    def prepare(self) -> None:
        """Give fields their choices, where these depend on the lawbook or on earlier answers."""

    def typed(self) -> dict[str, Answer]:
        """What was sent, as it was sent: it comes back even where it does not fit."""
        return {
            name: bound.field.widget.value_from_datadict(self.data, self.files, bound.html_name)
            for name in self.fields
            for bound in (self[name],)
        }

    def settled(self) -> dict[str, Answer]:
        """What was sent, cleaned, in a form that travels."""
        return {name: _travelling(value) for name, value in self.cleaned_data.items()}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        together: dict[str, Answer] = {
            **self.answers,
            **{name: _travelling(value) for name, value in cleaned.items()},
        }
        problems: dict[str, str] = {}
        read_laporan(told(together), self.world, problems)
        for path, message in problems.items():
            name = field_of(path, together)
            if name in self.fields and name not in self.errors:
                self.add_error(name, message)
        return cleaned

    @property
    def today(self) -> date:
        """The day it is at the office that will receive this."""
        code = self.answers.get("province")
        return self.world.today(code if isinstance(code, str) else "")


def _travelling(value: object) -> Answer:
    match value:
        case date():
            return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
        case bool() | str() | None:
            return value
        case list():
            return [str(one) for one in value]
        case _:
            raise TypeError(value)


class Story(Question):
    """First the story in one's own words; the questions after it only sort it."""

    story = TextField(
        label="Apa yang terjadi?",
        help_text=(
            "Ceritakan dengan kata Anda sendiri: siapa melakukan apa, di acara apa, apa yang Anda "
            "lihat atau dengar. Jangan tulis nama Anda di sini."
        ),
        error_messages={"required": "Ceritakan apa yang terjadi, satu dua kalimat pun cukup."},
        widget=forms.Textarea(attrs={"rows": 10}),
    )


class AreaQuestion(Question):
    """First the area, so that the page after it stays short."""

    areas = SomeOfField(
        label="Ini tentang apa?",
        help_text="Boleh lebih dari satu.",
        choices=[*(Choice(area.code, area.title, area.text) for area in AREAS), _NOT_KNOWN],
        error_messages={"required": "Pilih sedikitnya satu, atau “Saya tidak tahu”."},
    )


class Deeds(Question):
    """Deeds in plain words; which rule they touch is not the reporter's to know."""

    deeds = SomeOfField(
        label="Mana yang paling mirip?",
        help_text="Boleh lebih dari satu. Bila ragu, pilih “Saya tidak tahu”; petugas yang menilai.",
        choices=(),
        error_messages={"required": "Pilih sedikitnya satu, atau “Saya tidak tahu”."},
    )

    def prepare(self) -> None:
        chosen = self.answers.get("areas")
        offered = [
            Choice(deed.code, deed.title, deed.plain)
            for area in AREAS
            if isinstance(chosen, list) and area.code in chosen
            for deed in deeds_in(area, self.law)
        ]
        offer(self.fields["deeds"], [*offered, _NOT_KNOWN])


_OFFERED = (
    Circumstance.ACTIVE_SUPPORT,
    Circumstance.PASSIVE,
    Circumstance.YELL_OR_GESTURE,
    Circumstance.UNIFORM_OR_ATTRIBUTES,
    Circumstance.MOBILISING,
    Circumstance.STEERING_QUESTIONS,
    Circumstance.PURPOSE_OF_SUPPORT,
    Circumstance.CAMPAIGN_GROUP_ACCOUNT,
    Circumstance.NEUTRAL_ACCOUNT,
    Circumstance.STATE_FACILITIES_USED,
    Circumstance.WORKING_HOURS,
    Circumstance.OFF_DUTY,
    Circumstance.ON_DUTY,
    Circumstance.CEREMONY,
    Circumstance.OWN_FAMILY,
)


class Circumstances(Question):
    """What a witness can tell about the deed; nobody has to."""

    circumstances = SomeOfField(
        label="Apa lagi yang Anda lihat?",
        help_text="Pilih yang benar-benar Anda ketahui. Bila tidak ada, lanjutkan saja.",
        choices=[Choice(one.value, one.label) for one in _OFFERED],
        required=False,
    )


class Who(Question):
    title = "Siapa yang Anda laporkan?"
    intro = (
        "Isi yang Anda ketahui, kosongkan yang lain. Orang ini baru terlapor: belum tentu bersalah."
    )
    single = False

    terlapor_name = line("Nama", "Nama lengkap atau panggilan.")
    terlapor_position = line("Jabatan atau pekerjaan", "Misalnya guru, camat, staf kelurahan.")
    terlapor_unit = line("Tempat kerja", "Misalnya nama dinas, sekolah, atau kantor.")
    terlapor_address = line("Alamat atau daerah tempat tinggal")
    terlapor_unknown = forms.BooleanField(label="Saya tidak tahu siapa orangnya", required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        told_something = any(
            cleaned.get(name) for name in self.fields if name != "terlapor_unknown"
        )
        if not told_something and not cleaned.get("terlapor_unknown") and not self.errors:
            self.add_error(
                "terlapor_name",
                "Tulis sedikitnya jabatan atau tempat kerjanya, atau centang “Saya tidak tahu "
                "siapa orangnya”.",
            )
        return cleaned


class Employment(Question):
    title = "Apa pekerjaan terlapor?"
    intro = "Aturan yang berlaku berbeda menurut status kepegawaian."
    single = False

    status = OneOfField(
        label="Status",
        choices=(
            Choice("pns", "PNS"),
            Choice("pppk", "PPPK", "Pegawai pemerintah dengan perjanjian kerja."),
            Choice("cpns", "Calon PNS"),
            Choice("honorer", "Honorer atau tenaga kontrak"),
            Choice("kepala_desa", "Kepala desa"),
            Choice("perangkat_desa", "Perangkat desa"),
            Choice("bpd", "Anggota badan permusyawaratan desa (BPD)"),
            Choice("tni", "Anggota TNI"),
            Choice("polri", "Anggota Polri"),
            Choice("kepala_daerah", "Kepala atau wakil kepala daerah"),
            Choice("pejabat_daerah", "Pejabat daerah lain, misalnya anggota DPRD"),
            Choice("pejabat_negara", "Pejabat negara"),
            _NOT_KNOWN,
        ),
    )
    position = OneOfField(
        label="Jabatan",
        choices=(
            Choice("pelaksana", "Staf atau pelaksana"),
            Choice("fungsional", "Jabatan fungsional", "Misalnya guru, dosen, tenaga kesehatan."),
            Choice("kepala_sekolah", "Kepala sekolah"),
            Choice("lurah", "Lurah"),
            Choice("camat", "Camat"),
            Choice("pengawas", "Kepala seksi atau subbagian"),
            Choice("administrator", "Kepala bidang atau bagian"),
            Choice("jpt", "Kepala dinas, sekretaris daerah, atau pimpinan tinggi lain"),
            _NOT_KNOWN,
        ),
    )
    role = OneOfField(
        label="Jabatan khusus saat itu",
        choices=(
            Choice("pj_kepala_daerah", "Penjabat (Pj) kepala daerah"),
            Choice("plt_kepala_daerah", "Pelaksana tugas (Plt) kepala daerah"),
            Choice("sekda", "Sekretaris daerah"),
            Choice(UNKNOWN, "Tidak ada, atau saya tidak tahu"),
        ),
    )


class Family(Question):
    """Asked only where the deed is about a candidate's family."""

    title = "Apakah terlapor keluarga calon?"
    single = False

    spouse = OneOfField(
        label="Terlapor adalah suami atau istri calon",
        choices=(Choice(YES, "Ya"), Choice(NO, "Bukan"), _NOT_KNOWN),
    )
    on_cltn = OneOfField(
        label="Terlapor sedang cuti di luar tanggungan negara",
        help_text="Cuti resmi tanpa gaji.",
        choices=(Choice(YES, "Ya"), Choice(NO, "Tidak"), _NOT_KNOWN),
    )


class Province(Question):
    province = forms.ChoiceField(
        label="Di provinsi mana terjadinya?",
        help_text="Bila terjadi di media sosial, pilih provinsi tempat terlapor bekerja.",
        error_messages={"required": "Pilih provinsi tempat kejadian."},
    )

    def prepare(self) -> None:
        select(self.fields["province"], self.world.regions.children())


class Regency(Question):
    regency = forms.ChoiceField(
        label="Di kabupaten atau kota mana?",
        error_messages={"required": "Pilih kabupaten atau kota, atau “Saya tidak tahu”."},
    )

    def prepare(self) -> None:
        inside = self.world.regions.children(str(self.answers.get("province", "")))
        select(self.fields["regency"], inside, unknown=True)


class District(Question):
    district = forms.ChoiceField(
        label="Di kecamatan mana?",
        error_messages={"required": "Pilih kecamatan, atau “Saya tidak tahu”."},
    )

    def prepare(self) -> None:
        inside = self.world.regions.children(str(self.answers.get("regency", "")))
        select(self.fields["district"], inside, unknown=True)


class Place(Question):
    place = line(
        "Di mana tepatnya?",
        "Misalnya nama gedung, jalan, lapangan, atau nama akun. Kosongkan bila tidak tahu.",
    )


class When(Question):
    title = "Kapan terjadinya?"
    recent = True
    single = False

    act_date = DatePartsField(named="Tanggal kejadian", label="Tanggal kejadian", required=False)
    act_unknown = forms.BooleanField(label="Saya tidak tahu tanggalnya", required=False)

    def clean(self) -> dict[str, Any]:
        return day_or_unknown(self, super().clean(), "act_date", "act_unknown")


class Known(Question):
    title = "Kapan dan bagaimana Anda mengetahuinya?"
    recent = True
    intro = (
        "Batas waktu melapor dihitung sejak Anda mengetahui, bukan sejak terjadinya. Karena itu "
        "tanggal ini penting."
    )
    single = False

    known_date = DatePartsField(
        named="Tanggal Anda mengetahui", label="Tanggal Anda mengetahui", required=False
    )
    known_unknown = forms.BooleanField(label="Saya tidak ingat tanggalnya", required=False)
    how_known = OneOfField(
        label="Dari mana Anda tahu?",
        choices=[*(Choice(one.value, one.label) for one in HowKnown), _NOT_KNOWN],
    )

    def clean(self) -> dict[str, Any]:
        return day_or_unknown(self, super().clean(), "known_date", "known_unknown")


class EvidenceQuestion(Question):
    title = "Apakah ada bukti?"
    intro = (
        "Foto, video, tangkapan layar, surat. Simpan aslinya; petugas akan memintanya. Belum ada "
        "pun boleh: lanjutkan saja."
    )
    single = False

    evidence = text("Bukti yang ada", "Sebutkan satu per baris, misalnya: video dari ponsel.", 4)
    links = text("Tautan", "Alamat unggahan atau berita, satu per baris.", 4)


class WitnessQuestion(Question):
    title = "Adakah orang lain yang melihat?"
    intro = (
        "Nama saksi disimpan tersegel seperti nama pelapor. Tulis hanya yang bersedia. Tidak ada "
        "saksi pun boleh: lanjutkan saja. Lebih dari dua? Sebutkan sisanya kepada petugas."
    )
    single = False

    def prepare(self) -> None:
        for n in WITNESSES:
            self.fields[f"witness{n}_name"] = line(f"Nama saksi {n}")
            self.fields[f"witness{n}_address"] = line(f"Alamat saksi {n}")
            self.fields[f"witness{n}_phone"] = line(
                f"Nomor HP saksi {n}", type="tel", autocomplete="off"
            )


class Naming(Question):
    named = OneOfField(
        label="Apakah Anda mau menyebut nama?",
        help_text=(
            "Keduanya boleh. Nama Anda disimpan terpisah dan tersegel; yang dapat membukanya hanya "
            "kantor penerima."
        ),
        choices=(
            Choice(
                NAMED,
                "Ya, saya melapor dengan nama",
                "Menjadi laporan resmi. Petugas mencocokkan tanda tangan dengan KTP Anda, dan "
                "memberi tahu hasilnya. Dalam sidang, nama Anda dapat diketahui pihak lain.",
            ),
            Choice(
                ANONYMOUS,
                "Tidak, tanpa nama",
                "Menjadi informasi awal: petugas dapat menelusurinya, tanpa kewajiban dan batas "
                "waktu sebuah laporan.",
            ),
        ),
    )


class Identity(Question):
    title = "Siapa Anda?"
    intro = (
        "Ini isian Formulir Laporan. Nama dan alamat diperlukan agar laporan lengkap; yang lain "
        "boleh menyusul."
    )
    single = False

    reporter_name = line("Nama lengkap", "Seperti pada KTP.", autocomplete="name")
    reporter_address = line("Alamat", autocomplete="street-address")
    reporter_phone = line("Nomor telepon atau HP", type="tel", autocomplete="tel")
    reporter_email = line("Email", "Boleh dikosongkan.", type="email", autocomplete="email")
    reporter_birth_place = line("Tempat lahir")
    reporter_birth_date = DatePartsField(
        named="Tanggal lahir", label="Tanggal lahir", required=False
    )
    reporter_gender = OneOfField(
        label="Jenis kelamin",
        choices=[
            *(Choice(one.value, one.label) for one in Gender),
            Choice(UNKNOWN, "Tidak saya isi"),
        ],
        required=False,
    )
    reporter_occupation = line("Pekerjaan")
    reporter_nationality = line("Kewarganegaraan")


def offer(bound_field: forms.Field, choices: list[Choice]) -> None:
    """Set the choices, and their hints, of a ``SomeOfField``."""
    fresh = SomeOfField(choices=choices)
    if isinstance(bound_field, SomeOfField):
        bound_field.choices = fresh.choices
        bound_field.choice_hints = fresh.choice_hints


def select(bound_field: forms.Field, regions: tuple[Region, ...], *, unknown: bool = False) -> None:
    """Set the regions that a select offers."""
    if isinstance(bound_field, forms.ChoiceField):
        choices = [("", "Pilih"), *((region.code, region.name) for region in regions)]
        bound_field.choices = [*choices, (UNKNOWN, _NOT_KNOWN.label)] if unknown else choices


def choice_labels(bound_field: forms.Field) -> dict[str, str]:
    """What the values of a field are called on the page; nothing for a field without choices."""
    if not isinstance(bound_field, forms.ChoiceField):
        return {}
    found: dict[str, str] = {}
    for choice in list(bound_field.widget.choices):
        match choice:
            case (str(value), label):
                found[value] = str(label)
    return found


def day_or_unknown(
    form: Question, cleaned: dict[str, Any], day: str, unknown: str
) -> dict[str, Any]:
    """A date must be given, or be said not to be known."""
    if not cleaned.get(day) and not cleaned.get(unknown) and day not in form.errors:
        form.add_error(day, f"Isi tanggalnya, atau centang “{form.fields[unknown].label}”.")
    return cleaned
