"""Row images: what goes into the history comes out again, type by type."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Boolean, Column, Date, Integer, LargeBinary, MetaData, String, Table, Time

from kitadesk.domain.replies import Answer
from kitadesk.storage.images import decode, encode, image_of, values_of
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

    image = decode(encode(image_of(TABLE, row)))

    assert image is not None
    assert values_of(TABLE, image) == {k: v for k, v in row.items() if k != "version"}


def test_the_version_is_no_part_of_an_image() -> None:
    assert "version" not in image_of(TABLE, {**EMPTY, "version": 7})


def test_no_row_has_no_image() -> None:
    assert (encode(None), decode(None)) == (None, None)


def test_a_stamp_is_kept_in_utc() -> None:
    stamp = datetime(2027, 1, 25, 12, tzinfo=timezone(timedelta(hours=1)))

    image = image_of(TABLE, {**EMPTY, "stamp": stamp})

    assert values_of(TABLE, image)["stamp"] == datetime(2027, 1, 25, 11, tzinfo=UTC)


def test_a_stamp_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        image_of(TABLE, {**EMPTY, "stamp": datetime(2027, 1, 25, 12)})


def test_an_older_image_gives_only_the_columns_it_has() -> None:
    assert values_of(TABLE, {"text": "Mia"}) == {"text": "Mia"}


def test_images_of_equal_rows_are_equal() -> None:
    row = {**EMPTY, "day": date(2027, 1, 25), "wall": time(19), "answer": Answer.YES}

    assert image_of(TABLE, row) == decode(encode(image_of(TABLE, row)))


def test_what_is_no_plain_value_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        encode({"x": object()})
