"""What follows when a child goes, comes or changes its group: sentences to read beforehand.

Pure: facts in, sentences out. A sentence says what happens by itself, what stays, or what a person
has to look at; the last kind carries the short words for the note on *Heute*.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kitadesk.base.dates import day_month, numeric_date
from kitadesk.base.text import and_list, plural, shorten

_MOST_TOGETHER = 2
"""Children who are named in one line of *Heute*."""
MOST_NAMED = 6
"""Children or families that are named one by one; the others are counted."""
_MOST_TITLE = 40


class Weight(enum.Enum):
    """Whether a consequence comes by itself, leaves things as they are, or asks for a look."""

    HAPPENS = "happens"
    STAYS = "stays"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Consequence:
    """One line of the list; `todo` goes into the note that reminds on the day."""

    weight: Weight
    text: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class AskedEvent:
    """An event that asks the family for a reply; `persons` None while it has not answered.

    `slips` are the printed slips that are not back yet.
    """

    title: str
    on_date: date | None
    slips: int = 0
    persons: int | None = None

    @property
    def words(self) -> str:
        """Return "„Themenabend“ am Do 8.4."."""
        title = f"„{shorten(self.title, _MOST_TITLE)}“"
        return title if self.on_date is None else f"{title} am {day_month(self.on_date)}"


@dataclass(frozen=True, slots=True)
class LeavingFacts:
    """A child that goes; `group_after` is where the family's paper lies afterwards.

    `siblings` are those who are still here on that day, `lost` the events to which the family is
    then no longer invited, `seats` pairs of person and body.
    """

    name: str
    family: str
    on: date
    today: date
    group: str
    siblings: tuple[str, ...] = ()
    group_before: str = ""
    group_after: str = ""
    lost: tuple[AskedEvent, ...] = ()
    entry_year: int | None = None
    open_steps: int = 0
    consents: int = 0
    seats: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ArrivingFacts:
    """A child that comes; `siblings` are the children of its family who are here already.

    `printed` are the events for which slips are printed, but none for this family; `duty_year` the
    entry year that follows from the birth date, `begun_years` those that the house has opened.
    """

    name: str
    on: date | None
    today: date
    group: str
    family: str = ""
    siblings: tuple[str, ...] = ()
    group_after: str = ""
    namesake: str = ""
    has_birth_date: bool = True
    duty_year: int | None = None
    begun_years: frozenset[int] = frozenset()
    entry_year: int | None = None
    printed: tuple[AskedEvent, ...] = ()
    adults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupMove:
    """A child and the group it is in now, empty without one."""

    name: str
    group: str


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """Children who change; `letters` are families whose paper then lies in another stack."""

    moves: tuple[GroupMove, ...]
    already: tuple[str, ...]
    group: str
    on: date
    today: date
    letters: tuple[str, ...] = ()
    asked: tuple[AskedEvent, ...] = ()


def follows_of_leaving(facts: LeavingFacts) -> tuple[Consequence, ...]:
    """Return what follows when a child goes."""
    return (
        _gone(facts),
        _mail_after_leaving(facts),
        *(_lost(event) for event in facts.lost if event.persons != 0),
        *_steps(facts),
        *_consents(facts),
        *_seats(facts),
        *_lists((facts.group,)),
    )


def follows_of_arriving(facts: ArrivingFacts) -> tuple[Consequence, ...]:
    """Return what follows when a child comes."""
    return (
        *_namesake(facts),
        _family_after_arriving(facts),
        *_adults(facts),
        *_counts_from(facts),
        _duty(facts),
        *(_to_print(event) for event in facts.printed),
        *_lists((facts.group,)),
    )


def follows_of_group_change(facts: GroupFacts) -> tuple[Consequence, ...]:
    """Return what follows when children change their group."""
    lines = [
        Consequence(Weight.HAPPENS, f"{move.name}: {move.group or 'ohne Gruppe'} → {_to(facts)}")
        for move in facts.moves[:MOST_NAMED]
    ]
    if len(facts.moves) > MOST_NAMED:
        more = f"und {len(facts.moves) - MOST_NAMED} weitere → {_to(facts)}"
        lines.append(Consequence(Weight.HAPPENS, more))
    if facts.already:
        names = and_list(facts.already[:MOST_NAMED])
        lines.append(Consequence(Weight.STAYS, f"Schon dort: {names}"))
    if not facts.moves:
        return tuple(lines)
    if facts.on > facts.today:
        when = (
            f"Bis dahin bleibt alles, wie es ist; am {day_month(facts.on)} geschieht es von selbst."
        )
        lines.append(Consequence(Weight.STAYS, when))
    lines += _letters(facts)
    lines += [_in_old_stack(event) for event in facts.asked]
    groups = dict.fromkeys([*(move.group for move in facts.moves), facts.group])
    return (*lines, *_lists(tuple(groups)))


def planned_change(names: Sequence[str], group: str, on: date, today: date) -> str:
    """Return the line for *Heute*: "Mia Ott wechselt heute in die Gruppe Hasen"."""
    who = and_list(names) if len(names) <= _MOST_TOGETHER else f"{len(names)} Kinder"
    where = f"in die Gruppe {group}" if group else "aus der Gruppe"
    if on < today:
        return f"{who} {'sollte' if len(names) == 1 else 'sollten'} {where} wechseln"
    verb = "wechselt" if len(names) == 1 else "wechseln"
    return f"{who} {verb}{' heute' if on == today else ''} {where}"


def note_of(doing: str, follows: Iterable[Consequence]) -> str:
    """Return the note for *Heute*: what is done and what a person has to look at."""
    todos = list(dict.fromkeys(one.todo for one in follows if one.todo))
    return f"{doing}: {'; '.join(todos)}" if todos else doing


def _gone(facts: LeavingFacts) -> Consequence:
    day = numeric_date(facts.on)
    if facts.on > facts.today:
        text = f"{facts.name} ist bis zum Vortag überall dabei und ab dem {day} nicht mehr."
    else:
        text = f"{facts.name} steht ab sofort in keiner Liste mehr (gegangen am {day})."
    return Consequence(Weight.HAPPENS, text)


def _mail_after_leaving(facts: LeavingFacts) -> Consequence:
    if not facts.siblings:
        text = f"Familie {facts.family} bekommt dann keine Zettel mehr."
        return Consequence(Weight.HAPPENS, text)
    stay = "bleiben" if len(facts.siblings) > 1 else "bleibt"
    names = and_list(facts.siblings)
    where = f"in der Gruppe {facts.group_after}" if facts.group_after else "ohne Gruppe"
    now = "jetzt" if facts.group_after != facts.group_before else "wie bisher"
    text = f"Geschwister {names} {stay}: Die Familie bekommt weiter Post, {now} {where}."
    return Consequence(Weight.STAYS, text)


def _lost(event: AskedEvent) -> Consequence:
    if event.persons is not None:
        count = plural(event.persons, "Person", "Personen")
        text = f"Zugesagt für {event.words} ({count}): Die Zusage bleibt stehen, bitte klären."
        return Consequence(Weight.CHECK, text, f"Zusage für {event.words} klären")
    if event.slips:
        text = f"Der Zettel für {event.words} ist noch offen und fällt weg."
        return Consequence(Weight.HAPPENS, text)
    return Consequence(Weight.HAPPENS, f"Zu {event.words} wird die Familie nicht eingeladen.")


def _steps(facts: LeavingFacts) -> tuple[Consequence, ...]:
    if facts.entry_year is None or not facts.open_steps:
        return ()
    steps = plural(facts.open_steps, "offener Schritt entfällt", "offene Schritte entfallen")
    return (Consequence(Weight.HAPPENS, f"Im Jahresplan {facts.entry_year}: {steps}."),)


def _consents(facts: LeavingFacts) -> tuple[Consequence, ...]:
    if not facts.consents:
        return ()
    return (Consequence(Weight.STAYS, "Einwilligungen bleiben bis zur Löschung gespeichert."),)


def _seats(facts: LeavingFacts) -> list[Consequence]:
    """A seat hangs on a child in the house; with a sibling here nothing changes."""
    if facts.siblings:
        return []
    return [
        Consequence(
            Weight.CHECK,
            f"{person} hat einen Sitz im Gremium {body}: Amtszeit prüfen.",
            f"Amtszeit von {person} prüfen ({body})",
        )
        for person, body in facts.seats
    ]


def _lists(groups: tuple[str, ...]) -> tuple[Consequence, ...]:
    named = [group for group in groups if group]
    if not named:
        return ()
    word = "Gruppenliste" if len(named) == 1 else "Gruppenlisten"
    todo = f"{word} {and_list(named)} neu drucken"
    return (Consequence(Weight.CHECK, f"{todo}.", todo),)


def _namesake(facts: ArrivingFacts) -> tuple[Consequence, ...]:
    if not facts.namesake:
        return ()
    return (Consequence(Weight.CHECK, f"Es gibt schon ein Kind dieses Namens: {facts.namesake}."),)


def _family_after_arriving(facts: ArrivingFacts) -> Consequence:
    if not facts.siblings:
        where = f", in der Gruppe {facts.group_after}" if facts.group_after else ""
        text = f"Eine neue Familie mit einem Haushalt: Sie bekommt eigene Zettel{where}."
        return Consequence(Weight.HAPPENS, text)
    where = f"in der Gruppe {facts.group_after}" if facts.group_after else "ohne Gruppe"
    names = and_list(facts.siblings)
    text = f"Gehört zu Familie {facts.family} ({names}): ein Blatt für alle, {where}."
    return Consequence(Weight.HAPPENS, text)


def _adults(facts: ArrivingFacts) -> tuple[Consequence, ...]:
    if not facts.adults:
        return ()
    text = f"Erwachsene wie bei den Geschwistern: {and_list(facts.adults)}. Sorgerecht: unbekannt."
    return (Consequence(Weight.CHECK, text, "Sorgerecht eintragen"),)


def _counts_from(facts: ArrivingFacts) -> tuple[Consequence, ...]:
    if facts.on is None or facts.on <= facts.today:
        return ()
    day = numeric_date(facts.on)
    text = (
        f"{facts.name} steht bis dahin in keiner Liste und zählt ab dem {day}; zu dem, was ab dann "
        "ist, wird die Familie schon eingeladen."
    )
    return (Consequence(Weight.STAYS, text),)


def _duty(facts: ArrivingFacts) -> Consequence:
    if not facts.has_birth_date:
        return Consequence(Weight.CHECK, "Ohne Geburtsdatum bleibt die Schulpflicht unbekannt.")
    if facts.duty_year is None:
        return Consequence(Weight.STAYS, "Die Schulpflicht ergibt sich, sobald das Land feststeht.")
    if facts.duty_year in facts.begun_years and facts.entry_year is None:
        text = f"Schulpflichtig {facts.duty_year}: bitte in diesen Jahrgang aufnehmen."
        todo = f"in den Jahrgang {facts.duty_year} aufnehmen"
        return Consequence(Weight.CHECK, text, todo)
    return Consequence(Weight.STAYS, f"Schulpflichtig nach dem Geburtsdatum: {facts.duty_year}.")


def _to_print(event: AskedEvent) -> Consequence:
    text = f"Die Zettel für {event.words} sind schon gedruckt: einen nachdrucken."
    return Consequence(Weight.CHECK, text, f"Zettel für {event.words} nachdrucken")


def _to(facts: GroupFacts) -> str:
    return facts.group or "ohne Gruppe"


def _letters(facts: GroupFacts) -> list[Consequence]:
    if not facts.letters:
        return []
    where = f"in der Gruppe {facts.group}" if facts.group else "ohne Gruppe"
    if len(facts.letters) > MOST_NAMED:
        text = f"Die Post von {len(facts.letters)} Familien liegt dann {where}."
    else:
        word = "Familie" if len(facts.letters) == 1 else "Familien"
        text = f"Die Post für {word} {and_list(facts.letters)} liegt dann {where}."
    return [Consequence(Weight.HAPPENS, text)]


def _in_old_stack(event: AskedEvent) -> Consequence:
    count = plural(event.slips, "Zettel ist", "Zettel sind")
    text = f"{event.words}: {count} noch mit der bisherigen Gruppe gedruckt und nicht zurück."
    return Consequence(Weight.CHECK, text)
