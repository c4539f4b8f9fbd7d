"""Files that are completely there or untouched, names that every system takes."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kitadesk.base.errors import KnownStorageError, UserError
from kitadesk.base.files import (
    atomic_write,
    check_writable,
    replace_file,
    safe_file_name,
    write_for_others,
)

RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{p}{n}" for p in ("COM", "LPT") for n in "0123456789")}


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    atomic_write(tmp_path / "Liste.csv", b"Mia;Ole")
    assert (tmp_path / "Liste.csv").read_bytes() == b"Mia;Ole"
    assert _names(tmp_path) == ["Liste.csv"]


def test_a_new_file_is_for_its_owner_and_an_old_one_keeps_its_rights(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    old.touch()
    old.chmod(0o444)
    before = stat.S_IMODE(old.stat().st_mode)
    atomic_write(new, b"1")
    atomic_write(old, b"1")
    assert stat.S_IMODE(old.stat().st_mode) == before
    assert os.name == "nt" or stat.S_IMODE(new.stat().st_mode) == 0o600


def test_what_a_person_saves_has_the_ordinary_rights_of_its_folder(tmp_path: Path) -> None:
    ordinary, paper, old = (tmp_path / name for name in ("any", "Einladung.pdf", "kept"))
    ordinary.touch()
    old.touch(0o600)
    for path in (paper, old):
        write_for_others(path, b"%PDF")
    rights = {path: stat.S_IMODE(path.stat().st_mode) for path in (ordinary, paper, old)}
    assert rights[paper] == rights[ordinary]
    assert os.name == "nt" or rights[ordinary] != rights[old] == 0o600
    assert _names(tmp_path) == ["Einladung.pdf", "any", "kept"]


def test_a_link_keeps_pointing_where_it_points(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    atomic_write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_leaves_the_old_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    target = tmp_path / "Liste.csv"
    target.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(number, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownStorageError) as caught:
        atomic_write(target, b"new")
    assert caught.value.code == "storage_full"
    assert (target.read_bytes(), _names(tmp_path)) == (b"old", ["Liste.csv"])


@pytest.mark.parametrize("place", ["missing/Liste.csv", "folder", "file/Liste.csv"])
def test_what_cannot_be_written_is_named_and_nothing_is_left(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(UserError) as caught:
        atomic_write(tmp_path / place, b"new")
    assert caught.value.code == "file_not_writable"
    assert Path(place).name in str(caught.value)
    assert _names(tmp_path) == ["file", "folder"]


def test_a_device_or_pipe_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    (os.mkfifo if hasattr(os, "mkfifo") else os.mkdir)(pipe)
    for attempt in (lambda: atomic_write(pipe, b"x"), lambda: check_writable(pipe)):
        with pytest.raises(UserError, match="lässt sich hier nicht speichern"):
            attempt()
    assert not pipe.is_file()


def test_a_place_that_can_be_written_stays_as_it_is(tmp_path: Path) -> None:
    old = tmp_path / "old.pdf"
    old.write_bytes(b"old")
    check_writable(old)
    check_writable(tmp_path / "new.pdf")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("old.pdf", b"old")]


def test_an_interrupted_write_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        atomic_write(tmp_path / "Liste.csv", b"new")
    assert _names(tmp_path) == []


def _hold(monkeypatch: pytest.MonkeyPatch, times: int) -> list[int]:
    """Let the system refuse to replace a file so many times, as a virus scanner does."""
    tries: list[int] = []
    replace = Path.replace

    def held(source: Path, target: Path) -> Path:
        tries.append(1)
        if len(tries) <= times:
            raise PermissionError(errno.EACCES, "held")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", held)
    return tries


@pytest.mark.parametrize("times", [0, 1, 3])
def test_a_file_that_a_scanner_holds_is_replaced_once_it_lets_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    (tmp_path / "a").write_bytes(b"new")
    tries = _hold(monkeypatch, times)
    replace_file(tmp_path / "a", tmp_path / "b", attempts=4, pause_s=0)
    assert (tmp_path / "b").read_bytes() == b"new"
    assert len(tries) == times + 1


def test_a_file_that_stays_held_fails_after_the_last_attempt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"new")
    tries = _hold(monkeypatch, 99)
    with pytest.raises(PermissionError):
        replace_file(tmp_path / "a", tmp_path / "b", attempts=4, pause_s=0)
    assert len(tries) == 4


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Einladung Müller", "Einladung Müller.pdf"),
        ("Mu\u0308ller", "Müller.pdf"),
        ("Elternabend 8/2027: Sprache?", "Elternabend 8-2027- Sprache.pdf"),
        ("../../x", "x.pdf"),
        (r"C:\Windows\x", "C-Windows-x.pdf"),
        ("CON", "_CON.pdf"),
        ("com1.txt", "_com1.txt.pdf"),
        ("Console", "Console.pdf"),
        ("fdp.\u202eexe", "fdp.exe.pdf"),
        ("a\u200eb\u200fc", "abc.pdf"),
        ("Ende. . ", "Ende.pdf"),
        (".versteckt", "versteckt.pdf"),
        ("--help", "help.pdf"),
        ("zwei\nZeilen\t\x00", "zwei Zeilen.pdf"),
        ('<>"?*', "Unbenannt.pdf"),
        ("", "Unbenannt.pdf"),
        ("علي محمد", "علي محمد.pdf"),
    ],
)
def test_file_names_are_safe_and_stay_readable(text: str, name: str) -> None:
    assert safe_file_name(text, ".pdf") == name


@given(st.text(), st.sampled_from([".pdf", ".csv", ""]))
def test_any_text_gives_a_name_that_every_system_takes(text: str, suffix: str) -> None:
    name = safe_file_name(text * 50, suffix)
    assert name.endswith(suffix)
    assert len(name.encode()) <= 120
    assert not set(name) & set('<>:"/\\|?*\x00\n\r\t')
    assert name == name.strip(" .")
    assert name.split(".")[0].strip().upper() not in RESERVED


@given(st.sampled_from(sorted(RESERVED)), st.text(max_size=3))
def test_a_reserved_word_never_stands_alone(word: str, rest: str) -> None:
    assert safe_file_name(word + rest, ".pdf").split(".")[0].strip().upper() not in RESERVED
