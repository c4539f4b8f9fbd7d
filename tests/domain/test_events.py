import pytest

from kitadesk.domain.events import TaskArea


@pytest.mark.parametrize(
    ("area", "tab"),
    [
        (TaskArea.TODAY, "Haus"),
        (TaskArea.TRANSITION, "Übergang"),
        (TaskArea.EVENTS, "Elternabende"),
        (TaskArea.CONTACTS, "Kontakte"),
    ],
)
def test_an_area_of_tasks_is_called_like_its_tab(area: TaskArea, tab: str) -> None:
    assert area.label == tab
