"""What `kitadesk import` does with every list of people: read, plan, report, write, say."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, Protocol, TypeVar

from kitadesk.base.errors import UserError
from kitadesk.base.files import check_writable, write_for_others
from kitadesk.base.text import fold, plural
from kitadesk.cli.output import say
from kitadesk.cli.session import open_or_begin
from kitadesk.domain.sheet import Sheet
from kitadesk.services.desk import Desk
from kitadesk.services.first_house import NAME, begin_unnamed_house
from kitadesk.services.parsing import Contents, parse_in_child, read_file


class Counts(Protocol):
    """The sums of every plan."""

    @property
    def added(self) -> int: ...  # noqa: D102 - as its name says
    @property
    def updated(self) -> int: ...  # noqa: D102
    @property
    def unchanged(self) -> int: ...  # noqa: D102
    @property
    def missing(self) -> int: ...  # noqa: D102
    @property
    def rejected(self) -> int: ...  # noqa: D102


class Row(Protocol):
    """A row of the report."""

    @property
    def line(self) -> int: ...  # noqa: D102
    @property
    def action(self) -> str: ...  # noqa: D102
    @property
    def reason(self) -> str: ...  # noqa: D102


class Column(Protocol):
    """How a column was understood."""

    @property
    def column(self) -> int: ...  # noqa: D102
    @property
    def header(self) -> str: ...  # noqa: D102
    @property
    def field(self) -> Enum: ...  # noqa: D102


class ListPlan(Protocol):
    """What a plan has in common with the plans of other lists."""

    @property
    def counts(self) -> Counts: ...  # noqa: D102
    @property
    def rows(self) -> Sequence[Row]: ...  # noqa: D102
    @property
    def columns(self) -> Sequence[Column]: ...  # noqa: D102
    @property
    def doubtful(self) -> Sequence[object]: ...  # noqa: D102
    @property
    def notes(self) -> Sequence[str]: ...  # noqa: D102


FieldT = TypeVar("FieldT", bound=Enum)
PlanT = TypeVar("PlanT", bound=ListPlan)


@dataclass(frozen=True, slots=True)
class ListImport(Generic[FieldT, PlanT]):
    """One kind of list: how it is planned and written, and what is said about it.

    `number_of` counts what the list names, `nobody` is the code of the error where that is none.
    `report` returns the parts of the report that only this kind has. `begun` fills a house that
    was made for the import.
    """

    contents: Contents
    labels: Mapping[FieldT, str]
    plan: Callable[[Desk, Sheet, Mapping[str, FieldT]], PlanT]
    apply: Callable[[Desk, PlanT], object]
    number_of: Callable[[PlanT], int]
    nobody: str
    sums: Callable[[PlanT], str]
    is_told: Callable[[Row], bool]
    pairs: tuple[str, str, str]
    report: Callable[[PlanT], dict[str, object]]
    begun: Callable[[Desk, PlanT], object] | None = None


def run_list_import(options: argparse.Namespace, kind: ListImport[FieldT, PlanT]) -> int:
    """Read a list, say what it means, and take it over unless it is a dry run.

    What is doubtful stays apart: that is decided in the window.
    """
    overrides = {name: _field(options, text, kind.labels) for name, text in options.columns}
    sheet = parse_in_child(read_file(options.file), options.file.name, contents=kind.contents)
    if options.report is not None:
        check_writable(options.report)
    with open_or_begin(options) as desk:
        is_new = begin_unnamed_house(desk)
        plan = kind.plan(desk, sheet, overrides)
        if not kind.number_of(plan):
            _write_report(plan, kind, options)  # it says of every row why it was not taken
            first = next(row for row in plan.rows if row.action == "rejected")
            raise UserError(kind.nobody, line=first.line, reason=first.reason)
        if is_new and kind.begun is not None:
            kind.begun(desk, plan)
        if not options.dry_run:
            kind.apply(desk, plan)
    _write_report(plan, kind, options)
    _say_plan(plan, kind, is_dry_run=options.dry_run)
    if is_new and not options.dry_run:
        say(f"Neu angelegt: {NAME}. Name und Anschrift ändern Sie im Fenster.")
    return 0


def counts_of(plan: ListPlan, names: Iterable[str]) -> dict[str, int]:
    """Return the named sums for the report."""
    return {name: getattr(plan.counts, name) for name in names}


def _field(options: argparse.Namespace, text: str, labels: Mapping[FieldT, str]) -> FieldT:
    """Return a field by its English name or its German label."""
    for field, label in labels.items():
        if text == field.value or fold(text) == fold(label):
            return field
    known = ", ".join(field.value for field in labels)
    options.parser.error(f"--map: „{text}“ ist kein Feld. Möglich: {known}")
    raise AssertionError("the parser has ended the program")


def _say_plan(plan: PlanT, kind: ListImport[FieldT, PlanT], *, is_dry_run: bool) -> None:
    counts = plan.counts
    say(kind.sums(plan))
    say(
        f"neu {counts.added}, geändert {counts.updated}, unverändert {counts.unchanged}, "
        f"fehlen in der Liste {counts.missing}, nicht lesbar {counts.rejected}"
    )
    for row in plan.rows:
        if kind.is_told(row):
            say(f"Zeile {row.line}: {row.reason}")
    if plan.doubtful:
        one, many, what = kind.pairs
        pairs = plural(len(plan.doubtful), one, many)
        say(f"{pairs} {what}: Das entscheiden Sie im Fenster.")
    for note in plan.notes:
        say(note)
    if is_dry_run:
        say("Nur geprüft, nichts übernommen.")


def _write_report(
    plan: PlanT, kind: ListImport[FieldT, PlanT], options: argparse.Namespace
) -> None:
    """Write the report as JSON, if one is wanted; its form stays."""
    if options.report is None:
        return
    report = {
        "file": options.file.name,
        "dry_run": options.dry_run,
        "columns": [
            {"column": one.column + 1, "header": one.header, "field": one.field.value}
            for one in plan.columns
        ],
        **kind.report(plan),
        "notes": list(plan.notes),
    }
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    write_for_others(options.report, text.encode())
