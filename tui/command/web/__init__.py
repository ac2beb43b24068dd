"""`brief --web`: the screen in a browser on this machine."""
