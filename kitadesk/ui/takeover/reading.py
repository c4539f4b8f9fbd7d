"""The jobs behind the dialog: read a file or a block, plan it, carry it out; no widget in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Generic

from kitadesk.services.parsing import parse_in_child, parse_text, read_file
from kitadesk.ui.kit.jobs import JobControl
from kitadesk.ui.takeover.list_kind import Decisions, ListKind, PlanT, Reading, ResultT

if TYPE_CHECKING:
    from kitadesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class ReadFile(Generic[PlanT, ResultT]):
    """Read a file in a process of its own, then plan; `encoding` where a person chose it."""

    kind: ListKind[PlanT, ResultT]
    desk: Desk
    path: Path
    encoding: str = ""
    overrides: Mapping[str, Enum] = field(default_factory=dict)

    def __call__(self, control: JobControl) -> Reading[PlanT]:
        """Read, parse, plan; raises UserError with the name of the file."""
        name = self.path.name
        data = read_file(self.path)
        control.check()
        contents = self.kind.words.contents
        sheet = parse_in_child(data, name, encoding=self.encoding, contents=contents)
        control.check()
        return self.kind.read(self.desk, sheet, self.overrides, source=name, path=self.path)


@dataclass(frozen=True, slots=True)
class ReadText(Generic[PlanT, ResultT]):
    """Read a block from the clipboard, then plan."""

    kind: ListKind[PlanT, ResultT]
    desk: Desk
    text: str

    def __call__(self, control: JobControl) -> Reading[PlanT]:
        """Parse and plan; raises UserError where no rows are."""
        sheet = parse_text(self.text, contents=self.kind.words.contents)
        control.check()
        return self.kind.read(self.desk, sheet, source=sheet.name)


@dataclass(frozen=True, slots=True)
class Plan(Generic[PlanT, ResultT]):
    """Plan a reading again with the columns as the person set them."""

    kind: ListKind[PlanT, ResultT]
    desk: Desk
    reading: Reading[PlanT]
    overrides: Mapping[str, Enum]

    def __call__(self, control: JobControl) -> Reading[PlanT]:
        """Plan; raises UserError."""
        control.check()
        old = self.reading
        return self.kind.read(
            self.desk, old.sheet, self.overrides, source=old.source, path=old.path
        )


@dataclass(frozen=True, slots=True)
class Apply(Generic[PlanT, ResultT]):
    """Carry a plan out in one write."""

    kind: ListKind[PlanT, ResultT]
    desk: Desk
    plan: PlanT
    decided: Decisions

    def __call__(self, control: JobControl) -> ResultT:
        """Write; the result says how much."""
        control.check()
        return self.kind.apply(self.desk, self.plan, self.decided)
