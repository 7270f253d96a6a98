"""Schemas that refuse what they do not explain, for tests of open data."""

import json

import jsonschema

from plugins.context import dataschema, opendata
from plugins.domain.fields import Field


def strict(fields: tuple[Field, ...], build) -> jsonschema.Draft202012Validator:
    """A schema that refuses what it does not explain."""
    schema = json.loads(dataschema.schema(opendata.Dataset("x", "x", "x", "x", fields), build))

    def close(part: dict) -> None:
        if part.get("type") == "object":
            part["additionalProperties"] = False
        for below in (*part.get("properties", {}).values(), *filter(None, [part.get("items")])):
            close(below)

    close(schema)
    return jsonschema.Draft202012Validator(schema)
