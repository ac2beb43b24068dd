"""What brief knows of each language, and which one a text is written in."""
