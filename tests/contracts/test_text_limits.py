"""No service stores a text of any length: each one has a limit, and a sentence that names it."""

from __future__ import annotations

import pytest

from kitadesk.base.errors import UserError
from kitadesk.domain.entries import TEXT_MOST
from kitadesk.services.desk import Desk
from tests.support.heard_calls import SERVICES, hear

TOO_LONG = "x" * (TEXT_MOST + 1)


@pytest.mark.parametrize("name", SERVICES)
def test_every_text_of_a_service_has_a_longest_length(
    town: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    heard = hear(town, monkeypatch, name)
    for text, arguments in heard.with_each(TOO_LONG, str):
        with pytest.raises(UserError) as refused:
            heard.service(**arguments)
        assert (text, refused.value.code) == (text, "value_too_long")
