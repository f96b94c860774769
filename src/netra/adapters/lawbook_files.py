"""The lawbook on disk: YAML files read once per process."""

from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path

import yaml

import netra
from netra.adapters.holiday_calendar import indonesian_calendar
from netra.domain.lawbook.book import Lawbook
from netra.domain.lawbook.parse import LawbookInvalid, parse

PACKAGED = Path(netra.__file__).parent / "lawbook"


class _StrictLoader(yaml.CSafeLoader):
    """Safe YAML that refuses a key written twice: the second would silently win."""

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Hashable, object]:
        seen: set[object] = set()
        for key_node, _value in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"kunci {key!r} ditulis dua kali", key_node.start_mark
                )
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


def _load(content: bytes) -> object:
    loader = _StrictLoader(content)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def read_documents(directory: Path) -> dict[str, object]:
    """Every YAML file under ``directory`` by its relative path; raises ``LawbookInvalid``."""
    documents: dict[str, object] = {}
    problems: list[str] = []
    for path in sorted(directory.rglob("*.yaml")):
        name = path.relative_to(directory).as_posix()
        try:
            documents[name] = _load(path.read_bytes())
        except (yaml.YAMLError, ValueError) as error:
            problems.append(f"{name}: YAML tidak dapat dibaca: {error}")
    if not documents and not problems:
        problems.append(f"{directory}: tidak ada berkas YAML")
    if problems:
        raise LawbookInvalid(tuple(problems))
    return documents


@lru_cache(maxsize=4)
def load_lawbook(directory: Path | None = None) -> Lawbook:
    """The lawbook in ``directory`` (the packaged one by default), parsed once per process."""
    return parse(read_documents(directory or PACKAGED), indonesian_calendar())
