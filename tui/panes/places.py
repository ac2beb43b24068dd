"""The places pane: the list by country that is the legend of its map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from briefing.model import Briefing, Location, Span
from tui.command_spec import Command
from tui.panes.spec import PaneSpec, TextMarks
from tui.stage_words import UNDER_WAY
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit, justified, width_of

if TYPE_CHECKING:
    from tui.details.facts import Details
    from tui.panes.base import EvidencePane

ELSEWHERE = "Across borders"
NO_POINT = "·"
NO_POINT_WORDS = "  no map point"


def rows(briefing: Briefing) -> Sequence[Row]:
    """Places by country; those with coordinates have the number that they have on the map."""
    found: list[Row] = []
    numbers = count(1)
    for heading, places in by_country(briefing.locations):
        for position, place in enumerate(places):
            above = heading if position == 0 and place.kind != "country" else ""
            label = str(next(numbers)) if has_point(place) else ""
            found.append(
                Row(
                    draw=partial(_draw, place, label, above),
                    spans=place.mentions,
                    name=place.name,
                    item=place,
                )
            )
    return found


def card(briefing: Briefing, place: Location) -> Details:
    """All about a place."""
    from tui.details.facts import place_details

    return place_details(briefing, place)


def mentions(briefing: Briefing) -> Iterator[Span]:
    """Where the places are named."""
    return (span for place in briefing.locations for span in place.mentions)


def has_point(place: Location) -> bool:
    """True if the coordinates of a place are known."""
    return place.longitude is not None and place.latitude is not None


def by_country(locations: Sequence[Location]) -> list[tuple[str, list[Location]]]:
    """Places under the name of their country, in the order of their most salient one.

    The country itself comes first in its group.
    """
    from briefing.countries import country_name

    groups: dict[str | None, list[Location]] = {}
    for place in locations:
        groups.setdefault(place.country, []).append(place)
    named: list[tuple[str, list[Location]]] = []
    for code, places in groups.items():
        places.sort(key=lambda place: place.kind != "country")
        first = places[0]
        heading = first.name if first.kind == "country" else country_name(code) or code or ELSEWHERE
        named.append((heading, places))
    return named


def _draw(place: Location, label: str, above: str, width: int, limit: int) -> list[Line]:  # noqa: ARG001
    count: Line = [(f"{len(place.mentions):>3}", "ink")]
    name = "country" if place.kind == "country" else "place"
    left: Line = [(f"{label or NO_POINT:<2} ", "dim"), (place.name, name)]
    without: Line = [*left, (NO_POINT_WORDS, "dim")]
    if not label and width_of([*without, *count]) < width:
        left = without
    line = justified(left, count, width)
    return [fit([(above, "dim")], width), line] if above else [line]


def _widget() -> type[EvidencePane]:
    from tui.panes.places_pane import PlacesPane

    return PlacesPane


PLACES = PaneSpec(
    name="places",
    number=4,
    title="Places",
    purpose="To the places and their map.",
    stage="locations",
    parts=("locations",),
    progress=UNDER_WAY["locations"],
    loading="finding the places",
    empty="no place is named",
    counted=("place", "places"),
    lists=Location,
    rows=rows,
    card=card,
    marks=TextMarks("place", mentions),
    signs=(("Place", "mark-place", "a place: bold"),),
    legend=(("3  Place", "dim", "a place with its number on the map; · for one without"),),
    commands=(
        Command("zoom-in", "plus,equals_sign", "map nearer", "The map nearer.", "places",
                "map_zoom(1)", footer=65, shown="+", palette=True, pair="zoom-out",
                pair_label="map"),
        Command("zoom-out", "minus", "map wider", "The map wider.", "places", "map_zoom(-1)",
                shown="-", palette=True),
        Command("map-west", "shift+left,H", "map west", "The map further west.", "places",
                "map_pan(-1, 0)", shown="shift+← H", palette=True),
        Command("map-south", "shift+down,J", "map south", "The map further south.", "places",
                "map_pan(0, -1)", shown="shift+↓ J", palette=True),
        Command("map-north", "shift+up,K", "map north", "The map further north.", "places",
                "map_pan(0, 1)", shown="shift+↑ K", palette=True),
        Command("map-east", "shift+right,L", "map east", "The map further east.", "places",
                "map_pan(1, 0)", shown="shift+→ L", palette=True),
        Command("map-fit", "0", "whole map",
                "All places on the map, or the chosen one's part again.", "places", "map_fit",
                footer=66, shown="0", palette=True),
    ),
    help_heading="On the map",
    widget=_widget,
)  # fmt: skip
