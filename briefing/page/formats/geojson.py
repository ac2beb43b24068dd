"""The places of a briefing as GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
from typing import Any

from briefing.countries import country_name
from briefing.model import Briefing, Location, Span
from briefing.page.formats.citing import address_of, sentence_at
from briefing.page.pieces import headline_of
from briefing.sanitize import one_line


def to_geojson(briefing: Briefing) -> str:
    """One feature a place; one whose position is not known has no geometry."""
    collection = {
        "type": "FeatureCollection",
        "name": one_line(briefing.composition.headline or headline_of(briefing)),
        "features": [_feature(briefing, place) for place in briefing.locations],
    }
    return json.dumps(collection, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _feature(briefing: Briefing, place: Location) -> dict[str, Any]:
    known = place.longitude is not None and place.latitude is not None
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]}
        if known
        else None,
        "properties": {
            "name": one_line(place.name),
            "kind": place.kind,
            "admin1": one_line(place.admin1) if place.admin1 else None,
            "country": place.country,
            "country_name": country_name(place.country) if place.country else None,
            "geonames_id": place.geonames_id,
            "mentions": len(place.mentions),
            "citations": [_citation(briefing, span) for span in place.mentions],
            "by": place.by,
            "article": one_line(briefing.article.title),
            "address": address_of(briefing.article) or None,
        },
    }


def _citation(briefing: Briefing, span: Span) -> dict[str, Any]:
    """A mention; the headline is no numbered paragraph."""
    start, end = span
    article = briefing.article
    paragraph = article.paragraph_at(start)
    return {
        "paragraph": paragraph.number if paragraph else None,
        "words": one_line(article.text[start:end]),
        "sentence": sentence_at(briefing, start),
    }
