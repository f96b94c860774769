"""When a deadline ends, asked by anybody."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
WINDOW = "/api/v1/clocks/laporan_window"


def test_both_dates_and_how_they_come_about(api: Client) -> None:
    answer = api.get(WINDOW, {"start": "2024-09-24", "contest": "pilkada"}).json()
    assert (answer["warn_on"], answer["due"]) == ("2024-09-30", "2024-10-01")
    assert answer["counting"] == "hari_kalender"
    assert answer["working"]


def test_the_day_is_that_of_the_receiving_office(api: Client) -> None:
    """23.30 in Ternate is still the same day there, and another one in UTC+8."""
    asked = {"start": "2024-09-24T23:30:00+09:00", "contest": "pilkada"}
    in_ternate = api.get(WINDOW, {**asked, "region": "82.71"}).json()
    assert in_ternate["start"] == "2024-09-24"
    in_bekasi = api.get(
        WINDOW, {"start": "2024-09-25T00:30:00+09:00", "contest": "pilkada", "region": "32.75"}
    )
    assert in_bekasi.json()["start"] == "2024-09-24"


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"start": "kemarin"}, "start"),
        ({"start": "2024-09-24T10:00:00"}, "start"),
        ({"start": "2024-09-24T10:00:00+08:00"}, "region"),
        ({"start": "2024-09-24", "region": "99"}, "region"),
        ({"start": "2024-09-24", "contest": "pilpres"}, "contest"),
        ({"start": "1024-09-24"}, "start"),
        ({}, "start"),
    ],
)
def test_a_question_that_cannot_be_answered_names_its_field(
    api: Client, asked: dict[str, str], field: str
) -> None:
    response = api.get(WINDOW, {"contest": "pilkada", **asked})
    assert response.status_code == 422
    assert [one["field"] for one in response.json()["errors"]] == [field]


def test_a_clock_that_does_not_run(api: Client) -> None:
    response = api.get("/api/v1/clocks/entah", {"start": "2024-09-24", "contest": "pilkada"})
    assert response.status_code == 404
    assert "entah" in response.json()["detail"]
