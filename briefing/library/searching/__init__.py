"""What is found in a library: its index, what a query asks for, and where that stands."""
