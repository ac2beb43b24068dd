"""A source becomes a frozen article, or an error of one line that says what to do."""

import io
import os
import socket
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import ReadError
from briefing.reading import read, read_text
from briefing.reading.furniture import is_furniture

SEED = Path(__file__).parents[2] / "seeds" / "000_67286731495c820e.txt"
BODY = (
    "The harbor town of Velmora closed its last cannery on Friday after 90 years.\n\n"
    "“We held on as long as we could,” said Ilse Brandvik, who ran the plant.\n"
)


def article(text):
    return read_text(text) if isinstance(text, str) else read("-", stdin=io.BytesIO(text))


def kinds(text):
    found = article(text)
    return [(p.kind, found.text[p.start : p.end]) for p in found.paragraphs]


def refusal(source):
    started = time.monotonic()
    with pytest.raises(ReadError) as caught:
        read(str(source))
    assert time.monotonic() - started < 1
    message = str(caught.value)
    assert "\n" not in message
    assert message.isprintable()
    assert message.startswith("cannot read ")
    assert ";" in message
    return message


class TestTheSeed:
    def test_text_is_the_file(self):
        lines = SEED.read_text(encoding="utf-8").split("\n")
        assert read(str(SEED)).text == "\n".join(line.rstrip() for line in lines).strip()

    def test_layout(self):
        seed = read(str(SEED))
        assert seed.title == "Afghanistan Update"
        assert seed.source == str(SEED)
        assert [p.number for p in seed.paragraphs] == [None, *range(1, 18), None]
        assert [p.kind for p in seed.paragraphs] == ["title", *["text"] * 17, "furniture"]
        last = seed.paragraphs[-2]
        assert seed.text[last.start : last.end].endswith("Mill said.")
        assert seed.word_count == len(seed.text.split()) - 2  # "Source link"
        assert (seed.authors, seed.published, seed.notes) == ((), None, ())


class TestRefused:
    def test_a_folder(self, tmp_path):
        assert "it is a folder" in refusal(tmp_path)

    def test_a_pipe_without_a_writer(self, tmp_path):
        os.mkfifo(tmp_path / "pipe.txt")
        assert "pipe" in refusal(tmp_path / "pipe.txt")

    @pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/full"])
    def test_a_device(self, device):
        assert "device" in refusal(device)

    def test_a_socket(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)  # the address of a socket must be short
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("news.txt")
            assert "socket" in refusal("news.txt")

    def test_links_that_lead_nowhere_or_in_a_circle(self, tmp_path):
        (tmp_path / "dangling").symlink_to(tmp_path / "gone")
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
        assert "no such file" in refusal(tmp_path / "dangling")
        assert "circle" in refusal(tmp_path / "loop")

    def test_no_such_file(self, tmp_path):
        assert "no such file" in refusal(tmp_path / "missing.txt")
        assert "no such file" in refusal("")

    def test_what_may_not_be_read(self, tmp_path, monkeypatch):
        def denied(*_args, **_kwargs):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "open", denied)
        assert "may not" in refusal(tmp_path / "secret.txt")

    def test_nothing_in_it(self, tmp_path):
        (tmp_path / "empty.txt").touch()
        assert "empty" in refusal(tmp_path / "empty.txt")
        (tmp_path / "blank.txt").write_text(" \n\t\n\u200b\n")
        assert "no article" in refusal(tmp_path / "blank.txt")
        (tmp_path / "page.txt").write_text("Advertisement\n\nRead more\n\nShare this article\n")
        assert "no article" in refusal(tmp_path / "page.txt")

    def test_too_large_and_not_read_at_all(self, tmp_path):
        with (tmp_path / "huge.txt").open("wb") as file:
            file.truncate(100_000_000)
        assert "20 MB" in refusal(tmp_path / "huge.txt")

    def test_too_much_on_standard_input(self):
        with pytest.raises(ReadError, match="cannot read standard input: it is larger than 20 MB"):
            article(b"word " * 4_100_000)

    def test_standard_input_that_is_closed(self, monkeypatch):
        monkeypatch.setattr(sys, "stdin", None)
        assert "closed" in refusal("-")

    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"\x7fELF\x02\x01\x01" + bytes(60), "program"),
            (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(60), "JPEG"),
            (bytes(range(256)) * 40, "no text"),
        ],
    )
    def test_other_formats_by_content_whatever_their_name(self, tmp_path, data, kind):
        (tmp_path / "story.txt").write_bytes(data)
        assert kind in refusal(tmp_path / "story.txt")

    def test_a_hostile_name_is_shown_safely(self):
        message = refusal("\x1b]0;owned\x07story\n\u202etxt")
        assert "story txt" in message


