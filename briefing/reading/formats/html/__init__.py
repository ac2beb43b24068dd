"""Web pages, as they are and as browsers save them."""
