"""What a children list says about each child, before anything of it is in the data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kitadesk.domain.addresses import PostalAddress
from kitadesk.domain.people import CustodyAnswer, Salutation


@dataclass(frozen=True, slots=True)
class CustodianDraft:
    """A parent as named in the list; `household` is 1, or 2 for the one who lives apart."""

    first_name: str
    last_name: str
    custody: CustodyAnswer = CustodyAnswer.UNKNOWN
    household: int = 1
    salutation: Salutation = Salutation.NONE
    title: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """First and last name, for preview and comparison."""
        return f"{self.first_name} {self.last_name}".strip()


NO_ADDRESS = PostalAddress()


@dataclass(frozen=True, slots=True)
class HouseholdDraft:
    """Where a child lives (number 1) or its other parent (number 2); the address may be unknown.

    `phones` and `emails` are those that the list gives to nobody in particular.
    """

    number: int
    address: PostalAddress = NO_ADDRESS
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChildDraft:
    """One child of the list; `line` counts from 1, `problems` are German, to be looked at."""

    line: int
    last_name: str
    first_name: str
    group: str = ""
    birth_date: date | None = None
    custodians: tuple[CustodianDraft, ...] = ()
    households: tuple[HouseholdDraft, ...] = (HouseholdDraft(1),)
    parents_text: str = ""
    school: str = ""
    language: str = ""
    note: str = ""
    problems: tuple[str, ...] = ()

    @property
    def lives_in_two_households(self) -> bool:
        """Tell whether the parents live apart: two letters, neither address on the other."""
        return len(self.households) > 1

    @property
    def phones(self) -> tuple[str, ...]:
        """All phone numbers of the family."""
        people = [one for person in self.custodians for one in person.phones]
        return (*people, *(one for home in self.households for one in home.phones))

    @property
    def emails(self) -> tuple[str, ...]:
        """All mail addresses of the family."""
        people = [one for person in self.custodians for one in person.emails]
        return (*people, *(one for home in self.households for one in home.emails))


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that is not taken, and why; `duplicate_of` is the line that has the same child."""

    line: int
    reason: str
    duplicate_of: int | None = None


@dataclass(frozen=True, slots=True)
class ChildListDraft:
    """The whole list: every row with text is either a child or rejected with a reason."""

    children: tuple[ChildDraft, ...]
    rejected: tuple[RejectedRow, ...] = ()
