"""A recogniser of names in Norwegian text: a small network that comes with the program."""
