"""The own house as papers and settings show it, and the settings that travel with the file."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from kitadesk.base.errors import UserError
from kitadesk.domain.people import ContactKind
from kitadesk.queries.reader import Reader, once
from kitadesk.storage.models.house import Letterhead, Setting
from kitadesk.storage.models.institutions import Institution
from kitadesk.storage.models.people import ContactWay

PARENTS_COUNCIL = "parents_council"
DEFAULT_PARENTS_COUNCIL = "Elternbeirat"


@dataclass(frozen=True, slots=True)
class HouseRow:
    """The own institution with its letterhead; `parents_council` is its word for the Elternbeirat.

    `letterhead_lines` are what the office typed; empty means address and phone are used. Name and
    logo of the partner, the alliance, stand beside the own ones.
    """

    id: UUID
    name: str
    short_name: str
    street: str
    postcode: str
    town: str
    land: str
    phone: str
    email: str
    letterhead_lines: tuple[str, ...]
    logo: bytes | None
    partner_name: str
    partner_logo: bytes | None
    parents_council: str


@once
def own_house(reader: Reader) -> HouseRow | None:
    """Return the own house; None before the first start is done."""
    query = (
        select(
            Institution.id,
            Institution.name,
            Institution.short_name,
            Institution.street,
            Institution.postcode,
            Institution.town,
            Institution.land,
            Letterhead.lines,
            Letterhead.logo,
            Letterhead.partner_name,
            Letterhead.partner_logo,
        )
        .outerjoin(Letterhead, Letterhead.institution_id == Institution.id)
        .where(Institution.is_own)
        .limit(1)
    )
    found = reader.execute(query).one_or_none()
    if found is None:
        return None
    return HouseRow(
        *found[:7],
        phone=_contact(reader, found.id, ContactKind.PHONE),
        email=_contact(reader, found.id, ContactKind.EMAIL),
        letterhead_lines=tuple(line for line in (found.lines or "").split("\n") if line),
        logo=found.logo,
        partner_name=found.partner_name or "",
        partner_logo=found.partner_logo,
        parents_council=setting(reader, PARENTS_COUNCIL, DEFAULT_PARENTS_COUNCIL),
    )


def own_house_id(reader: Reader) -> UUID:
    """Return the id of the own house; raises UserError ``house_missing`` before there is one."""
    found = reader.execute(select(Institution.id).where(Institution.is_own)).scalar()
    if found is None:
        raise UserError("house_missing")
    return found


def setting(reader: Reader, name: str, default: str = "") -> str:
    """Return the content of a setting of this house, or the default where none is stored."""
    found = reader.execute(select(Setting.content).where(Setting.name == name)).scalar()
    return default if found is None else found


def _contact(reader: Reader, house_id: UUID, kind: ContactKind) -> str:
    query = (
        select(ContactWay.value)
        .where(ContactWay.institution_id == house_id, ContactWay.kind == kind)
        .order_by(ContactWay.position, ContactWay.id)
        .limit(1)
    )
    return reader.execute(query).scalar() or ""
