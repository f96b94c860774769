"""The API as a stranger's program sees it: the public door, no cookies, no login."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from netra.apps.organisations.models import Contest, Office
from netra.config.settings.desk import NETRA

Post = Callable[..., HttpResponse]


@pytest.fixture
def api(public_door: Client) -> Client:
    """A stranger's program."""
    return public_door


@pytest.fixture
def post(api: Client) -> Post:
    """Send JSON; headers by their names."""

    def send(path: str, body: object, headers: Mapping[str, str] | None = None) -> Any:
        return api.post(
            path, json.dumps(body), content_type="application/json", headers=dict(headers or {})
        )

    return send


@pytest.fixture
def office() -> Office:
    return Office.objects.create(
        code="bawaslu-contoh",
        name="Bawaslu Kota Contoh",
        kind=Office.Kind.BAWASLU,
        level=Office.Level.KOTA,
        region_code="64.71",
        zone="Asia/Makassar",
        age_recipient=NETRA.sealer.generate(),
    )


@pytest.fixture
def contest() -> Contest:
    return Contest.objects.create(
        code="pilkada-contoh",
        kind=Contest.Kind.PILKADA,
        name="Pemilihan Wali Kota Contoh",
        region_code="64.71",
        series="PW",
        begins_on=date(2024, 2, 27),
        candidates_set_on=date(2024, 9, 22),
        campaign_from=date(2024, 9, 25),
        campaign_to=date(2024, 11, 23),
        voting_on=date(2024, 11, 27),
        ends_on=date(2025, 2, 28),
    )


@pytest.fixture
def facts() -> dict[str, Any]:
    return {
        "deeds": ["social_post_support"],
        "act_date": "2024-09-23",
        "known_date": "2024-09-24",
        "reported_at": "2024-09-25T10:00:00+08:00",
        "actor": {
            "status": "pns",
            "position": "pelaksana",
            "role": None,
            "on_cltn": False,
            "spouse_of_candidate": False,
        },
        "contest": {
            "kind": "pilkada",
            "candidates_set_on": "2024-09-22",
            "campaign_from": "2024-09-25",
            "campaign_to": "2024-11-23",
            "voting_on": "2024-11-27",
        },
        "target": None,
        "circumstances": [],
    }


@pytest.fixture
def told() -> dict[str, Any]:
    """A laporan as a program sends it."""
    return {
        "story": "Kepala bidang memimpin yel-yel di panggung kampanye pada jam kerja.",
        "region_code": "64.71",
        "deeds": ["attend_campaign"],
        "terlapor": {"name": "Tokoh Contoh", "unit": "Dinas Contoh"},
        "actor": {"status": "pns"},
        "act_date": "2024-09-26",
        "known_date": "2024-09-26",
        "how_known": "saw",
        "reporter": {"name": "Warga Contoh", "address": "Jalan Contoh 1"},
    }
