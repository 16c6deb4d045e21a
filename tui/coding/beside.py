"""The coding screen: what stands beside the answer: its respondent, memos, flags, codes, theme."""

from codebooks.tree import MAX_LEVELS
from coder.workbench.doing import toggle_flag
from coder.workbench.filters import Flag
from coder.workbench.memo_desk import MemoDesk
from coder.workbench.memos import MemoPlace
from corpus.visible import visible
from tui.coding.filter_words import band_in_words
from tui.coding.lists import CodingLists
from tui.coding_keys import Key
from tui.flags import flag_in_words
from tui.screens.choosing import Choosing
from tui.screens.memo import open_memos
from tui.screens.pages import Page
from tui.widgets.code_list import CodeList
from tui.widgets.fitting import SEPARATOR
from tui.words import _

Places = list[tuple[MemoPlace, str, str]]


class CodingBeside(CodingLists):
    """Codes off, a theme for new ones, context, memos, flags, the codebook."""

    def do_new_code(self) -> None:
        """Enter what is typed as a new code, whatever was found."""
        self.carry_out(self.finder.press(Key.NEW))

    def do_remove_code(self) -> None:
        """Choose which code of the chosen answers goes."""
        chosen = self.chosen()
        held = [code for code in self.codes_on(chosen) if code in self.codes.known]
        options = [(code, SEPARATOR.join(self.codes.path(code)), "") for code in held]

        def take_off(code: int | None) -> None:
            if code is not None and self.take_off(code, chosen) == 0:
                self.say_theirs_stays()

        empty = _("No code is on it.")
        self.app.push_screen(Choosing(_("Take off"), options, empty=empty), take_off)

    def do_theme(self) -> None:
        """Choose the theme that new codes go under."""
        uses = [use for use in self.codes.by_id.values() if len(use.path) < MAX_LEVELS]
        themes = [(path, path, "") for path in (SEPARATOR.join(use.path) for use in uses)]

        def take(theme: str | None) -> None:
            if theme is not None:
                self.finder.theme = theme
                said = _("New codes go under {theme}.").format(theme=theme)
                self.notify(said if theme else _("New codes go to the top."), markup=False)

        options = [("", _("(none: new codes are main themes)"), ""), *themes]
        self.app.push_screen(Choosing(_("New codes go under"), options), take)

    def do_codebook(self) -> None:
        """To the codebook and back."""
        tree = self.query_one(CodeList)
        if tree.has_focus:
            self.leave_mode()
            return
        self.add_class("codebook")
        self.show_codes()
        tree.focus()

    def leave_mode(self) -> None:
        """Back to the list of answers."""
        super().leave_mode()
        self.remove_class("codebook")
        if not self.grid.has_focus:
            self.grid.focus()

    def do_context(self) -> None:
        """The question, and what else this respondent said."""
        if self.answer is None:
            self.say_nothing_open()
            return
        answer, question = self.answer, self.bench.question
        lines = [question.text, "", f"{answer.respondent} ({band_in_words(answer.band)})"]
        lines += [f"{variable}: {value}" for variable, value in answer.closed]
        for key, text in self.bench.others(answer.id):
            lines += ["", key, f"  {text}"]
        self.app.push_screen(Page(visible(question.full_key), lines))

    def do_flag(self) -> None:
        """Choose a flag to put on, or take off."""
        answers = self.chosen().answers
        if not answers:
            self.say_nothing_open()
            return

        def put(flag: Flag | None) -> None:
            if flag is not None:
                self.act(lambda: toggle_flag(self.bench, flag, answers), answers)

        flags = [(flag, flag_in_words(flag), "") for flag in Flag]
        self.app.push_screen(Choosing(_("Flag, or take the flag off"), flags), put)

    def do_memo(self) -> None:
        """Choose what to write on: the answer, one of its codings, a code, the question."""

        def done(changed: bool) -> None:
            if changed:
                self.show_changed(())

        desk = MemoDesk(self.bench.study, self.bench.coder)
        open_memos(self.app, desk, self.memo_places(), done)

    def memo_places(self) -> Places:
        """What a memo can be on from here."""
        places: Places = []
        if self.answer is not None:
            places.append((MemoPlace("answer", self.answer.id), _("this answer"), ""))
            for coding in self.answer.codings:
                if coding.code_id in self.codes.known:
                    path = SEPARATOR.join(self.codes.path(coding.code_id))
                    said = _("{code} on this answer").format(code=path)
                    places.append((MemoPlace("coding", coding.id), said, ""))
            for code in dict.fromkeys(coding.code_id for coding in self.answer.codings):
                if code in self.codes.known:
                    path = SEPARATOR.join(self.codes.path(code))
                    said = _("the code {code}").format(code=path)
                    places.append((MemoPlace("code", code), said, ""))
        places.append((MemoPlace("question", self.bench.question.id), _("the question"), ""))
        return places
