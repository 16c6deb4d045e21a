"""The questions of a study with how far each is."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Label

from coder.overview import Overview
from coder.workbench.memos import MemoPlace
from corpus.queries import Question
from corpus.visible import visible
from tui.commands.registry import Scope
from tui.screens.command_screen import CommandScreen, bindings_for
from tui.screens.pages import Page
from tui.widgets.banner import Banner
from tui.widgets.footing import Footer
from tui.widgets.question_list import QuestionLine, QuestionList
from tui.words import _, plural


class Questions(CommandScreen):
    """Choose a question with enter."""

    SCOPE = Scope.QUESTIONS
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(Scope.QUESTIONS)

    class Chosen(Message):
        """A question is to be coded."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class MemoWanted(Message):
        """Memos are to be written on a question."""

        def __init__(self, place: MemoPlace, label: str) -> None:
            super().__init__()
            self.place = place
            self.label = label

    class CodebookWanted(Message):
        """The codebook of a question is to be looked at."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class QuotesWanted(Message):
        """The quotes of a question are to be chosen."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class ReviewWanted(Message):
        """The quotes of a question are to be reviewed."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, look: Callable[[], Overview], banner: str = "") -> None:
        """`look` gives the study as it is now; `banner` says why it can only be read."""
        super().__init__()
        self._look = look
        self._seen = look()
        self._is_new = True
        self._banner = banner

    def compose(self) -> ComposeResult:
        """The study's title, how far it is in all, its questions, the keys."""
        yield Banner(self._banner)
        yield Label(visible(self._seen.title), classes="heading", markup=False)
        yield Label("", id="in_all", classes="quiet", markup=False)
        yield QuestionList(_("No question yet: import a file of answers with i."))
        yield Footer()

    def on_mount(self) -> None:
        """Show the questions, the cursor on the first that is not done."""
        lines = self._show()
        left = [at for at, line in enumerate(lines) if line.answered and not line.is_done]
        self.query_one(QuestionList).show(lines, left[0] if left else 0)
        self.query_one(QuestionList).focus()

    def on_screen_resume(self) -> None:
        """Show what has become of them; the first time they have just been read."""
        if self._is_new:
            self._is_new = False
        else:
            self.look_again()

    def look_again(self) -> None:
        """Show the questions as they are now."""
        self._seen = self._look()
        self.query_one(QuestionList).show(self._show())

    def say(self, banner: str) -> None:
        """Say why the study can only be read, or with "" nothing."""
        self.query_one(Banner).say(banner)

    def on_question_list_chosen(self, message: QuestionList.Chosen) -> None:
        """Enter opens the question."""
        message.stop()
        self.post_message(self.Chosen(self._seen.questions[message.place][0].full_key))

    def do_read_question(self) -> None:
        """The whole text of the question under the cursor, and how far it is."""
        question = self._under_cursor()
        if question is None:
            return
        done = next(done for each, done in self._seen.questions if each == question)
        lines = [question.text, ""]
        lines.append(_("{count} were asked").format(count=done.asked))
        lines.append(_("{count} answered").format(count=done.answered))
        lines.append(_("{count} are coded").format(count=done.coded))
        lines.append(_("{count} codes in use").format(count=done.codes))
        lines.append(_("{count} new codes in the last 50 answers").format(count=done.new_codes))
        self.app.push_screen(Page(visible(question.full_key), lines))

    def do_question_memo(self) -> None:
        """Write on the question under the cursor."""
        question = self._under_cursor()
        if question is not None:
            self.post_message(
                self.MemoWanted(MemoPlace("question", question.id), question.full_key)
            )

    def do_question_codebook(self) -> None:
        """The codebook of the question under the cursor."""
        question = self._under_cursor()
        if question is not None:
            self.post_message(self.CodebookWanted(question.full_key))

    def do_question_quotes(self) -> None:
        """Choose the quotes of the question under the cursor."""
        question = self._under_cursor()
        if question is not None:
            self.post_message(self.QuotesWanted(question.full_key))

    def do_review_quotes(self) -> None:
        """Review the quotes of the question under the cursor."""
        question = self._under_cursor()
        if question is not None:
            self.post_message(self.ReviewWanted(question.full_key))

    def _under_cursor(self) -> Question | None:
        asked = [question for question, _done in self._seen.questions]
        return asked[self.query_one(QuestionList).at] if asked else None

    def _show(self) -> list[QuestionLine]:
        lines = [
            QuestionLine(question.full_key, question.text, done.answered, done.coded, done.codes)
            for question, done in self._seen.questions
        ]
        self.query_one("#in_all", Label).update(_in_all(lines))
        return lines


def _in_all(lines: list[QuestionLine]) -> str:
    answered = sum(line.answered for line in lines)
    left = answered - sum(line.coded for line in lines)
    asked = plural("{count} question", "{count} questions", len(lines))
    given = plural("{count} answer", "{count} answers", answered)
    done = sum(line.is_done for line in lines)
    finished = _("{count} done").format(count=done)
    rest = _("{count} answers left to code").format(count=left) if left else _("all coded")
    return " · ".join([asked, finished, given, rest]) if lines else ""
