"""The lawbook is open to everybody, with the certainty of every value."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_all_twenty_items_of_the_skb_are_there(api: Client) -> None:
    codes = {act["code"] for act in api.get("/api/v1/acts").json()}
    assert {f"KE-{number}" for number in range(1, 8)} <= codes
    assert {f"DIS-{number}" for number in range(1, 14)} <= codes


def test_the_two_texts_stay_apart_and_a_gap_stays_a_gap(api: Client) -> None:
    act = api.get("/api/v1/acts/DIS-9").json()
    assert [row["value"] for row in act["skb"]] == [None]
    assert act["source"]["last_checked"]
    assert act["dasar_hukum"]


def test_every_deed_of_daily_life_leads_to_acts_or_says_why_not(api: Client) -> None:
    deeds = api.get("/api/v1/deeds").json()
    assert {"social_like", "obstruct_choice", "vote"} <= {deed["code"] for deed in deeds}
    acts = {act["code"] for act in api.get("/api/v1/acts").json()}
    assert {code for deed in deeds for code in deed["acts"]} <= acts


@pytest.mark.parametrize(
    ("code", "on", "force"),
    [
        ("uu-5-2014", "2023-10-30", "in_force"),
        ("uu-5-2014", "2023-11-01", "repealed"),
        ("uu-20-2023", "2023-10-30", "not_yet_in_force"),
        ("uu-20-2023", "2023-11-01", "in_force"),
    ],
)
def test_a_regulation_is_asked_on_a_day(api: Client, code: str, on: str, force: str) -> None:
    assert api.get(f"/api/v1/regulations/{code}", {"on": on}).json()["force"] == force


def test_the_lawbook_names_its_version_and_counts_its_certainties(api: Client) -> None:
    answer = api.get("/api/v1/lawbook").json()
    assert len(answer["version"]) == 64
    assert answer["counts"]["acts"] == len(api.get("/api/v1/acts").json())
    assert set(answer["statuses"]) == {"verified_secondary", "unconfirmed", "unverified"}