class TestDecoding:
    @pytest.mark.parametrize(
        "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
    )
    def test_encodings(self, encoding):
        assert article(BODY.encode(encoding)).text == BODY.strip()

    def test_a_guess_is_noted(self):
        assert article(BODY.encode("cp1252")).notes == ("The encoding was taken for Windows-1252.",)

    def test_a_broken_byte_in_utf_8_costs_one_character(self):
        broken = ("“Höfn, Ærø, Tromsø, Gdańsk” " * 20).encode() + b"\xff end of the story."
        found = article(broken)
        assert found.text.count("\ufffd") == 1
        assert "Gdańsk" in found.text
        assert found.notes == ("1 character could not be decoded.",)

    def test_mojibake_is_repaired(self):
        found = article(BODY.encode().decode("cp1252", errors="ignore"))
        assert found.text.startswith("The harbor town")
        assert "â€" not in found.text
        assert found.notes == ("Wrongly decoded characters were repaired.",)

    def test_curly_quotes_and_capitals_with_tilde_stay(self):
        text = "“It’s SÃO PAULO’s ‘biggest’ fair,” the mayor said."
        assert article(text).text == text

    def test_hidden_characters_are_counted(self):
        found = article("The \x1b[1mmayor\x1b[0m re\u200bsigned on Monday.\n")
        assert found.text == "The mayor resigned on Monday."
        assert found.notes == ("9 hidden characters removed.",)


class TestReferences:
    @pytest.mark.parametrize(
        ("written", "meant", "count"),
        [
            ("&quot;We held on,&quot; Brandvik said.", '"We held on," Brandvik said.', 2),
            ("&#8220;We held on,&#x201D; she said.", "“We held on,” she said.", 2),
            ("Lind &amp; Oduya sold the plant.", "Lind & Oduya sold the plant.", 1),
            ("It cost&nbsp;900&nbsp;crowns.", "It cost 900 crowns.", 2),
            ("Lind &amp;amp; Oduya&amp;#8217;s plant", "Lind & Oduya’s plant", 2),
            ("&lt;b&gt;Closed&lt;/b&gt; for good.", "<b>Closed</b> for good.", 4),
        ],
    )
    def test_decoded_and_noted(self, written, meant, count):
        found = article(written)
        assert found.text == meant
        s = "s" * (count > 1)
        assert found.notes == (f"{count} character reference{s} decoded.",)

    @pytest.mark.parametrize(
        "text",
        [
            "Lind & Oduya; the plant; R&D; and Q&A;",
            "The page is at velmora.example/?a=1&copy=2&lt=3.",
            "The &unheard; word.",
        ],
    )
    def test_what_is_no_reference_stays(self, text):
        found = article(text)
        assert (found.text, found.notes) == (text, ())

    def test_what_they_hide_does_not_come_back(self):
        found = article("The &#27;[31mmayor&#x202e; re&shy;signed.&#13;&#10;&#0;Nobody&#155;wept.")
        assert "mayor resigned.\n" in found.text
        assert not any(ord(char) < 32 and char != "\n" for char in found.text)
        assert "\u202e" not in found.text
        assert "hidden characters removed" in found.notes[0]

    def test_lines_were_cut_with_the_references_in_them(self):
        found = article(
            "The ferry to Skarvoy will stop running in\n"
            "December, its owner said. &quot;We were\n"
            "told by letter,&quot; said Maren Oduya,\n"
            "who teaches there. &quot;Nobody had the\n"
            "courage to come over and say it aloud to\n"
            "our faces when there was time,&quot; she\n"
            "said on Friday.\n"
        )
        assert len(found.paragraphs) == 1
        assert '"Nobody had the courage' in found.text


