"""Where file dialogs begin: the last folder of the kind, and always one that exists."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from kitadesk.ui.kit.last_folders import FOLDERS_FILE, LastFolders


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person whose documents lie in a folder of their own."""
    place = tmp_path / "home"
    (place / "Documents").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(place))
    monkeypatch.setenv("USERPROFILE", str(place))
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(place / "Documents"))
    return place


def test_a_folder_is_known_again_after_the_next_start(tmp_path: Path) -> None:
    letters = tmp_path / "Briefe"
    letters.mkdir()
    LastFolders(tmp_path).keep("pdf", letters)
    assert LastFolders(tmp_path).of("pdf") == letters


def test_each_kind_has_a_folder_of_its_own(tmp_path: Path) -> None:
    letters, lists = tmp_path / "Briefe", tmp_path / "Listen"
    letters.mkdir()
    lists.mkdir()
    folders = LastFolders(tmp_path)
    folders.keep("pdf", letters)
    folders.keep("xlsx", lists)
    assert (folders.of("pdf"), folders.of("xlsx")) == (letters, lists)


def test_at_first_the_documents_are_shown(home: Path) -> None:
    assert LastFolders(None).of("pdf") == home / "Documents"


def test_where_there_are_no_documents_the_home_is_shown(home: Path) -> None:
    (home / "Documents").rmdir()
    assert LastFolders(None).of("pdf") == home


def test_a_folder_that_is_gone_is_not_shown(tmp_path: Path) -> None:
    letters = tmp_path / "Briefe"
    letters.mkdir()
    LastFolders(tmp_path).keep("pdf", letters)
    letters.rmdir()
    assert LastFolders(tmp_path).of("pdf") == LastFolders(None).of("pdf")


@pytest.mark.parametrize("content", ["", "[1]", '{"pdf": 3}', "\udcff"])
def test_a_damaged_file_means_nothing_is_known(tmp_path: Path, content: str) -> None:
    (tmp_path / FOLDERS_FILE).write_bytes(content.encode("utf-8", "surrogateescape"))
    assert LastFolders(tmp_path).of("pdf") == LastFolders(None).of("pdf")


def test_who_may_not_write_does_without(tmp_path: Path) -> None:
    (tmp_path / FOLDERS_FILE).mkdir()
    LastFolders(tmp_path).keep("pdf", tmp_path)
    assert (tmp_path / FOLDERS_FILE).is_dir()
