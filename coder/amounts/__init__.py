"""Numbers drawn out of open answers: found, taken as a variable, added up by code."""
