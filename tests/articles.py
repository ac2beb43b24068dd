"""Invented articles about invented people, and briefings of them made by hand.

`briefings()` gives more than thirty that differ in what decides whether a page fits: how many
sentences, quotes, actors, places and dates there are, how long each is, and in which script.
"""

import random
from functools import cache

from msgspec.structs import replace

from briefing.model import Actor, Article, Briefing, DateMention, Location, Quote
from briefing.reading.formats import plain
from briefing.reading.layout import lay_out
from briefing.summary import rank
from briefing.text.sentences import split

PEOPLE = (
    ("Ottilie Varga", "chief engineer of the city"),
    ("Desmond Achterberg", "mayor"),
    ("Ilse Brandvik", "director of the harbor museum in the old customs house by the eastern pier"),
    ("Tor Quillfeather", "spokesman for the port authority, who was appointed only last week"),
    ("Anneke Solberg-Duarte", None),
    ("Ruvim Okonjo", "professor of hydrology at the technical university"),
    ("Maren Oduya", "fisher"),
    ("Célestin Abara-Nuñez", "health minister"),
    ("Hollis P. Wainscott III", "judge"),
    ("Ivo Tarn", None),
)
BODIES = (
    "Dunmere Port Authority",
    "Coastal Workers’ Union",
    "Marrow Street Traders",
    "Institute of Tides",
)
PLACES = (
    ("Velmora", "city", "NO"),
    ("Dunmere", "city", "NO"),
    ("Skarvoy", "city", "NO"),
    ("Port Achille", "city", "HT"),
    ("Upper Brenn", "division", "AT"),
    ("Haiti", "country", "HT"),
    ("Norway", "country", "NO"),
    ("Gulf of Tarn", "water", None),
    ("Northern Reach", "region", None),
    ("San Teodoro de los Remedios", "city", "MX"),
)
DATES = (
    ("1931", "1931"),
    ("March 2019", "2019-03"),
    ("the 1990s", "1990/1999"),
    ("Tuesday", None),
    ("September 3, 2024", "2024-09-03"),
    ("last summer", "2023-06/2023-08"),
)
SUBJECTS = ("The council", "The port", "A panel of experts", "The ferry company", "The ministry")
VERBS = ("approved", "rejected", "delayed", "published", "questioned", "defended")
OBJECTS = ("a plan for the new pier", "the budget for the coming winter", "a report on the cracks",
           "the closing of the old bridge", "rules for boats in the bay")  # fmt: skip
TAILS = (
    "after months of debate",
    "although nobody could say what it would cost",
    "while shops nearby feared for their trade",
    "as the first storms of the season came in from the west",
    "because the piers have carried far more trucks than they were built for",
)
SAYINGS = (
    "We have waited ten years for this and we can wait no longer",
    "It cannot carry another winter",
    "Nobody asked us, nobody told us, and nobody has come here to see how people live without it",
    "The water will decide",
    "I have measured this pier every spring since I came here and it has never looked as bad as "
    "it does today, so I do not see how anyone can call this a surprise",
)
QUIRKS = ("$5 * 3_000 [sic]", "A|B <b>bold</b>", "#1 ~ `code`", "AT&T & sons", r"C:\harbor\new")


def brief_of(text, *, people=(), bodies=(), places=(), dates=(), quotes=(), length=4, **about):
    """A briefing with the spans of the given names and words wherever they stand in the text.

    A quote is its words, speaker, role and whether the speaker is certain.
    """
    article = lay_out(plain.document_of(text), about.pop("source", "story.txt"))
    article = replace(article, **about)
    found = [(words, _spans(article.text, words[0])[0]) for words in quotes]
    briefing = Briefing(
        article=article,
        actors=tuple(
            Actor(id=name, name=name, kind=kind, role=role, mentions=_spans(article.text, name))
            for kind, named in (("person", people), ("organization", ((b, None) for b in bodies)))
            for name, role in named
        ),
        locations=tuple(
            Location(
                id=name, name=name, kind=kind, country=code, mentions=_spans(article.text, name)
            )
            for name, kind, code in places
        ),
        quotes=tuple(
            Quote(
                text=words,
                start=s,
                end=e,
                speaker=speaker,
                speaker_id=speaker if any(speaker == name for name, _ in people) else None,
                role=role,
                certain=certain,
                cue="said",
            )
            for (words, speaker, role, certain), (s, e) in sorted(found, key=lambda item: item[1])
        ),
        dates=tuple(
            DateMention(text=article.text[s:e], start=s, end=e, value=value)
            for words, value in dates
            for s, e in _spans(article.text, words)[:1]
        ),
        sentences=rank(article, split(article), "lead"),
    )
    return briefing.with_summary(length)


def _spans(text, words):
    spans, start = [], text.find(words)
    while start >= 0:
        spans.append((start, start + len(words)))
        start = text.find(words, start + len(words))
    return tuple(spans)


