"""Checkpoints kept outside the database: only their owner reads them, a crash costs one line."""

from pathlib import Path

from netra.adapters.checkpoint_copies import keep, kept
from netra.domain.journal.verify import CheckpointCopy

ONE = CheckpointCopy(last_entry=7, count=7, digest="a" * 64)
TWO = CheckpointCopy(last_entry=9, count=2, digest="b" * 64)


def test_what_was_kept_is_there_in_order(tmp_path: Path) -> None:
    path = tmp_path / "checkpoints.jsonl"
    assert list(kept(path)) == []
    keep(path, ONE)
    keep(path, TWO)
    assert list(kept(path)) == [ONE, TWO]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_line_cut_short_hides_none_behind_it(tmp_path: Path) -> None:
    path = tmp_path / "checkpoints.jsonl"
    path.write_text('{"last_entry": 7, "cou')
    keep(path, TWO)
    assert list(kept(path)) == [TWO]
