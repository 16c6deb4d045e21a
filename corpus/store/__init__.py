"""The study file itself: opening, history, backup."""