class TestLines:
    def test_hard_wrapped_lines_are_joined(self):
        wrapped = (
            "Ferry line to end its winter service\n\n"
            "The only ferry to the island of Skarvoy will stop running in December,\n"
            "its owner said on Thursday, leaving some 400 people with a mail boat\n"
            "that calls twice a week. The company has lost money on the well-\n"
            "known route since 2019.\n\n"
            "Residents met in the school on Thursday night to talk about a petition\n"
            "and about what they would do without a doctor for most of the winter\n"
            "months. Nobody expects an answer soon.\n"
        )
        found = article(wrapped)
        assert [p.kind for p in found.paragraphs] == ["title", "text", "text"]
        assert "the well-known route since 2019." in found.text
        assert "with a mail boat that calls twice" in found.text
        assert found.notes == ("Hard-wrapped lines were joined.",)

    def test_one_line_a_paragraph_stays_so(self):
        lines = [
            f"Sentence number {n} of this list has about sixty columns in it." for n in range(9)
        ]
        assert article("\n".join(lines)).text == "\n".join(lines)

    def test_a_poem_stays_a_poem(self):
        poem = "The tide comes in,\nthe tide goes out,\nthe gulls complain,\nand no one listens."
        assert article(poem).text == poem

    def test_blank_lines_and_line_ends(self):
        assert (
            article("One here.  \r\n\r\n\r\n \r\nTwo there.\r\n").text == "One here.\n\nTwo there."
        )


class TestTitle:
    @pytest.mark.parametrize(
        ("first", "title"),
        [
            ("Cannery closes after 90 years", "Cannery closes after 90 years"),
            ("‘We held on’: a town loses its plant", "‘We held on’: a town loses its plant"),
            ("# Cannery closes", "Cannery closes"),
            ("The last cannery closed on Friday.", ""),
            ("“We held on as long as we could.”", ""),
            ("Why did it close?", ""),
            ("VELMORA —", ""),
            ("Velmora (CNA)", ""),
            ("word " * 21, ""),
        ],
    )
    def test_the_first_line(self, first, title):
        found = article(f"{first}\n\n{BODY}")
        assert found.title == title
        assert found.paragraphs[0].kind == ("title" if title else "text")

    def test_a_single_line_has_no_title(self):
        assert article("Cannery closes after 90 years").title == ""

    def test_half_a_sentence_is_no_title(self):
        assert article("The last cannery in the town\nclosed on Friday. People wept.").title == ""

    def test_a_title_below_furniture(self):
        found = article(f"Advertisement\n\nCannery closes\n\n{BODY}")
        assert found.title == "Cannery closes"
        assert [p.number for p in found.paragraphs] == [None, None, 1, 2]


