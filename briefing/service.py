"""Briefings on request: from the library where it has them, else from the engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from functools import cached_property
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from briefing.corrections.corrector import Corrector
from briefing.errors import AnalysisError, Cancelled, LibraryError, ReadError
from briefing.library.user import LibraryUser
from briefing.model import Article, Briefing
from briefing.opening import PART, FeedFound, Opened, Opener, Outcome
from briefing.options import Options
from briefing.sanitize import one_line

if TYPE_CHECKING:
    from briefing.engine import Job, OnProgress
    from briefing.feeds.following import Feeds
    from briefing.feeds.rows import KeptEntry
    from briefing.library import Library, Original
    from briefing.names_file import NamesFile
    from briefing.web.fetching import OnFetched, Stop


PASTED = "pasted text"
"""The source of an article that was pasted."""


class Analyses(Protocol):
    """What makes briefings: an `Engine`, or a cluster that stands in for it."""

    @property
    def has_ended(self) -> bool:
        """True if it does no more work."""

    def start(self) -> None:
        """Begin; calling it again does nothing."""

    def submit(
        self, article: Article, options: Options, on_progress: OnProgress | None = None
    ) -> Job:
        """Ask for an analysis."""

    def close(self) -> None:
        """Stop all work at once."""


class Service(LibraryUser):
    """Joins a library and an engine; each is made when it is first needed.

    Args:
        open_library: Opens the library; where it raises `LibraryError`, nothing is kept.
        make_engine: Makes an engine.
        opener: Opens sources; one that fetches no private addresses if None.
        as_found: True if the reader's corrections and file of names are left out.
        names: The reader's file of names, if there is to be one.

    Attributes:
        corrector: Makes and gives the reader's corrections.
        batch: When the command began that puts articles in, as `briefing.library.Library.save`
            takes it; None on the screen.
    """

    def __init__(
        self,
        open_library: Callable[[], Library],
        make_engine: Callable[[], Analyses],
        opener: Opener | None = None,
        *,
        as_found: bool = False,
        names: NamesFile | None = None,
    ) -> None:
        super().__init__(open_library, None if as_found else names)
        self._make_engine = make_engine
        self.opener = opener or Opener()
        self.corrector = Corrector(self._log, as_found=as_found)
        self.batch: str | None = None
        self._originals: dict[str, Original] = {}
        self._engine: Analyses | None = None
        self._refreshing: Thread | None = None
        self._is_prepared = False

    @property
    def engine(self) -> Analyses:
        """The engine, started; a new one where the one before has ended by itself."""
        if self._engine is None or (self._engine.has_ended and not self._is_closed):
            self._engine = self._make_engine()
            self._engine.start()
        return self._engine

    def prepare(self) -> None:
        """Start what loads the model before it is known that it will be needed.

        It gives way to this process, and is stopped if the library has the article.
        """
        from briefing.engine import processes

        processes.start_early()
        self._is_prepared = True

    def refresh_feeds_in_background(self) -> None:
        """Ask for the feeds that are followed, in a thread that ends with `close`."""
        self._refreshing = Thread(target=self._refresh_feeds, name="feeds", daemon=True)
        self._refreshing.start()

    def _refresh_feeds(self) -> None:
        try:
            for _ in self.feeds.refresh(stop=lambda: self._is_closed):
                pass
        except Cancelled:
            pass
        except LibraryError as error:
            self._tell(f"{error}; the feeds are not asked for")

    def article(self, key: str) -> Article | None:
        """An article of the library, as it was read then.

        A page of an address is read again where this version may read it another way.
        """
        kept = self._kept(key)
        original = self._use(lambda library: library.original(key))
        if kept is None or original is None:
            return kept
        article = self._read_again(kept, original) or kept
        self._originals[article.text] = original
        return article

    def open(
        self, source: str, *, on_progress: OnFetched | None = None, stop: Stop | None = None
    ) -> tuple[Outcome, ...]:
        """What a source holds, as `briefing.opening.Opener.open` gives it."""
        return self._noted(self.opener.open(source, on_progress=on_progress, stop=stop))

    def each(
        self, source: str, *, on_progress: OnFetched | None = None
    ) -> Iterator[tuple[Outcome, ...]]:
        """What a source holds, as `briefing.opening.Opener.each` gives it."""
        return map(self._noted, self.opener.each(source, on_progress=on_progress))

    def open_all(
        self,
        sources: Sequence[str],
        meanwhile: Callable[[], object],
        on_progress: Callable[[str, int, int | None], None] = lambda *_: None,
    ) -> list[Outcome]:
        """What all sources hold, as `briefing.opening.Opener.open_all` gives it."""
        all_opened = self.opener.open_all(sources, meanwhile, on_progress)
        return [outcome for opened in all_opened for outcome in self._noted(opened)]

    def open_text(self, text: str) -> tuple[Outcome, ...]:
        """The article in a pasted text, whatever its format."""
        return self.opener.open_data(text.encode(), PASTED).outcomes

    @cached_property
    def feeds(self) -> Feeds:
        """The feeds of the library; where there is none, for as long as the program runs."""
        from briefing.feeds.following import Feeds
        from briefing.feeds.kept import KeptFeeds, in_memory

        kept = KeptFeeds(in_memory()) if self.library is None else self.library.feeds
        return Feeds(kept, self.opener.feed_reader, self.opener)

    def open_entry(
        self, entry: KeptEntry, *, on_progress: OnFetched | None = None, stop: Stop | None = None
    ) -> tuple[Outcome, ...]:
        """The article of an entry of a feed, as `briefing.feeds.following.Feeds.open` gives it."""
        return self._noted(self.feeds.open(entry, on_progress=on_progress, stop=stop))

    def _read_again(self, kept: Article, original: Original) -> Article | None:
        for source in (kept.source, kept.source.rpartition(PART)[0]):  # alone, or one of several
            opened = self.opener.open_data(
                original.data, source, address=kept.address, charset=original.charset
            )
            for outcome in opened.outcomes:
                if isinstance(outcome, Article) and outcome.source == kept.source:
                    return outcome
        return None

    def _noted(self, opened: Opened) -> tuple[Outcome, ...]:
        """What was opened; bytes that were fetched are kept until its briefing is saved.

        A feed whose entries are to be listed is kept at once.
        """
        return tuple(map(self._looked_at, self._with_originals(opened)))

    def _looked_at(self, outcome: Outcome) -> Outcome:
        if isinstance(outcome, FeedFound):
            try:
                self.feeds.look_at(outcome.page, outcome.source)
            except ReadError as error:
                return error
            except LibraryError as error:
                return ReadError(str(error))
        return outcome

    def _with_originals(self, opened: Opened) -> tuple[Outcome, ...]:
        if opened.fetched is not None:
            from briefing.library import Original

            original = Original(opened.fetched.data, opened.fetched.charset)
            for outcome in opened.outcomes:
                if isinstance(outcome, Article):
                    self._originals[outcome.text] = original
        return opened.outcomes

    def briefing_of(self, article: Article, options: Options) -> Briefing | None:
        """The briefing from the library, without any analysis."""
        options = self._with_names(article, options)
        return self._use(lambda library: library.briefing_of(article, options))

    def submit(
        self, article: Article, options: Options, on_progress: OnProgress | None = None
    ) -> Job:
        """Ask for a briefing as it is found; it is saved in the library when it is made.

        The article is taken as the reader described it, because its date is what "Monday" is
        counted from.
        """
        return self._submit(article, options, on_progress, self.batch)

    def submit_unseen(
        self, article: Article, options: Options, on_progress: OnProgress | None = None
    ) -> Job:
        """The same for an article that is not on the screen, and is listed as one of a batch."""
        return self._submit(article, options, on_progress, self._unseen)

    def note_seen(self, article: Article, options: Options) -> None:
        """List an article as read, since it is on the screen now."""
        article = self._described(article)
        options = self._with_names(article, options)
        self._use(lambda library: library.touch(article, options))

    @cached_property
    def _unseen(self) -> str:
        """The batch of what is opened and not seen."""
        return datetime.now(UTC).isoformat(timespec="milliseconds")

    def _described(self, article: Article) -> Article:
        """An article as the reader described it."""
        if corrections := self.corrector.of(article):
            from briefing.corrections.laying import described

            return described(article, corrections)
        return article

    def _submit(
        self, article: Article, options: Options, on_progress: OnProgress | None, batch: str | None
    ) -> Job:
        article = self._described(article)
        options = self._with_names(article, options)
        found = self._use(lambda library: library.briefing_of(article, options))
        if found:
            from briefing.engine import Job

            self._use(lambda library: library.touch(article, options, batch))
            self._stop_prepared()
            job = Job(article, options)
            job.future.set_result(found)
            return job
        try:
            job = self.engine.submit(article, options, on_progress)
        except OSError as error:  # no process can be started: no memory, no room for a socket
            from briefing.engine import Job

            job = Job(article, options)
            job.fail(AnalysisError(f"the analysis cannot run here: {one_line(str(error))}"))
            return job
        job.future.add_done_callback(lambda future: self._save(future, options, batch))
        return job

    def _with_names(self, article: Article, options: Options) -> Options:
        """The options with what the file of names says of the article; its problems are told."""
        if self.names is None:
            return options
        known = self.names.about(article)
        for problem in self.names.problems:
            self._tell(problem)
        return replace(options, names=known) if known else options

    def close(self) -> None:
        """Stop what reads, stop the engine and close the library."""
        self._is_closed = True
        self.opener.close()
        if self._refreshing:
            self._refreshing.join()
        if self._engine:
            self._engine.close()
        self._close_library()

    def _stop_prepared(self) -> None:
        """Stop what was started early and is not needed."""
        if self._is_prepared and self._engine is None:
            from briefing.engine import processes

            self._is_prepared = False
            processes.stop()

    def _save(self, future: Future[Briefing], options: Options, batch: str | None) -> None:
        if not future.exception():
            briefing = future.result()
            original = self._originals.pop(briefing.article.text, None)
            self._use(lambda library: library.save(briefing, options, original, batch))
