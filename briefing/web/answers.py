"""What a server's answer says of itself: where else to go, why not, and of what type it is."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from briefing.web.refusing import CHECK_IT, LATER, SAVE_IT, Refused

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
UNKNOWN_TYPE: Final = "application/octet-stream"
READABLE: Final = frozenset(
    f"""
    text/html application/xhtml+xml
    text/plain text/markdown text/x-markdown
    text/xml application/xml application/rss+xml application/atom+xml application/rdf+xml
    text/x-opml
    application/json application/feed+json
    application/pdf application/x-pdf application/epub+zip application/rtf text/rtf
    application/vnd.openxmlformats-officedocument.wordprocessingml.document
    application/vnd.oasis.opendocument.text
    message/rfc822 multipart/related application/x-mimearchive application/x-webarchive
    application/gzip application/x-gzip application/zip application/zstd
    binary/octet-stream {UNKNOWN_TYPE}
    """.split()
)
"""Types that may hold an article. What it really is, its bytes decide later."""
ACCEPT: Final = (
    "text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9,application/pdf;q=0.8,"
    "application/xml;q=0.8,*/*;q=0.5"
)
ACCEPT_FEED: Final = (
    "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,"
    "text/xml;q=0.9,text/html;q=0.7,*/*;q=0.5"
)
"""The same where a feed is asked for, at addresses that have a page too."""
KINDS: Final = {
    "image": "an image",
    "video": "a video",
    "audio": "a sound recording",
    "font": "a font",
}
TYPE = r"[a-z0-9!#$&^_.+-]{1,100}/[a-z0-9!#$&^_.+-]{1,100}"
CHARSET = r"""charset\s*=\s*["']?([a-z0-9_.:+-]{1,40})"""

FORBIDDEN = f"the site refuses programs; {SAVE_IT}"
GONE = f"there is no such page; {CHECK_IT}"
STATUSES: Final = {
    401: FORBIDDEN,
    402: f"the site wants a subscription; {SAVE_IT}",
    403: FORBIDDEN,
    404: GONE,
    406: FORBIDDEN,
    407: FORBIDDEN,
    410: GONE,
    429: "the site has had too many requests; wait a few minutes and try again",
    451: "the site may not show it for legal reasons; look for the article elsewhere",
}


TOO_BUSY: Final = frozenset({429, 503})
LONGEST_WAIT: Final = 24 * 3600
"""Seconds; a site that wants more is asked again after these."""


def check_status(status: int, retry_after: str = "") -> None:
    """Refuse what is no page.

    Args:
        status: Of the answer.
        retry_after: Its header of that name, or "".

    Raises:
        Refused: With a line for the status.
    """
    if 200 <= status < 300:
        return
    wait = seconds_of(retry_after) if status in TOO_BUSY else None
    if status in STATUSES:
        raise Refused(STATUSES[status], wait)
    if status >= 500:
        raise Refused(f"the site has a fault (status {status}); {LATER}", wait)
    raise Refused(f"the site answers with status {status}; {SAVE_IT}")


def seconds_of(retry_after: str) -> int:
    """The seconds that a Retry-After header asks for, in either of its forms; 0 if it has none."""
    if retry_after.strip().isdecimal():
        return min(int(retry_after.strip()[:9]), LONGEST_WAIT)
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        until = parsedate_to_datetime(retry_after)
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return min(max(int((until - datetime.now(UTC)).total_seconds()), 0), LONGEST_WAIT)
    return 0


def type_of(content_type: str) -> tuple[str, str | None]:
    """The type and the charset that a Content-Type header names.

    Raises:
        Refused: The type holds no article.
    """
    lower = content_type.lower()
    name = lower.partition(";")[0].strip()
    charset = re.search(CHARSET, lower)
    if not re.fullmatch(TYPE, name):
        name = UNKNOWN_TYPE
    if name not in READABLE:
        what = KINDS.get(name.partition("/")[0], f"of the type {name}")
        raise Refused(f"it is {what} and no article; give the address of the article's page")
    return name, charset[1] if charset else None
