"""The coding screen: a question's answers, the one that is open, its codes, the finder."""