class TestMasthead:
    @pytest.mark.parametrize(
        ("line", "authors"),
        [
            ("By Maren Oduya", ("Maren Oduya",)),
            ("By MAREN ODUYA and Tor van der Lind", ("MAREN ODUYA", "Tor van der Lind")),
            (
                "By Maren Oduya, Tor Lind, and J. P. Quill",
                ("Maren Oduya", "Tor Lind", "J. P. Quill"),
            ),
            ("By Maren Oduya | Coastal Wire", ("Maren Oduya",)),
            ("Written by Maren O’Dell, health correspondent", ("Maren O’Dell",)),
        ],
    )
    def test_bylines(self, line, authors):
        found = article(f"Cannery closes\n{line}\n\n{BODY}")
        assert found.authors == authors
        assert [p.kind for p in found.paragraphs] == ["title", "furniture", "text", "text"]

    @pytest.mark.parametrize(
        "line",
        [
            "By Friday Evening the last boat had left.",
            "By morning nothing was left of it",
            "By Maren Oduya the town had never been understood:",
        ],
    )
    def test_sentences_are_no_bylines(self, line):
        assert article(f"Cannery closes\n{line}\n\n{BODY}").authors == ()

    @pytest.mark.parametrize(
        ("line", "published"),
        [
            ("Monday, May 18, 2015", "2015-05-18"),
            ("18 May 2015", "2015-05-18"),
            ("2026-11-22", "2026-11-22"),
            ("Published: 2026-11-22 10:30", "2026-11-22"),
            ("Published on Sept. 3, 2024 at 9:05 a.m. EST", "2024-09-03"),
            ("2026-11-22T10:30:00Z", "2026-11-22"),
            ("Updated: May 18, 2015", "2015-05-18"),
            ("Updated 2024-03-04 14:05", "2024-03-04"),
            ("Broadcast January 18, 2024", "2024-01-18"),
            ("February 30, 2015", None),
            ("Published 15/05/2023", "2023-05-15"),
            ("By Maren Oduya | 15 May 2023", "2023-05-15"),
            ("By Maren Oduya, 15 May 2023", "2023-05-15"),
            ("Maren Oduya, May 15, 2023", "2023-05-15"),
            ("Posted on May 3rd, 2021", "2021-05-03"),
            ("2023-05-03T10:15:00+02:00", "2023-05-03"),
            ("Published 2023-05-03T10:15:00.000Z", "2023-05-03"),
            ("Wed 3 May 2023", "2023-05-03"),
            ("Wed 3 May 2023 17.30 BST", "2023-05-03"),
            ("3.5.2023", "2023-05-03"),
            ("Published: 3 May 2023", "2023-05-03"),
            ("Published May 3, 2023 | Updated May 5, 2023", "2023-05-03"),
            ("Updated 5 May 2023, first published 3 May 2023", "2023-05-03"),
            ("Velmora, 3 May 2023", "2023-05-03"),
            ("Tuesday 3rd May 2022", "2022-05-03"),
            ("May 3, 2023 at 5:00 AM", "2023-05-03"),
            ("May 3, 2023 / 5:00 AM EDT / Coastal Wire", "2023-05-03"),
            ("Last modified on Wed 3 May 2023 12.15 BST", "2023-05-03"),
            ("First published on Wed 3 May 2023 06.00 BST", "2023-05-03"),
            ("3rd of May 2023", "2023-05-03"),
            ("05/15/2023", "2023-05-15"),
            ("2023/05/15", "2023-05-15"),
            ("15-05-2023", "2023-05-15"),
            ("Coastal Wire | May 15, 2023", "2023-05-15"),
            ("Created: 15 May 2023 14:20", "2023-05-15"),
            ("Issued: 15 May 2023", "2023-05-15"),
            ("By Maren Oduya • Nov 14, 2023", "2023-11-14"),
            ("By MAREN ODUYA | 14 November 2023", "2023-11-14"),
            ("By MAREN ODUYA November 14, 2023", "2023-11-14"),
            ("By Maren Oduya on November 14, 2023", "2023-11-14"),
            ("Published on 14.11.2023", "2023-11-14"),
            ("Published: 14/11/2023, 10:30", "2023-11-14"),
            ("14/11/2023 - 10:30", "2023-11-14"),
            ("Posted November 14, 2023 10:30 am", "2023-11-14"),
            ("Posted: Nov 14, 2023 / 10:30 AM EST", "2023-11-14"),
            ("Nov. 14, 2023, 10:30 a.m. ET", "2023-11-14"),
            ("Tue., Nov. 14, 2023", "2023-11-14"),
            ("Tuesday, 14th November, 2023", "2023-11-14"),
            ("2023-11-14T10:30:00.123+01:00", "2023-11-14"),
            ("2023-11-14 10:30:00 UTC", "2023-11-14"),
            ("14 Nov 2023 | 10:30 GMT", "2023-11-14"),
            ("Date: 14 November 2023", "2023-11-14"),
            ("Oslo, Nov 14, 2023", "2023-11-14"),
            ("Oslo, Norway, 14 November 2023", "2023-11-14"),
            ("OSLO, 14 November 2023", "2023-11-14"),
            ("Oslo — 14 November 2023", "2023-11-14"),
            ("Oslo | 14.11.2023", "2023-11-14"),
            ("Updated 15 November 2023 | Published 14 November 2023", "2023-11-14"),
            ("Published 14 November 2023, updated 15 November 2023", "2023-11-14"),
            ("First published November 14, 2023", "2023-11-14"),
            ("14 November 2023, 10.30am", "2023-11-14"),
            ("Published at 10:30 on 14 November 2023", "2023-11-14"),
            ("Published Tue 14 Nov 2023 07.00 CET", "2023-11-14"),
            ("Coastal Wire, 14 November 2023", "2023-11-14"),
            ("Coastal Wire - November 14, 2023", "2023-11-14"),
            ("November 14, 2023 · 4 min read", "2023-11-14"),
            ("November 14, 2023 by Maren Oduya", "2023-11-14"),
            ("Maren Oduya - 14 Nov 2023", "2023-11-14"),
            ("(14 November 2023)", "2023-11-14"),
            ("Last updated: 14 November 2023", "2023-11-14"),
            ("Latest update November 14th, 2023 12:49 AM", "2023-11-14"),
            ("14-Nov-2023", "2023-11-14"),
            ("14 November, 2023", "2023-11-14"),
            ("Nov 14 2023", "2023-11-14"),
            ("Tue Nov 14 2023 10:30", "2023-11-14"),
        ],
    )
    def test_date_lines(self, line, published):
        found = article(f"Cannery closes\n{line}\n\n{BODY}")
        assert found.published == published
        assert [p.kind for p in found.paragraphs] == ["title", "furniture", "text", "text"]

    @pytest.mark.parametrize(
        ("proof", "published"),
        [
            ("It was signed on 25/03/2023.", "2023-05-04"),
            ("It was signed on 03/25/2023.", "2023-04-05"),
            ("It was signed on 25/03/2023 and 03/25/2023.", None),
            ("It was signed in March.", None),
        ],
    )
    def test_one_date_in_numbers_proves_the_order_of_the_others(self, proof, published):
        found = article(f"Cannery closes\nDunmere, 04/05/2023\n\n{BODY}\n\n{proof}")
        assert found.published == published

    @pytest.mark.parametrize(
        "line", ["05/06/2015 was the day", "May 2015", "Monday", "It was Monday, May 18, 2015."]
    )
    def test_what_gives_no_date(self, line):
        found = article(f"Cannery closes\n{line}\n\n{BODY}")
        assert found.published is None
        assert ("text", line) in kinds(f"Cannery closes\n{line}\n\n{BODY}")

    @pytest.mark.parametrize(
        ("dateline", "published"),
        [
            ("VARNA, March 4, 2024 (Northfield Wire) -", "2024-03-04"),
            ("Port Orlo, Norway, 4 March 2024 (NW) —", "2024-03-04"),
            ("September 5, 2024 —", "2024-09-05"),
            ("5 September 2024 -", "2024-09-05"),
            ("ASTORIA, Ore. (November 12, 2023) —", "2023-11-12"),
            ("VARNA and ORLO, Ore. (November 12, 2023) —", "2023-11-12"),
            ("DUNMERE, Sept. 5, 2024 —", "2024-09-05"),
            ("DUNMERE (Coastal Wire) September 5, 2024 —", "2024-09-05"),
            ("DUNMERE, 5 September 2024 (Coastal Wire) –", "2024-09-05"),
            ("(September 5, 2024) —", "2024-09-05"),
            ("DUNMERE -- Sept. 5, 2024 --", "2024-09-05"),
            ("DUNMERE | 5 September 2024 |", "2024-09-05"),
            ("November 14, 2023 –", "2023-11-14"),
            ("OSLO, Norway (November 14, 2023) –", "2023-11-14"),
            ("OSLO, Norway, Nov. 14, 2023 (Coastal Wire) --", "2023-11-14"),
            ("OSLO, Nov. 14, 2023 /Coastal Wire/ --", "2023-11-14"),
            ("Oslo, Norway (14 November 2023) —", "2023-11-14"),
            ("Nov. 14, 2023 (Oslo) —", "2023-11-14"),
            ("OSLO, 14.11.2023 –", "2023-11-14"),
            ("14/11/2023 –", "2023-11-14"),
            ("2023-11-14 –", "2023-11-14"),
            ("OSLO, Tuesday, November 14, 2023 —", "2023-11-14"),
            ("VARNA, March 4 (Northfield Wire) -", None),
            ("Varna, March 4, 2024 —", None),
            ("It was March 4, 2024 -", None),
        ],
    )
    def test_a_dateline_with_a_full_date(self, dateline, published):
        text = f"Cannery closes\n\n{dateline} {BODY} {BODY}"
        assert article(text).published == published

    def test_a_line_that_says_so_goes_before_a_dateline_and_an_update(self):
        found = article(
            "Cannery closes\nUpdated May 19, 2015\nPublished May 18, 2015\n\n"
            f"DUNMERE, May 17, 2015 (Coastal Wire) - {BODY}"
        )
        assert found.published == "2015-05-18"


