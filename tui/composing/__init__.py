"""The page, composed on the screen: shown live, with rows put on it, and the reader's own lines."""
