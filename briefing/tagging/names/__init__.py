"""Names in the text: the spans that the model and the tables find, and their labels."""
