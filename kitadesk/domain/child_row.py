"""One row of a children list into a draft of a child; names stay as typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from kitadesk.base.text import fold, plural, shorten
from kitadesk.domain.addresses import PostalAddress, join_address, split_address
from kitadesk.domain.birth_dates import read_birth_date
from kitadesk.domain.child_columns import ColumnGuess
from kitadesk.domain.child_drafts import ChildDraft, CustodianDraft, HouseholdDraft
from kitadesk.domain.child_fields import FIELD_LABELS, Field
from kitadesk.domain.entries import NAME_MOST
from kitadesk.domain.people import CustodyAnswer
from kitadesk.domain.person_names import (
    ParentNames,
    PersonName,
    read_parent_names,
    split_full_name,
)
from kitadesk.domain.sheet import Cell, Row, cell_text

_LONGEST_TEXT = {Field.NOTE: 2_000, Field.PARENTS: 300, Field.ADDRESS: 300, Field.ADDRESS_2: 300}

_SAME_ADDRESS = frozenset(
    {"", "-", "–", "s.o.", "s. o.", "so", "siehe oben", "wie oben", "dito", "dto.", "gleich", '"'}
)
_NO = frozenset({"", "-", "–", "nein", "n", "0", "falsch", "zusammen"})
_SUM = re.compile(r"(?:summe|anzahl|gesamt|insgesamt|stand|seite|kinder gesamt)\b.*\d")
_NO_NAME = re.compile(r"[\d\W_]*$")
_MANY_PHONES = re.compile(r"\s*[\n;,|]\s*|\s+(?:oder|u\.|und)\s+")
_MANY_EMAILS = re.compile(r"[\s;,|]+")


class RowRejected(Exception):  # noqa: N818  its text is the German reason for the report
    """The row cannot be taken; the text says why in German."""


def read_row(row: Row, line: int, guess: ColumnGuess, today: date) -> ChildDraft:
    """Read one row; raises RowRejected when it names no child."""
    reader = _RowReader(row, guess)
    last, first = reader.child_name()
    parents = reader.parents(last)
    if not last:
        last = _shared_last_name(parents)
        if last:
            reader.problems.append(f"Nachname „{last}“ von den Eltern übernommen")
    _check_name(last, first)
    birth = read_birth_date(reader.cell(Field.BIRTH_DATE), today)
    if birth.problem:
        reader.problems.append(birth.problem)
    custodians, households = reader.family(parents)
    group = reader.text(Field.GROUP)
    if not group and guess.columns_of(Field.GROUP):
        reader.problems.append("Gruppe fehlt")
    return ChildDraft(
        line=line,
        last_name=last,
        first_name=first,
        group=group,
        birth_date=birth.day,
        custodians=custodians,
        households=households,
        parents_text=reader.text(Field.PARENTS),
        school=reader.text(Field.SCHOOL),
        language=reader.text(Field.LANGUAGE),
        note=reader.text(Field.NOTE),
        problems=tuple(dict.fromkeys(reader.problems)),
    )


def _check_name(last: str, first: str) -> None:
    if max(len(last), len(first)) > NAME_MOST:
        raise RowRejected(_too_long(max(len(last), len(first))))
    shown = shorten(f"{last} {first}".strip(), 40)
    if _SUM.match(fold(shown)) or _no_name(last + first):
        raise RowRejected(f"Hier steht kein Kind: „{shown}“" if shown else "Name fehlt")
    if not first:
        raise RowRejected(f"Vorname fehlt: „{shown}“")
    if not last:
        raise RowRejected(f"Nachname fehlt: „{shown}“")


def _no_name(text: str) -> bool:
    """Digits and signs are no name, an emoji is what someone typed as one."""
    return bool(_NO_NAME.match(text)) and not any(ord(char) > 0x2BFF for char in text)


def _too_long(length: int) -> str:
    return f"Der Name hat {plural(length, 'Zeichen', 'Zeichen')}, höchstens {NAME_MOST} gehen"


def _shared_last_name(parents: tuple[ParentNames, ParentNames]) -> str:
    names = {person.last_name for group in parents for person in group.people}
    return names.pop() if len(names) == 1 else ""


@dataclass(slots=True)
class _RowReader:
    """Access to the cells of one row by field, and the problems seen so far."""

    row: Row
    guess: ColumnGuess
    problems: list[str] = field(default_factory=list)

    def cell(self, wanted: Field) -> Cell:
        """Return the first cell of a field."""
        columns = self.guess.columns_of(wanted)
        return self.row[columns[0]] if columns else ""

    def text(self, wanted: Field) -> str:
        """Return a field on one line; what is far too long is left out and named as a problem."""
        texts = [cell_text(self.row[column]) for column in self.guess.columns_of(wanted)]
        text = ", ".join(filter(None, texts))
        if len(text) > _LONGEST_TEXT.get(wanted, NAME_MOST):
            label = FIELD_LABELS[wanted]
            length = plural(len(text), "Zeichen", "Zeichen")
            self.problems.append(f"{label} nicht übernommen: {length} sind zu viel")
            return ""
        return text

    def child_name(self) -> tuple[str, str]:
        """Return (last, first) of the child."""
        first = cell_text(self.cell(Field.FIRST_NAME))
        last = cell_text(self.cell(Field.LAST_NAME))
        full = cell_text(self.cell(Field.FULL_NAME))
        if full and not (first and last):
            if len(full) > 2 * NAME_MOST:
                raise RowRejected(_too_long(len(full)))
            if first or last:
                return last or full, first or full
            return split_full_name(full, first_name_first=self.guess.first_name_first)
        return last, first

    def parents(self, child_last: str) -> tuple[ParentNames, ParentNames]:
        """Return the people of the first parent's and of the second parent's cells."""
        first = self._names(Field.PARENTS, child_last)
        one = self._names(Field.CUSTODIAN_1, child_last)
        two = self._names(Field.CUSTODIAN_2, child_last)
        one = one if one.people else self._divided(
            Field.CUSTODIAN_1_FIRST, Field.CUSTODIAN_1_LAST, child_last)  # fmt: skip
        two = two if two.people else self._divided(
            Field.CUSTODIAN_2_FIRST, Field.CUSTODIAN_2_LAST, child_last)  # fmt: skip
        if not one.people and first.people:
            return (first, two)
        return (one, replace(two, live_apart=two.live_apart or one.live_apart or first.live_apart))

    def _names(self, wanted: Field, child_last: str) -> ParentNames:
        self.text(wanted)
        columns = self.guess.columns_of(wanted)
        cell = self.row[columns[0]] if columns else ""
        if not isinstance(cell, str) or len(cell) > 300:
            return ParentNames(())
        names = read_parent_names(cell, child_last)
        if names.left_over:
            label = FIELD_LABELS[wanted]
            self.problems.append(f"{label}: „{shorten(names.left_over, 60)}“ nicht übernommen")
        kept = tuple(person for person in names.people if _is_short(person))
        if len(kept) < len(names.people):
            self.problems.append(f"{FIELD_LABELS[wanted]} nicht übernommen: Name zu lang")
        return replace(names, people=kept)

    def _divided(self, first_field: Field, last_field: Field, child_last: str) -> ParentNames:
        first, last = self.text(first_field), self.text(last_field)
        person = PersonName(first, last or (child_last if first else ""))
        return ParentNames((person,) if (first or last) and _is_short(person) else ())

    def family(
        self, parents: tuple[ParentNames, ParentNames]
    ) -> tuple[tuple[CustodianDraft, ...], tuple[HouseholdDraft, ...]]:
        """Put the people into one household, or into two when they live apart."""
        home = self._address(Field.ADDRESS, Field.STREET, Field.POSTCODE, Field.TOWN)
        other = self._other_address(home)
        one, two, is_apart = self._homes(parents, has_other_address=bool(other))
        phones, emails = self._phones(Field.PHONE), self._emails(Field.EMAIL)
        phones_2, emails_2 = self._phones(Field.PHONE_2), self._emails(Field.EMAIL_2)
        first = _custodians(one, self._custody(Field.CUSTODIAN_1), 1)
        second = _custodians(two, self._custody(Field.CUSTODIAN_2), 2 if is_apart else 1)
        if len(first) == 1 and self._has_own_columns():
            first, phones, emails = _give(first, phones, emails), (), ()
        if len(second) == 1:
            second, phones_2, emails_2 = _give(second, phones_2, emails_2), (), ()
        if not is_apart:
            shared = HouseholdDraft(1, home, phones + phones_2, emails + emails_2)
            return first + second, (shared,)
        if not second:
            self.problems.append("Zweite Anschrift ohne Namen")
        households = (
            HouseholdDraft(1, home, phones, emails),
            HouseholdDraft(2, other, phones_2, emails_2),
        )
        return first + second, households

    def _homes(
        self, parents: tuple[ParentNames, ParentNames], *, has_other_address: bool
    ) -> tuple[ParentNames, ParentNames, bool]:
        """Return who lives in the first and the second home, and whether there are two."""
        one, two = parents
        said = fold(self.text(Field.LIVES_APART)) not in _NO
        wanted = has_other_address or said or one.live_apart or two.live_apart
        if wanted and not two.people and len(one.people) == 2:
            self.problems.append("Zwei Haushalte: Bitte prüfen, wer wo wohnt")
            one, two = _divide(one)
        return one, two, has_other_address or (wanted and bool(two.people))

    def _has_own_columns(self) -> bool:
        wanted = (Field.CUSTODIAN_1, Field.CUSTODIAN_1_LAST, Field.CUSTODIAN_1_FIRST)
        return any(self.guess.columns_of(each) for each in wanted)

    def _custody(self, wanted: Field) -> CustodyAnswer:
        """Custody is known only where the header says Sorgeberechtigte."""
        columns = {*self.guess.columns_of(wanted), *self.guess.columns_of(Field.PARENTS)}
        named = not columns.isdisjoint(self.guess.says_custody)
        return CustodyAnswer.YES if named else CustodyAnswer.UNKNOWN

    def _address(self, whole: Field, street: Field, postcode: Field, town: Field) -> PostalAddress:
        text = self.text(whole)
        found = split_address(text) if text else PostalAddress()
        parts = join_address(self.text(street), self.text(postcode), self.text(town))
        return PostalAddress(
            parts.street or found.street,
            parts.postcode or found.postcode,
            parts.town or found.town,
        )

    def _other_address(self, home: PostalAddress) -> PostalAddress:
        if fold(self.text(Field.ADDRESS_2)) in _SAME_ADDRESS and not self.text(Field.STREET_2):
            return PostalAddress()
        other = self._address(Field.ADDRESS_2, Field.STREET_2, Field.POSTCODE_2, Field.TOWN_2)
        same = bool(other.key) and (
            other.key == home.key or other == replace(home, postcode="", town="")
        )
        return PostalAddress() if same else other

    def _phones(self, wanted: Field) -> tuple[str, ...]:
        cells = [self.row[column] for column in self.guess.columns_of(wanted) if self.text(wanted)]
        found = [part for cell in cells for part in _MANY_PHONES.split(str(cell)) if part.strip()]
        return tuple(dict.fromkeys(" ".join(part.split()) for part in found))

    def _emails(self, wanted: Field) -> tuple[str, ...]:
        found = [part for part in _MANY_EMAILS.split(self.text(wanted)) if part.strip("-–")]
        wrong = [part for part in found if "@" not in part]
        if wrong:
            shown = shorten(" ".join(wrong), 60)
            self.problems.append(f"„{shown}“ ist keine E-Mail-Adresse")
        return tuple(dict.fromkeys(part for part in found if "@" in part))


def _divide(names: ParentNames) -> tuple[ParentNames, ParentNames]:
    """Let the second of two people live apart."""
    return (
        replace(names, people=names.people[:1]),
        ParentNames(names.people[1:], names.live_apart),
    )


def _custodians(
    names: ParentNames, custody: CustodyAnswer, household: int
) -> tuple[CustodianDraft, ...]:
    return tuple(
        CustodianDraft(
            person.first_name, person.last_name, custody, household, person.salutation, person.title
        )
        for person in names.people
    )


def _give(
    people: tuple[CustodianDraft, ...], phones: tuple[str, ...], emails: tuple[str, ...]
) -> tuple[CustodianDraft, ...]:
    return (replace(people[0], phones=phones, emails=emails), *people[1:])


def _is_short(person: PersonName) -> bool:
    return max(len(person.first_name), len(person.last_name)) <= NAME_MOST
