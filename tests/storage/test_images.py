"""Row images: what goes into the history comes out again, type by type."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Time,
    create_engine,
    select,
)

from kitadesk.domain.replies import Answer
from kitadesk.storage.images import Image, decode, encode, image_of, plain_column
from kitadesk.storage.types import Guid, UtcStamp, value_enum

TABLE = Table(
    "everything",
    MetaData(),
    Column("id", Guid, primary_key=True),
    Column("version", Integer),
    Column("text", String),
    Column("number", Integer),
    Column("flag", Boolean),
    Column("day", Date),
    Column("wall", Time),
    Column("stamp", UtcStamp),
    Column("answer", value_enum(Answer)),
    Column("picture", LargeBinary),
)
EMPTY: dict[str, object] = dict.fromkeys(TABLE.columns.keys())


@given(
    text=st.none() | st.text(st.characters(exclude_categories=["Cs"])),
    number=st.none() | st.integers(-(2**63), 2**63 - 1),
    flag=st.none() | st.booleans(),
    day=st.none() | st.dates(),
    wall=st.none() | st.times(),
    stamp=st.none() | st.datetimes(timezones=st.just(UTC)),
    answer=st.none() | st.sampled_from(Answer),
    picture=st.none() | st.binary(),
)
def test_values_survive_the_way_through_the_history(**values: object) -> None:
    row = {**EMPTY, "id": uuid.uuid4(), "version": 3, **values}

    image = image_of(TABLE, row)

    assert decode(encode(image)) == image
    assert in_file(image) == {name: value for name, value in row.items() if name != "version"}


def in_file(image: Image) -> dict[str, object]:
    """Return the values that SQLAlchemy reads where the driver wrote the image."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        TABLE.create(connection)
        marks = ", ".join("?" * len(image))
        names = ", ".join(image)
        sql = f"INSERT INTO everything ({names}) VALUES ({marks})"  # noqa: S608
        connection.exec_driver_sql(sql, tuple(image.values()))
        found = dict(connection.execute(select(TABLE)).mappings().one())
    engine.dispose()
    return {name: value for name, value in found.items() if name != "version"}


@pytest.mark.parametrize("name", EMPTY)
def test_a_column_at_once_is_as_plain_as_row_by_row(name: str) -> None:
    row = {
        "id": uuid.UUID(int=7), "version": 1, "text": "Mia", "number": 3, "flag": True,
        "day": date(2027, 1, 25), "wall": time(19), "stamp": datetime(2027, 1, 25, 11, tzinfo=UTC),
        "answer": Answer.YES, "picture": b"png",
    }  # fmt: skip
    one_by_one = [{**image_of(TABLE, row), "version": 1}[name], EMPTY[name]]

    assert list(plain_column(TABLE.columns[name], [row[name], None])) == one_by_one


def test_the_version_is_no_part_of_an_image() -> None:
    assert "version" not in image_of(TABLE, {**EMPTY, "version": 7})


def test_no_row_has_no_image() -> None:
    assert (encode(None), decode(None)) == (None, None)


def test_a_stamp_is_kept_in_utc() -> None:
    stamp = datetime(2027, 1, 25, 12, tzinfo=timezone(timedelta(hours=1)))

    image = image_of(TABLE, {**EMPTY, "stamp": stamp})

    assert image["stamp"] == "2027-01-25 11:00:00.000000"


def test_a_stamp_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        image_of(TABLE, {**EMPTY, "stamp": datetime(2027, 1, 25, 12)})


def test_images_of_equal_rows_are_equal() -> None:
    row = {**EMPTY, "day": date(2027, 1, 25), "wall": time(19), "answer": Answer.YES}

    assert image_of(TABLE, row) == decode(encode(image_of(TABLE, row)))


def test_what_is_no_plain_value_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        encode({"x": object()})
