"""`brief --mcp`: other programs read, search, brief and verify by the Model Context Protocol.

The server itself is `tui.command.mcp.server`, which needs packages that a plain installation does
not have.
"""

from __future__ import annotations

import importlib.util
import os
import signal
import sys
from types import FrameType

from briefing.service import Service
from tui.command.console import ALL_DONE, INTERRUPTED, USAGE, say
from tui.command.options import CommandOptions

PACKAGE = "mcp>=2.3,<3"
"""What the extra `mcp` installs."""
ALONE = "--mcp answers another program; it goes with no article, no format and no -o"
ON_TERMINAL = "waiting for another program on standard input, as --mcp does; press ctrl+c to end"


def serve(options: CommandOptions, service: Service) -> int:
    """Answer the program on standard input until it closes that, and return the exit status."""
    refused = _refusal(options)
    if refused:
        say(refused)
        return USAGE
    from tui.command.mcp.server import run
    from tui.command.mcp.tools import Tools

    if sys.stdin.isatty():
        say(ON_TERMINAL)

    def end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        """End at once: a thread of the server reads standard input and cannot be interrupted."""
        service.close()
        os._exit(INTERRUPTED)

    signal.signal(signal.SIGINT, end)
    run(Tools(options, service))
    return ALL_DONE


def _refusal(options: CommandOptions) -> str:
    if options.articles or options.paste or options.format or options.template or options.output:
        return ALONE
    if importlib.util.find_spec("mcp_types") is None:  # which its first version has not
        return f"--mcp needs one more package: {sys.executable} -m pip install '{PACKAGE}'"
    return ""
