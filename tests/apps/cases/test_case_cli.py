"""``netra case`` and ``netra check`` as an operator types them: no name on the screen."""

import json
from collections.abc import Callable
from datetime import datetime

import pytest
from click.testing import CliRunner
from django.db import connection
from tests.apps.cases.test_case_steps import path
from tests.factories.cases import STORY

from netra.apps.cases.models import Case as CaseRow
from netra.apps.cases.services import perform
from netra.apps.journal import triggers
from netra.apps.journal.models import Entry
from netra.cli import case as case_area
from netra.cli import check as check_area
from netra.domain.access import Actor
from netra.domain.cases.state import Case

pytestmark = pytest.mark.django_db


@pytest.fixture
def finished(opened: Callable[..., Case], staff: Actor, now: datetime) -> Case:
    case = opened()
    for command in path(now, None):
        perform(case.id, command, by=staff, now=now)
    return case


def test_an_operator_looks_at_a_case_by_its_number(finished: Case) -> None:
    result = CliRunner().invoke(case_area.command, ["show", "001/Reg/LP/PW/Kota/99.01/X/2024"])
    assert result.exit_code == 0
    for shown in ("ditutup", "001/LP/PW/Kota/99.01/X/2024", "bkn: sanctioned", "tepat waktu"):
        assert shown in result.output
    for secret in ("Tokoh", "Pelapor Contoh", STORY[:30]):
        assert secret not in result.output


def test_an_operator_takes_a_case_as_json(finished: Case) -> None:
    result = CliRunner().invoke(case_area.command, ["show", finished.id.hex, "--json"])
    assert json.loads(result.output)["state"] == "closed"


def test_an_unknown_case_ends_with_an_error(finished: Case) -> None:
    result = CliRunner().invoke(case_area.command, ["show", "999/LP/TIDAK/ADA"])
    assert result.exit_code == 1
    assert "Tidak ada perkara" in result.output


def test_the_table_is_printed_for_the_documentation() -> None:
    result = CliRunner().invoke(case_area.command, ["table"])
    assert "### decide_pleno" in result.output


def test_sound_data_passes_both_checks(finished: Case) -> None:
    for name in ("journal", "replay"):
        result = CliRunner().invoke(check_area.command, [name])
        assert result.exit_code == 0, result.output


def test_a_tampered_row_fails_the_replay_and_is_named(finished: Case) -> None:
    CaseRow.objects.update(state="registered")
    result = CliRunner().invoke(check_area.command, ["replay"])
    assert result.exit_code == 1
    assert f"{finished.id.hex} state: baris 'registered', jurnal 'closed'" in result.output


def test_a_tampered_entry_fails_the_journal_and_is_named(finished: Case) -> None:
    triggers.remove(connection)
    Entry.objects.filter(kind="pleno_decided").update(actor="officer:999")
    triggers.install(connection)
    result = CliRunner().invoke(check_area.command, ["journal"])
    assert result.exit_code == 1
    assert "berubah setelah dicatat" in result.output
