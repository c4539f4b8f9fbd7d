"""The one sequence of numbers on slips: replies to an event and consent forms share it.

A number names one paper for ever: it is never given again, also not when the event or the child of
its slip was deleted, because an undo brings those back with their numbers.
"""

from __future__ import annotations

from sqlalchemy import func, select

from kitadesk.domain.replies import FIRST_NUMBER
from kitadesk.storage.models.events import ReplySlip
from kitadesk.storage.models.house import Setting
from kitadesk.storage.models.privacy import ConsentSlip
from kitadesk.storage.writer import Writer

LAST_NUMBER = "last_slip_number"
"""The setting that remembers the highest number ever given."""


def take_numbers(writer: Writer, count: int) -> range:
    """Take the next numbers of the sequence, inside a write without undo: paper stays."""
    setting = writer.session.scalars(select(Setting).where(Setting.name == LAST_NUMBER)).first()
    first = max(_highest_in_file(writer), int(setting.content) if setting is not None else 0) + 1
    if count and setting is None:
        setting = writer.add(Setting(name=LAST_NUMBER, content=""))
    if count and setting is not None:
        setting.content = str(first + count - 1)
    return range(first, first + count)


def _highest_in_file(writer: Writer) -> int:
    """Return the highest number of the slips that are there: older files have no setting yet."""
    highest = (
        writer.session.execute(select(func.max(column))).scalar()
        for column in (ReplySlip.number, ConsentSlip.number)
    )
    return max(FIRST_NUMBER - 1, *(number or 0 for number in highest))
