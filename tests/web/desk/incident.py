"""A fictional incident at the desk: how it comes in, and how steps are taken in a browser."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from netra.apps.cases.selectors import case_of
from netra.apps.cases.sweeps import open_received
from netra.apps.intake.models import Channel
from netra.apps.intake.services import submit
from netra.apps.organisations.clock import now
from netra.apps.organisations.models import Installation
from netra.domain.cases.state import Case
from netra.domain.intake.laporan import (
    ActorTold,
    Evidence,
    HowKnown,
    Laporan,
    Reporter,
    Terlapor,
    Witness,
)
from netra.domain.lawbook.vocabulary import ActorStatus, Position

STORY = (
    "Saya melihat kepala bidang di dinas itu mengunggah gambar pasangan calon disertai ajakan "
    "memilih, dan membagikannya ke grup warga kampung kami pada sore hari."
)
REPORTER = Reporter(
    name="Warga Rekaan Bernama Melati", address="Jalan Contoh 1", phone="0800-CONTOH"
)
FORBIDDEN_ELSEWHERE = (STORY, REPORTER.name, "0800-CONTOH", "Saksi Rekaan Bernama Kenanga")
"""What nobody but the handling office may ever read; the names not even there without a reason."""


def set_clock(to: datetime) -> None:
    """Let the fictional installation believe that it is ``to``."""
    shift = to - datetime.now(UTC)
    Installation.objects.update_or_create(id=1, defaults={"demo": True, "clock_shift": shift})


def laporan(region: str, act: date, known: date, *, story: str = STORY) -> Laporan:
    return Laporan(
        story=story,
        region_code=region,
        deeds=("social_post_support",),
        terlapor=Terlapor("Tokoh Rekaan Satu", "kepala bidang", "Dinas Rekaan", "Kota Contoh"),
        actor=ActorTold(ActorStatus.PNS, Position.ADMINISTRATOR, None, False, False),
        place="Media sosial",
        act_date=act,
        known_date=known,
        how_known=HowKnown.SOCIAL_MEDIA,
        evidence=(Evidence("Tangkapan layar unggahan"),),
        witnesses=(Witness("Saksi Rekaan Bernama Kenanga"),),
        reporter=REPORTER,
    )


def bring_in(report: Laporan) -> uuid.UUID:
    """The report comes in by the public door, and the sweep opens its case."""
    receipt = submit(report, channel=Channel.WEB, submission_key=uuid.uuid4().hex, now=now())
    open_received(now())
    return receipt.submission


def day(name: str, value: date) -> dict[str, str]:
    """A date as the form posts it."""
    return {
        f"{name}-day": str(value.day),
        f"{name}-month": str(value.month),
        f"{name}-year": str(value.year),
    }


@dataclass(frozen=True, slots=True)
class Desk:
    """Steps of one case, taken in a browser."""

    case_id: uuid.UUID

    def url(self, step: str) -> str:
        return reverse("desk:step", args=[self.case_id, step])

    def take(
        self, browser: Client, step: str, answers: Mapping[str, object] | None = None
    ) -> HttpResponse:
        sent = {"version": str(self.case.version), **(answers or {})}
        answer: HttpResponse = browser.post(self.url(step), sent)
        return answer

    def took(self, browser: Client, step: str, answers: Mapping[str, object] | None = None) -> Case:
        """Take a step that must succeed; the case afterwards."""
        answer = self.take(browser, step, answers)
        assert answer.status_code == 302, answer.content.decode()
        return self.case

    @property
    def case(self) -> Case:
        found = case_of(self.case_id)
        assert found is not None
        return found
