"""The migrations make the tables that the models describe."""

from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.migration import Migration
from django.db.migrations.state import ProjectState
from django.utils.translation import override


def test_no_model_is_ahead_of_its_migrations() -> None:
    with override(None):  # as makemigrations does: a translated label is no change
        changes = _changes()
    assert {app: [str(one) for one in found] for app, found in changes.items()} == {}


def _changes() -> dict[str, list[Migration]]:
    loader = MigrationLoader(None)
    found: dict[str, list[Migration]] = MigrationAutodetector(
        loader.project_state(), ProjectState.from_apps(apps)
    ).changes(graph=loader.graph)
    return found


def test_one_line_of_history_per_app() -> None:
    assert MigrationLoader(None).detect_conflicts() == {}