class TestBelowALotOfFurniture:
    TOP = (
        "Skip to main content\nHome > World > Coast\nADVERTISEMENT\n\nCannery closes\n\n"
        "Published 2 hours ago\nShare this article\nFacebook  Twitter  WhatsApp\n"
    )

    def test_the_title_and_the_byline_are_found(self):
        found = article(f"{self.TOP}By Maren Oduya, Velmora\n18 May 2015\n\n{BODY}")
        assert (found.title, found.authors) == ("Cannery closes", ("Maren Oduya",))
        assert found.published == "2015-05-18"
        assert [p.kind for p in found.paragraphs if p.kind != "furniture"] == [
            "title", "text", "text"
        ]  # fmt: skip

    def test_a_name_far_down_is_no_byline(self):
        lines = "\n\n".join(f"Boat number {n} came back on Friday." for n in range(6))
        assert article(f"{lines}\n\nBy Maren Oduya\n\n{BODY}").authors == ()


class TestLinks:
    LINKS = ("Skarvoy loses its ferry", "Mail boats: what next?", "Dunmere votes in May")

    def links(self, bullet=""):
        return "\n".join(bullet + link for link in self.LINKS)

    @pytest.mark.parametrize("heading", ["Related stories", "Read more:", "MOST READ", "More news"])
    @pytest.mark.parametrize("bullet", ["", "- ", "• ", "1. "])
    @pytest.mark.parametrize("end", ["", "\nSign up for our newsletter\n© 2024 Coastal Wire"])
    def test_at_the_end(self, heading, bullet, end):
        found = kinds(f"Cannery closes\n\n{BODY}\n{heading}\n{self.links(bullet)}{end}")
        assert [kind for kind, _ in found[:3]] == ["title", "text", "text"]
        assert {kind for kind, _ in found[3:]} == {"furniture"}

    def test_with_bullets_in_the_middle(self):
        found = kinds(f"Cannery closes\n\n{BODY}\nRead more\n{self.links('- ')}\n\n{BODY}")
        assert [kind for kind, _ in found] == [
            "title", "text", "text", *["furniture"] * 4, "text", "text"
        ]  # fmt: skip

    def test_headings_and_lists_of_the_article_stay(self):
        text = f"Cannery closes\n\n{BODY}\nRead more\n\nWho pays\n{BODY}\n{self.links('- ')}"
        found = kinds(text)
        assert ("text", "Who pays") in found
        assert found[-1] == ("text", "- Dunmere votes in May")

    def test_a_list_of_headlines_is_an_article(self):
        found = kinds(f"Top stories\n{self.links()}\n{self.links()}")
        assert [kind for kind, _ in found].count("text") >= 5

    def test_many_headings_take_no_longer_than_their_number_says(self):
        started = time.monotonic()
        article("A boat came.\n" + "Read more\nSkarvoy loses its ferry\n" * 20_000 + "It left.")
        assert time.monotonic() - started < 3


