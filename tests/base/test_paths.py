"""Where resources and data lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from kitadesk.base import paths


def test_the_checkout_has_its_resources_beside_the_package() -> None:
    assert paths.resources_dir() == Path(__file__).resolve().parents[2] / "resources"
    assert paths.resources_dir().is_dir()


@pytest.mark.parametrize("strange_neighbour", [False, True])
def test_the_installed_package_uses_the_resources_inside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, strange_neighbour: bool
) -> None:
    inside = tmp_path / "kitadesk" / "resources"
    inside.mkdir(parents=True)
    if strange_neighbour:
        (tmp_path / "resources").mkdir()
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "kitadesk" / "base" / "paths.py"))
    assert paths.resources_dir() == inside.resolve()


def test_the_data_folder_is_the_user_s_own_and_named_after_the_program() -> None:
    folder = paths.default_data_dir()
    assert folder.is_absolute()
    assert folder.name == "KitaDesk"
