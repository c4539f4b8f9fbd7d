"""*Vor dem Drucken*: what is odd about a paper, each with the record that "Zeigen" opens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from kitadesk.base.dates import WEEKDAYS, long_date, parse_date
from kitadesk.base.errors import UserError
from kitadesk.base.text import and_list, plural, shorten
from kitadesk.domain.event_texts import families_of
from kitadesk.domain.events import EventKind, EventStatus, TextBlock
from kitadesk.domain.holidays_calendar import DayNoteKind, day_notes
from kitadesk.domain.land import Land
from kitadesk.domain.letters import WITHOUT_SLIP, has_slip
from kitadesk.domain.plan_conflicts import Conflict, ConflictKind
from kitadesk.domain.replies import ReplyKind, question_of
from kitadesk.handouts import registry
from kitadesk.handouts.entry_year import entry_year_of, starters_of
from kitadesk.handouts.family_letters import Edition
from kitadesk.handouts.spec import YES_WORDS, Handout, SubjectKind
from kitadesk.queries.day_checks import conflicts_of_days
from kitadesk.queries.events import EventRow, event
from kitadesk.queries.house import own_house
from kitadesk.queries.invited import invited, meant_children
from kitadesk.queries.people import ChildRow, LetterRow, children
from kitadesk.queries.reader import Reader
from kitadesk.queries.replies import missing_households, reply_counts
from kitadesk.queries.texts import event_texts
from kitadesk.queries.transition import CohortRow, cohorts
from kitadesk.services.desk import Desk
from kitadesk.services.printing import PrintRequest, document_of

INVITATION = "invitation"
FOR_SCHOOL = "starters_for_school"
LETTER = "letter"
LETTERS = frozenset({INVITATION, LETTER, "postponement"})
"""Papers that go to the families, some of them by post."""
_NAMED = 3
_FEWEST_CHOICES = 2
Closings = Mapping[date, list[str]]
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})s?\b")
_DATED_WEEKDAY = re.compile(
    rf"\b(?:{'|'.join(WEEKDAYS)}|Mo|Di|Mi|Do|Fr|Sa|So)\.?,?\s+(?:den\s+)?"
    r"\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄÖÜ][a-zäöü]+)(?:\s?\d{4})?"
)
_STARTERS = re.compile("vorschul|schulanf", re.IGNORECASE)

_SPECIAL = {
    DayNoteKind.PUBLIC_HOLIDAY: "auf einem Feiertag",
    DayNoteKind.LOCAL_HOLIDAY: "auf einem Feiertag in Teilen des Landes",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at before printing.

    `kind` and `id` name the record that "Zeigen" opens (event, child, family, house or paper),
    `field` the place in its form. Information, such as the number of sheets, is no warning.
    """

    text: str
    kind: str
    id: UUID | None = None
    field: str = ""
    is_information: bool = False


def findings(desk: Desk, request: PrintRequest) -> tuple[Finding, ...]:
    """Return what is odd, the event first, then the families, then the paper itself."""
    paper = registry.find(request.paper_id)
    if request.blank:
        return tuple(_of_document(desk, request))
    today = desk.clock.today()
    found: list[Finding] = []
    if paper.subject is SubjectKind.EVENT:
        for subject in request.subjects:
            if subject is not None:
                found += desk.read(_of_event, subject, paper.id, today)
    if paper.id in LETTERS:
        found += desk.read(partial(_of_letters, request=request), today)
    found += _of_listed(desk, request, paper, today)
    return (*found, *_of_document(desk, request))


def _of_listed(desk: Desk, request: PrintRequest, paper: Handout, today: date) -> Iterable[Finding]:
    """Look at the children whom the paper lists, or should list."""
    if paper.id == FOR_SCHOOL:
        return desk.read(_of_school_sheets, request.subjects[0], today)
    if paper.subject is SubjectKind.GROUP:
        return _of_children(desk.read(children, today))
    if paper.subject is SubjectKind.EVENT and request.subject_id is not None:
        return desk.read(_of_meant_children, request.subject_id, today)
    return ()


def _of_school_sheets(reader: Reader, subject_id: UUID | None, today: date) -> list[Finding]:
    """Name who stands on no sheet at all: a child without a school has no reader."""
    year = entry_year_of(reader, subject_id, today)
    left_out = [one.row for one in starters_of(reader, year, today) if not one.row.school_name]
    if not left_out:
        return []
    names = [f"{row.first_name} {row.last_name}" for row in left_out[:_NAMED]]
    if len(left_out) > _NAMED:
        names.append("weitere")
    text = f"Ohne Schule und darum auf keinem Blatt: {and_list(names)}."
    return [Finding(text, "child", left_out[0].id)]


