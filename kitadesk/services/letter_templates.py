"""Loads the templates of letters from `resources/handouts/texts/letters.de.toml`, checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kitadesk.base.errors import UserError
from kitadesk.base.paths import resources_dir
from kitadesk.domain.event_texts import check_placeholders
from kitadesk.domain.letters import ASKED, WITHOUT_SLIP, LetterTemplate
from kitadesk.domain.replies import MAX_CHOICES, ReplyKind
from kitadesk.services.rule_files import entries_of, refuse_doubled

LETTERS_FILE = "letters.de.toml"
_REQUIRED = frozenset({"key", "label", "title", "body"})
_OPTIONAL = frozenset({"answer", "question", "choices"})


@cache
def letter_templates() -> tuple[LetterTemplate, ...]:
    """Return the shipped letters in the order of the menu."""
    content = (resources_dir() / "handouts" / "texts" / LETTERS_FILE).read_bytes()
    return parse_letters(content, LETTERS_FILE)


def template_of(key: str) -> LetterTemplate:
    """Return the template with this key; raises UserError ``record_gone``."""
    for template in letter_templates():
        if template.key == key:
            return template
    raise UserError("record_gone")


def parse_letters(content: bytes, file: str) -> tuple[LetterTemplate, ...]:
    """Read a file of letters; a missing, unknown or wrong field raises ``rules_file_wrong``."""
    letters = tuple(_letter(entry, file) for entry in entries_of(content, file, "letter"))
    refuse_doubled([letter.key for letter in letters], file, "key")
    return letters


def _letter(entry: Mapping[str, object], file: str) -> LetterTemplate:
    name = str(entry.get("key", "?"))
    odd = (_REQUIRED - entry.keys()) | (entry.keys() - _REQUIRED - _OPTIONAL)
    if odd:
        found = entry.get(min(odd), "")
        raise UserError("rules_file_wrong", file=file, field=f"{name}.{min(odd)}", found=found)
    body = _paragraphs(str(entry["body"]))
    try:
        check_placeholders(body)
        kind = ReplyKind(entry["answer"]) if "answer" in entry else WITHOUT_SLIP
    except (ValueError, UserError) as error:
        field = f"{name}.answer/body"
        raise UserError("rules_file_wrong", file=file, field=field, found=error) from error
    choices = entry.get("choices", [])
    fits = isinstance(choices, list) and (kind is ReplyKind.CHOICE) == (len(choices) > 1)
    if not fits or not isinstance(choices, list) or len(choices) > MAX_CHOICES:
        raise UserError("rules_file_wrong", file=file, field=f"{name}.choices", found=choices)
    if "answer" in entry and kind not in ASKED:
        raise UserError("rules_file_wrong", file=file, field=f"{name}.answer", found=kind.value)
    return LetterTemplate(
        key=name,
        label=str(entry["label"]),
        title=str(entry["title"]),
        body=body,
        kind=kind,
        question=str(entry.get("question", "")),
        choices=tuple(str(choice) for choice in choices),
    )


def _paragraphs(text: str) -> str:
    """Join the sentences of each paragraph, as a text of the office stands in its field."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))
