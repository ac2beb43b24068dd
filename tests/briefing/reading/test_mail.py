"""Letters: the article in them, and not what mail programs and their users put around it."""

import random
from pathlib import Path
from textwrap import wrap

import pytest

from briefing.errors import FormatError
from briefing.reading import articles_of
from briefing.reading.document import Document
from briefing.reading.formats.dispatch import documents_of

LETTERS = Path(__file__).parents[2] / "articles" / "mail"
PARAGRAPHS = (
    "Velmora, a harbor town of 9,000, closed its last cannery on Friday after 90 years, and with it"
    " went the whistle that had told three generations when to get up.",
    "“We held on as long as we could, and then for a year longer than we could,” said Ilse"
    " Brandvik, who ran the plant. “Nobody here will forgive the people who sold us the engines.”",
    "The council will decide in May whether the halls are torn down. Mayor Teodor Quill said that"
    " he hoped for “something with windows, and with work in it” on the quay.",
    "About 140 people worked at the cannery. The union said that 60 of them had found other work,"
    " most of it at the ferry company Nordlys in Haldwick, an hour to the north.",
)
ARTICLE = "\n\n".join(PARAGRAPHS)
TITLE = "Velmora closes its last cannery"
HEADERS = (
    "From: Tomas Weld <tomas.weld@tide.example>\nTo: Ana Ruiz <ana@tide.example>\n"
    "Subject: {subject}\nDate: Tue, 5 Mar 2030 07:02:00 +0100\n{more}\n"
)


def letter(body: str, subject: str = TITLE, more: str = "", sender: str = "") -> bytes:
    headers = HEADERS.format(subject=subject, more=more)
    if sender:
        headers = headers.replace("Tomas Weld <tomas.weld@tide.example>", sender)
    return (headers + body).encode()


def html(body: str, subject: str = TITLE) -> bytes:
    return letter(body, subject, "Content-Type: text/html; charset=utf-8\n")


def only(data: bytes) -> Document:
    (document,) = documents_of(data)
    return document


def body(data: bytes) -> list[str]:
    """The paragraphs of the article in a letter, as they are shown."""
    (article,) = articles_of(data, "letter.eml")
    return [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "text"]


def outcome(data: bytes) -> str:
    """Why a letter is refused, "" if it is not."""
    try:
        documents_of(data)
    except FormatError as error:
        return str(error)
    return ""


def furniture(data: bytes) -> str:
    (article,) = articles_of(data, "letter.eml")
    return "\n".join(
        article.text[p.start : p.end] for p in article.paragraphs if p.kind == "furniture"
    )


def test_the_forwarded_article_is_the_article():
    expected = {
        "forwarded-gmail.eml": (("Ilka Moreau",), None, "2030-03-04", "2030-03-04T10:12"),
        "forwarded-apple.eml": ((), "Coast Wire", "2030-03-04", "2030-03-04T23:50-05:00"),
        "forwarded-outlook.eml": (("Ilka Moreau",), None, "2030-03-04", "2030-03-04T10:12"),
        "forwarded-thunderbird.eml": (
            ("Ilka Moreau",),
            None,
            "2030-03-04",
            "2030-03-04T10:12:00+01:00",
        ),
    }
    for name, (authors, outlet, day, moment) in expected.items():
        data = (LETTERS / name).read_bytes()
        document = only(data)
        found = (document.authors, document.outlet, document.published, document.published_at)
        assert found == (authors, outlet, day, moment), name
        assert document.title == TITLE, name
        assert body(data) == list(PARAGRAPHS), name
        assert {origin.source for origin in document.origins} == {"header of the forwarded mail"}


@pytest.mark.parametrize(
    ("name", "around"),
    [
        ("forwarded-gmail.eml", ("Ana, is this one for us?",)),
        ("forwarded-apple.eml", ("For page three.", "Sent from my iPhone")),
        ("forwarded-outlook.eml", ("Hi Ana,", "Best regards,", "are confidential and intended")),
    ],
)
def test_what_stands_around_a_forwarded_article_is_furniture(name, around):
    found = furniture((LETTERS / name).read_bytes())
    assert [words for words in around if words not in found] == []


