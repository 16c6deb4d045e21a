"""What was answered: respondents, questions, answers, and the file that keeps them."""
