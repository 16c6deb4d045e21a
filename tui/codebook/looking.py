"""The codebook screen: ways to other screens: answers, examples, growth, size bands."""

from textual.content import Content
from textual.message import Message

from corpus.problems import Problem
from tui.codebook.details import example_line
from tui.codebook.joining import CodebookJoining
from tui.screens.pages import Page
from tui.words import _, plural

_MORE = 200
_LONGEST = 4_000


class CodebookLooking(CodebookJoining):
    """Nothing here changes anything."""

    class AnswersWanted(Message, namespace="codebook"):
        """The answers with a code, or anything under it, are to be shown."""

        def __init__(self, question: str, code_id: int) -> None:
            super().__init__()
            self.question = question
            self.code_id = code_id

    class GrowthWanted(Message, namespace="codebook"):
        """When codes were made is to be shown."""

        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    class ProfileWanted(Message, namespace="codebook"):
        """The shares of the codes in the size bands are to be shown."""

        def __init__(self, question: str) -> None:
            super().__init__()
            self.question = question

    class LikelyWanted(Message, namespace="codebook"):
        """The answers that are likely to have a code are to be gone through."""

        def __init__(self, question: str, code_id: int) -> None:
            super().__init__()
            self.question = question
            self.code_id = code_id

    def do_code_examples(self) -> None:
        """More answers with the code under the cursor, whole."""
        code = self.current()
        if code is None:
            return
        try:
            examples = self.desk.look(code.id, _MORE).examples
        except Problem as problem:
            self.tell(problem)
            return
        lines: list[str | Content] = []
        for example in examples:
            lines += [example_line(example, _LONGEST), ""]
        count = plural("{count} different answer", "{count} different answers", len(examples))
        self.app.push_screen(Page(f"{code.name}: {count}", lines or [_("No answer has it.")]))

    def do_code_answers(self) -> None:
        """The answers with the code under the cursor, in the coding screen."""
        if self.cursor is not None:
            self.going()
            self.post_message(self.AnswersWanted(self.desk.question.full_key, self.cursor))

    def do_code_likely(self) -> None:
        """The answers that are likely to have the code under the cursor."""
        if self.cursor is not None:
            self.going()
            self.post_message(self.LikelyWanted(self.desk.question.full_key, self.cursor))

    def do_growth(self) -> None:
        """When codes were made, and whether new ones still come."""
        self.post_message(self.GrowthWanted(self.desk.question.full_key))

    def do_profile(self) -> None:
        """The share of every code in every size band."""
        self.post_message(self.ProfileWanted(self.desk.question.full_key))
