"""The blocks of an invitation by kind of event, among the texts that the office may change.

Their file has a form of its own (`queries.texts` reads it): a section for each kind, a sentence on
each line, and a sentence whose placeholder is not known falls away.
"""

from __future__ import annotations

from datetime import date, time
from functools import cache

from kitadesk.base.text import sort_key
from kitadesk.domain.event_texts import PLACEHOLDERS, TextFacts
from kitadesk.domain.events import EventKind, TextBlock
from kitadesk.handouts.registry import all_papers
from kitadesk.handouts.spec import Handout
from kitadesk.handouts.texts import PaperText, Placeholder, TextGroup, text_groups
from kitadesk.queries.texts import DEFAULT_SECTION, INVITATION, shipped_sections, template_key

PAPERS = ("invitation", "letter")
_BLOCKS = {
    TextBlock.PRETITLE: ("Zeile über dem Titel", "über dem Titel"),
    TextBlock.BODY: ("Text", "nach der Anrede; jeder Satz auf einer eigenen Zeile"),
    TextBlock.CLOSING: ("Schluss", "unter dem Kasten"),
    TextBlock.CONTACT: ("Fragen und Kontakt", "letzter Absatz; was nicht bekannt ist, fällt weg"),
}
_FACTS = TextFacts(
    kind=EventKind.PARENT_EVENING,
    title="Wir lernen uns kennen",
    on_date=date(2027, 4, 8),
    starts_at=time(19),
    ends_at=time(21),
    place="Turnraum",
    reply_until=date(2027, 3, 24),
    house="Kita Sonnenschein",
    phone="037207 555-0",
    email="kita@example.org",
    fee="Eintritt frei",
    languages="Ukrainisch",
    has_childcare=True,
    parents_council="Elternbeirat",
)


@cache
def all_groups() -> tuple[TextGroup, ...]:
    """Return every text that the office may change, in the order of the settings."""
    return (*(_group(section) for section in shipped_sections()), *text_groups())


@cache
def text_of(key: str) -> PaperText:
    """Return a text by its key; raises KeyError for a key that no file has."""
    return {text.key: text for group in all_groups() for text in group.texts}[key]


def groups_of_paper(paper_id: str) -> tuple[TextGroup, ...]:
    """Return the groups of texts that stand on a paper."""
    return tuple(group for group in all_groups() if paper_id in group.papers)


@cache
def papers_with_texts() -> tuple[Handout, ...]:
    """Return the papers that say something the office may change, by title; each title once."""
    known = {paper.title: paper for paper in reversed(all_papers()) if groups_of_paper(paper.id)}
    return tuple(known[title] for title in sorted(known, key=sort_key))


def _group(section: str) -> TextGroup:
    is_default = section == DEFAULT_SECTION
    title = "Alle Einladungen" if is_default else f"Einladung: {EventKind(section).label}"
    papers: tuple[str, ...] = PAPERS
    if not is_default:
        papers = PAPERS[1:] if section == EventKind.LETTER.value else PAPERS[:1]
    texts = tuple(
        _text(template_key(section, block), block, text)
        for block, text in shipped_sections()[section].items()
    )
    return TextGroup(f"{INVITATION}.{section}", title, papers, texts)


def _text(key: str, block: TextBlock, text: str) -> PaperText:
    title, where = _BLOCKS[block]
    examples = _FACTS.values()
    placeholders = tuple(
        Placeholder(name, meaning, examples[name]) for name, meaning in PLACEHOLDERS.items()
    )
    is_line = block is TextBlock.PRETITLE
    return PaperText(key, title, where, text.strip(), placeholders, one_line=is_line)
