"""Figures of an article: how many or how much, of what, and who says so."""

from briefing.tagging.figures.finding import find

__all__ = ["find"]
