"""What the ledger says today: the state of a consent, since when, and how much it allows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kitadesk.domain.consent import ConsentKind, ConsentState
from kitadesk.domain.consent_scope import Scope, Way, scope_words

PARTLY = "teilweise"


@dataclass(frozen=True, slots=True)
class ConsentStanding:
    """What holds today: the state, since when, and how many signatures a consent still lacks.

    `scope` is None where nobody left out a line of the form.
    """

    state: ConsentState = ConsentState.OPEN
    since: date | None = None
    lacking: int = 0
    scope: Scope | None = None

    @property
    def is_partly_signed(self) -> bool:
        """Return whether a paper is there that does not yet bear all signatures."""
        return self.state is ConsentState.OPEN and self.since is not None and self.lacking > 0

    def allows(self, way: Way) -> bool:
        """Return whether it holds, and something may be handed over like this."""
        is_given = self.state is ConsentState.GIVEN
        return is_given and (self.scope is None or self.scope.allows(way))

    def limits(self, kind: ConsentKind) -> str:
        """Return "nur mündlich" for a consent that holds for a part; empty for the whole form."""
        is_limited = self.state is ConsentState.GIVEN and self.scope is not None
        return scope_words(self.scope, kind) if is_limited and self.scope is not None else ""

    @property
    def short(self) -> str:
        """Return the word for a narrow column, "teilweise" for a part of the form."""
        is_limited = self.state is ConsentState.GIVEN and self.scope is not None
        return PARTLY if is_limited else self.state.label


def standing(
    newest: ConsentState, since: date | None, *, signed: int, lacking: int
) -> ConsentStanding:
    """Say what the ledger means for a child and a kind: the newest entry holds.

    A consent holds when every custodian has signed (field 5.2): `signed` counts who has, `lacking`
    who has not and has custody, or of whom that is unknown. Without a known custodian one signature
    is enough. Parents may sign one after the other, so all consents since the last other answer
    count together (`queries.consent_answers` counts them).
    """
    if newest is not ConsentState.GIVEN:
        return ConsentStanding(newest, since)
    is_given = signed > 0 and lacking == 0
    return ConsentStanding(ConsentState.GIVEN if is_given else ConsentState.OPEN, since, lacking)


def limited(found: ConsentStanding, scope: Scope) -> ConsentStanding:
    """Return a standing whose people left lines out; what nobody has in common is a "nein"."""
    if not scope and found.state is ConsentState.GIVEN:
        return replace(found, state=ConsentState.NO)
    return replace(found, scope=scope)
