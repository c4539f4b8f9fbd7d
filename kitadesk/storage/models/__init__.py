"""The shared model of one house, one module per slice; importing this package maps them all."""

from kitadesk.storage.models import (  # noqa: F401  (importing maps the tables)
    bodies,
    events,
    house,
    institutions,
    people,
    privacy,
    transition,
)
