"""A citizen at the public door, and the fictional things they tell."""

from collections.abc import Mapping
from datetime import date

from playwright.sync_api import Page
from tests.e2e.browsing import Answers, fill, on

REVIEW = "periksa"
STORY = (
    "Seorang kepala bidang naik ke panggung kampanye di lapangan dekat pasar, memakai rompi "
    "pasangan calon, lalu mengajak warga memilihnya. Saya berdiri di depan panggung."
)
NAME = "Warga Rekaan Bernama Kenanga"
WITNESS = "Saksi Rekaan Bernama Cempaka"
DISTRICT = "Balikpapan Utara"
TOLD: Mapping[str, Answers] = {
    "cerita": {"Apa yang terjadi?": STORY},
    "bidang": {"Kampanye dan acara": True},
    "perbuatan": {
        "Menghadiri kampanye atau deklarasi": True,
        "Berbicara di acara kampanye atau partai": True,
    },
    "keadaan": {},
    "siapa": {
        "Nama": "Tokoh Rekaan Bernama Meranti",
        "Jabatan atau pekerjaan": "kepala bidang",
        "Tempat kerja": "Dinas Rekaan Kota Balikpapan",
        "Alamat atau daerah tempat tinggal": "Balikpapan",
    },
    "pekerjaan": {
        "PNS": True,
        "Kepala bidang atau bagian": True,
        "Tidak ada, atau saya tidak tahu": True,
    },
    "provinsi": {"Di provinsi mana terjadinya?": "Kalimantan Timur"},
    "kabupaten": {"Di kabupaten atau kota mana?": "Kota Balikpapan"},
    "kecamatan": {"Di kecamatan mana?": DISTRICT},
    "tempat": {"Di mana tepatnya?": "Lapangan Rekaan"},
    "kejadian": on(date(2024, 10, 5)),
    "mengetahui": {**on(date(2024, 10, 5)), "Melihat atau mendengar sendiri": True},
    "bukti": {"Bukti yang ada": "Video dari ponsel\nFoto panggung"},
    "saksi": {"Nama saksi 1": WITNESS},
    "nama": {"Ya, saya melapor dengan nama": True},
    "diri": {
        "Nama lengkap": NAME,
        "Alamat": "Jalan Rekaan 9 Balikpapan",
        "Nomor telepon atau HP": "0800 0000 0099",
    },
}
"""An eyewitness who gives their name."""
UNNAMED: Mapping[str, Answers] = {
    **TOLD,
    "siapa": {"Saya tidak tahu siapa orangnya": True},
    "provinsi": {"Di provinsi mana terjadinya?": "Maluku Utara"},
    "kabupaten": {"Di kabupaten atau kota mana?": "Kota Ternate"},
    "kecamatan": {"Di kecamatan mana?": "Saya tidak tahu"},
    "kejadian": {"Saya tidak tahu tanggalnya": True},
    "mengetahui": {"Saya tidak ingat tanggalnya": True, "Saya tidak tahu": True},
    "bukti": {},
    "saksi": {},
    "nama": {"Tidak, tanpa nama": True},
}
"""Somebody who knows little and does not say who they are."""


class Citizen:
    """One person with one browser page."""

    def __init__(self, page: Page, door: str) -> None:
        self.page, self.door = page, door

    def begin(self) -> None:
        self.page.goto(f"{self.door}/lapor/")
        self.page.get_by_role("button", name="Mulai").click()

    @property
    def step(self) -> str:
        """The question that is shown; ``periksa`` for the review."""
        asked = self.page.locator("input[name=step]")
        if asked.count():
            return asked.input_value()
        assert "Periksa sebelum mengirim" in self.heading, self.page.content()
        return REVIEW

    @property
    def heading(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text()

    def answer(self, answers: Answers) -> None:
        fill(self.page, answers)
        self.page.get_by_role("button", name="Lanjutkan").click()

    def tell(self, told: Mapping[str, Answers], until: str = REVIEW) -> None:
        """Answer page after page until ``until`` is shown."""
        for _ in range(len(told) + 1):
            step = self.step
            if step == until:
                return
            self.answer(told[step])
            assert self.step != step, self.page.get_by_role("main").inner_text()
        raise AssertionError(f"halaman {until} tidak tercapai")

    def agree(self) -> None:
        self.page.get_by_label("Yang saya sampaikan benar sejauh yang saya ketahui.").check()

    def send(self) -> str:
        """Tick, send, and read the receipt's code."""
        self.agree()
        self.page.get_by_role("button", name="Kirim").click()
        return self.code

    @property
    def code(self) -> str:
        assert "sudah kami terima" in self.heading, self.page.get_by_role("main").inner_text()
        return "-".join(self.page.locator("#kode span").all_inner_texts())

    def ask(self, code: str) -> str:
        """Ask by the receipt where it stands; the text of the answer."""
        self.page.goto(f"{self.door}/status/")
        self.page.get_by_label("Kode laporan").fill(code)
        self.page.get_by_role("button", name="Lihat status").click()
        return self.page.get_by_role("main").inner_text()