def invented(seed):
    """A briefing whose sizes the seed decides, from a note of two lines to a long report."""
    pick = random.Random(seed)
    people = pick.sample(PEOPLE, pick.randint(0, len(PEOPLE)))
    bodies = pick.sample(BODIES, pick.randint(0, len(BODIES)))
    places = pick.sample(PLACES, pick.randint(0, len(PLACES)))
    dates = pick.sample(DATES, pick.randint(0, len(DATES)))
    lines = []
    quotes = []
    for number in range(pick.randint(1, 14)):
        lines.append(
            " ".join(
                _sentence(pick, people, bodies, places, dates) for _ in range(pick.randint(1, 4))
            )
        )
        if people and pick.random() < 0.6:
            name, role = pick.choice(people)
            # numbered, so that no two are the same and each has one place in the text
            words = (
                ". ".join(pick.sample(SAYINGS, pick.randint(1, 3))) + f", {number + 2} times over"
            )
            certain = pick.random() < 0.7
            lines.append(f"“{words},” said {name}." if certain else f"“{words}.”")
            speaker = name if certain or pick.random() < 0.6 else None
            quotes.append((words, speaker, role if speaker else None, certain))
    used = "\n\n".join(lines)
    about = {
        "source": pick.choice(
            ("story.txt", "-", "/home/reader/news/" + "long-name-" * 15 + ".txt",
             "https://wire.example/2024/09/" + "a-very-long-slug-" * 8)
        ),
        "authors": tuple(name for name, _ in pick.sample(PEOPLE, pick.randint(0, 3))),
        "published": pick.choice((None, "2024-09-05")),
    }  # fmt: skip
    title = pick.choice(
        ("", "Bridge closes", "Council votes " + "and votes again " * 5 + "on the pier")
    )
    return brief_of(
        f"{title}\n\n{used}" if title else used,
        people=[person for person in people if person[0] in used],
        bodies=[body for body in bodies if body in used],
        places=[place for place in places if place[0] in used],
        dates=[date for date in dates if date[0] in used],
        quotes=quotes,
        length=pick.randint(1, 10),
        **about,
    )


def _sentence(pick, people, bodies, places, dates):
    parts = [pick.choice([*SUBJECTS, *bodies, *(name for name, _ in people)]), pick.choice(VERBS)]
    parts.append(pick.choice(OBJECTS))
    if places and pick.random() < 0.7:
        parts.append(f"in {pick.choice(places)[0]}")
    if dates and pick.random() < 0.4:
        parts.append(f"in {pick.choice(dates)[0]}")
    parts.extend(pick.sample(TAILS, pick.choice((0, 0, 1, 1, 2, 5))))
    if pick.random() < 0.1:
        parts.append(pick.choice(QUIRKS))
    return " ".join(parts) + "."


def one_long_line():
    """One sentence that alone is longer than a page."""
    return brief_of("The council met and met again, " * 400 + "and went home.")


def one_long_word():
    """A word without an end."""
    return brief_of("x" * 5000 + "\n\n" + "y" * 5000, people=(("x" * 5000, "y" * 5000),))


def east_asian():
    """Text without spaces, two cells a character."""
    sentence = "港湾都市の市議会は火曜日に古い橋を閉鎖することを決定した。"
    return brief_of(
        "橋の閉鎖\n\n" + "\n\n".join(sentence * 3 for _ in range(12)),
        people=(("市議会", "港湾都市の議会"),),
        places=(("港湾都市", "city", "JP"),),
        quotes=(("古い橋を閉鎖することを決定した", "市議会", None, True),),
        length=5,
    )


def hostile():
    """Text that would act in Markdown if it were not escaped."""
    return brief_of(
        "# Not *a* heading | [link](https://x.example)\n\n"
        "1. first _of_ all, the <b>council</b> met & &amp;amp;amp; voted `yes` ~~no~~ | 5 * 3 * 2 "
        "times.\n\n"
        "- then ![an image](x.png) \\ came {into} view, said A|B *Star* Under_score_Name today.\n\n"
        "+ and <script>alert(1)</script> ran <!-- hidden --> all over the page on 1. May 2020.\n\n"
        "“**We** [sic] said | `so` and 2 * 2 is 4 &amp;amp;lt; 5,” "
        "said A|B *Star* Under_score_Name.\n",
        people=(("A|B *Star* Under_score_Name", "**head** of <b>IT</b> | more"),),
        places=(("council", "city", None),),
        dates=(("1. May 2020", "2020-05-01"),),
        quotes=(("**We** [sic] said | `so` and 2 * 2 is 4 &lt; 5", "A|B *Star* Under_score_Name",
                 "**head** of <b>IT</b> | more", False),),
        length=5,
    )  # fmt: skip


def all_signs():
    """Text that needs an escape before every character, in everything that is shown."""
    line = "*[_]<>|~# `{}` " * 40
    return brief_of(
        "\n\n".join(f"{line}{number}." for number in range(20)),
        people=(("*[_]<>|~#", line), ("`{}`", line)),
        quotes=((line.strip() + " 7", "*" * 200, line, False),),
        authors=("[]" * 90, "<>" * 90),
        source="_*" * 200,
        length=9,
    )


def empty():
    """An article in which nothing was found."""
    return Briefing(article=Article(title="", source="-", text=""))


@cache
def briefings():
    """All of them by name."""
    odd = (one_long_line, one_long_word, east_asian, hostile, all_signs, empty)
    return {f"invented {seed}": invented(seed) for seed in range(40)} | {
        make.__name__.replace("_", " "): make() for make in odd
    }
