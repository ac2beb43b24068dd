"""The annotators: each finds one kind of thing in a frozen article and gives spans of it."""
