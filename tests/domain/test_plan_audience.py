"""Parents read about what they or their children take part in, and nothing else."""

from __future__ import annotations

import pytest

from kitadesk.domain.plan_audience import is_for_families


@pytest.mark.parametrize(
    "participants",
    [
        "Eltern, Schule, Hort",
        "Kind mit einem Elternteil",
        "alle Sorgeberechtigten",
        "Vorschulgruppe, Schule, Hort",
        "Polizei oder Verkehrswacht, Schulanfänger",
        "Kinder mit Einwilligung, Bezugserzieherin",
        "Schulanfänger, Familien, Elternbeirat",
        "ELTERN",
    ],
)
def test_a_step_with_parents_or_children_is_theirs(participants: str) -> None:
    assert is_for_families(participants)


@pytest.mark.parametrize(
    "participants",
    [
        "",
        "Leitung",
        "Kita-Leitungen, Schulleitung, Hort, Stadt",
        "Bezugserzieherin, Lehrkraft, Hort",
        "Elternbeirat",
        "Elternrat und Leitung",
        "Stadtelternbeirat",
        "Familienzentrum, Kirchgemeinden",
        "Kindertageseinrichtungen der Stadt",
        "Eltern-Kind-Zentrum",
    ],
)
def test_a_step_of_house_and_partners_is_not(participants: str) -> None:
    assert not is_for_families(participants)
