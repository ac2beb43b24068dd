"""Text for a command of the user's, which reads it from its standard input."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.worker import Worker

    from tui.base_app import BaseApp

SECONDS = 20.0
"""How long a command may run."""
MOST_SHOWN = 200
"""Characters of what it writes."""


def pipe(app: BaseApp, command: str, text: str) -> None:
    """Run a command in the user's shell with a text on its standard input, and say how it ended."""

    async def work() -> None:
        try:
            status, output = await _run(command, text)
        except OSError as error:
            app.say(f"cannot run it: {error.strerror}; check the command", failed=True)
        except TimeoutError:
            app.say(f"the command did not end within {SECONDS:.0f} seconds; it was stopped")
        else:
            said = next((line for line in output.splitlines() if line.strip()), "")[:MOST_SHOWN]
            ended = "done" if status == 0 else f"the command ended with status {status}"
            app.say(f"{ended}{': ' if said else ''}{said}", failed=status != 0)

    _: Worker[None] = app.run_worker(work, group="pipe", exit_on_error=False)


async def _run(command: str, text: str) -> tuple[int, str]:
    """Its status, and what it wrote."""
    pipes = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_shell(
        command, stdin=pipes, stdout=pipes, stderr=asyncio.subprocess.STDOUT, start_new_session=True
    )
    try:
        async with asyncio.timeout(SECONDS):
            output, _ = await process.communicate(text.encode())
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return process.returncode or 0, output.decode(errors="replace")
