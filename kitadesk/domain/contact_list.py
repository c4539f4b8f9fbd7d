"""An address list into drafts: every row names a person, an institution or both, or is rejected."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kitadesk.base.errors import UserError
from kitadesk.base.text import fold, shorten
from kitadesk.domain.addresses import PostalAddress, join_address, split_address
from kitadesk.domain.child_drafts import NO_ADDRESS, RejectedRow
from kitadesk.domain.contact_columns import ContactGuess
from kitadesk.domain.contact_fields import ContactField
from kitadesk.domain.entries import NAME_MOST, TEXT_MOST
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import ContactKind, Salutation
from kitadesk.domain.person_names import PersonName, read_parent_names, split_full_name
from kitadesk.domain.sheet import Row, Rows, cell_text

_WAYS = (
    (ContactField.PHONE, ContactKind.PHONE),
    (ContactField.MOBILE, ContactKind.MOBILE),
    (ContactField.FAX, ContactKind.FAX),
    (ContactField.EMAIL, ContactKind.EMAIL),
    (ContactField.WEB, ContactKind.WEB),
)
_SEVERAL = re.compile(r"\s*[;\n|]\s*|\s+(?:oder|u\.|und)\s+")
_MAILBOX = re.compile(
    r"(?:info|kontakt|post|mail|office|buero|sekretariat|verwaltung|leitung|kita|schule|hort)"
    r"\d*@",
    re.IGNORECASE,
)
_SALUTATIONS = {"frau": Salutation.FRAU, "fr": Salutation.FRAU, "herr": Salutation.HERR,
                "herrn": Salutation.HERR, "hr": Salutation.HERR}  # fmt: skip
# Words in the names of bodies; a card of such an organisation is a seat, not a job.
_BODY = re.compile(
    r"beirat|elternrat|elternteilrat|elternausschuss|ausschuss\b|leitungsrunde|steuerungsgruppe"
    r"|themengruppe|arbeitskreis|arbeitsgruppe|gremium|stadtrat\b|elternvertretung"
)
_KINDS = {
    "kita": InstitutionKind.DAYCARE,
    "kindergarten": InstitutionKind.DAYCARE,
    "kindertagesstatte": InstitutionKind.DAYCARE,
    "krippe": InstitutionKind.DAYCARE,
    "schule": InstitutionKind.SECONDARY_SCHOOL,
    "gymnasium": InstitutionKind.SECONDARY_SCHOOL,
    "beratung": InstitutionKind.COUNSELLING,
    "familienzentrum": InstitutionKind.FAMILY_CENTRE,
    "bucherei": InstitutionKind.LIBRARY,
    "stadt": InstitutionKind.MUNICIPALITY,
    "gemeinde": InstitutionKind.MUNICIPALITY,
    "amt": InstitutionKind.MUNICIPALITY,
    "behorde": InstitutionKind.MUNICIPALITY,
    "pfarrei": InstitutionKind.PARISH,
    "kirchgemeinde": InstitutionKind.PARISH,
    "zeitung": InstitutionKind.PRESS,
}


@dataclass(frozen=True, slots=True)
class WayDraft:
    """A number or address of the list."""

    kind: ContactKind
    value: str

    @property
    def key(self) -> tuple[str, str]:
        """The form for comparison: digits of numbers with 0 for +49, small letters otherwise."""
        return way_key(self.kind, self.value)


@dataclass(frozen=True, slots=True)
class InstitutionDraft:
    """An institution as the list names it; `kind` is None where the list does not say it."""

    name: str
    kind: InstitutionKind | None = None
    provider: str = ""
    district: str = ""
    address: PostalAddress = NO_ADDRESS
    ways: tuple[WayDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """One row: a person (without a last name: none), an institution (or none), perhaps a body.

    With a body the function is the role on its seat, and the institution sends the person.
    """

    line: int
    last_name: str = ""
    first_name: str = ""
    title: str = ""
    salutation: Salutation = Salutation.NONE
    function: str = ""
    body: str = ""
    institution: InstitutionDraft | None = None
    ways: tuple[WayDraft, ...] = ()
    best_time: str = ""
    note: str = ""
    problems: tuple[str, ...] = ()

    @property
    def name_key(self) -> tuple[str, str]:
        """Last and first name for comparison."""
        return fold(self.last_name), fold(self.first_name)


@dataclass(frozen=True, slots=True)
class ContactListDraft:
    """The whole list: every row with text is either a contact or rejected with a reason."""

    contacts: tuple[ContactDraft, ...]
    rejected: tuple[RejectedRow, ...] = ()


def way_key(kind: ContactKind, value: str) -> tuple[str, str]:
    """Return what is equal for two ways of writing one number or address."""
    if kind in (ContactKind.EMAIL, ContactKind.WEB):
        return "net", fold(value).removeprefix("https://").removeprefix("http://").rstrip("/")
    digits = re.sub(r"[^\d+]", "", value)
    return "number", re.sub(r"^(?:\+49|0049)\(?0?\)?", "0", digits)


def read_contacts(rows: Rows, guess: ContactGuess) -> ContactListDraft:
    """Read all rows below the header; raises UserError ``no_contact_column`` without any names.

    A header that is repeated is skipped; the same person in the same place stands in one draft.
    """
    if not guess.is_usable:
        raise UserError("no_contact_column")
    contacts: list[ContactDraft] = []
    rejected: list[RejectedRow] = []
    for index in range(guess.first_data_row, len(rows)):
        row = rows[index]
        if not any(row) or tuple(map(cell_text, row)) == guess.headers:
            continue
        draft, reason = _read_row(row, index + 1, guess)
        if reason:
            rejected.append(RejectedRow(index + 1, reason))
        else:
            contacts.append(draft)
    unique, doubled = _without_duplicates(contacts)
    found = sorted([*rejected, *doubled], key=lambda each: each.line)
    return ContactListDraft(tuple(unique), tuple(found))


def is_body_name(name: str) -> bool:
    """Tell a body from an institution by its name."""
    return _BODY.search(fold(name)) is not None


def institution_kind(text: str) -> InstitutionKind | None:
    """Return the kind that a word of the list means; None for an unknown or missing one."""
    words = fold(text)
    for kind in InstitutionKind:
        if words and words in {fold(kind.label), kind.value}:
            return kind
    return _KINDS.get(words)


def _read_row(row: Row, line: int, guess: ContactGuess) -> tuple[ContactDraft, str]:
    """Return the draft, and why it is none."""
    texts = {field: _joined(row, guess, field) for field in ContactField if guess.columns_of(field)}
    long = next((field for field, text in texts.items() if _is_too_long(field, text)), None)
    if long is not None:
        return ContactDraft(line), f"Der Text „{shorten(texts[long], 30)}“ ist zu lang"
    person = _person(texts)
    institution = _institution(texts)
    body = texts.get(ContactField.BODY, "")
    if institution is not None and person.last_name and not body and is_body_name(institution.name):
        unit = texts.get(ContactField.UNIT, "")
        body, institution = institution.name, replace(institution, name=unit) if unit else None
    ways = _ways(row, guess)
    if not person.last_name and institution is None:
        return ContactDraft(line), "Weder Name noch Einrichtung"
    if not person.last_name and institution is not None:
        return ContactDraft(line, institution=replace(institution, ways=ways)), ""
    mine = tuple(way for way in ways if institution is None or not _is_mailbox(way))
    if institution is not None:
        theirs = tuple(way for way in ways if _is_mailbox(way))
        institution = replace(institution, ways=theirs)
    draft = ContactDraft(
        line,
        person.last_name,
        person.first_name,
        person.title,
        person.salutation,
        texts.get(ContactField.FUNCTION, ""),
        body,
        institution,
        mine,
        texts.get(ContactField.BEST_TIME, ""),
        texts.get(ContactField.NOTE, ""),
    )
    return draft, ""


def _joined(row: Row, guess: ContactGuess, field: ContactField) -> str:
    """Return the cells of a field on one line; notes keep theirs."""
    cells = [row[column] for column in guess.columns_of(field)]
    if field is ContactField.NOTE:
        return "\n".join(
            cell if isinstance(cell, str) else cell_text(cell) for cell in cells if cell
        )
    return " ".join(text for cell in cells if (text := cell_text(cell)))


def _is_too_long(field: ContactField, text: str) -> bool:
    return len(text) > (TEXT_MOST if field is ContactField.NOTE else NAME_MOST)


def _person(texts: dict[ContactField, str]) -> PersonName:
    """Read the name from one column or two; a salutation only where the list has one."""
    whole = texts.get(ContactField.FULL_NAME, "")
    found = PersonName("", "")
    if whole:
        people = read_parent_names(whole, "").people[:1]
        found = people[0] if people else found
        if not found.last_name:
            last, first = split_full_name(whole, first_name_first=True)
            found = replace(found, last_name=last, first_name=first)
    given = _SALUTATIONS.get(fold(texts.get(ContactField.SALUTATION, "")).rstrip("."))
    last_name = texts.get(ContactField.LAST_NAME) or found.last_name
    first_name = texts.get(ContactField.FIRST_NAME) or found.first_name
    return PersonName(
        first_name if last_name else "",
        last_name or first_name,
        given or found.salutation,
        texts.get(ContactField.TITLE) or found.title,
    )


def _institution(texts: dict[ContactField, str]) -> InstitutionDraft | None:
    name = texts.get(ContactField.INSTITUTION, "")
    if not name:
        return None
    whole = texts.get(ContactField.ADDRESS, "")
    parts = [
        texts.get(field, "")
        for field in (ContactField.STREET, ContactField.POSTCODE, ContactField.TOWN)
    ]
    return InstitutionDraft(
        name,
        institution_kind(texts.get(ContactField.INSTITUTION_KIND, "")),
        texts.get(ContactField.PROVIDER, ""),
        texts.get(ContactField.DISTRICT, ""),
        split_address(whole) if whole and not any(parts) else join_address(*parts),
    )


def _ways(row: Row, guess: ContactGuess) -> tuple[WayDraft, ...]:
    found: dict[tuple[str, str], WayDraft] = {}
    for field, kind in _WAYS:
        for column in guess.columns_of(field):
            cell = row[column]
            text = cell if isinstance(cell, str) else cell_text(cell)
            for value in _SEVERAL.split(text):
                if value := " ".join(value.split()):
                    way = WayDraft(kind, value)
                    found.setdefault(way.key, way)
    return tuple(found.values())


def _is_mailbox(way: WayDraft) -> bool:
    """A general mailbox belongs to the institution, not to who reads it today."""
    return way.kind is ContactKind.WEB or (
        way.kind is ContactKind.EMAIL and _MAILBOX.match(way.value) is not None
    )


def _without_duplicates(
    contacts: list[ContactDraft],
) -> tuple[list[ContactDraft], list[RejectedRow]]:
    """Keep the first of the same person in the same place; name others of the same name."""
    seen: dict[tuple[str, str], list[ContactDraft]] = {}
    unique: list[ContactDraft] = []
    doubled: list[RejectedRow] = []
    for contact in contacts:
        if not contact.last_name:
            unique.append(contact)
            continue
        namesakes = seen.setdefault(contact.name_key, [])
        first = next((one for one in namesakes if _is_same_line(contact, one)), None)
        if first is not None:
            name = f"{contact.first_name} {contact.last_name}".strip()
            reason = f"Doppelt: {name} steht schon in Zeile {first.line}"
            doubled.append(RejectedRow(contact.line, reason, first.line))
            continue
        if namesakes:
            problem = f"Gleicher Name wie in Zeile {namesakes[0].line}"
            contact = replace(contact, problems=(problem,))  # noqa: PLW2901
        namesakes.append(contact)
        unique.append(contact)
    return unique, doubled


def _is_same_line(contact: ContactDraft, other: ContactDraft) -> bool:
    places = [fold(one.institution.name) if one.institution else "" for one in (contact, other)]
    return (
        places[0] == places[1]
        and fold(contact.body) == fold(other.body)
        and fold(contact.function) == fold(other.function)
    )
