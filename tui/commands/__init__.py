"""The commands of the screens, each declared once."""
