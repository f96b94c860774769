"""The journal's checkpoints once more, in a file outside its database: one JSON object a line.

Who holds the database alone can cut off its end together with the checkpoints that sealed it. The
last line here names one that is then missing. The file is as trustworthy as the place it lies in.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from netra.domain.journal.verify import CheckpointCopy


def keep(path: Path, copy: CheckpointCopy) -> None:
    """Add one line, durably."""
    # The empty line in front closes a line that a crash cut short.
    line = f"\n{json.dumps(asdict(copy))}\n"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(line)
        file.flush()
        os.fsync(file.fileno())


def kept(path: Path) -> Iterator[CheckpointCopy]:
    """All whole lines, oldest first; nothing where no checkpoint was made yet."""
    if not path.exists():
        return
    for line in path.read_text().splitlines():
        try:
            yield CheckpointCopy(**json.loads(line))
        except (TypeError, ValueError):
            continue