def test_an_attached_letter_is_the_article_below_its_covering_note():
    data = (LETTERS / "forwarded-attached.eml").read_bytes()
    document = only(data)
    assert document.title == TITLE
    assert (document.authors, document.published) == (("Ilka Moreau",), "2030-03-04")
    assert body(data) == [*PARAGRAPHS, "90 years", "140 people"]
    assert "the letter is attached." in furniture(data)


def test_an_attached_text_is_read_where_the_letter_only_names_it():
    data = (LETTERS / "attached-text.eml").read_bytes()
    (article,) = articles_of(data, "letter.eml")
    assert article.title == TITLE
    assert body(data) == list(PARAGRAPHS)


def test_a_newsletter_keeps_all_its_teasers_and_nothing_else():
    data = (LETTERS / "newsletter.eml").read_bytes()
    document = only(data)
    assert document.title == "The Tide on Tuesday: a cannery, two ferries and a roof"
    assert (document.authors, document.outlet) == ((), "The Tide")
    kinds = [block.kind for block in document.blocks if block.kind != "furniture"]
    assert kinds == ["heading", "paragraph"] * 3
    shown = "\n".join(body(data))
    for words in ("Read more", "Unsubscribe", "browser", "Quay Street", "Jobs", "A cannery, two"):
        assert words not in shown


def test_a_newsletter_in_plain_text_has_headings_and_no_footer():
    rule = "-" * 60
    text = (
        f"View this email in your browser (https://click.example/{'a' * 90})\n\nThe Tide\n\n"
        f"** {TITLE}\n{rule}\n\n{ARTICLE}\n\nRead more (https://click.example/1)\n\n{'=' * 60}\n"
        "Copyright © 2030 The Tide, All rights reserved.\n\nOur mailing address is:\nThe Tide\n"
        "3 Quay Street\n\nWant to change how you receive these emails?\n"
        "You can ** update your preferences (https://click.example/p)\n"
    )
    data = letter(text, "The Tide on Tuesday", sender="The Tide <news@tide.example>")
    assert body(data) == [TITLE, *PARAGRAPHS]
    assert only(data).blocks[2].kind == "heading"


def test_each_letter_of_a_digest_is_a_document():
    letters = (f"--cut\n\nSubject: {number}\nFrom: I\n\n{ARTICLE}\n" for number in ("One", "Two"))
    more = "Content-Type: multipart/digest; boundary=cut\n"
    documents = documents_of(letter("".join(letters) + "--cut--\n", "Digest", more))
    assert [(each.title, each.part) for each in documents] == [("One", "One"), ("Two", "Two")]


def test_a_mailbox_has_a_document_for_each_letter():
    first, second = documents_of((LETTERS / "list.mbox").read_bytes())
    assert (first.title, first.authors, first.published) == (TITLE, ("Ilka Moréau",), "2030-03-04")
    assert (second.title, second.authors) == ("Ferries", ("Tomas Weld",))
    assert second.published == "2030-03-04"  # where the sender is, not where the reader is
    assert (first.part, second.part) == ("letter 1", "letter 2")
    texts = ["\n".join(b.text for b in d.blocks if b.kind is None) for d in (first, second)]
    assert "From the quay one could see" in texts[0]
    assert "who leads the company, “and we would" in texts[1]  # two lines are too few for an edge
    assert not any("lists.example" in text or "page five" in text for text in texts)


def test_a_pasted_letter_is_read_without_the_question_below_it():
    data = (LETTERS / "pasted.txt").read_bytes()
    document = only(data)
    assert (document.title, document.authors) == (TITLE, ("Ilka Moréau",))
    assert document.published_at == "2030-03-04T22:12"
    assert body(data) == list(PARAGRAPHS)


