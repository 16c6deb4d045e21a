"""What is published together: attacked like a stranger would, protected until nothing follows."""
