"""Who said what, as a reader of the quotes pane relies on it. All people here are invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from spacy.language import Language

from briefing.model import Actor, Article, Paragraph, Quote
from briefing.tagging import actors, pipeline, quotes
from briefing.tagging.names import entities
from briefing.text import sentences

SEED = Path(__file__).parents[3] / "seeds" / "000_67286731495c820e.txt"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline.load()


def article_of(text: str, *, title: bool = False) -> Article:
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    kinds = ["title" if title and not i else "text" for i in range(len(lines))]
    return Article(
        title="",
        source="-",
        text=text,
        paragraphs=tuple(
            Paragraph(start, end, kind, i + 1)  # type: ignore[arg-type]
            for i, ((start, end), kind) in enumerate(zip(lines, kinds, strict=True))
        ),
    )


def find(
    nlp: Language, text: str, known: tuple[Actor, ...] | None = None, *, title: bool = False
) -> list[Quote]:
    """The quotes of a text in which ¶ ends a paragraph."""
    article = article_of(text.replace("¶", "\n"), title=title)
    doc = pipeline.parse(nlp, article, sentences.split(article))
    if known is None:
        known = actors.merge(article, doc, entities.find(article, doc))
    found = quotes.find(article, doc, known)
    for quote in found:
        assert article.text[quote.start : quote.end] == quote.text
        if quote.speaker_mention is not None:
            assert article.text[slice(*quote.speaker_mention)].strip()
    return list(found)


def person(
    text: str, name: str, *, role: str | None = None, aliases: tuple[str, ...] = ()
) -> Actor:
    """An actor with all places where the name or an alias stands."""
    forms = sorted((name, *aliases), key=len, reverse=True)
    spans = [m.span() for m in re.finditer("|".join(map(re.escape, forms)), text)]
    return Actor(name=name, kind="person", role=role, aliases=aliases, mentions=tuple(spans))


def said(found: list[Quote]) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in found]


def test_a_quotation_without_closing_mark_ends_with_its_paragraph(nlp: Language) -> None:
    found = find(nlp, "“We waited all night.¶“Nobody came,” Mika Ito said.")
    assert said(found) == [("We waited all night.", "Mika Ito"), ("Nobody came,", "Mika Ito")]
    assert [quote.certain for quote in found] == [False, True]


def test_a_paragraph_that_is_all_quotation_has_the_last_speaker(nlp: Language) -> None:
    [quote] = find(nlp, "Elena Ruiz said the dam was safe.¶“We test it weekly.”")
    assert (quote.text, quote.speaker) == ("We test it weekly.", "Elena Ruiz")
    assert quote.kind == "direct"
    assert not quote.certain


@pytest.mark.parametrize(
    "text",
    ["“A fine day.” ― Ada Moss", "“A fine day.” -- Ada Moss, nurse", "“A fine day.”¶— Ada Moss"],
)
def test_a_name_behind_a_dash_signs_the_quotation(nlp: Language, text: str) -> None:
    assert said(find(nlp, text)) == [("A fine day.", "Ada Moss")]


def test_a_colon_at_the_end_of_the_paragraph_before_announces_the_speaker(nlp: Language) -> None:
    text = "And from Chair Osei:¶“We are ready.”"
    [quote] = find(nlp, text, (person(text, "Osei", role="Chair"),))
    assert (quote.text, quote.speaker, quote.role) == ("We are ready.", "Osei", "Chair")


def test_an_apposition_behind_an_inverted_speaker_is_the_role(nlp: Language) -> None:
    [quote] = find(nlp, "“No,” said Lena Park, a nurse from Hull.")
    assert (quote.speaker, quote.role, quote.cue) == ("Lena Park", "nurse from Hull", "said")
    assert quote.certain


def test_titles_and_parentheses_do_not_hide_the_name(nlp: Language) -> None:
    text = "“It helps,” Rep. Dale Orr (D-Ohio) told reporters."
    [quote] = find(nlp, text)
    assert (quote.text, quote.speaker, quote.cue) == ("It helps,", "Dale Orr", "told")
    assert text[slice(*quote.speaker_mention or (0, 0))] == "Dale Orr"


def test_an_interrupted_quotation_gives_two(nlp: Language) -> None:
    found = find(nlp, "“We tried,” Winston Koh said, “and we failed.”")
    assert said(found) == [("We tried,", "Winston Koh"), ("and we failed.", "Winston Koh")]
    assert all(quote.kind == "direct" and quote.certain for quote in found)


def test_two_speakers_in_one_paragraph(nlp: Language) -> None:
    text = "“Go,” Bo said. “Why?” Ann replied."
    found = find(nlp, text, (person(text, "Bo"), person(text, "Ann")))
    assert [(q.speaker, q.cue) for q in found] == [("Bo", "said"), ("Ann", "replied")]


def test_the_nearest_name_is_not_the_speaker(nlp: Language) -> None:
    [quote] = find(nlp, "Maria Vega met Tobias Lund. “I was tired,” she said.")
    assert quote.speaker == "Maria Vega"
    assert not quote.certain


def test_a_surname_stands_for_the_full_name(nlp: Language) -> None:
    found = find(nlp, "Maria Chen runs the port in the north.¶“Yes, it is open,” Chen said.")
    assert said(found) == [("Yes, it is open,", "Maria Chen")]


def test_a_role_that_the_article_ties_to_a_name(nlp: Language) -> None:
    text = (
        "Paula Grant, the minority leader, opposed the bill in the senate on Monday.¶"
        "“Enough is enough,” the minority leader said."
    )
    [quote] = find(nlp, text)
    assert quote.speaker == "Paula Grant"
    assert text[slice(*quote.speaker_mention or (0, 0))] == "the minority leader"


def test_a_role_that_belongs_to_nobody_stays_a_role(nlp: Language) -> None:
    [quote] = find(nlp, "“Enough is enough,” the minority leader said.")
    assert quote.speaker == "minority leader"


def test_a_body_speaks_in_a_statement(nlp: Language) -> None:
    [quote] = find(nlp, "“We comply with the law,” the company said in a statement.")
    assert (quote.speaker, quote.cue) == ("company", "said in a statement")


def test_quoted_words_in_the_writers_sentence_are_mixed(nlp: Language) -> None:
    [quote] = find(nlp, "Marcus Bell hated it. He called the plan “a gift to polluters.”")
    assert (quote.kind, quote.speaker) == ("mixed", "Marcus Bell")


@pytest.mark.parametrize(
    "text",
    [
        "Owen Fry told “Good Day” he was out.",
        "He was a man known as “Shorty.”",
        "Her first film, “The Long Road,” opened in Hull.",
        "They sang “Auld Lang Syne” and left.",
        "The '90s were hard, and the workers' rights were few.",
    ],
)
def test_titles_nicknames_and_apostrophes_are_no_speech(nlp: Language, text: str) -> None:
    assert find(nlp, text) == []


def test_a_quotation_in_a_quotation_belongs_to_the_outer_one(nlp: Language) -> None:
    found = find(nlp, "“He told me, ‘Run,’ and I ran,” Rosa Diaz said.")
    assert said(found) == [("He told me, ‘Run,’ and I ran,", "Rosa Diaz")]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("''Stop it now,'' Nora Hale said.", "Stop it now,"),
        ("``Stop it now,'' Nora Hale said.", "Stop it now,"),
        ('"Stop it now," Nora Hale said.', "Stop it now,"),
        ("„Stop it now“, Nora Hale said.", "Stop it now"),
        ("«Stop it now», Nora Hale said.", "Stop it now"),
        ("« Stop it now », Nora Hale said.", "Stop it now"),
        ("»Stop it now«, Nora Hale said.", "Stop it now"),
        ("‘Stop it now,’ Nora Hale said.", "Stop it now,"),
        ("'Stop it now,' Nora Hale said.", "Stop it now,"),
        ("”Stop it now,” Nora Hale said.", "Stop it now,"),
        ("“Stop it now,“ Nora Hale said.", "Stop it now,"),
        ("\"Stop it now,'' Nora Hale said.", "Stop it now,"),
    ],
)
def test_marks_of_every_shape(nlp: Language, text: str, quoted: str) -> None:
    assert said(find(nlp, text)) == [(quoted, "Nora Hale")]


def test_an_unlisted_verb_right_behind_the_mark(nlp: Language) -> None:
    [quote] = find(nlp, "“Go home now,” Peter Trask harrumphed.")
    assert (quote.speaker, quote.cue) == ("Peter Trask", "harrumphed")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peter Trask said the fire was set to strike “homes and barns,” without giving detail.",
         "Peter Trask"),
        ("Peter Trask agrees, noting that the award also reflects “our long history.”",
         "Peter Trask"),
        ("Peter Trask said, after the court had ruled on it, that there had been “a lot of anger”.",
         "Peter Trask"),
        ("Peter Trask wrote to his followers, loosely translated, “The game is over now.”",
         "Peter Trask"),
        ("The organizer, Peter Trask, from Orlo, left. “It was a good day for us,” he said.",
         "Peter Trask"),
        ("Peter Trask was asked, “Do you feel any guilt at all?”", None),
        ("Peter Trask was told that he had been “a person of interest” to them.", None),
        ("Peter Trask was asked by reporters, “Will you resign at all?”", "reporters"),
        ("The Harbor Bureau closed it. The boats “tried to block the path,” the bureau said.",
         "Harbor Bureau"),
        ("The Bureau of Harbors closed it. The boats “tried to block the path,” the bureau said.",
         "Bureau of Harbors"),
    ],
)  # fmt: skip
def test_who_is_the_subject_of_the_clause_of_the_quotation(
    nlp: Language, text: str, speaker: str | None
) -> None:
    assert [quote.speaker for quote in find(nlp, text)] == [speaker]


def test_who_declared_is_the_one_before(nlp: Language) -> None:
    [quote] = find(
        nlp, "The vote was lost by Victor Lee, who declared, “It’s over for us,” and left."
    )
    assert (quote.speaker, quote.cue) == ("Victor Lee", "declared")


def test_an_added_clause_keeps_the_speaker_of_the_sentence(nlp: Language) -> None:
    found = find(nlp, "Victor Lee said the port would open again, adding, “Soon, I hope.”")
    assert said(found) == [("Soon, I hope.", "Victor Lee")]


def test_a_statement_speaks_for_who_released_it(nlp: Language) -> None:
    text = "Nora Hale left early. On Friday she released a statement saying, “I am done with it.”"
    [quote] = find(nlp, text)
    assert quote.speaker == "Nora Hale"
    assert text[slice(*quote.speaker_mention or (0, 0))] == "she"


@pytest.mark.parametrize(
    "text", ["“Sales fell,” according to Kim Dahl.", "According to Kim Dahl, “Sales fell.”"]
)
def test_according_to(nlp: Language, text: str) -> None:
    [quote] = find(nlp, text)
    assert quote.speaker == "Kim Dahl"
    assert (quote.cue or "").lower() == "according to"


def test_a_sign_that_reads(nlp: Language) -> None:
    [quote] = find(nlp, "The sign read, “Best Party.”")
    assert (quote.text, quote.speaker, quote.kind) == ("Best Party.", "sign", "direct")


def test_british_marks_with_apostrophes(nlp: Language) -> None:
    found = find(nlp, "‘We remain patient,’ said Anna Dekker, ‘but it’s the firm’s price.’")
    assert said(found) == [
        ("We remain patient,", "Anna Dekker"),
        ("but it’s the firm’s price.", "Anna Dekker"),
    ]
    found = find(nlp, "'The firms' price is fair,' said Anna Dekker. 'We'll pay the firms' price.'")
    assert [quote.text for quote in found] == [
        "The firms' price is fair,",
        "We'll pay the firms' price.",
    ]


def test_a_transcript_names_the_speaker_before_each_turn(nlp: Language) -> None:
    text = "INES VALE: “Is the bridge open?”¶TOM REED: “Not yet, and not soon.”"
    known = (person(text, "INES VALE"), person(text, "TOM REED"))
    assert said(find(nlp, text, known)) == [
        ("Is the bridge open?", "INES VALE"),
        ("Not yet, and not soon.", "TOM REED"),
    ]


def test_a_transcript_without_marks(nlp: Language) -> None:
    text = (
        "The council met in public.¶INES VALE: Is the bridge open?¶TOM REED: Not yet.¶"
        "INES VALE: Then when will it be?¶The meeting ended at noon."
    )
    found = find(nlp, text, (person(text, "INES VALE"), person(text, "TOM REED")))
    assert said(found) == [
        ("Is the bridge open?", "INES VALE"),
        ("Not yet.", "TOM REED"),
        ("Then when will it be?", "INES VALE"),
    ]
    assert all(quote.kind == "direct" and quote.certain for quote in found)


def test_an_interview_does_not_say_who_q_and_a_are(nlp: Language) -> None:
    found = find(nlp, "Q. Is the bridge open?¶A. Not yet.¶Q. When will it be?¶A. In May, I hope.")
    assert said(found) == [
        ("Is the bridge open?", None),
        ("Not yet.", None),
        ("When will it be?", None),
        ("In May, I hope.", None),
    ]
    assert not any(quote.certain for quote in found)


def test_headings_with_a_colon_are_no_transcript(nlp: Language) -> None:
    text = "INES VALE: A quiet year¶TOM REED: The long road¶SOURCES: The council"
    assert find(nlp, text, (person(text, "INES VALE"), person(text, "TOM REED"))) == []


def test_a_block_that_is_announced_with_a_colon(nlp: Language) -> None:
    text = "On Friday Ines Vale wrote:¶The bridge is not safe and must be closed.¶It was."
    [quote] = find(nlp, text, (person(text, "Ines Vale"),))
    assert (quote.text, quote.speaker) == (
        "The bridge is not safe and must be closed.",
        "Ines Vale",
    )
    assert not quote.certain


def test_a_headline_only_shortens_what_was_said(nlp: Language) -> None:
    text = "Dale Orr: ‘We Will Not Pay for the Bridge’¶The council met on Monday."
    [quote] = find(nlp, text, (person(text, "Dale Orr"),), title=True)
    assert (quote.speaker, quote.kind) == ("Dale Orr", "mixed")


def test_two_people_of_one_surname_stay_apart(nlp: Language) -> None:
    text = (
        "Mr. Ivan Moss and Mrs. Clara Moss own the mill in the valley.¶"
        "“It will open in May,” Clara Moss said.¶“It may not open,” Ivan Moss said."
    )
    assert [quote.speaker for quote in find(nlp, text)] == ["Clara Moss", "Ivan Moss"]


@pytest.mark.parametrize(
    "text",
    [
        "“The road is closed to all traffic,” the ministry said.",
        "“The road is closed to all traffic,” the ministry said in a statement on Friday.",
        "The ministry said in a statement: “The road is closed to all traffic.”",
    ],
)
def test_a_ministry_speaks(nlp: Language, text: str) -> None:
    [quote] = find(nlp, text)
    assert (quote.speaker, quote.kind) == ("ministry", "direct")


def test_it_said_in_a_statement(nlp: Language) -> None:
    text = "Varro Metals closed the mine. “The shaft was not safe,” it said in a statement."
    body = Actor(name="Varro Metals", kind="organization", mentions=((0, 12),))
    [quote] = find(nlp, text, (body,))
    assert quote.speaker == "Varro Metals"
    assert text[slice(*quote.speaker_mention or (0, 0))] == "it"


def test_unknown_is_said_and_not_guessed(nlp: Language) -> None:
    [quote] = find(nlp, "“They left us here with nothing,” they said.")
    assert quote.speaker is None
    assert not quote.certain


def test_an_apposed_name_is_the_speaker_and_the_noun_the_role(nlp: Language) -> None:
    [quote] = find(nlp, "“He was always on time,” his neighbor, Tom Ash, said.")
    assert (quote.speaker, quote.role) == ("Tom Ash", "neighbor")


def test_two_who_speak_together_are_named_together(nlp: Language) -> None:
    text = "“We will win this,” Ann Smith and Tom Jones said."
    [quote] = find(nlp, text, (person(text, "Ann Smith"), person(text, "Tom Jones")))
    assert quote.speaker == "Ann Smith and Tom Jones"


def test_a_pronoun_takes_the_subject_of_the_main_clause_and_its_gender(nlp: Language) -> None:
    text = (
        "Owen Pike said that Milo Hart was late. “It cost us the game,” he said.¶"
        "Judge Carla Vance sentenced Owen Pike on Friday. “You are a danger,” she told him."
    )
    known = tuple(person(text, name) for name in ("Owen Pike", "Milo Hart", "Carla Vance"))
    assert [quote.speaker for quote in find(nlp, text, known)] == ["Owen Pike", "Carla Vance"]


def test_a_pronoun_can_mean_somebody_who_is_no_actor(nlp: Language) -> None:
    text = "‘I was there,’ said Mr Dekker. He added: ‘Nobody asked me.’"
    assert [quote.speaker for quote in find(nlp, text, ())] == ["Dekker", "Dekker"]


def test_a_pronoun_too_far_from_every_name_stays_unknown(nlp: Language) -> None:
    filler = "The river rose in the night. The bridge was shut. The road was wet. " * 3
    text = f"Owen Pike left the town. {filler}“It was a bad night,” he said."
    [quote] = find(nlp, text, (person(text, "Owen Pike"),))
    assert quote.speaker is None
    assert text[slice(*quote.speaker_mention or (0, 0))] == "he"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In the words of Mayor Ann Poe, “we are tired of it.”", "Ann Poe"),
        ("Ann Poe’s message was clear: “No way.”", "Ann Poe"),
        ("“We are tired of it,” said the mayor, Ann Poe.", "Ann Poe"),
        ("“We are tired of it,” wrote Ann Poe in her diary.", "Ann Poe"),
        ("“We are tired,” Ann Poe, wearing an “Up Hull” pin, said on Monday.", "Ann Poe"),
        ("Asked about the river, Ann Poe said: “We are tired of it.”", "Ann Poe"),
    ],
)
def test_further_ways_of_saying_who_spoke(nlp: Language, text: str, speaker: str) -> None:
    assert find(nlp, text, (person(text, "Ann Poe"),))[0].speaker == speaker


def test_furniture_is_not_read(nlp: Language) -> None:
    text = "“Read this now,” said Kim Dahl."
    article = Article(
        title="", source="-", text=text, paragraphs=(Paragraph(0, len(text), "furniture"),)
    )
    doc = pipeline.parse(nlp, article, sentences.split(article))
    assert quotes.find(article, doc, ()) == ()


def test_the_seed_article(nlp: Language) -> None:
    text = SEED.read_text("utf-8")
    found = find(nlp, text)
    assert [(q.text.split(".")[0][:40], q.speaker, q.certain) for q in found] == [
        ("The fear is political collapse", "Asfandia Mir", True),
        ("Of course this gives them the upper hand", "Asfandia Mir", False),
        ("No one thinks they will acquire territor", "Roman Malejak", True),
        ("The future is worse than the present [be", "Roman Malejak", True),
        ("A handful", "U.S. defense official", True),
        ("This is a very terrible situation", "Mill", True),
    ]
    assert found[3].text == "The future is worse than the present [been] In the past few weeks."
    assert found[4].text == "A handful"
    assert found[0].role == "South Asian security analyst"
    assert [q.kind for q in found] == ["direct"] * 4 + ["mixed", "direct"]


def test_time_grows_with_the_length_and_not_faster(nlp: Language) -> None:
    """Quadratic work on a paragraph of quotations would not come back within a test's patience."""
    for unit in ("“Go now,” he said. ", "“go” ", "“Go on.” "):
        article = article_of(unit * 5_000)
        found = quotes.find(article, nlp.make_doc(article.text), ())
        assert all(article.text[q.start : q.end] == q.text for q in found)


