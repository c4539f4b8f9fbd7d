"""The lines of a child's card: what they say, which fields they become, and what saves them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from kitadesk.base.dates import long_date, numeric_date
from kitadesk.base.text import plural
from kitadesk.domain.names import spoken_name
from kitadesk.domain.stay import Stay, stay_of
from kitadesk.queries.children import ChildCard, schools
from kitadesk.queries.people import ChildRow, groups
from kitadesk.queries.transition import cohorts
from kitadesk.services.child_moves import stays
from kitadesk.services.desk import Desk
from kitadesk.services.families import rename_family
from kitadesk.services.people import change_child
from kitadesk.services.planned_moves import cancel_change, move_change
from kitadesk.ui.children.card_view import Section
from kitadesk.ui.children.family_lines import adult_lines, household_lines
from kitadesk.ui.children.maker import area_field, choice_field, date_field, text_field
from kitadesk.ui.kit.line_text import LineDeed, LineText
from kitadesk.ui.kit.slots import weak_slot

UNKNOWN = "noch nicht bekannt"
NO_GROUP, NO_YEAR = "ohne Gruppe", "in keinem Jahrgang"
_BABY_MONTHS = 24
"""Below two years an age is told in months."""


def child_sections(
    desk: Desk, card: ChildCard, show_child: Callable[[UUID], object]
) -> tuple[Section, ...]:
    """Return the whole card; the bound method `show_child` opens the card of a sibling."""
    about = (
        *_name_lines(desk, card),
        *_place_lines(desk, card),
        *_stay_lines(desk, card),
        _note_line(desk, card),
    )
    return (
        Section("", about),
        Section("Familie", _family_lines(desk, card, show_child)),
        Section("Erwachsene", adult_lines(desk, card)),
        Section("Haushalte", household_lines(desk, card)),
    )


def age_words(born: date, today: date) -> str:
    """Return "5 Jahre", or months below two years; empty before the birth."""
    months = (today.year - born.year) * 12 + today.month - born.month - (today.day < born.day)
    if months < 0:
        return ""
    if months < _BABY_MONTHS:
        return plural(months, "Monat", "Monate")
    return plural(months // 12, "Jahr", "Jahre")


def _name_lines(desk: Desk, card: ChildCard) -> tuple[LineText, ...]:
    row, key = card.child, card.child.id
    born = UNKNOWN
    if row.birth_date is not None:
        age = age_words(row.birth_date, desk.clock.today())
        born = numeric_date(row.birth_date) + (f" ({age})" if age else "")
    first = text_field(
        "childFirstName", "Vorname", row.first_name,
        lambda text: change_child(desk, key, first_name=text),
    )  # fmt: skip
    last = text_field(
        "childLastName", "Nachname", row.last_name,
        lambda text: change_child(desk, key, last_name=text),
    )  # fmt: skip
    day = date_field(
        "childBirthDate", "Geburtsdatum", desk, row.birth_date,
        lambda day: change_child(desk, key, birth_date=day),
    )  # fmt: skip
    name = spoken_name(row.first_name, row.last_name)
    return (
        LineText("childName", "", name, (first, last), kind="title"),
        LineText("childBirth", "Geboren", born, (day,)),
    )


def _place_lines(desk: Desk, card: ChildCard) -> tuple[LineText, ...]:
    row, key = card.child, card.child.id
    known = desk.read(groups, desk.clock.today())
    group = choice_field(
        "childGroupChoice", "Gruppe", [(None, NO_GROUP), *((one.id, one.name) for one in known)],
        row.group_id, lambda group_id: change_child(desk, key, group_id=group_id),
    )  # fmt: skip
    school = choice_field(
        "childSchoolChoice", "Schule", [(None, UNKNOWN), *desk.read(schools)],
        card.school_id, lambda school_id: change_child(desk, key, school_id=school_id),
    )  # fmt: skip
    years = ((one.id, str(one.entry_year)) for one in desk.read(cohorts))
    year = choice_field(
        "childYearChoice", "Jahrgang", [(None, NO_YEAR), *years],
        card.cohort_id, lambda cohort_id: change_child(desk, key, cohort_id=cohort_id),
    )  # fmt: skip
    return (
        LineText("childGroup", "Gruppe", row.group_name or NO_GROUP, (group,)),
        *_change_lines(desk, card),
        LineText("childSchool", "Schule", row.school_name or UNKNOWN, (school,)),
        LineText("childYear", "Einschulung", str(row.entry_year or NO_YEAR), (year,)),
    )


def _change_lines(desk: Desk, card: ChildCard) -> tuple[LineText, ...]:
    """Return the planned change of group with its day; one that is due was undone."""
    day, key = card.next_group_on, card.child.id
    if day is None:
        return ()
    changes_on = date_field(
        "childChangesOn", "Wechselt am", desk, day, lambda on: move_change(desk, key, on)
    )
    deeds = (
        LineDeed("Heute wechseln", lambda: move_change(desk, key, desk.clock.today())),
        LineDeed("Wechsel absagen", lambda: cancel_change(desk, key)),
    )
    text = f"ab {long_date(day)}: {card.next_group or NO_GROUP}"
    return (LineText("childChange", "Wechselt", text, (changes_on,), deeds=deeds),)


def _stay_lines(desk: Desk, card: ChildCard) -> tuple[LineText, ...]:
    key, left_on = card.child.id, card.child.left_on
    entered = date_field(
        "childEnteredOn", "Aufgenommen am", desk, card.entered_on,
        lambda day: change_child(desk, key, entered_on=day),
    )  # fmt: skip
    said = "nicht eingetragen" if card.entered_on is None else long_date(card.entered_on)
    if stay_of(card.child, desk.clock.today()) is Stay.COMING:
        said = f"kommt am {said}"
    lines = [LineText("childEntered", "Aufnahme", said, (entered,))]
    if left_on is not None:
        is_gone = stay_of(card.child, desk.clock.today()) is Stay.GONE
        words = "gegangen am" if is_gone else "geht am"
        left = date_field(
            "childLeftOn", "Nicht mehr da ab", desk, left_on,
            lambda day: change_child(desk, key, left_on=day),
        )  # fmt: skip
        back = LineDeed("Kind bleibt doch", lambda: stays(desk, key))
        text = f"{words} {long_date(left_on)}"
        lines.append(LineText("childLeft", "Weggang", text, (left,), deeds=(back,)))
    return tuple(lines)


def _note_line(desk: Desk, card: ChildCard) -> LineText:
    key = card.child.id
    note = area_field(
        "childNote", "Notiz", card.note, lambda text: change_child(desk, key, note=text)
    )
    return LineText("childNoteLine", "Notiz", card.note or "keine", (note,))


def _family_lines(
    desk: Desk, card: ChildCard, show_child: Callable[[UUID], object]
) -> tuple[LineText, ...]:
    key, today = card.family.id, desk.clock.today()
    name = text_field(
        "familyNameField", "Name der Familie", card.family.name,
        lambda text: rename_family(desk, key, text),
    )  # fmt: skip
    lines = [LineText("familyName", "Name", card.family.name, (name,))]
    for number, row in enumerate(card.siblings):
        lines.append(
            LineText(
                f"sibling{number}", "Geschwister", spoken_name(row.first_name, row.last_name),
                remark=_stay_remark(row, today), act=weak_slot(show_child, row.id),
                act_hint="Karte öffnen",
            )
        )  # fmt: skip
    return tuple(lines)


def _stay_remark(row: ChildRow, today: date) -> str:
    where = stay_of(row, today)
    if where is Stay.COMING and row.entered_on is not None:
        return f"kommt am {numeric_date(row.entered_on)}"
    return "nicht mehr in der Kita" if where is Stay.GONE else row.group_name or NO_GROUP
