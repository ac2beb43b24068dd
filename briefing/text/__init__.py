"""What the text alone tells, before any model runs."""
