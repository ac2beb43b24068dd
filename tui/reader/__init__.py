"""The screen with the article and its panes."""
