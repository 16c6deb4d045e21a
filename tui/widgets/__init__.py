"""Widgets: each knows its data class and its messages, not the study."""
