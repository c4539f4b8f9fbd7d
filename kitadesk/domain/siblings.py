"""Proposes which children of a list are one family; what is not sure stays a pair to look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from kitadesk.base.text import fold
from kitadesk.domain.child_drafts import ChildDraft

_DIGITS = re.compile(r"\d")
_SHORTEST_PHONE = 6


@dataclass(frozen=True, slots=True)
class FamilyDraft:
    """Indices of the children of one family, and in German why; an only child has no reason."""

    children: tuple[int, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Two children who may be siblings; they stay apart until a person decides."""

    a: int
    b: int
    reason: str


@dataclass(frozen=True, slots=True)
class FamilyProposal:
    """Every child is in exactly one family; each pair of families is doubted at most once."""

    families: tuple[FamilyDraft, ...]
    doubtful: tuple[DoubtfulPair, ...]


@dataclass(frozen=True, slots=True)
class _Traits:
    """What of a child is compared; all folded."""

    last_name: str
    parents: frozenset[str]
    addresses: frozenset[str]
    phones: frozenset[str]
    emails: frozenset[str]

    @property
    def contacts(self) -> frozenset[str]:
        return self.phones | self.emails


def propose_families(drafts: Sequence[ChildDraft]) -> FamilyProposal:
    """Join children of the same last name with the same parents, address, phone or mail.

    The same parents at the same address, phone or mail are one family under any name: siblings
    of a patchwork family carry different ones. Doubtful are: same name and one parent in common;
    the same parents under another name; the same phone or mail under another name; the same
    address with other parents; the same name when nothing else is known.
    Every child is compared only with one other per shared trait, so 35,000 take linear time.
    """
    join = _Join(drafts, [_traits(draft) for draft in drafts])
    join.same(lambda child: _with_name(child, [_parents_key(child)]), join.say_parents)
    join.same(lambda child: _with_name(child, child.addresses), join.say_address)
    join.same(lambda child: _with_name(child, child.contacts), join.say_contact)
    join.same(lambda child: _with_parents(child, child.addresses), join.say_parents_address)
    join.same(lambda child: _with_parents(child, child.contacts), join.say_parents_contact)
    join.doubt(lambda child: _with_name(child, child.parents), join.say_one_parent)
    join.doubt(lambda child: [_parents_key(child)], join.say_other_name)
    join.doubt(lambda child: child.contacts, join.say_other_name_contact)
    join.doubt_where_nothing_is_known()
    return join.proposal()


def _traits(draft: ChildDraft) -> _Traits:
    named = (person for person in draft.custodians if person.first_name and person.last_name)
    phones = ("".join(_DIGITS.findall(phone)) for phone in draft.phones)
    return _Traits(
        fold(draft.last_name),
        frozenset(fold(person.full_name) for person in named),
        frozenset(filter(None, [draft.households[0].address.key])),
        frozenset(phone for phone in phones if len(phone) >= _SHORTEST_PHONE),
        frozenset(fold(email) for email in draft.emails),
    )


def _parents_key(child: _Traits) -> str:
    return " + ".join(sorted(child.parents))


def _with_name(child: _Traits, values: Iterable[str]) -> list[str]:
    return [f"{child.last_name}|{value}" for value in values if value]


def _with_parents(child: _Traits, values: Iterable[str]) -> list[str]:
    return [f"{_parents_key(child)}|{value}" for value in values if value and child.parents]


