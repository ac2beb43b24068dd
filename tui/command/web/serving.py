"""`brief --web`: what is served to a browser, and what is refused.

The server itself is `tui.command.web.server`, which needs packages that a plain installation does
not have.
"""

from __future__ import annotations

import importlib.util
import shlex
import sys

from tui.command.console import SOME_FAILED, USAGE, say
from tui.command.options import CommandOptions

SERVER = "textual-serve==1.1.3"
"""What the extra `web` installs."""


def serve(options: CommandOptions) -> int:
    """Serve the screen to a browser until ctrl+c, and return the exit status."""
    refused = _refusal(options)
    if refused:
        say(refused)
        return USAGE
    from tui.command.web.server import run

    try:
        run(command(options), options.port or 0)
    except OSError as error:
        say(f"port {options.port} cannot be used ({error.strerror or error}); give another --port")
        return SOME_FAILED
    return 0


def command(options: CommandOptions) -> str:
    """The shell command for the same screen, drawn for a web page."""
    words = [sys.executable, "-P", "-m", "tui"]  # -P: never import from the current folder
    words += ["--sentences", str(options.sentences), "--method", options.method]
    if options.model:
        words += ["--model", options.model]
    if options.date:
        words += ["--date", options.date]
    if options.allow_private:
        words.append("--allow-private")
    return f"exec {shlex.join([*words, '--', *options.articles])}"


def _refusal(options: CommandOptions) -> str:
    if options.format or options.template or options.output:
        return "--web opens the screen; it goes with no format, --template or --output"
    if "-" in options.articles or options.paste:
        return "--web takes no standard input and no clipboard; give a file or an address"
    if importlib.util.find_spec("textual_serve") is None:
        return f"--web needs one more package: {sys.executable} -m pip install {SERVER}"
    return ""
