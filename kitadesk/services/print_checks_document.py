"""*Vor dem Drucken*, the finished document: what the kit shortens or cannot draw, and its days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kitadesk.base.text import plural, shorten
from kitadesk.domain.text_days import past_days, wrong_weekdays
from kitadesk.handouts.kit.blocks import Document, texts_of
from kitadesk.handouts.spec import Handout, Privacy, SubjectKind
from kitadesk.queries.events import event
from kitadesk.queries.reader import Reader
from kitadesk.services.desk import Desk
from kitadesk.services.print_checks_event import days_of
from kitadesk.services.print_checks_minutes import AFTERWARDS
from kitadesk.services.print_findings import Finding
from kitadesk.services.print_sources import Source, source_of, source_with, sources_of
from kitadesk.services.printing import PrintRequest

if TYPE_CHECKING:
    from kitadesk.handouts.kit.layout import Report

_NAMED = 3
_MOST_SHORTENED = 5
_MOST_SIGNS = 10
_OVERVIEWS = frozenset({SubjectKind.COHORT, SubjectKind.HOUSE, SubjectKind.NONE})
"""Lists and calendars of a whole year rightly show days that are over."""
_READERS = frozenset({Privacy.FAMILY, Privacy.PUBLIC, Privacy.SCHOOL})


class DocumentCheck:
    """Looks at the document of a request; the data are asked only where something is found."""

    def __init__(
        self,
        desk: Desk,
        paper: Handout,
        request: PrintRequest,
        document: Document,
        report: Report,
    ) -> None:
        self._desk = desk
        self._paper = paper
        self._request = request
        self._document = document
        self._report = report
        self._today = desk.clock.today()

    def findings(self) -> Iterator[Finding]:
        """Say what is odd about texts and sheets; the number of sheets comes last."""
        report = self._report
        yield from self._of_long_letters(report.long_letters)
        for day in report.only_on_slips:
            text = f"„{day}“ steht nur auf dem Abschnitt: Wer ihn abgibt, hat den Tag nicht mehr."
            yield self._at_event(text, "text:body")
        yield from self._of_shortened(report.shortened)
        yield from self._of_missing(report.missing)
        yield from self._of_days()
        yield Finding(plural(report.pages, "Blatt", "Blatt"), "paper", is_information=True)

    def _of_long_letters(self, letters: tuple[str, ...]) -> Iterator[Finding]:
        if letters:
            count = plural(len(letters), "Brief braucht", "Briefe brauchen")
            names = "; ".join(dict.fromkeys(letters[:_NAMED]))
            more = " …" if len(letters) > _NAMED else ""
            text = f"Der Text ist lang: {count} zwei Seiten ({shorten(names, 90)}{more})."
            yield self._at_event(text, "text:body")

    def _of_shortened(self, shortened: tuple[str, ...]) -> Iterator[Finding]:
        for text in shortened[:_MOST_SHORTENED]:
            sentence = f"Zu lang, wird gekürzt: „{shorten(text, 60)}“."
            yield self._at(sentence, source_of(self._sources, text))
        if len(shortened) > _MOST_SHORTENED:
            count = len(shortened) - _MOST_SHORTENED
            yield Finding(f"Noch {plural(count, 'Text wird', 'Texte werden')} gekürzt.", "paper")

    def _of_missing(self, signs: tuple[str, ...]) -> Iterator[Finding]:
        """Name the signs that no font has, once for each record that they stand in."""
        places: dict[Source | None, list[str]] = {}
        for sign in signs[:_MOST_SIGNS]:
            places.setdefault(source_with(self._sources, sign), []).append(sign)
        for source, found in places.items():
            text = f"Diese Zeichen lassen sich nicht drucken, es steht „□“: {' '.join(found)}"
            yield self._at(text, source)

    def _of_days(self) -> Iterator[Finding]:
        """Look at the days in every text; equal texts of a run are one."""
        around, known = self._own_days
        paper = self._paper
        looks_ahead = paper.subject not in _OVERVIEWS and paper.id not in AFTERWARDS
        is_read_later = looks_ahead and paper.privacy in _READERS
        odd: dict[str, str] = {}
        for text in dict.fromkeys(texts_of(self._document)):
            for words in wrong_weekdays(text, around, strict=False):
                odd.setdefault(words, f"Im Text steht „{words}“, das passt nicht.")
            for words in past_days(text, self._today, known) if is_read_later else ():
                odd.setdefault(words, f"Im Text steht „{words}“, das ist vorbei.")
        for words, sentence in odd.items():
            yield self._at(sentence, source_with(self._sources, words))

    @cached_property
    def _own_days(self) -> tuple[date, frozenset[date]]:
        """Return the day that the texts are about, and the days that are looked at elsewhere."""
        days: set[date] = set()
        if self._paper.subject is SubjectKind.EVENT and not self._request.blank:
            for subject in self._request.subjects:
                if subject is not None:
                    row = self._desk.read(event, subject)
                    days |= days_of(row)
        ahead = sorted(day for day in days if day >= self._today)
        return (ahead[0] if ahead else self._today), frozenset(days)

    @cached_property
    def _sources(self) -> tuple[Source, ...]:
        if self._request.blank:
            return ()
        return self._desk.read(self._read_sources)

    def _read_sources(self, reader: Reader) -> tuple[Source, ...]:
        return sources_of(reader, self._paper, self._request.subjects, self._today)

    def _at(self, text: str, source: Source | None) -> Finding:
        if source is None:
            return Finding(text, "paper")
        return Finding(text, source.kind, source.id, source.field)

    def _at_event(self, text: str, field: str) -> Finding:
        subject = self._request.subjects[0]
        if self._paper.subject is SubjectKind.EVENT and subject is not None:
            return Finding(text, "event", subject, field)
        return Finding(text, "paper")
