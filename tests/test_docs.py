"""The documents point at things that exist, and say of the code what the code does."""

import re

import pytest

from prongsai.cli import build_parser
from prongsai.rulebook.loading import known_years, load_year
from tests.house import ROOT, SOURCE

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"


def test_make_targets_in_the_documents_exist():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        for target in re.findall(r"(?:^|`)make ([a-z]+)\b", page.read_text("utf-8"), re.MULTILINE):
            assert target in targets, f"{page.name} says `make {target}`"


def test_commands_in_the_readme_exist():
    help_text = build_parser().format_help()
    for command in re.findall(
        r"prongsai (score|instruments|write|serve|demo)\b", (ROOT / "README.md").read_text("utf-8")
    ):
        assert command in help_text


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs" / "adr").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_glossary_names_what_is_in_the_code():
    code = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    rows = [
        line.split("|")[-2]
        for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
        if line.count("|") > 3
    ]
    for name in re.findall(r"`([A-Za-z_.]+)`", " ".join(rows)):
        assert name.split(".")[-1] in code, f"docs/glossary.md names {name}, which is nowhere in the code"


def test_the_scoring_page_states_the_weights_of_the_data():
    text = (ROOT / "docs" / "scoring.md").read_text("utf-8")
    newest = load_year(known_years()[-1]).weights
    formula = " + ".join(f"{share} × {instrument}" for instrument, share in newest.items())
    assert formula in text
