"""The steps of the table as buttons, and why the others are not open."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from netra.apps.cases.selectors import CasePage
from netra.domain.access import Action
from netra.domain.cases.state import State
from netra.domain.cases.steps import StepOption
from netra.domain.cases.transitions import BY_STEP
from netra.domain.lawbook.book import Lawbook
from netra.web.desk.law_text import pasal_text


@dataclass(frozen=True, slots=True)
class StepButton:
    """What ``parts/step_button.html`` prints."""

    label: str
    pasal: str
    href: str
    main: bool
    hint: str


@dataclass(frozen=True, slots=True)
class ClosedStep:
    """A step that is not lawful now, with the reason and what may be done instead."""

    label: str
    ground: str
    instead: str
    pasal: str


_HINTS: Mapping[Action, str] = {
    Action.RECORD_NUMBER: "Nomor LP berikutnya dari kantor ini",
    Action.ESTABLISH_FACTS: "Penilaian dan tenggat dihitung ulang",
    Action.RECORD_KAJIAN_AWAL: "Syarat formal dan materiel",
    Action.REGISTER: "Nomor diambil, waktu penanganan mulai",
    Action.FORWARD: "Dengan resume Bawaslu, bukan cerita pelapor",
    Action.DECIDE_BETWEEN_DATES: "Jatuh di antara dua cara menghitung",
}


def step_buttons(
    page: CasePage, law: Lawbook
) -> tuple[tuple[StepButton, ...], tuple[ClosedStep, ...]]:
    """The lawful steps, the one that moves the case on in front; and the others with their why.

    Of the others, those that belong to a later or earlier stage are left out: a list of everything
    that is not now would hide what nearly is.
    """
    lawful = [one for one in page.steps if one.is_lawful]
    lawful.sort(key=lambda one: not BY_STEP[one.step].targets)
    main = next(
        (one for one in lawful if _moves_on(one, page.case.state)),
        # What can neither be mended nor registered is not left lying.
        next((one for one in lawful if one.step is Action.TREAT_AS_INFORMASI_AWAL), None),
    )
    lawful.sort(key=lambda one: one is not main)
    buttons = tuple(
        StepButton(
            label=one.title,
            pasal=pasal_text(law, one.pasal[:2]),
            href=reverse("desk:step", args=[page.case.id, slug(one.step)]),
            main=one is main,
            hint=_HINTS.get(one.step, ""),
        )
        for one in lawful
    )
    closed = tuple(
        ClosedStep(
            label=one.title,
            ground=one.refusal.ground,
            instead=one.refusal.instead,
            pasal=pasal_text(law, one.refusal.pasal),
        )
        for one in page.steps
        if one.refusal is not None
    )
    return buttons, closed


def slug(step: Action) -> str:
    """How a step is written in an address."""
    return step.value.replace("_", "-")


def step_of(text: str) -> Action | None:
    """The step of an address; ``None`` for none that a person could take."""
    try:
        step = Action(text.replace("-", "_"))
    except ValueError:
        return None
    return step if step in BY_STEP and not BY_STEP[step].by_system else None


_ASIDE = frozenset({Action.WITHDRAW, Action.CLOSE_INFORMASI_AWAL, Action.TREAT_AS_INFORMASI_AWAL})
"""They move a case, but are never what one is led to."""


def _moves_on(one: StepOption, state: State) -> bool:
    targets = BY_STEP[one.step].targets
    if one.step is Action.RECORD_KAJIAN_AWAL and state is State.INCOMPLETE:
        return False  # it was just made
    return bool(targets) and one.step not in _ASIDE and targets != (state,)
