"""Who of a run gets mail and who gets paper, and mail links short enough for mail programs.

A household that lives apart is an addressee of its own: no mail ever names two of them openly, all
addresses of a common mail stand in Bcc.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote
from uuid import UUID

from kitadesk.domain.people import DeliveryWay

LONGEST_LINK = 1_800
"""Characters of a mailto link that Windows hands to a mail program whole; about 2,000 are cut."""
COPIED_BETWEEN = "; "
LONGEST_TEXT = 900
"""Characters that a text may take in a link; more would part a run into many mails."""
_LONGEST_ADDRESS = 254
_PARTED = re.compile(r"[\s,;<>]+")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_HOST = re.compile(r"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}")


class Channel(enum.Enum):
    """How a sheet reaches its household."""

    MAIL = "mail"
    PAPER = "paper"
    NO_ADDRESS = "no_address"


class MailWish(enum.Enum):
    """Who is written to: those who asked for mail, or everybody with an address."""

    AS_ASKED = "as_asked"
    WHEREVER_POSSIBLE = "wherever_possible"


class Separator(enum.Enum):
    """What stands between addresses in a link: RFC 6068 asks for a comma, Outlook for ";"."""

    OUTLOOK = ";"
    STANDARD = ","


@dataclass(frozen=True, slots=True)
class Addressee:
    """A household of a run with the addresses of its members; `has_address` is the postal one."""

    household_id: UUID
    label: str
    emails: tuple[str, ...] = ()
    delivery: DeliveryWay = DeliveryWay.BACKPACK
    no_post: bool = False
    has_address: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """A run parted by channel, each in the order of the run."""

    mail: tuple[Addressee, ...] = ()
    paper: tuple[Addressee, ...] = ()
    without: tuple[Addressee, ...] = ()

    @property
    def words(self) -> str:
        """Say it as the form does: "41 Mail · 19 Druck · 2 ohne Adresse"."""
        parts = [(len(self.mail), "Mail"), (len(self.paper), "Druck")]
        if self.without:
            parts.append((len(self.without), "ohne Adresse"))
        return " · ".join(f"{number} {word}" for number, word in parts)


def channel_of(household: Addressee, wish: MailWish) -> Channel:
    """Return how one household is reached.

    Who asked for mail or post and has no such address is named, not silently printed for.
    """
    asked = household.delivery
    if household.emails and (asked is DeliveryWay.MAIL or wish is MailWish.WHEREVER_POSSIBLE):
        return Channel.MAIL
    if asked is DeliveryWay.MAIL:
        return Channel.NO_ADDRESS
    if asked is DeliveryWay.POST and not household.no_post and not household.has_address:
        return Channel.NO_ADDRESS
    return Channel.PAPER


def split_run(households: Iterable[Addressee], wish: MailWish) -> Split:
    """Part a run by channel."""
    found: dict[Channel, list[Addressee]] = {channel: [] for channel in Channel}
    for household in households:
        found[channel_of(household, wish)].append(household)
    return Split(
        mail=tuple(found[Channel.MAIL]),
        paper=tuple(found[Channel.PAPER]),
        without=tuple(found[Channel.NO_ADDRESS]),
    )


def usable_addresses(text: str) -> tuple[str, ...]:
    """Return the mail addresses in what was typed on a card; what no mail program takes is not one.

    Several may stand in one field, or a name before the address. Hosts with umlauts are written as
    mail servers know them (RFC 5891). Line breaks never come through, so no header can be forged.
    """
    found = (_usable(part.removeprefix("mailto:")) for part in _PARTED.split(text))
    return tuple(dict.fromkeys(one for one in found if one))


def _usable(text: str) -> str:
    """Return one address as it travels (RFC 5321), "" where it is none."""
    local, at, host = text.rpartition("@")
    try:
        host = host.encode("idna").decode("ascii") if at else ""
    except UnicodeError:
        return ""
    is_usable = bool(_LOCAL.fullmatch(local) and _HOST.fullmatch(host))
    address = f"{local}@{host}"
    return address if is_usable and len(address) <= _LONGEST_ADDRESS else ""


def addresses_of(households: Iterable[Addressee]) -> tuple[str, ...]:
    """Return every address once, in order; upper and lower case are one address."""
    once: dict[str, str] = {}
    for household in households:
        for email in household.emails:
            once.setdefault(email.casefold(), email)
    return tuple(once.values())


def copied_addresses(households: Iterable[Addressee]) -> str:
    """Return the addresses as a mail program takes them into its Bcc field."""
    return COPIED_BETWEEN.join(addresses_of(households))


def fits_link(text: str) -> bool:
    """Return whether a text leaves a link enough room for addresses."""
    return len(_end_of("", text)) <= LONGEST_TEXT


def mail_links(
    addresses: Sequence[str],
    subject: str,
    text: str = "",
    *,
    separator: Separator = Separator.OUTLOOK,
    longest: int = LONGEST_LINK,
) -> tuple[str, ...]:
    """Return mailto links with all addresses in Bcc, each at most so many characters long.

    A text that leaves no room for a single address is left out: it can be pasted.
    """
    end = _end_of(subject, text)
    widest = max((len(_coded(one)) for one in addresses), default=0)
    if len("mailto:?bcc=") + widest + len(end) > longest:
        end = _end_of(subject, "")
    room = longest - len("mailto:?bcc=") - len(end)
    between = separator.value
    return tuple(
        f"mailto:?bcc={between.join(batch)}{end}"
        for batch in _batches([_coded(one) for one in addresses], room, len(between))
    )


def _batches(addresses: Sequence[str], room: int, between: int) -> Iterator[list[str]]:
    """Fill batches in order; an address wider than the room stands alone."""
    batch: list[str] = []
    used = 0
    for address in addresses:
        if batch and used + between + len(address) > room:
            yield batch
            batch, used = [], 0
        used += len(address) + (between if batch else 0)
        batch.append(address)
    if batch:
        yield batch


def _end_of(subject: str, text: str) -> str:
    end = f"&subject={quote(subject, safe='')}"
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n")
    return end + (f"&body={quote(lines, safe='')}" if text else "")


def _coded(address: str) -> str:
    return quote(address, safe="@.-_+")
