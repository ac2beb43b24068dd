"""The article on the screen."""
