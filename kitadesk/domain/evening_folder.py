"""The Abendmappe: which papers belong to one evening, in which order and number, and why.

Each paper has one rule below; their order is the order of the folder. First what the leader has in
the hand, then what lies on the tables, then what hangs. Letters that are still at home lie on top,
and the evaluation comes once the evening is over.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from kitadesk.base.dates import day_month
from kitadesk.base.text import fold, plural
from kitadesk.domain.events import EventKind, EventStatus

MOST_COPIES = 99
USUAL_TEAM = 3
"""Copies of the plan for the team where nobody told how many come."""
GUEST_LINES = 8
"""Empty lines of the attendance list for whom nobody told before."""
WHOLE_PAGE = 18
MOST_LINES = 40
YES = "ja"
_TEAM = "team"
_WITH_STRANGERS = frozenset(
    {EventKind.TOPIC_EVENING, EventKind.STAFF_TRAINING, EventKind.PLENARY, EventKind.MEETING}
)
"""Here people meet who do not know each other's names."""
_WITHOUT_FAMILIES = frozenset({EventKind.STAFF_TRAINING, EventKind.PLENARY, EventKind.MEETING})
_NO_EVENING = frozenset({EventKind.LETTER, EventKind.CLOSING_DAY})
_WITHOUT_LIST = frozenset({EventKind.FESTIVAL, EventKind.PARENT_CAFE})
"""Nobody signs at a feast or over coffee."""
_WITH_FOOD = frozenset({EventKind.FESTIVAL, EventKind.PARENT_CAFE})
"""Here families bring something along."""


@dataclass(frozen=True, slots=True)
class EveningFacts:
    """What decides about the folder of one event.

    `yes` and `missing` count households, `care` children to look after, `guests` are (words,
    persons) without a family, `printed` says when a paper of this event was printed last.
    """

    kind: EventKind
    today: date
    on_date: date | None = None
    reply_until: date | None = None
    status: EventStatus = EventStatus.PLANNED
    is_joint: bool = False
    points: int = 0
    yes: int = 0
    no: int = 0
    missing: int = 0
    care: int = 0
    guests: tuple[tuple[str, int], ...] = ()
    printed: Mapping[str, date] = field(default_factory=dict)

    @property
    def is_ahead(self) -> bool:
        """Return whether the day is still to come, or not known yet."""
        return self.on_date is None or self.on_date >= self.today

    @property
    def has_replies(self) -> bool:
        """Return whether any family has answered."""
        return self.yes + self.no > 0

    @property
    def team(self) -> int:
        """Return how many of the team were told, under words such as "Team der Kita"."""
        return sum(count for words, count in self.guests if _TEAM in fold(words).split())

    @property
    def strangers(self) -> int:
        """Return how many guests come who are not of the team."""
        return sum(count for _, count in self.guests) - self.team


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """One paper of the folder: values of its print form, copies, whether it is in, and why.

    `title` names the edition where the paper has several; empty means the paper's own title.
    """

    paper_id: str
    why: str
    copies: int = 1
    is_ticked: bool = True
    params: tuple[tuple[str, str], ...] = ()
    title: str = ""


def folder_entries(facts: EveningFacts, papers: Collection[str]) -> tuple[FolderEntry, ...]:
    """Return the folder in its order, of those papers that are there for this event.

    What was called off needs none, and neither does a letter or a closing day: nobody meets.
    """
    if facts.status is EventStatus.CANCELLED or facts.kind in _NO_EVENING:
        return ()
    found = (rule(facts) for rule in _RULES)
    return tuple(one for one in found if one is not None and one.paper_id in papers)


def _letters(facts: EveningFacts) -> FolderEntry | None:
    """Invitations are in only while they are still to go out."""
    is_late = facts.reply_until is not None and facts.reply_until < facts.today
    is_out = "invitation" in facts.printed or facts.has_replies
    if is_out or is_late or facts.on_date is None or facts.on_date <= facts.today:
        return None
    return FolderEntry(
        "invitation",
        "noch nicht gedruckt",
        is_ticked=facts.kind not in _WITHOUT_FAMILIES,
        params=(("separators", YES),),
        title="Einladungen, nach Gruppen",
    )


def _plan(facts: EveningFacts) -> FolderEntry:
    copies = min(facts.team, MOST_COPIES) or USUAL_TEAM
    told = f"{copies} vom Team gemeldet" if facts.team else "für das Team"
    why = told if facts.points else "noch ohne Punkte: zum Mitschreiben"
    return FolderEntry(
        "agenda",
        why,
        copies=copies if facts.points else 1,
        is_ticked=facts.points > 0,
        params=(("edition", "internal"),),
        title="Ablaufplan für das Team (intern)",
    )


