"""Codes that may be one."""
