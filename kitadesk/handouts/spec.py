"""What a paper declares about itself; cheap to import, so the registry may load all of them.

A paper is one `HandoutSpec`: which record it is printed for, what can be chosen (a frozen
dataclass whose fields carry their label through `param`), how its content is gathered, and how the
content becomes blocks. The print form, `--set NAME=VALUE`, the contract tests and the list of
papers all live from this declaration.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Generic, NewType, Protocol, TypeVar, cast, get_type_hints
from uuid import UUID

from kitadesk.base.errors import UserError
from kitadesk.domain.links import checked_link
from kitadesk.handouts.kit.blocks import Document

if TYPE_CHECKING:
    from kitadesk.queries.reader import Reader

P = TypeVar("P")
C = TypeVar("C")
T = TypeVar("T")

Link = NewType("Link", str)
"""A web or mail address for a QR code, checked; empty for none. The type of such a param."""
YES_WORDS = frozenset({"ja", "yes", "true", "1", "an"})
NO_WORDS = frozenset({"nein", "no", "false", "0", "aus", ""})
_HINTS: dict[type[object], dict[str, object]] = {}
"""Types of the params that were asked for: a panel asks at every turn, for every field."""


class Area(Enum):
    """The part of the program a paper belongs to; the value is the name in `papers --json`."""

    GENERAL = "general"
    TRANSITION = "transition"
    EVENTS = "events"
    CONTACTS = "contacts"


class SubjectKind(Enum):
    """What a paper is printed for; `--for ID` takes the id of such a record."""

    NONE = "none"
    HOUSE = "house"
    EVENT = "event"
    GROUP = "group"
    COHORT = "cohort"
    CHILD = "child"
    FAMILY = "family"
    INSTITUTION = "institution"
    PERSON = "person"
    BODY = "body"


class Privacy(Enum):
    """Who may hold the printed sheet; shown beside the preview, written to the print log."""

    HOUSE = "house"
    FAMILY = "family"
    SCHOOL = "school"
    PUBLIC = "public"


class ParamKind(Enum):
    """Which widget asks for a value, and how its text form reads."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes_no"
    CHOICE = "choice"
    TEXTS = "texts"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class ParamField:
    """One line of the print form: name for `--set`, label, kind, default as text, choices."""

    name: str
    label: str
    kind: ParamKind
    default: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    maximum: int = 0
    parted_by: str = ""
    """What parts the paragraphs of a longer text in one line; empty: the text has one line."""


def param(
    label: str,
    default: T,
    *,
    choices: Mapping[str, str] | None = None,
    hint: str = "",
    maximum: int = 0,
    parted_by: str = "",
) -> T:
    """Declare a field of a params dataclass; `choices` maps stored value → German label.

    Enum fields need choices (value → label); `maximum` bounds numbers and the length of lists.
    """
    meta: dict[str, object] = {"label": label, "choices": dict(choices or {}), "hint": hint}
    meta |= {"maximum": maximum, "parted_by": parted_by}
    item: T = field(default=default, metadata=meta)
    return item


@dataclass(frozen=True, slots=True)
class HandoutSpec(Generic[P, C]):
    """The declaration of one paper; everything the program knows about it.

    `gather` reads the content of one subject as it is on a day, `blank` makes the empty form,
    `sample` invented content with params, `document` turns content into blocks and is pure.
    Without `needs_subject` a run without one means all of them. `fits` tells for which records of
    the kind it is offered; without it, for all of them. `one_size` says why a paper has no 14-pt
    edition; every other has the param `large_print`.
    """

    id: str
    title: str
    area: Area
    subject: SubjectKind
    privacy: Privacy
    params: type[P]
    gather: Callable[[Reader, UUID | None, P, date], C]
    blank: Callable[[P], C]
    sample: Callable[[], tuple[C, P]]
    document: Callable[[C, P], Document]
    needs_subject: bool = True
    fits: Callable[[Reader, UUID], bool] | None = None
    one_size: str = ""

    def fits_record(self, reader: Reader, subject_id: UUID) -> bool:
        """Return whether the paper is offered for this record."""
        return self.fits is None or self.fits(reader, subject_id)

    @property
    def fields(self) -> tuple[ParamField, ...]:
        """The print form of this paper, in the order of its params."""
        return param_fields(self.params)

    def filled(
        self, reader: Reader, subject_id: UUID | None, values: Mapping[str, str], on: date
    ) -> Document:
        """The document for one subject, with the values of the print form as text."""
        params = parse_params(self, values)
        return self.document(self.gather(reader, subject_id, params, on), params)

    def blank_form(self, values: Mapping[str, str]) -> Document:
        """The same paper without any data, to be filled in by hand."""
        params = parse_params(self, values)
        return self.document(self.blank(params), params)

    def sample_document(self) -> Document:
        """The paper with invented content: the preview before there is any child."""
        return self.document(*self.sample())