def test_a_press_release_begins_below_its_label_and_ends_at_its_mark():
    data = (LETTERS / "press-release.eml").read_bytes()
    document = only(data)
    assert (document.title, document.authors) == (TITLE, ("Teodor Quill",))
    assert body(data) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (f"Re: {TITLE}", TITLE),
        (f"Fwd: FW: Re[2]: {TITLE}", TITLE),
        (f"[EXTERNAL] Re: [coast-desk] {TITLE}", TITLE),
        (f"AW: WG: {TITLE} (fwd)", TITLE),
        (f"Press release: {TITLE}", TITLE),
        ("=?utf-8?q?Caf=C3=A9_closes?= at noon", "Café closes at noon"),
        ("Minister: no more ferries", "Minister: no more ferries"),
    ],
)
def test_a_subject_is_the_title_without_what_programs_add(subject, title):
    assert only(letter(ARTICLE, subject)).title == title


@pytest.mark.parametrize("subject", ["", "Press release", "Fwd:", "(no subject)", "FYI"])
def test_a_subject_that_says_nothing_leaves_the_title_to_the_text(subject):
    (article,) = articles_of(letter(f"{TITLE}\n\n{ARTICLE}", subject), "x")
    assert article.title == TITLE


@pytest.mark.parametrize(
    ("sender", "authors", "outlet"),
    [
        ("Jane Doe <press@wire.example>", ("Jane Doe",), None),
        ('"Doe, Jane" <jane@wire.example>', ("Jane Doe",), None),
        ('"Jane Doe, Coast Wire" <jane@wire.example>', ("Jane Doe",), "Coast Wire"),
        ("Jane Doe from Letters <letters@wire.example>", ("Jane Doe",), "Letters"),
        ("=?utf-8?q?Bj=C3=B6rn_=C3=85berg?= <b@wire.example>", ("Björn Åberg",), None),
        ("Coast Wire <desk@wire.example>", (), "Coast Wire"),
        ("Velmora Town Council <info@velmora.example>", (), "Velmora Town Council"),
        ("Morning Tide <no-reply@tide.example>", (), "Morning Tide"),
        ("jane@wire.example", (), None),
    ],
)
def test_a_person_is_the_author_and_an_organization_the_outlet(sender, authors, outlet):
    document = only(letter(ARTICLE, sender=sender))
    assert (document.authors, document.outlet) == (authors, outlet)


def test_the_byline_names_the_author_and_the_sender_differs():
    document = only(letter(f"{TITLE}\nBy Ilka Moreau\n\n{ARTICLE}"))
    assert document.authors == ("Ilka Moreau",)
    (origin,) = [origin for origin in document.origins if origin.field == "authors"]
    assert (origin.source, origin.differs) == ("byline", "the From line says “Tomas Weld”")


@pytest.mark.parametrize(
    ("date", "day", "moment"),
    [
        ("Tue, 5 Mar 2030 23:30:00 -0800", "2030-03-05", "2030-03-05T23:30:00-08:00"),
        ("5 Mar 2030 07:02 GMT", "2030-03-05", "2030-03-05T07:02:00+00:00"),
        ("Tuesday, March 5, 2030 7:02 PM", "2030-03-05", "2030-03-05T19:02"),
        ("2030-03-05", "2030-03-05", None),
        ("03/04/2030 10:00", None, None),  # the third of April, or the fourth of March
        ("Thu, 1 Jan 1970 00:00:00 +0000", None, None),
        ("soon", None, None),
    ],
)
def test_a_date_is_the_senders_own_day_or_none(date, day, moment):
    document = only(letter(ARTICLE).replace(b"Tue, 5 Mar 2030 07:02:00 +0100", date.encode()))
    assert (document.published, document.published_at) == (day, moment)