FURNITURE = """Source link
Home > World > Africa
Home › News › Northern towns
HOME / NEWS / WORLD
News » World
You are here: Home > Coast > Velmora closes its last cannery
Most read
Advertisement
ADVERTISEMENT
Story continues below advertisement
Read more
Read more: The town that lost its harbor
READ MORE »
[Related: Another plant may close]
Related articles
Share this article
Share on Facebook
Facebook Twitter Email
Follow us on Twitter
Sign up
Sign up for our weekly newsletter and get the best stories.
Subscribe to our newsletter
Get the news straight to your inbox every morning.
All rights reserved
Copyright 2024 Coastal Wire. All rights reserved.
© 2024 Coastal Wire
(Reporting by Maren Oduya; Editing by Tor Lind)
(Reporting by Maren Oduya in Velmora and Tor Lind; Additional reporting by J. Quill)
Reporting by Maren Oduya; editing by Tor Lind
Maren Oduya in Velmora contributed to this report.
Photo: Maren Oduya/Coastal Wire
Image copyright Getty Images
(AP Photo/Maren Oduya)
Image caption The plant in 1931
Maren Oduya/Reuters
Tags: fish, work, coast
Leave a comment
12 comments
3 min read
Back to top
* * *
-30-
Updated 3 hours ago
May 06, 2022 News
This article was originally published on the site of Coastal Wire"""


