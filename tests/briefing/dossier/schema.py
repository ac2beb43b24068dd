"""The schemas of the JSON of a dossier and of a digest, which take parts from other schemas."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
from referencing import Registry, Resource

SCHEMAS = {
    name: json.loads(files("briefing").joinpath(f"data/{name}").read_text())
    for name in ("briefing.schema.json", "dossier.schema.json", "digest.schema.json")
}


REGISTRY: Registry = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)


def validate(record: object, name: str = "dossier.schema.json") -> None:
    """Raise if the record is not as the schema says."""
    jsonschema.Draft202012Validator(SCHEMAS[name], registry=REGISTRY).validate(record)
