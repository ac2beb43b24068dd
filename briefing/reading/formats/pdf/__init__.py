"""PDF: characters with boxes into lines, columns and paragraphs."""
