"""Places in a document as facts: what is known of each, for JSON and the database."""

from collections.abc import Mapping
from dataclasses import asdict

from documents.draft import Part, Place


def places_json(places: Mapping[Part, list[Place]]) -> dict[str, list[dict[str, int | str]]]:
    """Where each part stands, as stored and printed: only what is known of a place."""
    return {part: [place_json(place) for place in dict.fromkeys(found)] for part, found in places.items() if found}


def place_json(place: Place) -> dict[str, int | str]:
    return {name: value for name, value in asdict(place).items() if value is not None}