QUOTED = "\n".join(f"> {line}".rstrip() for line in ARTICLE.split("\n"))
WRAPPED = "\n\n".join("\n".join(wrap(paragraph, 76)) for paragraph in PARAGRAPHS)
BROKEN = "\n".join(
    "\n".join(wrap(f"> {line}", 72)) if line else ">" for line in WRAPPED.split("\n")
)
"""The lines that a program quoted, cut once more by another one: each end stands without a mark."""
INNER = f"From: Ilka Moreau <i@wire.example>\nSent: Monday, March 4, 2030\nSubject: {TITLE}\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{ARTICLE}\n\nOn 04/03/2030 18:20, Night Desk wrote:\n> Where is it?\n>\n> We wait.\n",
        f"On Mon, 4 Mar 2030 at 18:20, Night <n@tide.example>\nwrote:\n\n> Where?\n\n{ARTICLE}",
        f"{ARTICLE}\n\n-----Original Message-----\nFrom: N\nSent: Mon\nSubject: Copy\n\nWhere?\n",
        f"Look.\n\nOn Mon, 4 Mar 2030 at 10:12, Ilka Moreau <i@wire.example> wrote:\n\n{QUOTED}\n",
        f"Look.\n\n-----Original Message-----\n{INNER}{ARTICLE}",
        f"Look.\n\nGet Outlook for iOS\n{'_' * 32}\n{INNER}{ARTICLE}",
        f"One.\n\n-------- Forwarded Message --------\n{INNER}Two.\n\n"
        f"---------- Forwarded message ---------\n{INNER}{ARTICLE}",
        f"Look.\n\n----- Forwarded Message -----\n{INNER}{ARTICLE}\n\n"
        + f"-----Original Message-----\n{INNER}It is on its way, and long enough.\n\n" * 20,
        f"-------- Forwarded Message --------\nFrom: I <i@wire.example>\nSubject: {'x ' * 35}y\n"
        f"{ARTICLE}",
        f"Begin forwarded message:\n\n{BROKEN}\n",
        f"{ARTICLE}\n\n-- \nTomas Weld\nDeputy Editor, The Tide\n",
        f"{ARTICLE}\n\nBest wishes,\n\nTomas Weld\nDeputy Editor\nT: +44 20 7946 0000\n",
        f"{ARTICLE}\n\nTomas\n",
        f"{ARTICLE}\n\n###\n\nAbout Nordlys\nNordlys has run the ferries since 1911.\n",
        f"Hello Ana,\n\n{ARTICLE}\n\nSent from my phone\n",
        "CAUTION: This email originated from outside of the organization. Do not click links.\n\n"
        f"{ARTICLE}\n\nThis message is intended only for the use of the addressee. If you have"
        " received it in error, please delete it.\n\nThe Tide Ltd, registered in Norland.",
    ],
)
def test_only_the_article_of_a_letter_is_left(text):
    assert body(letter(text, f"Re: {TITLE}")) == list(PARAGRAPHS)


def test_a_quoted_article_has_no_date_and_author_of_the_one_who_quotes_it():
    document = only(letter(f"Look.\n\n{QUOTED}\n", f"Re: {TITLE}"))
    assert (document.authors, document.published) == ((), None)


def test_questions_between_answers_are_quotations():
    answers = "We would like to keep the halls, and have said so.", "The ferry is another matter."
    text = f"> And the cannery?\n\n{answers[0]}\n\n> And the ferry?\n\n{answers[1]}\n"
    (article,) = articles_of(letter(text, "Interview"), "x")
    blocks = [(p.block, article.text[p.start : p.end]) for p in article.paragraphs]
    assert blocks == [
        ("quotation", "And the cannery?"),
        ("paragraph", answers[0]),
        ("quotation", "And the ferry?"),
        ("paragraph", answers[1]),
    ]


PARTS = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
CITED = '<div>On Mon, 4 Mar 2030 Night Desk wrote:<br></div><blockquote type="cite">Where?'
INNER_HTML = (
    "<table class='moz-email-headers-table'><tr><th>Subject: </th><td>Fwd: x</td></tr><tr><th>Date"
    ": </th><td>Mon, 4 Mar 2030 10:12:00 +0100</td></tr><tr><th>From: </th><td>Il</td></tr></table>"
)


