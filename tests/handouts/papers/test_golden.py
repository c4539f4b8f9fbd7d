"""Each paper keeps its words and its look; `python -m tests.golden.renew` renews what is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from kitadesk.handouts.kit.pdf import render
from kitadesk.handouts.papers import events_invitation as invitation
from tests.golden.cases import CASES, FOLDER, picture_of, printed, text_of

# Another build of the PDF reader may draw an edge one grey darker; a moved line is far more.
MOST_GREYS = 96
MOST_CHANGED = 0.0005


@pytest.mark.parametrize("name", CASES)
def test_every_word_of_a_paper_is_where_it_was(name: str) -> None:
    kept = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert text_of(printed(name)) == kept


@pytest.mark.parametrize("name", CASES)
def test_a_paper_looks_as_it_did(name: str) -> None:
    with Image.open(FOLDER / f"{name}.png") as kept:
        assert changed_part(kept.convert("L"), picture_of(printed(name))) <= MOST_CHANGED


def test_a_moved_line_is_seen() -> None:
    picture = picture_of(printed("invitation_blank"))
    line = picture.crop((0, 100, picture.width, 140))
    moved = picture.copy()
    moved.paste(line, (0, 101))
    assert changed_part(picture, moved) > MOST_CHANGED


def test_a_changed_word_is_seen() -> None:
    kept = (FOLDER / "invitation_master.txt").read_text(encoding="utf-8")
    content, params = invitation.sample()
    changed = replace(content, contact=content.contact.replace("Tür", "Tor"))
    params = replace(params, edition=invitation.Edition.MASTER)
    assert text_of(render(invitation.document(content, params))) == kept
    assert text_of(render(invitation.document(changed, params))) != kept


def test_every_kept_file_belongs_to_a_paper() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(CASES)
    assert {path.stem for path in FOLDER.glob("*.png")} == set(CASES)


def changed_part(kept: Image.Image, now: Image.Image) -> float:
    """Give the share of pixels that changed by more than a shade; 1 for another size."""
    if kept.size != now.size:
        return 1.0
    shades = ImageChops.difference(kept, now).histogram()
    return sum(shades[MOST_GREYS:]) / (kept.width * kept.height)
