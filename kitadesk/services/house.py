"""What a leader does to her own house: begin it, change its address, logo and settings."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.base.text import sort_key
from kitadesk.domain.entries import checked_line, checked_text
from kitadesk.domain.institutions import InstitutionKind
from kitadesk.domain.people import ContactKind, Visibility
from kitadesk.queries.house import DEFAULT_PARENTS_COUNCIL, PARENTS_COUNCIL, own_house_id
from kitadesk.services.desk import Desk
from kitadesk.storage.models.house import Letterhead, Setting
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import ContactWay
from kitadesk.storage.writer import Writer

MOST_LOGO_BYTES = 1_000_000  # a copy lies in every history step that changes it
_IMAGE_HEADS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True, slots=True)
class HouseInput:
    """What is asked about the own house; name, postcode, town and Land are enough to begin."""

    name: str
    postcode: str
    town: str
    land: str
    street: str = ""
    phone: str = ""
    email: str = ""
    letterhead_lines: tuple[str, ...] = ()
    partner_name: str = ""
    parents_council: str = DEFAULT_PARENTS_COUNCIL


def begin_house(desk: Desk, house: HouseInput) -> UUID:
    """Make the own house; raises UserError ``house_exists`` when there is one already."""
    name = _name(house)
    with desk.write(f"{name} angelegt") as writer:
        if writer.session.execute(select(Institution.id).where(Institution.is_own)).first():
            raise UserError("house_exists")
        own = Institution(
            kind=InstitutionKind.DAYCARE, name=name, sort_key=sort_key(name), is_own=True
        )
        writer.add(own)
        _put(writer, own, house)
        return own.id


def change_house(desk: Desk, house: HouseInput) -> None:
    """Change name, address and letterhead of the own house in one step."""
    with desk.write(f"Angaben zu {_name(house)}", merge_key="house") as writer:
        _put(writer, writer.get(Institution, own_house_id(writer.session)), house)


def set_logo(desk: Desk, image: bytes | None) -> None:
    """Put a PNG or JPEG into the letterhead, or take it out."""
    if image is not None:
        _check_logo(image)
    with desk.write("Logo") as writer:
        _letterhead(writer, own_house_id(writer.session)).logo = image


def set_partner_logo(desk: Desk, image: bytes | None) -> None:
    """Put the logo of the alliance beside the own one, or take it out."""
    if image is not None:
        _check_logo(image)
    with desk.write("Logo des Bündnisses") as writer:
        _letterhead(writer, own_house_id(writer.session)).partner_logo = image


def set_setting(desk: Desk, name: str, content: str, *, undoable: bool = False) -> None:
    """Store a setting of this house; most settings are no step that people would undo."""
    with desk.write("Einstellung", undoable=undoable) as writer:
        _set(writer, name, content)


def _name(house: HouseInput) -> str:
    name = checked_line(house.name, "Name der Kita")
    if not name:
        raise UserError("house_name_missing")
    return name


def _check_logo(image: bytes) -> None:
    if not image.startswith(_IMAGE_HEADS):
        raise UserError("logo_not_readable")
    if len(image) > MOST_LOGO_BYTES:
        raise UserError("logo_too_large")


def _put(writer: Writer, own: Institution, house: HouseInput) -> None:
    own.name = _name(house)
    own.sort_key = sort_key(own.name)
    own.street = checked_line(house.street, "Straße")
    own.postcode = checked_line(house.postcode, "Postleitzahl")
    own.town = checked_line(house.town, "Ort")
    own.land = checked_line(house.land, "Bundesland")
    lines = [checked_line(line, "Briefkopf") for line in house.letterhead_lines]
    head = _letterhead(writer, own.id)
    head.lines = "\n".join(line for line in lines if line)
    head.partner_name = checked_line(house.partner_name, "Bündnis")
    phone, email = checked_line(house.phone, "Telefon"), checked_line(house.email, "E-Mail")
    _set_contact(writer, own.id, ContactKind.PHONE, phone)
    _set_contact(writer, own.id, ContactKind.EMAIL, email)
    council = checked_line(house.parents_council, "Elternbeirat")
    _set(writer, PARENTS_COUNCIL, council or DEFAULT_PARENTS_COUNCIL)


def _letterhead(writer: Writer, house_id: UUID) -> Letterhead:
    query = select(Letterhead).where(Letterhead.institution_id == house_id)
    found = writer.session.scalars(query).first()
    return found or writer.add(Letterhead(institution_id=house_id))


def _set_contact(writer: Writer, house_id: UUID, kind: ContactKind, value: str) -> None:
    """Keep the first contact way of a kind in step with what was typed; empty takes it away."""
    query = (
        select(ContactWay)
        .where(ContactWay.institution_id == house_id, ContactWay.kind == kind)
        .order_by(ContactWay.position, ContactWay.id)
    )
    found = writer.session.scalars(query).first()
    if found is None and value:
        writer.add(
            ContactWay(
                institution_id=house_id, kind=kind, value=value, visibility=Visibility.PUBLIC
            )
        )
    elif found is not None and value:
        found.value = value
    elif found is not None:
        writer.delete(found)


def _set(writer: Writer, name: str, content: str) -> None:
    kept = checked_text(content, "Einstellung")
    found = writer.session.scalars(select(Setting).where(Setting.name == name)).first()
    if found is None:
        writer.add(Setting(name=checked_line(name, "Einstellung"), content=kept))
    else:
        found.content = kept