@pytest.mark.parametrize(
    "text",
    [
        f"<html><body>{PARTS}</body></html>",
        "<br><br>".join(PARAGRAPHS) + "<br><br>--<br>Tomas Weld<br>The Tide",
        f"{PARTS}{CITED}</blockquote>",
        f"<p>Look.</p>-------- Forwarded Message --------{INNER_HTML}<br>{PARTS}",
        f"<table><tr><td><table><tr><td>{PARTS}</td></tr></table></td></tr></table>",
        f"<p><a href='#'>News</a> · <a href='#'>Sea</a> · <a href='#'>Jobs</a></p>{PARTS}",
        f"<div style='display:none'>A cannery closes</div>{PARTS}",
        f"{'<br><br>'.join(PARAGRAPHS)}<br><br>&gt; From: Night Desk<br>&gt; Where is it?",
        f"<pre>{ARTICLE}\n\nOn Monday, Night Desk wrote:\n&gt; Where is it?\n</pre>",
    ],
)
def test_only_the_article_of_a_letter_in_html_is_left(text):
    assert body(html(text)) == list(PARAGRAPHS)


BYLINE = f"{TITLE}<br>By Ilka Moreau<br>March 4, 2030"


@pytest.mark.parametrize(
    "head",
    [
        f"<p>{BYLINE}</p>",
        f"<div>{BYLINE}<br><br></div>",
        f"<div>{BYLINE}<br></div>",
        f"<p>{TITLE}\nBy Ilka Moreau</p>",
        f"<p>{TITLE}<br><br>March 4, 2030<br>By Ilka Moreau</p>",
    ],
)
def test_title_byline_and_date_of_a_letter_in_html_are_not_its_first_paragraph(head):
    document = only(html(f"{head}{PARTS}", f"Fwd: {TITLE}"))
    assert (document.title, document.authors) == (TITLE, ("Ilka Moreau",))
    assert body(html(f"{head}{PARTS}")) == list(PARAGRAPHS)


SIGNED = "-- Tomas Weld The Tide, 3 Quay Street, Velmora"


@pytest.mark.parametrize("below", ["", "<p>This message is intended only for the addressee.</p>"])
def test_a_signature_that_is_one_paragraph_is_furniture(below):
    data = html(f"{PARTS}<p>{SIGNED}</p>{below}")
    assert body(data) == list(PARAGRAPHS)
    assert SIGNED in furniture(data)


def test_a_list_with_dashes_at_the_end_of_a_letter_is_text():
    items = ("-- a smaller ferry for the winter months", "-- a bus to Haldwick, on school days")
    assert body(letter("\n".join((ARTICLE, "", *items)))) == [*PARAGRAPHS, *items]


def test_a_table_of_figures_stays_one():
    text = "<p>The fleet caught less.</p><table><tr><th>Year</th><th>Tons</th></tr><tr><td>2029"
    document = only(html(f"{text}</td><td>70</td></tr></table>", "Catch"))
    rows = [block.text for block in document.blocks if block.kind == "table_row"]
    assert rows == ["Year | Tons", "2029 | 70"]


BOTH = (
    "Content-Type: multipart/alternative; boundary=cut\n\n--cut\n"
    "Content-Type: text/plain; charset=utf-8\n\n{}\n--cut\n"
    "Content-Type: text/html; charset=utf-8\n\n{}\n--cut--\n"
)


@pytest.mark.parametrize(
    ("plain", "page"),
    [
        ("This message needs a program that shows HTML.", PARTS),
        (ARTICLE, "<p>Your program shows only HTML.</p>"),
        (ARTICLE, PARTS),
        (ARTICLE.replace("Nordlys", "*Nordlys* <https://nordlys.example/>"), "<p>See above.</p>"),
    ],
)
def test_the_form_of_a_text_that_says_all_is_read(plain, page):
    data = HEADERS.format(subject=TITLE, more=BOTH.format(plain, page)).encode()
    assert body(data) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("windows-1252", "windows-1252"),
        ("iso-8859-1", "windows-1252"),  # which has no curved quotation marks
        ("us-ascii", "utf-8"),
        ("utf-8", "windows-1252"),
        ("x-unknown", "utf-8"),
    ],
)
def test_a_text_is_decoded_whatever_its_encoding_is_called(charset, encoding):
    head = HEADERS.format(subject=TITLE, more=f"Content-Type: text/plain; charset={charset}\n")
    assert body(head.encode() + ARTICLE.encode(encoding)) == list(PARAGRAPHS)


