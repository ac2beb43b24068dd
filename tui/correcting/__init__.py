"""Correcting what was found: what can be done with a row, and asking the reader for it."""