class Handout(Protocol):
    """Any paper, whatever its params and content are: what callers of the registry hold."""

    @property
    def id(self) -> str:
        """Name on the command line, for ever."""

    @property
    def title(self) -> str:
        """German name in the print menu."""

    @property
    def area(self) -> Area:
        """Part of the program."""

    @property
    def subject(self) -> SubjectKind:
        """Record it is printed for."""

    @property
    def privacy(self) -> Privacy:
        """Who may hold it."""

    @property
    def one_size(self) -> str:
        """Why there is no 14-pt edition; empty where there is one."""

    @property
    def needs_subject(self) -> bool:
        """Whether a run names a record; otherwise none means all."""

    def fits_record(self, reader: Reader, subject_id: UUID) -> bool:
        """Return whether it is offered for this record."""

    @property
    def fields(self) -> tuple[ParamField, ...]:
        """Its print form."""

    def filled(
        self, reader: Reader, subject_id: UUID | None, values: Mapping[str, str], on: date
    ) -> Document:
        """Make the document for one subject."""

    def blank_form(self, values: Mapping[str, str]) -> Document:
        """Make the document without data."""

    def sample_document(self) -> Document:
        """Make the document with invented content."""


def param_fields(params: type[object]) -> tuple[ParamField, ...]:
    """The form lines of a params dataclass, in the order they are written."""
    return tuple(_form_line(params, item) for item in _dataclass_fields(params))


def parse_params(spec: HandoutSpec[P, C], values: Mapping[str, str]) -> P:
    """Read the values of the print form or of `--set`; what is not named keeps its default."""
    known = {item.name: item for item in _dataclass_fields(spec.params)}
    parsed: dict[str, object] = {}
    for name, text in values.items():
        if name not in known:
            code = "param_unknown" if known else "param_none"
            raise UserError(code, name=name, paper=spec.title, known=", ".join(known))
        line = _form_line(spec.params, known[name])
        parsed[name] = _parse(line, _hint_of(spec.params, name), text)
    return spec.params(**parsed)


def _dataclass_fields(params: type[object]) -> tuple[Field[object], ...]:
    return tuple(fields(params))  # type: ignore[arg-type]  # any dataclass type


def _hint_of(params: type[object], name: str) -> object:
    if params not in _HINTS:
        _HINTS[params] = get_type_hints(params)
    return _HINTS[params][name]


def _form_line(params: type[object], item: Field[object]) -> ParamField:
    """One form line; a field that was not declared through `param` is a programming error."""
    if "label" not in item.metadata or item.default is MISSING:
        raise TypeError(f"{params.__name__}.{item.name} is not declared with param()")
    return ParamField(
        name=item.name,
        label=item.metadata["label"],
        kind=_kind_of(_hint_of(params, item.name)),
        default=_as_text(item.default),
        choices=tuple(item.metadata["choices"].items()),
        hint=item.metadata["hint"],
        maximum=item.metadata["maximum"],
        parted_by=item.metadata["parted_by"],
    )


def _kind_of(hint: object) -> ParamKind:
    """The kind of a declared type; only these types may stand in params."""
    if hint is bool:
        return ParamKind.YES_NO
    if hint is int:
        return ParamKind.NUMBER
    if hint is str:
        return ParamKind.TEXT
    if hint is Link:
        return ParamKind.LINK
    if hint == tuple[str, ...]:
        return ParamKind.TEXTS
    if isinstance(hint, type) and issubclass(hint, Enum):
        return ParamKind.CHOICE
    raise TypeError(f"no print form for {hint!r}")


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value)


def _parse(line: ParamField, hint: object, text: str) -> object:
    """The typed value of one text, or a UserError that names what is allowed."""
    text = text.strip()
    match line.kind:
        case ParamKind.YES_NO:
            return _parse_yes_no(line, text)
        case ParamKind.NUMBER:
            return _parse_number(line, text)
        case ParamKind.CHOICE:
            return _parse_choice(line, cast("type[Enum]", hint), text)
        case ParamKind.TEXTS:
            return _parse_texts(line, text)
        case ParamKind.LINK:
            return Link(checked_link(text) if text else "")
        case ParamKind.TEXT:
            return text


def _refuse(line: ParamField, text: str, allowed: str) -> UserError:
    return UserError("param_value", name=line.name, label=line.label, value=text, allowed=allowed)


def _parse_yes_no(line: ParamField, text: str) -> bool:
    word = text.casefold()
    if word in YES_WORDS:
        return True
    if word in NO_WORDS:
        return False
    raise _refuse(line, text, "ja, nein")


def _parse_number(line: ParamField, text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > (line.maximum or 10_000):
        raise _refuse(line, text, f"0 bis {line.maximum or 10_000}")
    return int(text)


def _parse_choice(line: ParamField, kind: type[Enum], text: str) -> Enum:
    for member in kind:
        if text in {str(member.value), dict(line.choices).get(str(member.value))}:
            return member
    raise _refuse(line, text, ", ".join(value for value, _ in line.choices))


def _parse_texts(line: ParamField, text: str) -> tuple[str, ...]:
    """Entries by semicolon; with choices only known ones, at most `maximum`."""
    entries = tuple(part.strip() for part in text.split(";") if part.strip())
    known = {value for value, _ in line.choices}
    wrong = [entry for entry in entries if known and entry not in known]
    if wrong:
        raise _refuse(line, wrong[0], ", ".join(sorted(known)))
    if line.maximum and len(entries) > line.maximum:
        raise _refuse(line, text, f"höchstens {line.maximum} Einträge")
    return entries
