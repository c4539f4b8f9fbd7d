"""What a consent allows, line by line: the rows of the form that were ticked (field 4, row 16)."""

from __future__ import annotations

import enum
import re
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_forms import CATEGORIES

WHOLE = "alles"
NOTHING = "nichts gemeinsam"
TAKEN_BACK = "zurückgenommen: "
"""What the ledger writes before the lines of a revocation that leaves others standing."""
OWN_MOST = 100
"""Characters that a custodian's own line may have; the form has one line for it."""
_BETWEEN = "; "
_LINE = re.compile(r"(?P<words>.*?)(?: \((?P<ways>[a-zäöü, ]+)\))?")


class Way(enum.Enum):
    """How a line may be handed over: a paper needs another consent than a talk (field 5.2)."""

    WRITTEN = "written"
    ORAL = "oral"
    YES = "yes"

    @property
    def label(self) -> str:
        """Return the word of the form."""
        return _LABELS[self]


_LABELS = {Way.WRITTEN: "schriftlich", Way.ORAL: "mündlich", Way.YES: "ja"}
_FORM_WAYS = {
    ConsentKind.SCHOOL_HANDOVER: (Way.WRITTEN, Way.ORAL),
    ConsentKind.TEACHER_VISIT: (Way.YES,),
}


def ways_of(kind: ConsentKind) -> tuple[Way, ...]:
    """Return what the form lets people tick beside each line; none for a consent without lines."""
    return _FORM_WAYS.get(kind, ())


def lines_of(kind: ConsentKind) -> tuple[str, ...]:
    """Return the printed lines of the form."""
    return CATEGORIES.get(kind, ())


@dataclass(frozen=True, slots=True)
class Scope:
    """What is ticked: pairs of a line and a way; a line that is not printed is their own."""

    ticks: frozenset[tuple[str, Way]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.ticks)

    def __and__(self, other: Scope) -> Scope:
        return Scope(self.ticks & other.ticks)

    def __sub__(self, other: Scope) -> Scope:
        return Scope(self.ticks - other.ticks)

    def holds_all_of(self, other: Scope) -> bool:
        """Return whether everything that the other allows is in this one."""
        return other.ticks <= self.ticks

    def allows(self, way: Way) -> bool:
        """Return whether at least one line may be handed over like this."""
        return any(ticked is way for _words, ticked in self.ticks)


@dataclass(frozen=True, slots=True)
class ScopeEntry:
    """An entry of the ledger about a form: what it says, of which lines, and whose signatures."""

    state: ConsentState
    scope: Scope
    signers: tuple[Hashable, ...] = ()
    takes_back: bool = False


def whole_scope(kind: ConsentKind) -> Scope:
    """Return every printed line in every way: what the form is ticked like when it is new."""
    return Scope(frozenset((words, way) for words in lines_of(kind) for way in ways_of(kind)))


def own_line(words: str) -> str:
    """Return a custodian's own line without the signs that part lines in the ledger."""
    return " ".join(words.replace(";", ",").replace("(", "").replace(")", "").split())


def common_scope(entries: Iterable[ScopeEntry], custodians: Collection[Hashable] = ()) -> Scope:
    """Return what all who signed have ticked and nobody took back; `entries` oldest first.

    Of each person the newest signature counts, any other answer ends all of them (field 5.2). One
    person can take a line back for all. Without custodians whoever signed counts.
    """
    signed: dict[Hashable, Scope] = {}
    for entry in entries:
        if entry.takes_back:
            signed = {person: scope - entry.scope for person, scope in signed.items()}
        elif entry.state is ConsentState.GIVEN:
            signed |= dict.fromkeys(entry.signers, entry.scope)
        else:
            signed = {}
    counting = [scope for person, scope in signed.items() if person in custodians]
    scopes = counting or list(signed.values())
    if not scopes:
        return Scope()
    common = scopes[0]
    for scope in scopes[1:]:
        common &= scope
    return common


def stored_scope(scope: Scope, kind: ConsentKind) -> str:
    """Return the lines as the ledger keeps them: in the words of the form, whatever comes later.

    "Bewegung und Geschicklichkeit (schriftlich); Empfehlungen für den Schulanfang (mündlich)".
    """
    return _BETWEEN.join(_lines(scope, kind))


@lru_cache(maxsize=1_000)
def read_scope(text: str, kind: ConsentKind) -> Scope:
    """Return what a text of the ledger means; an empty one is the whole form (older entries).

    Thousands of entries share a few texts.
    """
    text = text.removeprefix(TAKEN_BACK)
    if not text:
        return whole_scope(kind)
    return Scope(frozenset(_ticks(text, kind)))


def scope_words(scope: Scope, kind: ConsentKind) -> str:
    """Say it in short: "alles", "nur schriftlich", "nur: Bewegung … (mündlich)"."""
    whole = whole_scope(kind)
    if not scope:
        return NOTHING
    if scope.holds_all_of(whole):
        own = stored_scope(scope - whole, kind)
        return f"{WHOLE}, auch: {own}" if own else WHOLE
    for way in ways_of(kind):
        if scope.ticks == {tick for tick in whole.ticks if tick[1] is way}:
            return f"nur {way.label}"
    return f"nur: {stored_scope(scope, kind)}"


def _lines(scope: Scope, kind: ConsentKind) -> Iterator[str]:
    """Give the lines in the order of the form, their own ones behind, each with its ways."""
    printed = lines_of(kind)
    own = sorted({words for words, _way in scope.ticks} - set(printed))
    ways = ways_of(kind)
    for words in (*printed, *own):
        ticked = [way.label for way in ways if (words, way) in scope.ticks]
        if ticked:
            yield words if ways == (Way.YES,) else f"{words} ({', '.join(ticked)})"


def _ticks(text: str, kind: ConsentKind) -> Iterator[tuple[str, Way]]:
    """Read line by line; one that names no way may be handed over in every way."""
    for part in text.split(_BETWEEN.strip()):
        found = _LINE.fullmatch(part.strip())
        if found is None or not found["words"]:
            continue
        named = (found["ways"] or "").split(", ")
        ways = [way for way in ways_of(kind) if way.label in named]
        words = found["words"] if ways or not found["ways"] else part.strip()
        yield from ((words, way) for way in ways or ways_of(kind))
