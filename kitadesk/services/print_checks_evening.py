"""*Vor dem Drucken*, around an evening: which children are looked after, and what came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from kitadesk.base.dates import long_date
from kitadesk.base.text import plural
from kitadesk.domain.child_care import CareRequest
from kitadesk.queries.child_care import care_requests
from kitadesk.queries.evaluation import evaluation_of
from kitadesk.queries.events import event
from kitadesk.queries.reader import Reader
from kitadesk.services.print_findings import Finding, some_of

CHILD_CARE, SIGN_UP, EVALUATION = "child_care", "sign_up", "evaluation"


def of_child_care(reader: Reader, event_id: UUID, today: date) -> list[Finding]:
    """Look at the children: is care offered at all, which child comes, whom to call."""
    return list(_of_care(reader, event_id, today))


def of_evaluation(reader: Reader, event_id: UUID, today: date) -> list[Finding]:
    """Look at what came back: nothing yet, or more may follow until the day of return."""
    return list(_of_returns(reader, event_id, today))


def _of_care(reader: Reader, event_id: UUID, today: date) -> Iterator[Finding]:
    found = care_requests(reader, event_id, today)
    if not found:
        text = "Noch ist kein Kind angemeldet: Gedruckt werden leere Zeilen."
        yield Finding(text, "paper", is_information=True)
        return
    if not event(reader, event_id).has_childcare:
        slips = plural(len(found), "Zettel", "Zetteln")
        text = f"Kinderbetreuung ist nicht angeboten, aber auf {slips} gewünscht."
        yield Finding(text, "event", event_id, "has_childcare")
    unclear = [one for one in found if one.asked < len(one.children)]
    if unclear:
        text = f"Offen ist, welches der Geschwister kommt: {_families(unclear)}."
        yield Finding(text, "child", unclear[0].child_id)
    silent = [one for one in found if not one.phones]
    if silent:
        text = f"Ohne Telefon der Eltern: {_families(silent)}."
        yield Finding(text, "child", silent[0].child_id)


def _of_returns(reader: Reader, event_id: UUID, today: date) -> Iterator[Finding]:
    row, found = event(reader, event_id), evaluation_of(reader, event_id, today)
    total = found.result.total
    if not total.returned and not found.guests:
        text = "Es ist noch keine Antwort eingetragen."
        yield Finding(text, "event", event_id, "reply_until")
    elif total.missing and row.reply_until is not None and row.reply_until >= today:
        missing = plural(total.missing, "Antwort ist", "Antworten sind")
        day = long_date(row.reply_until)
        text = f"{missing} noch offen, zurück erwartet bis {day}: Die Zahlen sind vorläufig."
        yield Finding(text, "event", event_id, "reply_until")


def _families(requests: Sequence[CareRequest]) -> str:
    return some_of(one.family_name for one in requests)