@dataclass(slots=True)
class _Join:
    """Union-find over the children, with the reason of the first join and the doubtful pairs."""

    drafts: Sequence[ChildDraft]
    traits: list[_Traits]
    above: list[int] = field(default_factory=list)
    reasons: dict[int, str] = field(default_factory=dict)
    pairs: dict[tuple[int, int], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.above = list(range(len(self.drafts)))

    def same(
        self, keys: Callable[[_Traits], Iterable[str]], say: Callable[[int, int], str]
    ) -> None:
        """Join children that share a key, unless their parents are known and all different."""
        for a, b in self._neighbours(keys):
            mine, other = self.traits[a].parents, self.traits[b].parents
            if mine and other and mine.isdisjoint(other):
                self._note(a, b, f"{self._both(a, b)}: {say(a, b)}, aber andere Eltern")
            else:
                self._unite(a, b, say(a, b))

    def doubt(
        self, keys: Callable[[_Traits], Iterable[str]], say: Callable[[int, int], str]
    ) -> None:
        """Note children that share a key and are not one family."""
        for a, b in self._neighbours(keys):
            self._note(a, b, f"{self._both(a, b)}: {say(a, b)}")

    def doubt_where_nothing_is_known(self) -> None:
        """Note the same last name where one side gives no parents and nothing speaks against it."""
        previous: dict[str, int] = {}
        lonely: dict[str, int] = {}
        for index, child in enumerate(self.traits):
            other = previous.get(child.last_name) if not child.parents else None
            other = other if other is not None else lonely.get(child.last_name)
            if other is not None and not self._differs(index, other):
                text = "gleicher Nachname, zu wenig Angaben über die Eltern"
                self._note(other, index, f"{self._both(other, index)}: {text}")
            previous[child.last_name] = index
            if not child.parents:
                lonely[child.last_name] = index

    def proposal(self) -> FamilyProposal:
        """Return families in the order of their first child, and each doubt between two once."""
        members: dict[int, list[int]] = {}
        for index in range(len(self.drafts)):
            members.setdefault(self._root(index), []).append(index)
        doubtful: dict[tuple[int, int], DoubtfulPair] = {}
        for (a, b), reason in self.pairs.items():
            one, two = sorted((self._root(a), self._root(b)))
            if one != two:
                doubtful.setdefault((one, two), DoubtfulPair(a, b, reason))
        families = tuple(
            FamilyDraft(tuple(children), self.reasons.get(root, "") if len(children) > 1 else "")
            for root, children in members.items()
        )
        return FamilyProposal(families, tuple(sorted(doubtful.values(), key=lambda p: (p.a, p.b))))

    def say_parents(self, a: int, _b: int) -> str:
        """Name the parents as the list has them."""
        return f"beide „{self._parents_text(a)}“"

    def say_address(self, a: int, _b: int) -> str:
        """Name the address."""
        return f"beide {self.drafts[a].households[0].address.street}"

    def say_contact(self, a: int, b: int) -> str:
        """Say which way of contact is the same; the number itself need not stand there."""
        same_phone = not self.traits[a].phones.isdisjoint(self.traits[b].phones)
        return "gleiches Telefon" if same_phone else "gleiche E-Mail"

    def say_parents_address(self, a: int, b: int) -> str:
        """Name parents and address of siblings with different last names."""
        return f"{self.say_parents(a, b)}, {self.say_address(a, b)}"

    def say_parents_contact(self, a: int, b: int) -> str:
        """Name the parents of siblings with different last names, and what else they share."""
        return f"{self.say_parents(a, b)}, {self.say_contact(a, b)}"

    def say_one_parent(self, a: int, b: int) -> str:
        """Name both sets of parents."""
        return f"„{self._parents_text(a)}“ und „{self._parents_text(b)}“"

    def say_other_name(self, a: int, _b: int) -> str:
        """Name the parents whose children have different last names."""
        return f"beide „{self._parents_text(a)}“, aber anderer Nachname"

    def say_other_name_contact(self, a: int, b: int) -> str:
        """Say which way of contact two children of other names share."""
        return f"{self.say_contact(a, b)}, aber anderer Nachname"

    def _neighbours(self, keys: Callable[[_Traits], Iterable[str]]) -> Iterable[tuple[int, int]]:
        """Pair each child with the child before it that has the same key."""
        last: dict[str, int] = {}
        for index, child in enumerate(self.traits):
            for key in keys(child):
                if key:
                    if key in last:
                        yield last[key], index
                    last[key] = index

    def _differs(self, a: int, b: int) -> bool:
        """Known and different addresses or ways of contact speak against one family."""
        mine, other = self.traits[a], self.traits[b]
        return bool(
            (mine.addresses and other.addresses and mine.addresses.isdisjoint(other.addresses))
            or (mine.contacts and other.contacts and mine.contacts.isdisjoint(other.contacts))
        )

    def _note(self, a: int, b: int, reason: str) -> None:
        self.pairs.setdefault((min(a, b), max(a, b)), reason)

    def _both(self, a: int, b: int) -> str:
        return f"{self._name(a)} und {self._name(b)}"

    def _name(self, index: int) -> str:
        child = self.drafts[index]
        group = f" ({child.group})" if child.group else ""
        return f"{child.last_name}, {child.first_name}{group}"

    def _parents_text(self, index: int) -> str:
        child = self.drafts[index]
        return child.parents_text or " u. ".join(each.full_name for each in child.custodians)

    def _root(self, index: int) -> int:
        while self.above[index] != index:
            self.above[index] = self.above[self.above[index]]
            index = self.above[index]
        return index

    def _unite(self, a: int, b: int, reason: str) -> None:
        """The smaller index leads, so that families keep the order of the list."""
        one, two = sorted((self._root(a), self._root(b)))
        if one == two:
            return
        self.above[two] = one
        first = self.reasons.get(one) or self.reasons.get(two)
        self.reasons[one] = first or f"{self._both(a, b)}: {reason}"
