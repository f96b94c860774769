"""Rules of the house about the tree itself."""

import re
from collections.abc import Iterator
from pathlib import Path

import netra

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "netra"
LONGEST = 500
_KEPT = ("src", "tests", "docs", "frontend", "requirements", ".ci")
_MADE = {"node_modules", "__pycache__", "static", "netra_asn.egg-info"}


def kept_files() -> Iterator[Path]:
    """Every file that belongs to the project and not to a build."""
    yield from (path for path in ROOT.iterdir() if path.is_file())
    for folder in _KEPT:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and _MADE.isdisjoint(path.relative_to(ROOT).parts):
                yield path


def texts() -> Iterator[tuple[Path, str]]:
    for path in kept_files():
        try:
            yield path.relative_to(ROOT), path.read_text()
        except UnicodeDecodeError:
            continue


def test_no_room_is_too_long() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {count}"
        for path in SOURCE.rglob("*.py")
        if (count := len(path.read_text().splitlines())) > LONGEST
    ]
    assert long == []


def test_nothing_depends_on_one_machine() -> None:
    """No path of somebody's machine, and no address to download packages from."""
    folders = "work|root|home|Users"
    hosts = "|".join(("pypi" + r"\.org", "npmjs" + r"\.(?:org|com)", "python" + r"hosted\.org"))
    personal = re.compile(rf"(?<![\w.\-}}])/(?:{folders})/\w|(?:{hosts})")
    found = [
        f"{path}: {match.group()}" for path, text in texts() for match in personal.finditer(text)
    ]
    assert found == []


def test_nothing_is_left_undone_or_silenced() -> None:
    marks = "|".join(("TO" + "DO", "FIX" + "ME", "X" + "XX", r"type:\s*" + "ignore"))
    # A rule may be switched off for one line where the line says why.
    left = re.compile(rf"\b(?:{marks})\b|# no" + r"qa(?!: [A-Z]+\d+ - )")
    found = [
        f"{path}: {match.group()}"
        for path, text in texts()
        if path.suffix == ".py"
        for match in left.finditer(text)
    ]
    assert found == []


def test_the_changelog_speaks_of_what_is_here() -> None:
    heads = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert heads[0] == "Unreleased" or heads[0].startswith(netra.__version__)


def test_every_data_file_is_packaged() -> None:
    """A file that no pattern names is missing from an installation, though not from this tree."""
    line = re.search(r"^netra = \[(.*)\]$", (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert line is not None
    packaged = {
        path for pattern in re.findall(r'"([^"]+)"', line[1]) for path in SOURCE.glob(pattern)
    }
    data = {
        path
        for path in SOURCE.rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"} and path.name != ".DS_Store"
    }
    assert {str(path.relative_to(SOURCE)) for path in data - packaged} == set()


def test_every_template_is_used() -> None:
    folder = SOURCE / "web" / "templates"
    sources = "\n".join(
        text for path, text in texts() if path.suffix in {".py", ".html"} and "src" in path.parts
    )
    # The libraries ask for these by names of their own.
    theirs = {"account", "mfa", "allauth", "usersessions"}
    by_django = {"404.html", "400.html", "403.html", "500.html", "403_csrf.html"}
    unused = [
        name
        for path in folder.rglob("*.html")
        if (name := str(path.relative_to(folder))) not in by_django
        and path.relative_to(folder).parts[0] not in theirs
        and f'"{name}"' not in sources
        and f"'{name}'" not in sources
    ]
    assert unused == []
