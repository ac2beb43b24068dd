"""The morning page on the screen: a list of stories, each of which opens its dossier."""
