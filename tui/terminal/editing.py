"""Text in the user's own editor, which has the terminal until it is left."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.files import ordinary_bytes
from briefing.sanitize import path_line
from tui.terminal.lending import lent

if TYPE_CHECKING:
    from tui.base_app import BaseApp

USUAL = "vi"
NAME = "text.md"


def edited(app: BaseApp, text: str) -> str:
    """A text after the user edited it.

    Raises:
        BriefingError: There is no editor, it failed, or what it left cannot be read.
    """
    with TemporaryDirectory(prefix="brief-") as folder:
        path = Path(folder, NAME)
        path.write_text(text, encoding="utf-8")
        edit(app, path)
        try:
            return ordinary_bytes(path).decode("utf-8").removesuffix("\n")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
            raise BriefingError(
                f"cannot take what your editor left: {reason}; nothing was changed"
            ) from error


def edit(app: BaseApp, path: Path) -> None:
    """Have the user edit a file.

    Raises:
        BriefingError: There is no editor, or it failed.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or USUAL
    if not app.can_give_terminal:
        raise BriefingError("no editor can be opened here; brief has no terminal to give to it")
    try:
        command = [*shlex.split(named), str(path)]
        with lent(app):
            status = subprocess.run(command, check=False).returncode
    except (OSError, ValueError) as error:
        raise BriefingError(
            f"cannot open your editor {path_line(named)}; set EDITOR to one that is there"
        ) from error
    if status != 0:
        raise BriefingError(f"your editor ended with status {status}")