def test_lines_that_flow_are_one_paragraph():
    flowed = "\n\n".join(" \n".join(p.split(", ", 1)).replace(" \n", ", \n") for p in PARAGRAPHS)
    more = "Content-Type: text/plain; charset=utf-8; format=flowed\n"
    assert body(letter(flowed, more=more)) == list(PARAGRAPHS)


def test_attachments_are_named_in_a_note():
    more = "Content-Type: multipart/mixed; boundary=cut\n"
    files = "".join(
        f'--cut\nContent-Type: {kind}\nContent-Disposition: attachment; filename="{name}"\n\nx\n'
        for kind, name in (("application/pdf", "report\x1b[2J.pdf"), ("text/plain", "notes.txt"))
    )
    picture = "--cut\nContent-Type: image/png; name=quay.png\n\nx\n"
    text = f"--cut\nContent-Type: text/plain; charset=utf-8\n\n{ARTICLE}\n{files}{picture}--cut--\n"
    document = only(letter(text, more=more))
    assert document.notes == (
        "2 attachments are not shown: report.pdf, notes.txt.",
        "1 picture is not shown.",
    )


@pytest.mark.parametrize(
    ("more", "text", "why"),
    [
        ("", "", "it is a mail without an article in it"),
        ("Content-Type: image/png\n", "abc", "it is a mail that holds only a picture"),
        ("Content-Type: multipart/encrypted; boundary=cut\n", "x", "it is an encrypted mail"),
        (f"Content-Type: text/plain; {'a=b; ' * 5_000}\n", "x", "it is a damaged mail"),
    ],
)
def test_a_letter_without_an_article_is_refused_in_one_line(more, text, why):
    with pytest.raises(FormatError, match=why) as caught:
        documents_of(letter(text, more=more))
    assert "\n" not in str(caught.value)


NESTED_PARTS = "".join(
    f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2_000)
)


@pytest.mark.parametrize(
    "data",
    [
        letter("", more=NESTED_PARTS),
        letter(
            "",
            more="Content-Type: message/rfc822\n\n"
            + "From: a\nContent-Type: message/rfc822\n\n" * 999,
        ),
        html("<table><tr><td>" * 3_000 + "x"),
        html("<blockquote type=cite>" * 3_000 + "x"),
        html("a<br>" * 20_000),
        letter("> " * 50_000),
        letter("From: a\nSent: b\nTo: c\nSubject: d\n\n" * 2_000),
        letter("x", subject="Re: " * 20_000),
    ],
    ids=["parts", "letters", "tables", "quotes", "breaks", "marks", "headers", "prefixes"],
)
def test_deep_and_long_letters_cost_one_line_at_most(data):
    assert "\n" not in outcome(data)


def test_damaged_letters_cost_one_line_at_most():
    chance = random.Random(4)
    files = [path.read_bytes() for path in sorted(LETTERS.iterdir())]
    signs = (
        b"--cut\n",
        b"\n\n",
        b"=?utf-8?q?",
        b"Content-Type: text/html\n\n",
        b"<td>",
        b"> ",
        b"\0",
    )
    kinds = "", "multipart/mixed; boundary=cut", "text/html", "message/rfc822"
    for number in range(400):
        if number % 2:
            data = bytearray(chance.choice(files))
            for _ in range(20):
                start = chance.randrange(len(data))
                data[start : start + chance.randrange(9)] = chance.choice(signs)
        else:
            more = f"Content-Type: {chance.choice(kinds)}\n"
            data = bytearray(letter("", more=more) + chance.randbytes(500))
        assert "\n" not in outcome(bytes(data))
