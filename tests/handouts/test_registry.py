"""The registry finds papers by their file and hands them out by id."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kitadesk.base.errors import UserError
from kitadesk.handouts import papers, registry


def test_papers_are_sorted_by_area_and_title() -> None:
    found = [(spec.area.value, spec.title) for spec in registry.all_papers()]
    assert found == sorted(found)
    assert len(found) >= 4


def test_a_paper_is_found_by_its_id() -> None:
    assert registry.find("group_list").title == "Gruppenliste"


def test_an_unknown_paper_is_refused() -> None:
    with pytest.raises(UserError) as refused:
        registry.find("wallpaper")
    assert refused.value.code == "paper_unknown"


def test_a_module_without_spec_is_no_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papers, "SPEC", None, raising=False)
    assert registry._spec_of("general_group_list") is not None
    monkeypatch.setattr("kitadesk.handouts.papers.general_group_list.SPEC", None)
    assert registry._spec_of("general_group_list") is None


def test_listing_papers_does_not_load_the_drawing_toolkit() -> None:
    code = (
        "import sys; from kitadesk.handouts.registry import all_papers; "
        "assert len(all_papers()) >= 4; print('reportlab' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
