"""What was printed before, and which records a paper can be printed for."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select

from kitadesk.queries.reader import Reader
from kitadesk.storage.models.privacy import PrintLog


def last_printed(reader: Reader) -> dict[str, datetime]:
    """Return when each paper was printed last; papers never printed are not in it."""
    query = select(PrintLog.paper_id, func.max(PrintLog.printed_at)).group_by(PrintLog.paper_id)
    return {paper_id: printed_at for paper_id, printed_at in reader.execute(query)}  # noqa: C416
