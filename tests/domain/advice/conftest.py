import pytest

from netra.adapters.lawbook_files import load_lawbook
from netra.domain.lawbook.book import Lawbook


@pytest.fixture(scope="session")
def law() -> Lawbook:
    return load_lawbook()
