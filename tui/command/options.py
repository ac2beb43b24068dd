"""What one call of the command asks for, as a value."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import Article, Origin
from briefing.options import DEFAULT_SUMMARY_LENGTH, Options


class CommandOptions(Struct, frozen=True, kw_only=True):
    """The command line, parsed; each field is the option of its name.

    Attributes:
        articles: Paths and addresses, or "-" for standard input.
        paste: True if the article is in the clipboard.
        dossier: True if all articles are to be one page.
        digest: True if the stories of all articles are to be one page.
        allow_private: True if addresses of this machine and of intranets may be fetched.
        format: Name of what to print or save, if an option says so.
        template: Name of a template for the page, or None.
        output: Where to save, or None to print.
        overwrite: True if files that exist may be replaced.
        sentences: Length of the summary.
        method: Name of the ranking method.
        model: Name or folder of a spaCy pipeline, or None.
        date: Publication date as YYYY-MM-DD for articles that do not give one, or None.
        as_found: True if the reader's corrections are left out.
        corrections: A file of corrections to take in, "" to print those that there are, or None.
        find: What to look for in the library, or None.
        verify: A quotation to look for in the articles or in the library, or None.
        export_library: A file to write the library into, or None.
        import_library: A file to merge into the library, or None.
        feeds: True if only the feeds are wanted that are followed.
        follow: Addresses of feeds, and files that list some, to follow.
        unfollow: Addresses of feeds to follow no longer.
        export_feeds: A file to list the feeds in that are followed, or None.
        executor: The Dask cluster that analyzes, as "dask://HOST:PORT", or None for this machine.
        stories: True if only the stories are wanted that several articles tell.
        mcp: True if other programs ask over standard input and output.
        allow_fetch: True if these may have addresses fetched.
        port: Where `--web` serves, or None for any free port.
    """

    articles: tuple[str, ...] = ()
    paste: bool = False
    dossier: bool = False
    digest: bool = False
    allow_private: bool = False
    format: str | None = None
    template: str | None = None
    output: str | None = None
    overwrite: bool = False
    sentences: int = DEFAULT_SUMMARY_LENGTH
    method: str = Options().method
    model: str | None = None
    date: str | None = None
    as_found: bool = False
    corrections: str | None = None
    find: str | None = None
    verify: str | None = None
    export_library: str | None = None
    import_library: str | None = None
    feeds: bool = False
    follow: tuple[str, ...] = ()
    unfollow: tuple[str, ...] = ()
    export_feeds: str | None = None
    executor: str | None = None
    stories: bool = False
    mcp: bool = False
    allow_fetch: bool = False
    port: int | None = None

    @property
    def analysis(self) -> Options:
        """The choices about the analysis of each article."""
        return Options(method=self.method, model=self.model)

    def dated(self, article: Article) -> Article:
        """The article with the date of the command line, unless it has its own."""
        if article.published or not self.date:
            return article
        origins = (*article.origins, Origin("published", "--date"))
        return replace(article, published=self.date, origins=origins)
