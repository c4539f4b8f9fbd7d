"""Who may read a contact way: three circles, each holding the smaller one (field 5.5, 3)."""

from __future__ import annotations

from kitadesk.domain.people import Visibility

VISIBILITY_LABELS: dict[Visibility, str] = {
    Visibility.INTERNAL: "intern",
    Visibility.MEMBERS: "Mitglieder",
    Visibility.PUBLIC: "öffentlich",
}
"""The word of each circle, for forms, for `--set audience=` and for `--visibility`."""

AUDIENCE_WORDS: dict[Visibility, str] = {
    Visibility.INTERNAL: "intern, bleibt im Haus",
    Visibility.MEMBERS: "für die Mitglieder des Bündnisses",
    Visibility.PUBLIC: "zur Weitergabe",
}
"""What stands on a list that was made for a circle."""


def seen_by(audience: Visibility) -> frozenset[Visibility]:
    """Return what may stand on a list for these readers: the house sees all, the public little."""
    if audience is Visibility.INTERNAL:
        return frozenset(Visibility)
    if audience is Visibility.MEMBERS:
        return frozenset({Visibility.MEMBERS, Visibility.PUBLIC})
    return frozenset({Visibility.PUBLIC})
