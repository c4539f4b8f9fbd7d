"""The card of a measure: every field saves itself, the rule says at once what it means."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kitadesk.base.errors import UserError
from kitadesk.domain.holidays_calendar import day_notes
from kitadesk.handouts.registry import all_papers
from kitadesk.handouts.spec import Handout, SubjectKind
from kitadesk.queries.year_plan import PlanRow, partners, people_at
from kitadesk.services import measures
from kitadesk.services.desk import Desk
from kitadesk.services.plan_reading import PlanLine, YearPlan
from kitadesk.ui.kit import theme
from kitadesk.ui.kit.forms import (
    AreaField,
    ChoiceField,
    DateField,
    Field,
    TextField,
    TickField,
    side_by_side,
)
from kitadesk.ui.kit.widgets import (
    FlowLayout,
    LinkButton,
    Notice,
    PlainLabel,
    QuietButton,
    ScrollPage,
    SectionHeading,
    Tone,
)
from kitadesk.ui.plan import words as plan_words
from kitadesk.ui.tabs.transition.plan_event import MeasureEvent

_NOBODY = (None, "niemand")


class _FieldSaver(QObject):
    """Ties a form field to one field of the measure on the card."""

    def __init__(self, card: MeasureCard, name: str, field: Field) -> None:
        super().__init__(field)
        self._card = card
        self._name = name
        field.save_with(self.save)

    def save(self, value: Any) -> None:
        """Store what the field says."""
        self._card.save(self._name, value)


class MeasureCard(ScrollPage):
    """Shows one measure; `closed` when it is put away, `done_wanted` … as the lists say it."""

    closed = Signal()
    done_wanted = Signal(object)
    not_needed_wanted = Signal(object)
    delete_wanted = Signal(object)
    paper_wanted = Signal(str)
    event_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("measureCard")
        self._desk = desk
        self._plan: YearPlan | None = None
        self._line: PlanLine | None = None
        self._fields: dict[str, Field] = {}
        self.body.setContentsMargins(0, 0, theme.current().px(6), theme.current().px(12))
        self._build_head()
        self.evening = MeasureEvent(desk, self)
        self.evening.event_wanted.connect(self.event_wanted)
        self.body.addWidget(self.evening)
        self._build_days()
        self._build_people()
        self._build_words()
        self.body.addStretch(1)  # Tab goes as they are made: from top to bottom.

    @property
    def measure_id(self) -> UUID | None:
        """Return the measure that is shown."""
        return None if self._line is None else self._line.row.id

    def show_line(self, plan: YearPlan, line: PlanLine) -> None:
        """Show a measure; what is being typed stays."""
        self._plan, self._line = plan, line
        row = line.row
        self._load_choices(row)
        for name, field in self._fields.items():
            field.set_value(getattr(row, name))
        self._from.set_value(row.first)
        self._until.set_value(row.planned_until)
        self._rule.set_value(row.rule)
        self._rule.set_note(plan_words.rule_words(line))
        self.evening.show_row(plan, row)
        for field in (self._from, self._until, self._rule):
            field.setVisible(row.event_on is None)
        self._show_state(line)

    def focus_day(self, typed: str) -> None:
        """Put the keyboard into the day, with the digit that was typed already.

        The day of an event is changed there: the keyboard goes to the link that opens it.
        """
        if self._row().event_on is not None:
            self.evening.take_keyboard()
            return
        self._from.edit.setFocus()
        self._from.edit.selectAll()
        if typed:
            self._from.edit.insert(typed)

    def focus_title(self) -> None:
        """Put the keyboard into the name, as a whole to write over."""
        edit = self._fields["title"].editor()
        edit.setFocus()
        if isinstance(self._fields["title"], TextField):
            self._fields["title"].edit.selectAll()

    def save(self, name: str, value: Any) -> None:
        """Store one field of the measure."""
        fields: Any = {name: value}
        if name == "responsible_institution_id":
            fields["responsible_person_id"] = None
        measures.change_measure(self._desk, self._row().id, **fields)

    def commit(self) -> None:
        """Save what is typed, before another measure is shown."""
        for field in self._order():
            field.commit()

    def _build_head(self) -> None:
        self.heading = SectionHeading("Maßnahme", self)
        close = LinkButton("Schließen", self, name="measureClose")
        close.clicked.connect(self.closed)
        self.heading.add(close)
        self.hint = PlainLabel("", self, kind="muted", wrap=True)
        self.conflict = Notice("", Tone.WARN, self)
        self._add("title", TextField("Maßnahme", self, name="measureTitle"))
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=theme.current().px(8))
        self._done = QuietButton("Erledigt", holder, name="measureDone")
        self._not_needed = QuietButton("Entfällt", holder, name="measureNotNeeded")
        delete = QuietButton("Löschen", holder, name="measureDelete")
        self._done.clicked.connect(self._on_done)
        self._not_needed.clicked.connect(self._on_not_needed)
        delete.clicked.connect(self._on_delete)
        for button in (self._done, self._not_needed, delete):
            flow.addWidget(button)
        self.paper = LinkButton("", self, name="measurePaper")
        self.paper.clicked.connect(self._on_paper)
        for widget in (self.heading, self.conflict, self._fields["title"], holder, self.hint):
            self.body.addWidget(widget)
        self.body.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)

    def _build_days(self) -> None:
        today = self._desk.clock.today
        self._from = DateField(
            "Am, oder von", self, name="measureFrom", today=today, note_for=self._day_note
        )
        self._until = DateField(
            "bis", self, name="measureUntil", today=today, note_for=self._day_note
        )
        self._from.save_with(self._save_from)
        self._until.save_with(self._save_until)
        self._rule = TextField(
            "Regel", self, name="measureRule", hint="z. B. 2 Wochen vor den Herbstferien"
        )
        self._rule.save_with(self._save_rule)
        self._follow = LinkButton("Wieder nach der Regel", self, name="measureFollow")
        self._follow.clicked.connect(self._on_follow)
        row = QHBoxLayout()
        row.addWidget(self._follow)
        row.addStretch(1)
        for field in (self._from, self._until, self._rule):
            self.body.addWidget(field)
        self.body.addLayout(row)

    def _build_people(self) -> None:
        self._add(
            "responsible_institution_id",
            ChoiceField("Zuständig", [_NOBODY], self, name="measureInstitution"),
        )
        self._add(
            "responsible_person_id",
            ChoiceField("Ansprechperson", [_NOBODY], self, name="measurePerson"),
        )
        self._add("place", TextField("Ort", self, name="measurePlace"))
        self._add("participants", TextField("Beteiligte", self, name="measureParticipants"))
        for name in (
            "responsible_institution_id", "responsible_person_id", "place", "participants",
        ):  # fmt: skip
            self.body.addWidget(self._fields[name])

    def _build_words(self) -> None:
        self._add("is_per_child", TickField("Für jedes Kind", self, name="measurePerChild"))
        self._add("is_binding", TickField("Verbindlich", self, name="measureBinding"))
        self._add(
            "short_title",
            TextField("Kurzname", self, name="measureShortTitle", hint="über der Spalte"),
        )
        self._add("note", AreaField("Notiz", self, name="measureNote", lines=3))
        self._add(
            "evaluation",
            AreaField(
                "Auswertung", self, name="measureEvaluation", lines=3,
                hint="steht nächstes Jahr als Notiz",
            ),
        )  # fmt: skip
        ticks = side_by_side(self._fields["is_per_child"], self._fields["is_binding"])
        self.body.addLayout(ticks)
        for name in ("short_title", "note", "evaluation"):
            self.body.addWidget(self._fields[name])

    def _add(self, name: str, field: Field) -> None:
        self._fields[name] = field
        _FieldSaver(self, name, field)

    def _order(self) -> list[Field]:
        """Return the fields from top to bottom."""
        people = (
            "responsible_institution_id", "responsible_person_id", "place", "participants",
            "is_per_child", "is_binding", "short_title", "note", "evaluation",
        )  # fmt: skip
        rest = [self._fields[name] for name in people]
        days = (self._from, self._until, self._rule)
        return [self._fields["title"], self.evening.choice, *days, *rest]

    def _load_choices(self, row: PlanRow) -> None:
        houses = self._desk.read(partners)
        people = self._desk.read(
            people_at, row.responsible_institution_id, self._desk.clock.today()
        )
        for name, choices in (
            ("responsible_institution_id", houses),
            ("responsible_person_id", people),
        ):
            field = self._fields[name]
            if isinstance(field, ChoiceField):
                field.set_options([_NOBODY, *((one.id, one.name) for one in choices)])
        self._fields["responsible_person_id"].setVisible(bool(people))

    def _show_state(self, line: PlanLine) -> None:
        row = line.row
        today = self._desk.clock.today()
        words = plan_words.state(row, today)
        self.heading.label.setText(f"{words[:1].upper()}{words[1:]}")
        paper = _paper(row.paper_id)
        is_here = paper is not None and paper.subject is SubjectKind.COHORT
        self.paper.setVisible(is_here)
        self.paper.set_text(f"Zu diesem Schritt drucken: {paper.title}" if paper else "")
        belongs = f"Dazu gehört: {paper.title}" if paper is not None and not is_here else ""
        self.hint.setText("\n".join(part for part in (line.hint, belongs) if part))
        self.hint.setVisible(bool(self.hint.text()))
        self.conflict.setVisible(bool(line.conflicts))
        self.conflict.set_state(f"Bitte prüfen: {plan_words.conflict_words(line)}", Tone.WARN)
        self._done.set_text("Wieder offen" if row.done_on is not None else "Erledigt")
        self._not_needed.set_text("Doch nötig" if row.is_not_needed else "Entfällt")
        has_own_day = row.event_on is None
        self._follow.setVisible(has_own_day and row.is_moved_by_hand and line.by_rule is not None)

    def _day_note(self, day: date) -> str:
        land = self._plan.year.land if self._plan is not None else None
        return " · ".join(note.name for note in day_notes(day, land)) if land else ""

    def _save_from(self, day: date | None) -> None:
        row = self._row()
        until = row.planned_until
        is_before = until is not None and day is not None and until < day
        measures.move_measure(self._desk, row.id, day, None if is_before else until)

    def _save_until(self, day: date | None) -> None:
        measures.move_measure(self._desk, self._row().id, self._row().first, day)

    def _save_rule(self, text: str) -> None:
        measures.change_measure(self._desk, self._row().id, rule=text)

    def _row(self) -> PlanRow:
        if self._line is None:
            raise UserError("record_gone")
        return self._line.row

    @Slot()
    def _on_paper(self) -> None:
        self.paper_wanted.emit(self._row().paper_id)

    @Slot()
    def _on_follow(self) -> None:
        measures.follow_rule(self._desk, self._row().id)

    @Slot()
    def _on_done(self) -> None:
        self.done_wanted.emit(self._line)

    @Slot()
    def _on_not_needed(self) -> None:
        self.not_needed_wanted.emit(self._line)

    @Slot()
    def _on_delete(self) -> None:
        self.delete_wanted.emit(self._line)


def _paper(paper_id: str) -> Handout | None:
    """Return the paper of a step; None for a step without one, and for one that is gone."""
    return next((paper for paper in all_papers() if paper.id == paper_id), None)
