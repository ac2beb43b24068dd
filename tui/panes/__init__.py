"""The panes beside the article."""