@pytest.mark.parametrize("line", FURNITURE.splitlines())
def test_furniture(line):
    assert is_furniture(line)


SENTENCES = """Share prices fell sharply on Friday.
Share of women in parliament falls
Advertisement revenue fell by a third, the company said.
The advertisement showed a red boat.
Read more slowly, her teacher told her.
Sign up sheets were posted in the town hall.
Subscribe was not the word he used.
All rights reserved for members were abolished in May.
Reporting by the newspaper showed that the plant had lost money.
(Reporting was banned by the court in May.)
Copyright law protects the plans, her lawyer said.
Photographs of the plant hang in the town hall.
Follow the money, the prosecutor told the jury.
Related charges were dropped last year.
Home sales rose in May
Poll: Voters tire of the long campaign
Home/away split divides the fans
World news: a week of floods
Top stories of the year show a country at odds
The source link between the two cases is weak, he said.
Comments by the minister caused a stir.
Updated rules take effect in March.
Watch officers saw the boat drift at dawn.
She contributed to this victory
“Sign up,” he said.
Photo finish decides race
Tags on the birds showed where they had flown.
Next week the council votes.
Video games help old people, study finds
From Bloomberg:
Twitter sued over layoffs"""


@pytest.mark.parametrize("line", SENTENCES.splitlines())
def test_ordinary_sentences_with_such_words_are_text(line):
    assert not is_furniture(line)


def test_the_path_is_kept_as_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("a  strange—name.txt").write_text(BODY)
    assert read("./a  strange—name.txt").source == "./a  strange—name.txt"


def test_one_word():
    found = article("Velmora")
    assert [(p.kind, p.number) for p in found.paragraphs] == [("text", 1)]
    assert found.word_count == 1


@pytest.mark.parametrize(
    "line", ["word " * 20_000, "x" * 100_000, "By Ann " * 15_000, "[" * 100_000 + "a"]
)
def test_a_very_long_line_is_read_in_time(line):
    started = time.monotonic()
    assert article(line).text == line.strip()
    assert time.monotonic() - started < 2


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_an_article_or_refused(data):
    try:
        found = article(data)
    except ReadError:
        return
    for paragraph in found.paragraphs:
        line = found.text[paragraph.start : paragraph.end]
        assert line
        assert line == line.strip()
        assert "\n" not in line
        assert (paragraph.number is not None) == (paragraph.kind == "text")
    shown = "".join(found.text[p.start : p.end] for p in found.paragraphs)
    assert "".join(shown.split()) == "".join(found.text.split())
