"""Cases: respondents under a stable pseudonym, and what a researcher writes about each."""
