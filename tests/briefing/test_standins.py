"""Libraries are imported without parts of theirs, and nobody is left with half a library."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.test_boundaries import ROOT

LIGHT = "from briefing.standins import import_without\n"
STEMMERS = LIGHT + (
    "stem = import_without('sumy.nlp.stemmers', ['nltk.corpus'], ['nltk', 'nltk.stem'])\n"
    "assert stem.Stemmer('english')('running') == 'run'\n"
)
SPACY = LIGHT + "spacy = import_without('spacy', ['spacy.cli.info'])\n"


@pytest.mark.parametrize(
    "code",
    [
        SPACY + "import sys; assert not {'typer', 'spacy.cli'} & set(sys.modules)",
        SPACY + "assert spacy.blank('en')('Go now.')[0].text == 'Go'",
        SPACY + "assert spacy.info(silent=True)['spacy_version']",
        SPACY + "from spacy.cli import app, info; assert app and info",
        STEMMERS + "import sys; assert not [n for n in sys.modules if n.startswith('nltk')]",
        STEMMERS + "import nltk; assert nltk.stem.PorterStemmer().stem('running') == 'run'",
        LIGHT + "assert import_without('json.tool', ['json', 'argparse']).json.dumps([1]) == '[1]'",
    ],
)
def test_what_was_left_out_is_whole_when_it_is_wanted(code):
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
