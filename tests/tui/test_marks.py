"""From a place in the article to the row that stands on it."""

from tui.reader.mark_index import Marks
from tui.widgets.rows import Row


def row(*spans):
    return Row(draw=lambda *_: [], spans=spans)


MARKS = Marks(
    {
        "summary": [row((0, 100))],
        "actors": [row((10, 14), (50, 54)), row((20, 30))],
        "places": [row((25, 30))],
        "quotes": [row((40, 70))],
    }
)


def at(offset):
    mark = MARKS.at(offset)
    return mark and (mark.pane, mark.row)


def test_the_shortest_mark_at_a_place_wins():
    assert at(12) == ("actors", 0)
    assert at(22) == ("actors", 1)
    assert at(26) == ("places", 0)
    assert at(45) == ("quotes", 0)
    assert at(52) == ("actors", 0)


def test_other_text_of_a_summary_sentence_is_the_sentence():
    assert at(5) == ("summary", 0)
    assert at(100) is None


def test_walking_goes_from_mark_to_mark_and_not_through_sentences():
    starts, offset = [], -1
    while (mark := MARKS.after(offset)) is not None:
        offset = mark.start
        starts.append(offset)
    assert starts == [10, 20, 25, 40, 50]
    back = []
    while (mark := MARKS.before(offset)) is not None:
        offset = mark.start
        back.append(offset)
    assert back == [40, 25, 20, 10]
