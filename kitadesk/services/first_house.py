"""A house for a list that comes before anybody has said whose it is: the command line's start."""

from __future__ import annotations

from collections import Counter

from kitadesk.queries.house import own_house
from kitadesk.services.desk import Desk
from kitadesk.services.house import HouseInput, begin_house, change_house
from kitadesk.services.importing import ImportPlan
from kitadesk.services.postcodes import places_of

NAME = "Meine Kita"


def begin_unnamed_house(desk: Desk) -> bool:
    """Make a house without address when there is none; returns whether one was made."""
    if desk.read(own_house) is not None:
        return False
    begin_house(desk, HouseInput(NAME, "", "", ""))
    return True


def place_house(desk: Desk, plan: ImportPlan) -> None:
    """Put the house where most families live; a postcode in two Länder says nothing.

    The Land decides how children are classed for school, so a list with addresses is enough.
    """
    homes = Counter(
        household.address.postcode
        for child in plan.children
        for household in child.households[:1]
        if household.address.postcode
    )
    for postcode, _families in homes.most_common(1):
        places = places_of(postcode)
        if places and len({place.land for place in places}) == 1:
            change_house(desk, HouseInput(NAME, postcode, places[0].town, places[0].land.value))
