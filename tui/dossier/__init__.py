"""A dossier of open articles on the screen: each row stands on passages of them."""
