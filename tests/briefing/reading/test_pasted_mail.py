"""Letters copied from the window of a mail program, and articles that only quote letters."""

from __future__ import annotations

import pytest

from briefing.reading import articles_of
from briefing.reading.formats.sniffing import format_of

TITLE = "Ostmere rejects a toll on its old ferry"
PARAGRAPHS = (
    "The council of Ostmere rejected a toll on its 120-year-old ferry on Tuesday by nine votes to"
    " six, and asked the county to pay for a new engine instead.",
    "“A ferry is a road,” said Mayor Henrike Solberg. “Nobody pays a toll to cross a road here, and"
    " nobody will while I am in this office.”",
    "The engine would cost 1.4 million crowns, according to the builder Tarn & Pike. The county"
    " said that it would answer by the end of May.",
    "About 300 people cross the Ost every day, most of them pupils. Without the ferry their way to"
    " school is 26 kilometers longer.",
)
ARTICLE = "\n\n".join(PARAGRAPHS)
SIGNATURE = (
    "--\nMarit Dahlen\nCoast News, 4 Pier Street\n\nThis e-mail and any attachments are"
    " confidential and intended solely for the addressee. If you have received this message in"
    " error, please delete it."
)
LETTER = f"{TITLE}\nBy Marit Dahlen\n\n{ARTICLE}\n\n{SIGNATURE}\n"
NOTE = (
    "Hi Ruben,\n\nplease have a look before noon. Can we get a line from the county, too?\n\n"
    "Best,\nTone Vik\nNight editor\nThe Lantern | 7 Mill Lane | +1 555 0100\n\n"
)
GMAIL = (
    "---------- Forwarded message ---------\nFrom: Marit Dahlen <marit@coast.example>\n"
    f"Date: Wed, 6 Mar 2030 at 08:15\nSubject: {TITLE}\nTo: Tone Vik <tone@lantern.example>\n\n\n"
)
APPLE = (
    "Begin forwarded message:\n\nFrom: Marit Dahlen <marit@coast.example>\n"
    f"Subject: {TITLE}\nDate: 6 March 2030 at 08:15:12 GMT\nTo: Tone Vik <tone@lantern.example>\n\n"
)
ORIGINAL = (
    "-----Original Message-----\nFrom: Marit Dahlen\nSent: Wednesday, March 6, 2030 8:15 AM\n"
    f"To: Tone Vik\nSubject: {TITLE}\n\n"
)
OUTLOOK = (
    "From: Marit Dahlen <marit@coast.example>\nSent: Wednesday, March 6, 2030 8:15 AM\n"
    "To: Tone Vik <tone@lantern.example>; Ruben Aas <ruben@lantern.example>;\n"
    f"Night Desk <night@lantern.example>\nSubject: {TITLE}\n\n"
)
THUNDERBIRD = (
    f"-------- Forwarded Message --------\nSubject: \t{TITLE}\nDate: \tWed, 6 Mar 2030 08:15:00"
    " +0100\nFrom: \tMarit Dahlen <marit@coast.example>\nTo: \ttone@lantern.example\n\n"
)
BOLD = (
    f"*From:* Marit Dahlen <marit@coast.example>\n*Date:* Wed, 6 Mar 2030 at 08:15\n"
    f"*Subject:* {TITLE}\n\n"
)
CHAIN = (
    "From: Tone Vik <tone@lantern.example>\nSent: Wednesday, March 6, 2030 9:30 AM\n"
    f"To: Desk\nSubject: FW: {TITLE}\n\n"
)


def quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        f"{NOTE}{GMAIL}{LETTER}",
        f"{NOTE}{APPLE}{LETTER}",
        f"{NOTE}{ORIGINAL}{LETTER}",
        f"{NOTE}{OUTLOOK}{LETTER}",
        f"{NOTE}{THUNDERBIRD}{LETTER}",
        f"{NOTE}{BOLD}{LETTER}",
        f"{NOTE}{'_' * 32}\n{OUTLOOK}{LETTER}",
        f"{GMAIL}{LETTER}",
        f"{OUTLOOK}{LETTER}",
        f"FYI\n\n{OUTLOOK}{LETTER}",
        f"FYI\n\n{CHAIN}{NOTE}{GMAIL}{LETTER}",
        f"Hello all,\n\nsee below:\n\n{OUTLOOK}{LETTER}",
        quoted(f"{CHAIN}{NOTE}{GMAIL}{LETTER}"),
        f"For you, Ruben.\n\n{quoted(f'{OUTLOOK}{LETTER}')}",
        f"{NOTE}{APPLE}{LETTER}".replace("\n", "\n\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r"], ids=["LF", "CR"])
def test_a_copied_letter_is_its_article_and_no_more(text: str, end: str):
    (article,) = articles_of(text.replace("\n", end).encode(), "-")
    shown = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "text"]
    assert shown == list(PARAGRAPHS)
    assert (article.title, article.authors, article.published) == (
        TITLE,
        ("Marit Dahlen",),
        "2030-03-06",
    )


QUOTED_LETTER = "From: Hal Brook\nDate: March 1, 2030\nTo: Ida Fenn\nSubject: The engine\n\nSell."


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{ARTICLE}",
        f"{TITLE}\n\nFrom: Ostmere\nTo: Haldwick\n\n{ARTICLE}",
        f"{TITLE}\n\n{ARTICLE}\n\nFrom: Hal Brook\nSubject: The engine\n\nSell it.",
        f"{TITLE}\n\n{ARTICLE}\n\n{QUOTED_LETTER}\n\n{ARTICLE}",
        f"{TITLE}\n\n{PARAGRAPHS[0]} One of the letters read:\n\n{QUOTED_LETTER}\n\n{ARTICLE}",
        f"{TITLE}\n\nDate: March 1, 2030\nTo: Ida Fenn\nSubject: The engine\n\n{ARTICLE}",
        f"{TITLE}\n\n{ARTICLE}\n\n-----Original Message-----\n{QUOTED_LETTER}\n\n{ARTICLE}",
        f"Forwarded message\n\n{ARTICLE}",
    ],
)
def test_an_article_about_letters_stays_one(text: str):
    assert format_of(text.encode()) == "plain"
