"""Expected problems: told in one sentence with a hint, never as a traceback."""


class Problem(Exception):
    """Something a user can put right: one sentence that says what, one hint that says how."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
