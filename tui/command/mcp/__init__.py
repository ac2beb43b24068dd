"""`brief --mcp`: other programs read, search, brief and verify."""
