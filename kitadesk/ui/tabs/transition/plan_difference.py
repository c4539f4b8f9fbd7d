"""Says that measures no longer stand where their rules put them, and shows the difference first."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kitadesk.base.text import plural
from kitadesk.services import year_plan
from kitadesk.services.desk import Desk
from kitadesk.ui.kit import dialogs
from kitadesk.ui.kit.dialogs import Choice
from kitadesk.ui.kit.slots import weak_slot
from kitadesk.ui.kit.widgets import Notice, Tone
from kitadesk.ui.plan import words as plan_words


class MovedNotice(Notice):
    """Shown only where replanning would move something; nothing moves before it was looked at."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("", Tone.WARN, parent)
        self._desk = desk
        self._cohort_id: UUID | None = None
        self.add_action("Ansehen …", self._on_look)

    def show_cohort(self, cohort_id: UUID) -> None:
        """Look whether the plan of this year still follows its rules."""
        self._cohort_id = cohort_id
        changes = year_plan.plan_difference(self._desk, cohort_id)
        moved = sum(not change.stays_because for change in changes)
        self.setVisible(moved > 0)
        words = plural(moved, "Termin passt", "Termine passen")
        self.set_state(f"{words} nicht mehr zur Regel.", Tone.WARN)

    @Slot()
    def _on_look(self) -> None:
        if self._cohort_id is None:
            return
        changes = year_plan.plan_difference(self._desk, self._cohort_id)
        text = "\n".join(plan_words.change_words(change) for change in changes)
        choices = (
            Choice("Neu berechnen", weak_slot(self._replan, self._cohort_id), is_main=True),
            Choice("So lassen"),
        )
        dialogs.door().ask(self, "Was sich nach den Regeln ändert", text, choices)

    def _replan(self, cohort_id: UUID) -> None:
        year_plan.replan(self._desk, cohort_id)
