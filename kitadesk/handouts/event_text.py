"""An event in plain words: a few lines for the town paper, or the whole invitation for an app.

What is not known is left out. The words are those that the office may change.
"""

from __future__ import annotations

from kitadesk.base.dates import long_date, spoken_time
from kitadesk.base.text import and_list
from kitadesk.domain.event_text import Announced, TextLength, heading_of, reply_day
from kitadesk.domain.event_texts import time_span
from kitadesk.handouts.texts import SHIPPED, Texts


def text_of(event: Announced, length: TextLength, texts: Texts = SHIPPED) -> str:
    """Return the event as plain text; paragraphs are parted by an empty line."""
    parts = _short(event, texts) if length is TextLength.SHORT else _full(event, texts)
    return "\n\n".join(part for part in parts if part)


def when_words(event: Announced, texts: Texts = SHIPPED) -> str:
    """Return day and time: "Donnerstag, 8. April 2027, 19 bis 21 Uhr, Einlass 18:30 Uhr"."""
    if event.on_date is None:
        return ""
    day, doors = long_date(event.on_date), ""
    if event.until_date is not None and event.until_date > event.on_date:
        day = f"{day} bis {long_date(event.until_date)}"
    if event.doors_at:
        doors = texts.say("event_text.doors", uhrzeit=spoken_time(event.doors_at))
    return _joined(", ", day, time_span(event.starts_at, event.ends_at), doors)


def offers(event: Announced, texts: Texts = SHIPPED) -> tuple[str, ...]:
    """Return what is offered: fee, child care, interpreters, each a few words."""
    childcare = texts.say("event_box.childcare") if event.has_childcare else ""
    spoken = and_list(event.languages)
    languages = texts.say("event_box.interpreters", sprachen=spoken) if spoken else ""
    return tuple(part for part in (event.fee, childcare, languages) if part)


def reply_sentence(event: Announced, texts: Texts = SHIPPED) -> str:
    """Ask for an answer by the day."""
    day = reply_day(event)
    return texts.say("event_text.please", frist=day) if day else ""


def ways_to_ask(event: Announced, texts: Texts = SHIPPED) -> str:
    """Return how to reach the house: "Telefon 037207 555-0, kita@example.org"."""
    phone = texts.say("common.phone", telefon=event.phone) if event.phone else ""
    return _joined(", ", phone, event.email)


def _short(event: Announced, texts: Texts) -> tuple[str, ...]:
    """Title and a paragraph of short sentences, as editors like to print it."""
    over, title = heading_of(event)
    host = texts.say("event_text.host", name=event.invited_by) if event.invited_by else ""
    ways = ways_to_ask(event, texts)
    reply = texts.say("event_text.contact") if ways else ""
    if event.reply_until:
        reply = texts.say("event_text.sign_up", frist=long_date(event.reply_until))
    contact = _joined(": ", reply, ways)
    about = (over, event.subtitle)
    facts = (when_words(event, texts), event.place, *offers(event, texts), host, contact)
    lines = (" ".join(_sentence(part) for part in line if part) for line in (about, facts))
    return (title, _joined("\n", *lines))


def _full(event: Announced, texts: Texts) -> tuple[str, ...]:
    """The whole invitation, in the order of the letter."""
    heading = _joined("\n", *heading_of(event), event.subtitle)
    facts = _joined("\n", when_words(event, texts), event.place, *offers(event, texts))
    body = f"{texts.say('event_text.greeting')}\n{event.body}" if event.body else ""
    return (heading, facts, body, reply_sentence(event, texts), event.closing, event.contact)


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _sentence(words: str) -> str:
    """End with a full stop where no sign ends the words; quotes and brackets stay outermost."""
    inner = words.rstrip("\"“”»«')")
    return words if inner.endswith((".", "!", "?", "…", ":")) else f"{words}."