def _agenda(facts: EveningFacts) -> FolderEntry:
    why = "zum Aushängen im Raum" if facts.points else "noch ohne Punkte"
    return FolderEntry("agenda", why, is_ticked=facts.points > 0, title="Tagesordnung")


def _attendance(facts: EveningFacts) -> FolderEntry:
    """Once the day of return is over, those who come; before it everybody who may still come."""
    is_closed = facts.reply_until is not None and facts.reply_until < facts.today
    lines = min(GUEST_LINES + facts.strangers + facts.team, MOST_LINES)
    if facts.kind in _WITHOUT_FAMILIES:
        who, named = "nobody", ""
        lines = max(lines, WHOLE_PAGE)
    elif is_closed and facts.yes:
        who, named = "coming", _households(facts.yes, "mit Zusage")
    else:
        which = "ohne Absage" if facts.no else "eingeladen"
        who, named = "invited", _households(facts.yes + facts.missing, which)
    return FolderEntry(
        "attendance_list",
        " und ".join(part for part in (named, f"{lines} leere Zeilen") if part),
        is_ticked=facts.kind not in _WITHOUT_LIST,
        params=(("who", who), ("blank_rows", str(lines))),
    )


def _households(count: int, which: str) -> str:
    return f"{plural(count, 'Familie', 'Familien')} {which}"


def _child_care(facts: EveningFacts) -> FolderEntry:
    """The list for carers; the paper is there only where child care is offered or asked for."""
    asked = plural(facts.care, "Kind", "Kinder")
    why = f"{asked} angemeldet" if facts.care else "angeboten, noch kein Kind angemeldet"
    return FolderEntry("child_care", why, is_ticked=facts.care > 0)


def _returns(facts: EveningFacts) -> FolderEntry | None:
    """The lists by group: who comes, and whose slip is still missing."""
    if facts.kind in _WITHOUT_FAMILIES:
        return None
    coming = plural(facts.yes, "Zusage", "Zusagen")
    replies = f"{coming}, {facts.missing} noch ohne Rückmeldung"
    why = replies if facts.has_replies else "noch keine Rückmeldung"
    return FolderEntry(
        "group_separator", why, is_ticked=facts.has_replies, title="Rückgabeliste je Gruppe"
    )


def _badges(facts: EveningFacts) -> FolderEntry:
    is_wanted = facts.kind in _WITH_STRANGERS or facts.is_joint or facts.strangers > 0
    guests = f", {plural(facts.strangers, 'Gast', 'Gäste')}" if facts.strangers else ""
    return FolderEntry(
        "badges",
        f"Tagesordnung, Team{guests}, leere",
        is_ticked=is_wanted and facts.kind is not EventKind.FESTIVAL,
    )


def _sign_up(facts: EveningFacts) -> FolderEntry | None:
    """Who brings what hangs before a feast and a café; for an evening it is there to be ticked."""
    if facts.kind in _WITHOUT_FAMILIES:
        return None
    is_wanted = facts.kind in _WITH_FOOD and facts.is_ahead
    why = "zum Aushängen vorher" if is_wanted else "wenn alle etwas mitbringen"
    return FolderEntry("sign_up", why, is_ticked=is_wanted, title="Mitbringliste")


def _poster(facts: EveningFacts) -> FolderEntry:
    day = facts.printed.get("poster")
    last = f", zuletzt gedruckt {day_month(day)}" if day is not None else ""
    return FolderEntry("poster", f"für die Tür{last}", is_ticked=facts.is_ahead)


def _evaluation(facts: EveningFacts) -> FolderEntry | None:
    """What came back is told once the evening is over."""
    if facts.is_ahead or not (facts.has_replies or facts.guests):
        return None
    replies = plural(facts.yes + facts.no, "Rückmeldung", "Rückmeldungen")
    guests = sum(count for _, count in facts.guests)
    why = replies if facts.has_replies else plural(guests, "Gast", "Gäste")
    return FolderEntry("evaluation", why)


_RULES: tuple[Callable[[EveningFacts], FolderEntry | None], ...] = (
    _letters,
    _plan,
    _attendance,
    _child_care,
    _returns,
    _badges,
    _agenda,
    _sign_up,
    _poster,
    _evaluation,
)
