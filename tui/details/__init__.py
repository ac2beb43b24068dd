"""The card with all about one row."""
