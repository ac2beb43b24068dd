"""All articles of the command line as one page, printed or saved."""

from __future__ import annotations

import gc
from pathlib import Path

from briefing.corrections.laying import corrected
from briefing.corrections.subject import together
from briefing.dossier import dossier_of
from briefing.dossier.articles import by_file, notes
from briefing.dossier.page.laying import composed
from briefing.dossier.values import Dossier
from briefing.errors import BriefingError
from briefing.model import Briefing
from briefing.page.formats import OF_DOSSIERS, PageFormat, dossier_renderer, endings
from briefing.service import Service
from tui.command.console import ALL_DONE, SOME_FAILED, USAGE, say
from tui.command.headless import form_of, outcomes, result_of
from tui.command.options import CommandOptions
from tui.command.progress import Waiting
from tui.command.streams import write_bytes

NO_ARTICLES = "give the articles of the dossier, or a folder; brief --help lists all options"
OTHER_FORMAT = (
    f"a dossier is not made as {{}}; give --markdown, --html or --json, or save it with -o under a"
    f" name that ends with {endings(OF_DOSSIERS)}"
)
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
    subject = together(one.article.text for one in briefings)
    saved = service.corrector.saved_before(subject)
    dossier = dossier_of(briefings, options.sentences, saved)
    dossier = composed(dossier, service.corrector.of(subject))
    for note in notes(dossier.articles, by_file, by_file):
        say(note.removesuffix(".").replace("The ", "the ", 1))
    data = dossier_renderer(form)(dossier)
    if options.output:
        _save(data, dossier, options, form)
        service.corrector.note_saved(subject)
    else:
        write_bytes(data if isinstance(data, bytes) else data.encode())
    return SOME_FAILED if failed else ALL_DONE


def _problem(options: CommandOptions, form: PageFormat | None) -> str:
    """What is wrong with the command line, in one line, or ""."""
    if not options.articles and not options.paste:
        return NO_ARTICLES
    if options.template:
        return NO_TEMPLATE
    if form is None:
        return f"cannot save {options.output}: end the name with {endings(OF_DOSSIERS)}"
    return "" if form in OF_DOSSIERS else OTHER_FORMAT.format(form.label)


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


def _save(data: str | bytes, dossier: Dossier, options: CommandOptions, form: PageFormat) -> None:
    """Save to the file that was named, or into a folder under the headline."""
    from briefing.dossier.page.pieces import headline_of
    from briefing.page.saving import is_folder, save_page, slug

    path = Path(options.output or "")
    if is_folder(path) or (options.output or "").endswith("/"):
        path /= f"{slug(headline_of(dossier))}{form.ending}"
    save_page(data, path, overwrite=options.overwrite)
    say(f"saved {path}")
