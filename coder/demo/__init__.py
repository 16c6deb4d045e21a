"""The demo study: an invented survey and its coding."""
