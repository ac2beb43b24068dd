"""Short forms that a text gives for the names of organizations."""

from __future__ import annotations

import pytest

from briefing.tagging.names.defined import OF_SEVERAL, definitions


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("The Brannoc National Water Authority (BRANWA) said so.",
         "Brannoc National Water Authority", "BRANWA"),
        ("the Velmora Harbor Pilots’ Association (VHPA) and", "Velmora Harbor Pilots’ Association",
         "VHPA"),
        ("said the Brannoc Provincial Disaster Management Centre (PDMC) in",
         "Brannoc Provincial Disaster Management Centre", "PDMC"),
        ("the Ministry of Fisheries and Tides (MoFT) said", "Ministry of Fisheries and Tides",
         "MoFT"),
        ("the Union of Skarvoy Bakers (the USB) said", "Union of Skarvoy Bakers", "USB"),
        ("the Brannoc Water Authority, or BWA, has", "Brannoc Water Authority", "BWA"),
    ],
)  # fmt: skip
def test_a_short_form_in_brackets(text, name, short):
    found = [(text[slice(*one.name)], text[slice(*one.short)]) for one in definitions(text)]
    assert found == [(name, short)]


@pytest.mark.parametrize(
    "text",
    [
        "the gross domestic product (GDP) fell",
        "a Memorandum of Understanding (MOU) was signed",
        "the Velmora Harbor Authority (Brannoc) said",
        "the Velmora Harbor Authority (31) said",
        "The mayor of the town (VHA) said",
        "Velmora Harbor Authority\n(VHA)",
    ],
)
def test_what_is_no_short_form_of_an_organization(text):
    assert list(definitions(text)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Skarvoy Workers’ Union met.", "Skarvoy Workers’ Union"),
        ("the Brannoc Students' Association met", "Brannoc Students' Association"),
        ("the Velmora Miners’ Choir met", "Velmora Miners’ Choir"),
        ("the workers’ union met", None),
        ("Marta Oduya’s Union met", None),
    ],
)
def test_an_organization_of_many(text, name):
    match = OF_SEVERAL.search(text)
    assert (match and match.group()) == name
