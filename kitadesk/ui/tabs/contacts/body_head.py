"""The head of a body: name, kind, whose it is, task and rhythm; every field saves itself."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kitadesk.domain.bodies import BodyKind
from kitadesk.queries.bodies import BodyCard
from kitadesk.queries.listing import listed
from kitadesk.services.bodies import change_body
from kitadesk.services.desk import Desk
from kitadesk.ui.kit.forms import AreaField, ChoiceField, DateField, TextField, side_by_side
from kitadesk.ui.kit.widgets import Card

ALLIANCE = "Bündnis"


class BodyHead(Card):
    """Shows and changes one body."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("Über das Gremium", parent, name="bodyHead")
        self._desk = desk
        self._body_id: UUID | None = None
        self.name = TextField("Name", self, name="bodyName")
        kinds = [(kind, kind.label) for kind in BodyKind]
        self.kind = ChoiceField("Art", kinds, self, name="bodyKind")
        self.owner = ChoiceField("Gehört zu", [(None, ALLIANCE)], self, name="bodyOwner")
        self.purpose = AreaField("Aufgabe", self, name="bodyPurpose", lines=2)
        self.rhythm = TextField("Tagt", self, name="bodyRhythm", hint="z. B. monatlich")
        self.founded = DateField("Seit", self, name="bodyFounded", today=desk.clock.today)
        self.name.save_with(self._save_name)
        self.kind.save_with(self._save_kind)
        self.owner.save_with(self._save_owner)
        self.purpose.save_with(self._save_purpose)
        self.rhythm.save_with(self._save_rhythm)
        self.founded.save_with(self._save_founded)
        self.body.addLayout(side_by_side(self.name, self.kind))
        self.body.addWidget(self.purpose)
        self.body.addLayout(side_by_side(self.rhythm, self.owner))
        self.body.addWidget(self.founded)

    def fill(self, card: BodyCard | None) -> None:
        """Show a body; None empties the fields."""
        self._body_id = card.id if card else None
        rows = self._desk.read(listed, "institutions", self._desk.clock.today())
        self.owner.set_options([(None, ALLIANCE), *((row.id, row.title) for row in rows)])
        self.name.set_value(card.name if card else "")
        self.kind.set_value(card.kind if card else None)
        self.owner.set_value(card.institution_id if card else None)
        self.purpose.set_value(card.purpose if card else "")
        self.rhythm.set_value(card.rhythm if card else "")
        self.founded.set_value(card.founded_on if card else None)

    def _save_name(self, value: Any) -> None:
        if self._body_id is not None:
            change_body(self._desk, self._body_id, name=value)

    def _save_kind(self, value: Any) -> None:
        if self._body_id is not None:
            change_body(self._desk, self._body_id, kind=value)

    def _save_owner(self, value: Any) -> None:
        if self._body_id is not None:
            change_body(self._desk, self._body_id, institution_id=value)

    def _save_purpose(self, value: Any) -> None:
        if self._body_id is not None:
            change_body(self._desk, self._body_id, purpose=value)

    def _save_rhythm(self, value: Any) -> None:
        if self._body_id is not None:
            change_body(self._desk, self._body_id, rhythm=value)

    def _save_founded(self, value: Any) -> None:
        if self._body_id is not None:
            change_body(self._desk, self._body_id, founded_on=value)
