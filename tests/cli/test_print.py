"""`print`: one paper, the blank form, everything; nothing in a language without texts."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest

from kitadesk.base.clock import FixedClock
from kitadesk.handouts.registry import all_papers
from kitadesk.services.child_moves import changes_group
from kitadesk.services.desk import Desk
from tests.cli.conftest import Cli
from tests.support.factories import make_family, make_group, make_house


def pages(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def id_of(at_town: Cli, kind: str, title: str) -> str:
    records = json.loads(at_town("list", kind, "--json").out)
    return next(record["id"] for record in records if record["title"].startswith(title))


def test_a_stack_of_named_invitations(at_town: Cli, tmp_path: Path) -> None:
    target = tmp_path / "Einladung.pdf"
    evening = id_of(at_town, "events", "Papa")
    answer = at_town("print", "invitation", "--for", evening, "-o", target)
    assert answer.code == 0
    printed = pages(target)
    assert any("Mia und Jonas" in page for page in printed)
    assert f"({len(printed)} Blatt)" in answer.out


def test_the_ending_of_the_file_asks_for_word(at_town: Cli, tmp_path: Path) -> None:
    target = tmp_path / "Einladung.docx"
    evening = id_of(at_town, "events", "Papa")
    assert at_town("print", "invitation", "--for", evening, "-o", target).code == 0
    lines = [line.text for line in docx.Document(str(target)).paragraphs]
    assert any("Mia und Jonas" in line for line in lines)


def test_the_blank_form_for_word_needs_no_data(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "leer.docx"
    answer = cli("--data", tmp_path / "none", "print", "invitation", "--blank", "-o", target)
    assert answer.code == 0
    assert target.read_bytes().startswith(b"PK")


def test_labels_as_a_word_file_are_refused_and_nothing_is_written(
    at_town: Cli, tmp_path: Path
) -> None:
    target = tmp_path / "Etiketten.docx"
    answer = at_town("print", "address_labels", "-o", target)
    assert answer.code == 1
    assert "Word-Datei" in answer.err
    assert not target.exists()


def test_values_and_several_groups(at_town: Cli, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    bees, owls = (id_of(at_town, "groups", name) for name in ("Bienen", "Eulen"))
    values = ("--set", "title=Ausflug", "--set", "free_columns=Geld; Brote")
    group_list = ("print", "group_list", "--for", bees, "--for", owls.upper())
    assert at_town(*group_list, *values, "-o", target).code == 0
    first, second = pages(target)
    assert "Bienen" in first
    assert "Eulen" in second
    assert all(word in first for word in ("Ausflug", "Geld", "Brote"))


def test_the_blank_form_needs_no_data(cli: Cli, tmp_path: Path) -> None:
    target = tmp_path / "leer.pdf"
    folder = tmp_path / "none"
    answer = cli("--data", folder, "print", "invitation", "--blank", "-o", target)
    assert answer.code == 0
    assert len(pages(target)) == 1
    assert not folder.exists()


def test_the_blank_form_carries_the_head_of_the_house(at_town: Cli, tmp_path: Path) -> None:
    target = tmp_path / "leer.pdf"
    assert at_town("print", "invitation", "--blank", "-o", target).err == ""
    (sheet,) = pages(target)
    assert "Kita Sonnenschein" in sheet


def test_a_blank_form_is_printed_while_the_data_is_in_use_and_says_what_it_lacks(
    at_town: Cli, town: Desk, tmp_path: Path
) -> None:
    target = tmp_path / "leer.pdf"
    answer = at_town("print", "invitation", "--blank", "-o", target)
    assert answer.code == 0
    assert answer.err.startswith("Hinweis: Gedruckt ohne den Kopf der Kita. ")
    (sheet,) = pages(target)
    assert "Kita Sonnenschein" not in sheet


def test_everything_is_one_file_per_paper(at_town: Cli, tmp_path: Path) -> None:
    target = tmp_path / "out"
    answer = at_town("print", "--everything", "-o", target)
    assert answer.code == 0
    names = {path.stem for path in target.iterdir()}
    assert names == {paper.id for paper in all_papers()} - {"postponement"}  # nothing was moved
    assert "Elterncafé" in pages(target / "invitation.pdf")[0]


def test_everything_takes_the_nearest_record_that_a_paper_fits(
    cli: Cli, town_folder: Path, tmp_path: Path
) -> None:
    late_in_july = ("--data", town_folder, "--today", "2027-07-20")
    answer = cli(*late_in_july, "print", "--everything", "-o", tmp_path)
    assert "Einladung Sommerschließzeit" not in answer.out  # the next event is a closing day
    assert "Der Fotograf kommt" in pages(tmp_path / "letter.pdf")[0]
    assert answer.out.endswith("darum nicht gedruckt: postponement.\n")


def test_everything_names_what_has_no_subject(cli: Cli, data_folder: Path, tmp_path: Path) -> None:
    answer = cli("--data", data_folder, "print", "--everything", "-o", tmp_path / "out")
    assert answer.code == 0
    assert "darum nicht gedruckt: " in answer.out
    assert "invitation" in answer.out
    assert (tmp_path / "out" / "group_list.pdf").exists()
    assert not (tmp_path / "out" / "invitation.pdf").exists()


@pytest.mark.parametrize(
    ("paper", "title"), [("postponement", "Elterncafé"), ("invitation", "Sommerschließzeit")]
)
def test_a_paper_that_does_not_fit_the_record_is_refused(
    at_town: Cli, tmp_path: Path, paper: str, title: str
) -> None:
    target = tmp_path / "x.pdf"
    answer = at_town("print", paper, "--for", id_of(at_town, "events", title), "-o", target)
    assert answer.code == 1
    assert f"passt nicht zu „{title}“" in answer.err
    assert not target.exists()


@pytest.mark.parametrize("languages", ["uk", "de,uk", "DE", "de,"])
def test_a_language_without_texts_is_refused(at_town: Cli, tmp_path: Path, languages: str) -> None:
    target = tmp_path / "x.pdf"
    answer = at_town("print", "group_list", "--lang", languages, "-o", target)
    assert answer.code == 1
    assert "noch keinen Text in der Sprache" in answer.err
    assert not target.exists()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ("print nothing", "Einen Druck „nothing“ gibt es nicht."),
        ("print invitation", "was es gibt, zeigt „kitadesk list events“"),
        ("print ruler --set colour=red", "Für dieses Papier ist nichts einzustellen"),
        ("print invitation --for 123", "Den Eintrag „123“ gibt es nicht"),
        ("print group_list --for 01a34a24-7400-7000-8000-000000000000", "gibt es nicht"),
        ("print group_list --set colour=red", "kennt keine Angabe „colour“"),
        ("print group_list --set blank_rows=many", "„many“ passt nicht"),
    ],
)
def test_what_cannot_be_printed_is_told(
    at_town: Cli, tmp_path: Path, arguments: str, word: str
) -> None:
    answer = at_town(*arguments.split(), "-o", tmp_path / "x.pdf")
    assert answer.code == 1
    assert word in answer.err


def test_a_record_of_another_kind_is_refused(at_town: Cli, tmp_path: Path) -> None:
    child = id_of(at_town, "children", "Albrecht, Mia")
    answer = at_town("print", "group_list", "--for", child, "-o", tmp_path / "x.pdf")
    assert answer.code == 1


def test_an_earlier_file_stays_when_printing_fails(at_town: Cli, tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    target.write_bytes(b"earlier")
    assert at_town("print", "invitation", "-o", target).code == 1
    assert target.read_bytes() == b"earlier"
    assert list(tmp_path.glob(".kd-*")) == []


def test_a_list_printed_on_the_morning_of_a_change_shows_the_new_group(
    cli: Cli, tmp_path: Path
) -> None:
    folder, target = tmp_path / "daten", tmp_path / "x.pdf"
    desk = Desk.open(folder, FixedClock(date(2026, 9, 1)))
    make_house(desk)
    made, hedgehogs = make_family(desk, group=make_group(desk)), make_group(desk, "Igel")
    changes_group(desk, made.child_ids, hedgehogs, date(2026, 9, 2))
    desk.close()

    wanted = ("print", "group_list", "--for", hedgehogs, "-o", target)
    assert cli("--data", folder, "--today", "2026-09-02", *wanted).code == 0
    assert "Mia" not in pages(target)[0], "with a supposed day nothing moves"
    assert cli("--data", folder, *wanted).code == 0
    assert "Mia" in pages(target)[0]


def test_a_no_is_not_asked_again_from_the_command_line_either(at_town: Cli, tmp_path: Path) -> None:
    target = tmp_path / "Erinnerung.pdf"
    child = id_of(at_town, "children", "Melnyk, Bohdan")
    form = ("print", "consent_form_child", "--for", child)
    refused = at_town(*form, "--set", "reminder=ja", "-o", target)
    assert refused.code == 1
    assert "gibt es schon eine Antwort" in refused.err
    assert not target.exists()
