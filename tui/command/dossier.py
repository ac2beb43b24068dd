"""All articles of the command line as one page, printed or saved."""

from __future__ import annotations

import gc
from pathlib import Path

from briefing import codec
from briefing.corrections.laying import corrected
from briefing.dossier import dossier_of
from briefing.dossier.values import Dossier
from briefing.errors import BriefingError
from briefing.model import Briefing
from briefing.page.formats import PageFormat
from briefing.service import Service
from tui.command.console import ALL_DONE, SOME_FAILED, USAGE, say
from tui.command.headless import form_of, outcomes, result_of
from tui.command.options import CommandOptions
from tui.command.progress import Waiting
from tui.command.streams import write_bytes

NO_ARTICLES = "give the articles of the dossier, or a folder; brief --help lists all options"
FORMATS = ("markdown", "json")
OTHER_FORMAT = "a dossier is printed as Markdown or JSON; give --markdown or --json"
NO_TEMPLATE = "templates are for the page of one article; leave --template out"
ONLY_ONE = "there is only one article; a dossier needs another one to compare it with"


def produce_dossier(options: CommandOptions, service: Service) -> int:
    """Print or save one dossier of all articles that can be read, and return the exit status."""
    form = form_of(options)
    problem = _problem(options, form)
    if form is None or problem:
        say(problem)
        return USAGE
    briefings, failed = _briefings(options, service)
    if not briefings:
        return SOME_FAILED
    if len(briefings) == 1:
        say(ONLY_ONE)
    dossier = dossier_of(briefings, options.sentences)
    for note in dossier.notes:
        say(note.removesuffix(".").replace("The ", "the ", 1))
    data = _rendered(dossier, form)
    if options.output:
        _save(data, dossier, options, form)
    else:
        write_bytes(data.encode())
    return SOME_FAILED if failed else ALL_DONE


def _problem(options: CommandOptions, form: PageFormat | None) -> str:
    """What is wrong with the command line, in one line, or ""."""
    if not options.articles and not options.paste:
        return NO_ARTICLES
    if options.template:
        return NO_TEMPLATE
    if form is None:
        return f"cannot save {options.output}: end the name with .md or .json, or give a format"
    return "" if form.name in FORMATS else OTHER_FORMAT


def _briefings(options: CommandOptions, service: Service) -> tuple[list[Briefing], bool]:
    """The corrected briefings of all articles, and whether there are others that failed."""
    waiting = Waiting()
    briefings, failed = [], False
    for outcome in outcomes(options, service, waiting):
        try:
            found = result_of(outcome, waiting)
            briefings.append(corrected(found, service.corrector.of(found.article)))
        except BriefingError as error:
            say(str(error))
            failed = True
        gc.enable()  # after the first article, by when all is loaded
    return briefings, failed


def _rendered(dossier: Dossier, form: PageFormat) -> str:
    if form.name == "json":
        return codec.encode(dossier).decode() + "\n"
    from briefing.dossier.page import to_markdown

    return to_markdown(dossier)


def _save(data: str, dossier: Dossier, options: CommandOptions, form: PageFormat) -> None:
    """Save to the file that was named, or into a folder under the headline."""
    from briefing.dossier.page import headline_of
    from briefing.page.saving import is_folder, save_page, slug

    path = Path(options.output or "")
    if is_folder(path) or (options.output or "").endswith("/"):
        path /= f"{slug(headline_of(dossier))}{form.ending}"
    save_page(data, path, overwrite=options.overwrite)
    say(f"saved {path}")
