"""What a server's answer says of itself: where else to go, why not, and of what type it is."""

from __future__ import annotations

import re
from typing import Final

from briefing.web.refusing import CHECK_IT, LATER, SAVE_IT, Refused

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
UNKNOWN_TYPE: Final = "application/octet-stream"
READABLE: Final = frozenset(
    f"""
    text/html application/xhtml+xml
    text/plain text/markdown text/x-markdown
    text/xml application/xml application/rss+xml application/atom+xml application/rdf+xml
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


def check_status(status: int) -> None:
    """Refuse what is no page.

    Raises:
        Refused: With a line for the status.
    """
    if 200 <= status < 300:
        return
    if status in STATUSES:
        raise Refused(STATUSES[status])
    if status >= 500:
        raise Refused(f"the site has a fault (status {status}); {LATER}")
    raise Refused(f"the site answers with status {status}; {SAVE_IT}")


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
