"""Imports of large libraries without those of their parts that brief never uses.

spaCy imports its own command line with a web client, and nltk all of its parsers and classifiers,
which takes longer than the parts that brief needs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType


def import_without(name: str, modules: Iterable[str], packages: Iterable[str] = ()) -> ModuleType:
    """A module that was imported while others were left out.

    What was loaded before is not left out. Whoever imports one of the others later gets all of it.
    If the module cannot do without them, it is imported as usual.

    Args:
        name: The module.
        modules: Modules that it imports and of which nothing is used. What it has taken from them
            can be called, and calls the real thing then.
        packages: Packages of which it uses modules, but nothing else; each after the one that it
            is in.
    """
    if name in sys.modules:
        return sys.modules[name]
    try:
        with _left_out(modules, packages):
            return import_module(name)
    except (ImportError, AttributeError):
        return import_module(name)


@contextmanager
def _left_out(modules: Iterable[str], packages: Iterable[str]) -> Iterator[None]:
    before = set(sys.modules)
    packages = [package for package in packages if package not in before]
    try:
        for package in packages:
            spec = find_spec(package)
            if spec is not None:
                sys.modules[package] = _Package(package, spec.submodule_search_locations or ())
        for module in modules:
            if module not in before:
                sys.modules[module] = _StandIn(module)
        yield
    finally:
        below = tuple(f"{package}." for package in packages)
        for loaded in set(sys.modules) - before:
            if isinstance(sys.modules[loaded], _StandIn | _Package) or loaded.startswith(below):
                del sys.modules[loaded]


class _Package(ModuleType):
    """Takes the place of a package that has modules and nothing of its own."""

    def __init__(self, name: str, folders: Iterable[str]) -> None:
        super().__init__(name)
        self.__path__ = list(folders)


class _StandIn(ModuleType):
    """Takes the place of a module of which nothing is used."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return partial(_call, self.__name__, name)


def _call(module: str, name: str, *arguments: object, **options: object) -> object:
    return getattr(import_module(module), name)(*arguments, **options)
