"""Errors that carry their two sentences."""

from __future__ import annotations

import pickle

import pytest

from kitadesk.base.errors import KitaDeskError, KnownStorageError, UserError


def test_an_error_says_what_happened_and_what_to_do() -> None:
    error = UserError("postcode_unknown", postcode="00000")
    assert error.what == "Die Postleitzahl „00000“ ist nicht bekannt."
    assert error.do.startswith("Prüfen Sie bitte")
    assert str(error) == f"{error.what} {error.do}"


def test_an_error_keeps_its_code_and_its_values_as_given() -> None:
    error = UserError("date_not_understood", text="31.02.2021")
    assert (error.code, error.params) == ("date_not_understood", {"text": "31.02.2021"})


def test_an_unknown_code_is_a_bug_and_not_a_message() -> None:
    with pytest.raises(KeyError):
        UserError("no_such_code")


def test_a_missing_value_is_a_bug_and_not_a_message() -> None:
    with pytest.raises(KeyError):
        UserError("postcode_unknown")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<b>&{0}%s{text}", "„<b>&{0}%s{text}“"),
        ("zwei\nZeilen\x00", "„zwei Zeilen“"),
        ("fdp.\u202eexe", "„fdp.exe“"),
        (1970, "„1970“"),
    ],
)
def test_values_are_inserted_as_plain_text(typed: object, shown: str) -> None:
    assert shown in UserError("date_not_understood", text=typed).what


def test_a_very_long_value_does_not_fill_the_dialog() -> None:
    assert len(UserError("date_not_understood", text="x" * 10_000).what) < 400


@pytest.mark.parametrize("kind", [UserError, KnownStorageError])
def test_an_error_travels_whole_between_processes(kind: type[UserError]) -> None:
    error = pickle.loads(pickle.dumps(kind("postcode_unknown", postcode="00000")))  # noqa: S301
    assert type(error) is kind
    assert (error.code, error.params) == ("postcode_unknown", {"postcode": "00000"})


def test_a_storage_error_is_caught_as_a_user_error() -> None:
    assert issubclass(KnownStorageError, UserError)
    assert issubclass(UserError, KitaDeskError)