def test_a_lost_mark_makes_no_quote_of_a_sentence_that_nobody_speaks(nlp: Language) -> None:
    said = "“It is all fine, really fine,” Mayor Zed Quibble said.¶The fair was loud."
    for stray in ('"Lost were the marks here, and the band went on.', '"Lost, and "here" went on.'):
        assert len(find(nlp, f"{said}¶{stray}")) == 1


def test_nobody_goes_on_speaking_after_a_long_silence(nlp: Language) -> None:
    silence = "¶The fair was loud." * 6
    text = f"“It is all fine, really fine,” Mayor Zed Quibble said.{silence}¶“We were glad of it.”"
    assert [quote.speaker for quote in find(nlp, text)] == ["Zed Quibble", None]


@pytest.mark.parametrize("direction", ["[CROSSTALK]", "(CROSSTALK)", "[interrupting]"])
def test_a_turn_may_begin_with_a_stage_direction(nlp: Language, direction: str) -> None:
    found = find(
        nlp,
        "HELEN ARBUTH: Who did it?¶TOM REED: It was the storm of last week."
        f"¶HELEN ARBUTH: {direction} But is that a yes or a no?¶TOM REED: It is neither.",
    )
    assert found[2].text == "But is that a yes or a no?"
    assert [quote.speaker for quote in found] == ["HELEN ARBUTH", "TOM REED"] * 2


@pytest.mark.parametrize("name", ["Maria Chen", "Spokeswoman Maria Chen", "Mayor Maria Chen"])
def test_a_name_and_its_title_before_a_colon_are_the_speaker_for_sure(
    nlp: Language, name: str
) -> None:
    text = f"The hall was closed at noon.¶{name}: “The room was empty, and we were not told.”"
    [quote] = find(nlp, text)
    assert (quote.speaker, quote.certain) == ("Maria Chen", True)
    assert quote.role == (name.removesuffix("Maria Chen").strip() or None)


def test_more_than_a_name_before_a_colon_leaves_the_speaker_inferred(nlp: Language) -> None:
    text = "And a word from the north, via Maria Chen: “The room was empty, and we were not told.”"
    [quote] = find(nlp, text, (person(text, "Maria Chen"),))
    assert (quote.speaker, quote.certain) == ("Maria Chen", False)
