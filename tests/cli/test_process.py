"""The program as people start it: as a process of its own, and installed from the wheel."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from kitadesk.storage.opening import DATA_FILE

ROOT = Path(__file__).parents[2]
LONGEST_S = 60


def start(
    *arguments: object, folder: Path, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=LONGEST_S,
        check=False,
    )


def test_a_process_of_its_own_answers_in_utf8(tmp_path: Path) -> None:
    answer = start(
        "-m", "kitadesk", "papers", folder=tmp_path, PYTHONIOENCODING="ascii", PYTHONPATH=str(ROOT)
    )
    assert answer.returncode == 0
    assert "Einladung mit Rückmeldezettel" in answer.stdout.decode("utf-8")


def test_a_reader_that_stops_early_is_no_bug(town_folder: Path, tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "kitadesk", "--data", town_folder, "list", "children"]
    with os.fdopen(writing, "wb") as pipe:
        answer = subprocess.run(
            [str(part) for part in command],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=pipe,
            stderr=subprocess.PIPE,
            timeout=LONGEST_S,
            check=False,
        )
    assert b"Fehler" not in answer.stderr
    assert b"Traceback" not in answer.stderr


if Path("/dev/full").exists():

    @pytest.mark.parametrize("command", ["list children --json", "check", "papers"])
    def test_an_output_on_a_full_disk_is_told(town_folder: Path, command: str) -> None:
        with Path("/dev/full").open("wb") as full:
            answer = subprocess.run(
                [sys.executable, "-m", "kitadesk", "--data", str(town_folder), *command.split()],
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdout=full,
                stderr=subprocess.PIPE,
                timeout=LONGEST_S,
                check=False,
            )
        assert answer.returncode == 1
        assert answer.stderr.decode().startswith("Was der Befehl sagt, ließ sich nicht schreiben.")
        assert answer.stderr.count(b"\n") == 1


def test_a_closed_output_is_no_bug(town_folder: Path, tmp_path: Path) -> None:
    code = (
        "import runpy, sys; sys.stdout = sys.stderr = None;"
        "runpy.run_module('kitadesk', run_name='__main__')"
    )
    answer = start(
        "-c", code, "--data", town_folder, "papers", folder=tmp_path, PYTHONPATH=str(ROOT)
    )
    assert (answer.returncode, answer.stderr) == (0, b"")


if sys.platform == "linux":

    def test_a_window_without_a_screen_is_told(tmp_path: Path) -> None:
        bare = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
        answer = start(
            "-m", "kitadesk", "--data", tmp_path, folder=tmp_path, PYTHONPATH=str(ROOT), **bare
        )
        assert answer.returncode == 1
        assert answer.stderr.decode().startswith("Hier ist kein Bildschirm")
        assert list(tmp_path.iterdir()) == []


if sys.platform != "win32":  # Windows cannot limit the size of files

    @pytest.mark.parametrize("limit", [0, 100_000, 800_000])
    def test_a_full_disk_at_the_start_leaves_a_folder_to_start_in(
        tmp_path: Path, limit: int
    ) -> None:
        code = (
            "import resource, runpy, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
            f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}));"
            "runpy.run_module('kitadesk', run_name='__main__')"
        )
        command = ("-c", code, "--data", tmp_path / "Kita", "demo")
        answer = start(*command, folder=tmp_path, PYTHONPATH=str(ROOT))
        assert (answer.returncode, answer.stderr.count(b"\n")) == (1, 1)
        assert "Platz" in answer.stderr.decode("utf-8")
        journal = tmp_path / "Kita" / f"{DATA_FILE}-journal"
        assert not journal.exists() or not journal.stat().st_size

    def test_an_import_that_finds_no_room_leaves_neither_data_nor_a_report(tmp_path: Path) -> None:
        lines = [f"Kind{number};Vor{number};Igel" for number in range(2000)]
        (tmp_path / "a.csv").write_text("\n".join(["Nachname;Vorname;Gruppe", *lines]))
        code = (
            "import resource, runpy, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000));"
            "runpy.run_module('kitadesk', run_name='__main__')"
        )
        wish = ("import", "children", "a.csv", "--report", "report.json")
        answer = start("-c", code, "--data", "Kita", *wish, folder=tmp_path, PYTHONPATH=str(ROOT))
        assert (answer.returncode, answer.stderr.count(b"\n")) == (1, 1)
        assert not (tmp_path / "report.json").exists()
        assert not list((tmp_path / "Kita").iterdir())


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Build the wheel and install it into a folder of its own, without the net."""
    folder = tmp_path / "wheel"
    folder.mkdir()
    build = ("-m", "hatchling", "build", "-t", "wheel", "-d", folder / "dist")
    built = start(*build, folder=ROOT)
    assert built.returncode == 0, built.stderr.decode()
    (wheel,) = (folder / "dist").glob("*.whl")
    site = folder / "site"
    pip = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile")
    placed = start(*pip, "--target", site, wheel, folder=folder)
    assert placed.returncode == 0, placed.stderr.decode()
    return site


def run_installed(site: Path, folder: Path, *arguments: object) -> str:
    """Call the installed entry point; -S keeps the editable checkout out of the way."""
    libraries = os.pathsep.join([str(site), sysconfig.get_path("purelib")])
    call = "import sys; from kitadesk.__main__ import main; sys.exit(main())"
    answer = start("-S", "-c", call, *arguments, folder=folder, PYTHONPATH=libraries)
    assert answer.returncode == 0, answer.stderr.decode()
    return answer.stdout.decode("utf-8")


def test_the_installed_program_prints_a_paper_from_another_folder(
    installed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    town = ("--data", tmp_path / "town", "--today", "2027-01-25")
    run_installed(installed, folder, *town, "demo")
    out = run_installed(installed, folder, *town, "print", "group_list", "-o", "list.pdf")
    assert "(4 Blatt)" in out
    assert (folder / "list.pdf").read_bytes().startswith(b"%PDF")
    (entry_points,) = installed.glob("kitadesk-*.dist-info/entry_points.txt")
    assert "kitadesk = kitadesk.__main__:main" in entry_points.read_text(encoding="utf-8")


def test_screenshots_need_no_display(town_folder: Path, tmp_path: Path) -> None:
    displays = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "PYTHONPATH": str(ROOT)}
    command = ("-m", "kitadesk", "--data", town_folder, "--today", "2027-01-25", "screenshots")
    wished = ("-o", tmp_path / "out", "--size", "1024x640", "--scheme", "dark")
    answer = start(*command, *wished, folder=tmp_path, **displays)
    assert answer.returncode == 0, answer.stderr.decode()
    pictures = sorted((tmp_path / "out").glob("*.png"))
    assert [picture.name[0] for picture in pictures] == [*"1", *"2222", *"333", *"44"]
    assert all(png_size(picture) == (1024, 640) for picture in pictures)


def test_all_screenshots_have_dialogs_and_only_the_wished(
    town_folder: Path, tmp_path: Path
) -> None:
    command = ("-m", "kitadesk", "--data", town_folder, "--today", "2027-01-25", "screenshots")
    wished = ("-o", tmp_path / "out", "--all", "--only", "kind-")
    answer = start(*command, *wished, folder=tmp_path, PYTHONPATH=str(ROOT))
    assert answer.returncode == 0, answer.stderr.decode()
    names = sorted(picture.stem for picture in (tmp_path / "out").glob("*.png"))
    assert names == ["kind-drucken", "kind-geht", "kind-gruppe", "kind-neu"]


def png_size(picture: Path) -> tuple[int, int]:
    """Read width and height from the head of a PNG."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height
