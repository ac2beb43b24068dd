"""The schema of the JSON of a dossier, which takes articles from that of a briefing."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
from referencing import Registry, Resource

SCHEMAS = {
    name: json.loads(files("briefing").joinpath(f"data/{name}").read_text())
    for name in ("briefing.schema.json", "dossier.schema.json")
}


def validate(record: object) -> None:
    """Raise if the record is not as the schema says."""
    known = Registry().with_resource(
        "briefing.schema.json", Resource.from_contents(SCHEMAS["briefing.schema.json"])
    )
    jsonschema.Draft202012Validator(SCHEMAS["dossier.schema.json"], registry=known).validate(record)
