"""The entries of feeds on the screen: listed by time, opened, asked for again."""
