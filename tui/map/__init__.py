"""The map of places, drawn in braille."""
