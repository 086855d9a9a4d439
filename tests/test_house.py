"""The shape of the project itself: whose packages are imported, what is committed, what the files promise."""

import re
import subprocess
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"][
    "only-include"
]


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_is_ours(package: str) -> None:
    """Short names: another distribution's `jobs` must not shadow ours."""
    found = import_module(package).__file__

    assert found is not None
    assert Path(found).is_relative_to(ROOT)


def test_every_setting_is_explained_and_nothing_else_is() -> None:
    from app.settings import Settings

    explained = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))

    assert explained == {str(field.validation_alias) for field in Settings.model_fields.values()}


def test_only_settings_read_the_environment() -> None:
    readers = [
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        if re.search(r"\bos\.environ|\bos\.getenv|\bgetenv\(", path.read_text())
    ]

    assert readers == []


def test_every_pin_has_hashes_and_no_address() -> None:
    for path in (ROOT / "requirements").glob("*.txt"):
        text = path.read_text()
        pins = re.findall(r"^[a-z0-9][\w.\[\]-]*==", text, re.MULTILINE)

        assert pins, path.name
        assert len(re.findall(r"==[^\n]*\\\n\s+--hash=sha256:", text)) == len(pins)
        assert "://" not in text


def test_the_image_runs_as_nobody_special_and_is_watched() -> None:
    lines = (ROOT / "Dockerfile").read_text()

    assert re.findall(r"^USER (.+)$", lines, re.MULTILINE) == ["actions"]
    assert "/healthz" in lines.split("HEALTHCHECK")[1]
    assert re.findall(r"^CMD (.+)$", lines, re.MULTILINE) == ['["actions", "serve"]']
    assert sorted(re.findall(r"^COPY (\w+)/ \1/$", lines, re.MULTILINE)) == sorted([*PACKAGES, "requirements"])


def test_the_readme_shows_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text()

    assert "make demo" in readme
    assert "make test" in readme


def test_every_relative_link_in_the_documents_leads_somewhere() -> None:
    for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text()):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_nothing_committed_names_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    if not listed:
        pytest.skip("this is no git checkout")
    for name in listed:
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".txt", ".in", ".tsv", ""} and path.is_file():
            assert not re.search(r"/(?:home|work|root)/\w", path.read_text(encoding="utf-8", errors="ignore")), name
