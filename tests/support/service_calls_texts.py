"""Random calls of the services that change the texts of papers."""

from __future__ import annotations

from collections.abc import Callable

from kitadesk.handouts.invitation_texts import all_groups
from kitadesk.queries.paper_texts import own_texts
from kitadesk.services import paper_texts
from kitadesk.services.desk import Desk
from tests.support.dice import Dice

FREE = {text.key: text.parts for group in all_groups() for text in group.texts if not text.required}


def _own(dice: Dice) -> str:
    """Return the key of a text that the office changed; while there is none, any will do."""
    return dice.rng.choice([one.key for one in dice.desk.read(own_texts)] or list(FREE))


def _change(desk: Desk, dice: Dice) -> None:
    key, parts = dice.rng.choice(list(FREE.items()))
    paper_texts.change_text(desk, key, " | ".join(f"Unser {dice.word()}" for _ in range(parts)))


def _restore(desk: Desk, dice: Dice) -> None:
    paper_texts.restore_text(desk, _own(dice))


TEXT_CALLS: dict[str, Callable[[Desk, Dice], object]] = {
    "paper_texts.change_text": _change,
    "paper_texts.restore_text": _restore,
}
TEXT_READERS = {
    "paper_texts.event_that_prints",
    "paper_texts.rows_of_paper",
    "paper_texts.text_rows",
}
