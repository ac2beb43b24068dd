"""The build hook, without the half minute that a real build takes."""

from __future__ import annotations

import importlib.util
import shutil
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytest.importorskip("hatchling", reason="the build backend is not installed")
ROOT = Path(__file__).parent.parent
SAMPLE = "000_67286731495c820e.txt"


@pytest.fixture(scope="module")
def hook_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["hatch_build"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def made(hook_module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Which gazetteers were made; making one writes its stamp only."""
    paths: list[Path] = []

    def make(_root: Path, path: Path, stamp: str, _normalize: object) -> None:
        paths.append(path)
        path.unlink(missing_ok=True)
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE stamp (value TEXT)")
        connection.execute("INSERT INTO stamp VALUES (?)", (stamp,))
        connection.commit()
        connection.close()

    monkeypatch.setattr(hook_module.making, "make", make)
    monkeypatch.setattr(hook_module, "version", lambda name: f"1.0 of {name}")
    return paths


@pytest.fixture
def checkout(hook_module: ModuleType, tmp_path: Path) -> Path:
    for path in hook_module.inputs(ROOT):
        if path.parent != ROOT:
            copy = tmp_path / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    (tmp_path / "seeds").mkdir()
    shutil.copyfile(ROOT / "seeds" / SAMPLE, tmp_path / "seeds" / SAMPLE)
    return tmp_path


def run(hook_module: ModuleType, root: Path) -> None:
    config: dict[str, Any] = {}
    hook = hook_module.GazetteerHook(str(root), config, None, None, "", "wheel")
    hook.initialize("standard", {})


def test_the_sample_is_copied_byte_for_byte(
    hook_module: ModuleType, checkout: Path, made: list[Path]
) -> None:
    run(hook_module, checkout)
    copy = checkout / "briefing" / "data" / "sample" / SAMPLE
    assert copy.read_bytes() == (ROOT / "seeds" / SAMPLE).read_bytes()
    assert made == [checkout / "briefing" / "data" / "gazetteer.sqlite"]


def test_the_gazetteer_is_made_again_only_when_its_sources_change(
    hook_module: ModuleType, checkout: Path, made: list[Path]
) -> None:
    run(hook_module, checkout)
    run(hook_module, checkout)
    assert len(made) == 1
    regions = checkout / "briefing" / "data" / "regions.tsv"
    regions.write_text(
        regions.read_text("utf-8") + "Lemuria\tregion\t\t0\t0\t\tinvented\n", "utf-8"
    )
    run(hook_module, checkout)
    assert len(made) == 2


def test_a_damaged_gazetteer_is_made_again(
    hook_module: ModuleType, checkout: Path, made: list[Path]
) -> None:
    run(hook_module, checkout)
    made[0].write_bytes(b"no database")
    run(hook_module, checkout)
    assert len(made) == 2


def test_the_gazetteer_of_this_checkout_is_up_to_date(hook_module: ModuleType) -> None:
    try:
        for source in hook_module.making.SOURCES:
            version(source)
    except PackageNotFoundError:
        pytest.skip("the sources of the gazetteer are not installed")
    gazetteer = ROOT / "briefing" / "data" / "gazetteer.sqlite"
    assert hook_module.stamp_of(gazetteer) == hook_module.stamp(ROOT)
    assert gazetteer.stat().st_size < 40_000_000


def test_names_for_latin_script_only(hook_module: ModuleType) -> None:
    names = ["Kabul", "Кабул", "kabul", "KBL", "Kâbil", "Sector 9", "N'Djamena"]
    assert list(hook_module.making.usable(names)) == ["Kabul", "Kâbil", "N'Djamena"]


def test_the_middle_of_points(hook_module: ModuleType) -> None:
    assert hook_module.making.middle([(0.0, 10.0), (4.0, 20.0), (1.0, 12.0)]) == (2.0, 15.0)
    # across the date line, where longitudes run on beyond 180
    assert hook_module.making.middle([(50.0, 178.0), (52.0, 190.0)]) == (51.0, -176.0)
    # one town in a hundred that lies astray does not move the middle
    town = [(10.0, 10.0), (12.0, 12.0)] * 100
    assert hook_module.making.middle([*town, (80.0, 80.0)]) == (11.0, 11.0)


@pytest.mark.parametrize(
    ("name", "country", "plain"),
    [
        ("Durham, County", "GB", "County Durham"),
        ("Guangdong Sheng", "CN", "Guangdong"),
        ("Herāt", "AF", "Herat"),
        ("Baden-Württemberg", "DE", "Baden-Württemberg"),
    ],
)
def test_divisions_as_newspapers_call_them(
    hook_module: ModuleType, name: str, country: str, plain: str
) -> None:
    assert hook_module.making.english(name, country) == plain
