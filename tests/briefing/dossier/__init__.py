"""Several articles side by side."""
