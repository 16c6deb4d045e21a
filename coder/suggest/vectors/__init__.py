"""What words mean, in numbers: a table made from a sentence encoder, read with numpy alone."""
