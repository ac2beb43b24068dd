"""Text that looks like markup is shown as it is, everywhere."""

import pytest
from msgspec.structs import replace

from tests.tui.example import FakeEngine, brief_app, make_article, make_briefing, spans
from tests.tui.test_reader import drawn, press

HOSTILE = "[/x] [@click=app.quit]go[/] [bold red]{0} %s \\[ [link=http://x.invalid]"


def hostile_briefing():
    text = f"{HOSTILE}\n\n“{HOSTILE}” said {HOSTILE} in {HOSTILE} on {HOSTILE}.\n\n\\"
    article = replace(make_article(text, HOSTILE), source=HOSTILE)
    plain = make_briefing()
    mentions = spans(text, HOSTILE)
    start, end = mentions[1]
    return replace(
        plain,
        article=article,
        summary=(replace(plain.summary[0], text=HOSTILE, start=start, end=end),),
        sentences=(),
        actors=(replace(plain.actors[0], name=HOSTILE, role=HOSTILE, mentions=mentions),),
        locations=(replace(plain.locations[1], name=HOSTILE, mentions=mentions),),
        quotes=(
            replace(
                plain.quotes[0],
                text=HOSTILE,
                start=start,
                end=end,
                speaker=HOSTILE,
                role=HOSTILE,
                speaker_mention=mentions[2],
            ),
        ),
        dates=(replace(plain.dates[0], text=HOSTILE, start=start, end=end, value=HOSTILE),),
    )


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (30, 10)])
async def test_every_pane_shows_it(size):
    briefing = hostile_briefing()
    app = brief_app([briefing.article] * 2, FakeEngine().submit, cached={0: briefing})
    async with app.run_test(size=size) as pilot:
        for key in ("1", "2", "3", "4", "5", "6", "enter", "n", "y", "backspace", "z", "z"):
            await press(pilot, key)
        for pane in ("summary", "actors", "places", "quotes", "when"):
            await app.run_action(f"pane('{pane}')", app.screen)
            await pilot.pause()
            assert "[/x]" in drawn(app, f"#{pane}")
        await press(pilot, "1", "g")
        assert "[/x] [@click=app.quit]" in " ".join(drawn(app, "#article").split())
        app.say(HOSTILE, failed=True)
        await pilot.pause()
        app.export_screenshot()
