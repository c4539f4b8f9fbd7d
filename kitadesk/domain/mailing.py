"""Who of a run gets mail and who gets paper, and mail links short enough for mail programs.

A household that lives apart is an addressee of its own: no mail ever names two of them openly, all
addresses of a common mail stand in Bcc.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote
from uuid import UUID

from kitadesk.domain.people import DeliveryWay

LONGEST_LINK = 1_800
"""Characters of a mailto link that Windows hands to a mail program whole; about 2,000 are cut."""
COPIED_BETWEEN = "; "


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
