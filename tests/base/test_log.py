"""The log holds no word about a person."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from enum import Enum, IntEnum
from pathlib import Path

import pytest

from kitadesk.base.errors import UserError
from kitadesk.base.log import LOG_FILE, PrivateFormatter, describe_exception, start_log, stop_log

SECRET = "Mia Geheim"
log = logging.getLogger("kitadesk.test")


class Colour(Enum):
    GREEN = SECRET


class Size(IntEnum):
    SMALL = 7


class TalkativeInt(int):
    def __str__(self) -> str:
        return SECRET


@pytest.fixture
def log_path(tmp_path: Path) -> Iterator[Path]:
    yield start_log(tmp_path)
    stop_log()


def _written(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _fail_with(error: BaseException) -> BaseException:
    name_of_the_child = SECRET
    try:
        raise error
    except type(error) as caught:
        assert name_of_the_child
        return caught


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3, "3"),
        (True, "True"),
        (None, "None"),
        (Colour.GREEN, "GREEN"),
        (Size.SMALL, "SMALL"),
        (Colour, "Colour"),
        (UserError("record_gone", name=SECRET), "[record_gone]"),
        (SECRET, "‹str›"),
        ([SECRET], "‹list›"),
        (ValueError(SECRET), "‹ValueError›"),
        (TalkativeInt(5), "‹TalkativeInt›"),
        (2.5, "‹float›"),
    ],
)
def test_only_numbers_and_enum_members_are_written(
    log_path: Path, value: object, shown: str
) -> None:
    log.info("value %s, and %r", value, 1)
    assert _written(log_path).endswith(f" INFO kitadesk.test: value {shown}, and 1\n")
    assert SECRET not in _written(log_path)


def test_named_values_are_hidden_too(log_path: Path) -> None:
    log.info("reply of %(who)s: %(count)d", {"who": SECRET, "count": 3})
    assert "reply of ‹str›: 3" in _written(log_path)


@pytest.mark.parametrize("arguments", [(SECRET,), (1, SECRET), ({"other": SECRET},)])
def test_values_that_do_not_fit_lose_no_line_and_tell_nothing(
    arguments: tuple[object, ...],
) -> None:
    template = "count %(count)d" if isinstance(arguments[0], dict) else "count %d"
    record = log.makeRecord(log.name, logging.INFO, "f", 1, template, arguments, None)
    assert PrivateFormatter().format(record).endswith(f"{template} ‹values do not fit›")


def test_a_message_that_is_no_template_is_hidden(log_path: Path) -> None:
    log.error(ValueError(SECRET))
    assert _written(log_path).endswith(": ‹ValueError›\n")


def test_the_text_of_other_libraries_is_not_written(log_path: Path) -> None:
    logging.getLogger("sqlalchemy.engine").warning(f"INSERT {SECRET}")  # noqa: G004
    assert _written(log_path).endswith(" WARNING sqlalchemy.engine: ‹text of another library›\n")


def test_a_traceback_has_types_and_places_but_no_text(log_path: Path) -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise OSError(28, SECRET) from error
    except OSError:
        log.exception("saving failed")
    text = _written(log_path)
    assert "builtins.OSError [errno 28]" in text
    assert "builtins.KeyError" in text
    assert "test_log.py:" in text
    assert SECRET not in text
    assert str(Path(__file__).parent) not in text


def test_a_text_that_another_handler_left_on_the_record_is_not_reused(log_path: Path) -> None:
    record = log.makeRecord(log.name, logging.ERROR, "f", 1, "failed", (), None)
    record.exc_text = record.stack_info = record.message = SECRET
    log.handle(record)
    assert "failed" in _written(log_path)
    assert SECRET not in _written(log_path)


def test_a_user_error_is_described_by_its_code_alone() -> None:
    error = _fail_with(UserError("date_not_understood", text=SECRET))
    first, frame = describe_exception(error).splitlines()
    assert first == "kitadesk.base.errors.UserError [date_not_understood]"
    assert frame.startswith("  test_log.py:")


def test_an_exception_that_causes_itself_is_described_to_an_end() -> None:
    one, two = ValueError(), TypeError()
    one.__cause__, two.__cause__ = two, one
    assert 2 <= len(describe_exception(one).splitlines()) <= 10


def test_what_failed_before_is_described_too() -> None:
    error = ValueError()
    error.__context__ = KeyError()
    assert describe_exception(error) == "builtins.ValueError\nbuiltins.KeyError"


def test_a_suppressed_context_is_left_out() -> None:
    error = ValueError()
    error.__context__ = KeyError()
    error.__suppress_context__ = True
    assert describe_exception(error) == "builtins.ValueError"


def test_starting_again_moves_the_log_and_writes_each_line_once(tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    start_log(tmp_path)
    path = start_log(tmp_path / "second")
    log.info("hello")
    stop_log()
    log.info("not any more")
    assert not (tmp_path / LOG_FILE).exists()
    assert _written(path).count("\n") == 1


def test_a_folder_that_cannot_be_written_stops_nothing_and_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start_log(tmp_path / "missing")
    log.error("value %s", SECRET)
    stop_log()
    assert capsys.readouterr() == ("", "")


def test_the_log_does_not_grow_without_end(log_path: Path) -> None:
    long_template = "x" * 50_000
    for _ in range(50):
        log.info(long_template)
    sizes = [path.stat().st_size for path in log_path.parent.iterdir()]
    assert len(sizes) == 3
    assert sum(sizes) <= 3 * 512 * 1024


def test_paths_of_installed_libraries_start_at_the_library() -> None:
    code = compile("def f(): raise ValueError", "/home/mia/site-packages/lib/part.py", "exec")
    space: dict[str, object] = {}
    exec(code, space)  # noqa: S102
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        space["f"]()  # type: ignore[operator]
    assert "  lib/part.py:1 in f" in describe_exception(caught.value)
    assert sys.exc_info() == (None, None, None)
