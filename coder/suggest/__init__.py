"""What can be told from the texts alone: which answers are alike."""
