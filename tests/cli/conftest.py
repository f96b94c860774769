"""A made-up office for the command line."""

import pytest

from netra.apps.organisations.models import Office
from netra.config.settings.desk import NETRA


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