def _of_event(reader: Reader, event_id: UUID, paper_id: str, today: date) -> list[Finding]:
    row = event(reader, event_id)
    house = own_house(reader)
    land = Land(house.land) if house and house.land in {one.value for one in Land} else None
    texts = event_texts(reader, event_id)
    closings = _closings(reader, row)
    found: list[Finding] = []
    if row.kind is not EventKind.LETTER:
        found += [*_of_what_and_where(row), *_of_day(row, land, closings, today)]
    if paper_id in LETTERS and has_slip(row.kind, row.reply_kind):
        found += _of_reply_date(row, land, closings, today)
    if paper_id == LETTER:
        found += [*_of_question(row), *_of_words(row, texts, today)]
    if paper_id == INVITATION:
        found += [*_of_words(row, texts, today), *_of_audience(row, cohorts(reader))]
    counts = reply_counts(reader, event_id, today)
    if row.room_capacity is not None and counts.expected > row.room_capacity:
        text = (
            f"{plural(counts.expected, 'Person ist', 'Personen sind')} angemeldet, "
            f"der Raum hat {plural(row.room_capacity, 'Platz', 'Plätze')}."
        )
        found.append(Finding(text, "event", row.id, "room_id"))
    return found


def _of_what_and_where(row: EventRow) -> Iterator[Finding]:
    missing = {
        "title": ("Der Titel fehlt.", not row.title.strip()),
        "starts_at": ("Der Beginn fehlt.", row.starts_at is None),
        "room_id": ("Der Ort fehlt.", not row.place_label),
    }
    for field, (text, is_missing) in missing.items():
        if is_missing:
            yield Finding(text, "event", row.id, field)
    if row.starts_at and row.ends_at and row.ends_at <= row.starts_at:
        yield Finding("Das Ende liegt vor dem Beginn.", "event", row.id, "ends_at")
    if row.starts_at and row.doors_at and row.doors_at > row.starts_at:
        yield Finding("Der Einlass liegt nach dem Beginn.", "event", row.id, "doors_at")


def _of_day(row: EventRow, land: Land | None, closings: Closings, today: date) -> Iterator[Finding]:
    if row.on_date is None:
        if row.status is not EventStatus.POSTPONED:
            yield Finding("Das Datum fehlt.", "event", row.id, "on_date")
        return
    if row.on_date < today:
        text = f"Der Termin ist vorbei: {long_date(row.on_date)}."
        yield Finding(text, "event", row.id, "on_date")
    for text in (*_special(row.on_date, land), *closings.get(row.on_date, ())):
        yield Finding(f"Der Termin liegt {text}.", "event", row.id, "on_date")


def _of_reply_date(
    row: EventRow, land: Land | None, closings: Closings, today: date
) -> Iterator[Finding]:
    day = row.reply_until
    if day is None:
        yield Finding("Der Rückgabetag fehlt.", "event", row.id, "reply_until")
        return
    if row.on_date is not None and day > row.on_date:
        text = "Der Rückgabetag liegt nach der Veranstaltung."
        yield Finding(text, "event", row.id, "reply_until")
    elif day < today:
        text = f"Der Rückgabetag ist vorbei: {long_date(day)}."
        yield Finding(text, "event", row.id, "reply_until")
    if day.weekday() > 4:
        text = f"Der Rückgabetag ist ein {WEEKDAYS[day.weekday()]}."
        yield Finding(text, "event", row.id, "reply_until")
    for special in (*_special(day, land), *closings.get(day, ())):
        yield Finding(f"Der Rückgabetag liegt {special}.", "event", row.id, "reply_until")


def _of_question(row: EventRow) -> Iterator[Finding]:
    """Look at what a letter asks, and whether it says anything in words of its own."""
    question = question_of(row)
    if TextBlock.BODY not in row.texts:
        text = "Der Brief hat noch keinen eigenen Text."
        yield Finding(text, "event", row.id, "text:body")
    if question.kind is WITHOUT_SLIP:
        return
    if not question.text:
        yield Finding("Die Frage auf dem Abschnitt fehlt.", "event", row.id, "reply_question")
    if question.kind is ReplyKind.CHOICE and len(question.choices) < _FEWEST_CHOICES:
        text = "Zur Auswahl stehen noch keine zwei Antworten."
        yield Finding(text, "event", row.id, "reply_choices")


def _closings(reader: Reader, row: EventRow) -> Closings:
    """Say which of the event's days lie on a closing day; a letter may well be about one."""
    days = [day for day in (row.on_date, row.reply_until) if day is not None]
    found = conflicts_of_days(reader, days, besides=row.id)
    return {
        day: [f"auf einem {one.text.replace(': ', ' (')})" for one in conflicts if _closes(one)]
        for day, conflicts in found.items()
    }


def _closes(conflict: Conflict) -> bool:
    return conflict.kind is ConflictKind.CLOSING_DAY


def _of_audience(row: EventRow, years: tuple[CohortRow, ...]) -> Iterator[Finding]:
    """Ask where an event sounds as if it were for one entry year, and all families get a letter."""
    sounds_so = row.kind is EventKind.PRESCHOOL_EVENING or _STARTERS.search(row.audience)
    if sounds_so and years and row.entry_year is None:
        text = (
            "Eingeladen werden alle Familien. Ist der Abend nur für die Schulanfänger, wählen Sie "
            "das bitte unter „Für wen“."
        )
        yield Finding(text, "event", row.id, "cohort_id")


