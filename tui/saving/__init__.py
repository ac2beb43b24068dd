"""Saving a page, or one for each article."""