def _special(day: date, land: Land | None) -> Iterator[str]:
    """Say in which break or on which holiday a day lies: "auf einem Feiertag (Ostermontag)"."""
    for note in day_notes(day, land) if land else ():
        yield f"{_SPECIAL.get(note.kind, 'in der schulfreien Zeit')} ({note.name})"


def _of_words(row: EventRow, texts: dict[TextBlock, str], today: date) -> Iterator[Finding]:
    """Find weekdays in title and texts that fit neither the event nor the return date."""
    own = {"title": row.title, "subtitle": row.subtitle}
    for field, text in (*own.items(), *((f"text:{b.value}", t) for b, t in texts.items())):
        wrong = _wrong_weekday(text, row, today)
        if wrong:
            yield Finding(f"Im Text steht „{wrong}“, das passt nicht.", "event", row.id, field)


def _wrong_weekday(text: str, row: EventRow, today: date) -> str:
    for found in _DATED_WEEKDAY.finditer(text):
        try:
            parsed = parse_date(found[0].replace("den ", ""), row.on_date or today)
        except UserError:
            continue
        if parsed.weekday_mismatch:
            return found[0]
    if row.on_date is None:
        return ""
    fitting = {WEEKDAYS[day.weekday()] for day in (row.on_date, row.reply_until) if day}
    bare = _DATED_WEEKDAY.sub("", text)
    return next((found[1] for found in _WEEKDAY.finditer(bare) if found[1] not in fitting), "")


def _of_letters(reader: Reader, today: date, *, request: PrintRequest) -> list[Finding]:
    """Name households that are written to by post, and have no address on their letter."""
    if _is_on(request, "probe") or request.params.get("edition") == Edition.MASTER.value:
        return []
    chosen = missing_households if _is_on(request, "reminder") else invited
    return [
        found
        for subject in request.subjects
        if subject is not None
        for found in _without_address(chosen(reader, subject, today))
    ]


def _is_on(request: PrintRequest, name: str) -> bool:
    return request.params.get(name, "").strip().casefold() in YES_WORDS


def _without_address(rows: tuple[LetterRow, ...]) -> Iterator[Finding]:
    for row in rows:
        has_address = bool(row.street and row.town)
        if row.goes_by_post and not has_address:
            whose = "Zweiter Haushalt" if row.is_second else "Brief per Post"
            text = f"{whose} ohne Anschrift: {shorten(row.label, 60)}."
            yield Finding(text, "family", row.family_id)


def _of_meant_children(reader: Reader, event_id: UUID, today: date) -> list[Finding]:
    """Look at the children of the event; an entry year that nobody was put into invites nobody."""
    rows = meant_children(reader, event_id, today)
    entry_year = event(reader, event_id).entry_year
    if not rows and entry_year is not None:
        text = (
            f"Zu „{families_of(entry_year)}“ gehört noch kein Kind: Gedruckt wird die Vorlage "
            "ohne Namen."
        )
        return [Finding(text, "event", event_id, "cohort_id")]
    return list(_of_children(rows))


def _of_children(rows: tuple[ChildRow, ...]) -> Iterator[Finding]:
    without = [row for row in rows if row.group_id is None]
    if without:
        names = ", ".join(f"{row.first_name} {row.last_name}".strip() for row in without[:_NAMED])
        more = " …" if len(without) > _NAMED else ""
        text = f"{plural(len(without), 'Kind', 'Kinder')} ohne Gruppe: {shorten(names, 80)}{more}"
        yield Finding(text, "child", without[0].id, "group_id")
    if not rows:
        text = "Es sind noch keine Kinder da: Gedruckt wird die Vorlage ohne Namen."
        yield Finding(text, "paper", is_information=True)


def _of_document(desk: Desk, request: PrintRequest) -> Iterator[Finding]:
    """Name what the paper shortens or cannot print, and say how many sheets it takes."""
    from kitadesk.handouts.kit.pdf import inspect

    report = inspect(document_of(desk, request))
    if report.long_letters:
        count = plural(len(report.long_letters), "Brief braucht", "Briefe brauchen")
        names = "; ".join(dict.fromkeys(report.long_letters[:_NAMED]))
        more = " …" if len(report.long_letters) > _NAMED else ""
        text = f"Der Text ist lang: {count} zwei Seiten ({shorten(names, 90)}{more})."
        yield Finding(text, "event", request.subjects[0], "text:body")
    for text in report.shortened:
        yield Finding(f"Zu lang, wird gekürzt: „{shorten(text, 60)}“.", "paper")
    if report.missing:
        signs = " ".join(report.missing[:10])
        yield Finding(f"Diese Zeichen lassen sich nicht drucken: {signs}", "paper")
    yield Finding(plural(report.pages, "Blatt", "Blatt"), "paper", is_information=True)
