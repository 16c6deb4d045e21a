"""The review of quotes: what was found in each answer, what was decided, who approved it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager

from sqlalchemy.orm import Session

from coder.people import coder_id
from coder.quoting import decisions as stored
from coder.quoting.decisions import NONE, Decisions, Text, decisions_of, worded
from coder.quoting.forms import Form, form_of, respondents_by_form
from coder.quoting.printed_answers import PrintedAnswer, printed_answers
from coder.quoting.wording import ChoiceKind, MaskChoice, Wording
from coder.results.approvals import answers_quoted
from coder.results.quotes import study_finder
from coder.study import Study
from coder.workbench.masked_answer import Opened, State, as_logged, cautions_on, found_in
from corpus.edits import release_word
from corpus.normalise import normalise
from corpus.privacy.finder import Finder
from corpus.privacy.flags import Flag, find_flags
from corpus.privacy.hits import Category, Hit
from corpus.problems import Problem
from corpus.queries import Question, StudyFacts, find_question, questions, study_facts
from corpus.store.history import Parameter, Step

FEWEST = 10
"""So many respondents of a size band must write in a form of the language that tells nothing."""


class MaskingDesk:
    """Reads the coded answers of one question, and decides on their wording action by action.

    What was found is remembered by text and finder, so that an answer opens at once; `read_ahead`
    searches the answers that nobody has opened yet, and may be called from another thread.
    """

    def __init__(
        self, study: Study, question: str, coder: str, only: Collection[int] | None = None
    ) -> None:
        """`only`: the answers with these ids, such as those chosen as quotes."""
        self.study = study
        self.coder = normalise(coder)
        self.chosen_only = False
        """Whether only the answers are listed that quotes are chosen from, when there are any."""
        self._only = only
        with study.read() as session:
            self.question: Question = find_question(session, question)
        self._hits: dict[tuple[Finder, str, str], tuple[Hit, ...]] = {}
        self._flagged: dict[tuple[str, str], tuple[Flag, ...]] = {}
        self._forms: dict[str, Mapping[tuple[str, Form], int]] = {}
        self.refresh()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.study.read_only

    @property
    def finder(self) -> Finder:
        """What searches the answers: another one when words are released or names added."""
        return self._finder

    def refresh(self) -> None:
        """Read everything again, after an action, an undo or another program's work.

        Raises a Problem when the question is not in the study any more.
        """
        with self.study.read() as session:
            if all(each.guid != self.question.guid for each in questions(session)):
                raise Problem(
                    f"The question {self.question.full_key} is not in the study any more.",
                    "Redo brings it back.",
                )
            self.facts: StudyFacts = study_facts(session)
            self.answers: Sequence[PrintedAnswer] = (
                answers_quoted(session, self.question)
                if self.chosen_only
                else printed_answers(session, self.question, self._only)
            )
        self._look()

    def state(self, answer: PrintedAnswer) -> State:
        """How far an answer is; one that is not searched yet is said to be so, and stays so."""
        hits = self._hits.get((self._finder, answer.text, answer.name))
        return State.UNREAD if hits is None else self._state(answer, hits)

    def states(self) -> dict[State, int]:
        """How many answers are how far."""
        counts = dict.fromkeys(State, 0)
        for answer in self.answers:
            counts[self.state(answer)] += 1
        return counts

    def read_ahead(self) -> Iterator[int]:
        """Search the answers that are not searched yet, yielding how many are done."""
        for done, answer in enumerate(list(self.answers), 1):
            self._search(answer)
            self._flags(answer)
            yield done

    def open(self, answer: PrintedAnswer) -> Opened:
        """An answer, what was found in it and its wording; at most 50 ms."""
        hits = self._search(answer)
        decisions = self._on(answer)
        return Opened(
            answer,
            tuple(found_in(answer.text, hits, decisions.choices)),
            tuple(cautions_on(self._flags(answer), decisions.choices)),
            self._worded(answer),
            decisions,
            self._state(answer, hits),
        )

    def only_chosen(self, only: bool) -> None:
        """List only the answers that quotes are chosen from, or all that are coded."""
        self.chosen_only = only
        self.refresh()

    def next_open(self, answer: PrintedAnswer | None) -> PrintedAnswer | None:
        """The next answer that is not approved, round the end; None when all are."""
        at = self.answers.index(answer) if answer in self.answers else -1
        order = [*self.answers[at + 1 :], *self.answers[: at + 1]]
        left = (each for each in order if self.state(each) is not State.APPROVED)
        return next(left, None)

    def mask_as(self, answer: PrintedAnswer, start: int, end: int, category: Category) -> None:
        """Mask what was found there as something else."""
        choice = MaskChoice(start, end, ChoiceKind.MASK, category.value)
        self._decide("mask_as", answer, choice, category=category.value)

    def add(self, answer: PrintedAnswer, start: int, end: int, category: Category) -> None:
        """Mask characters in which nothing was found."""
        choice = MaskChoice(start, end, ChoiceKind.ADD, category.value)
        self._decide("mask_as", answer, choice, category=category.value)

    def release_here(self, answer: PrintedAnswer, start: int, end: int) -> None:
        """Let what was found there stand in this answer."""
        self._decide("mask_release", answer, MaskChoice(start, end, ChoiceKind.RELEASE))

    def cut(self, answer: PrintedAnswer, start: int, end: int) -> None:
        """Leave characters out, with dots in brackets in their place."""
        self._decide("mask_cut", answer, MaskChoice(start, end, ChoiceKind.CUT))

    def forget(self, answer: PrintedAnswer, start: int, end: int) -> None:
        """Take back what was decided on these characters."""
        with self._act("mask_forget", answer) as session:
            stored.forget(session, answer.place, start, end)
        self._look()

    def release_word(self, word: str) -> None:
        """Let a word stand in the whole study."""
        with self.study.act("release_word", self.coder, word=word) as session:
            release_word(session, word)
        self._look()

    def answer_caution(self, answer: PrintedAnswer, flag: Flag) -> None:
        """Say that a flag was looked at and that the answer may be printed with what it is on."""
        choice = MaskChoice(flag.start, flag.end, ChoiceKind.ANSWERED, flag.kind)
        self._decide("answer_caution", answer, choice)

    def paraphrase(self, answer: PrintedAnswer, words: str) -> None:
        """Print these words instead of the answer, marked; with "" the answer again."""
        with self._act("paraphrase", answer) as session:
            who = coder_id(session, self.coder)
            stored.put_paraphrase(session, answer.place, normalise(words), who)
        self._look()

    def approve(self, answer: PrintedAnswer) -> None:
        """Approve the wording as it is now; a Problem while a flag is not answered."""
        opened = self.open(answer)
        left = [each.flag.kind for each in opened.open_cautions]
        if left:
            raise Problem(
                f"{answer.respondent} has cautions that nobody has answered: {', '.join(left)}.",
                "Answer each of them first.",
            )
        masked = as_logged(opened.found)
        with self._act("approve_wording", answer, masked=masked) as session:
            who = coder_id(session, self.coder)
            stored.approve(session, answer.place, opened.wording.sha256, who)
        self._look()

    def plain(self) -> list[PrintedAnswer]:
        """The answers that were searched, with nothing found, flagged or decided in them."""
        return [
            answer
            for answer in self.answers
            if self.state(answer) is State.NOTHING and self._on(answer) == NONE
        ]

    def approve_plain(self, answers: Sequence[PrintedAnswer]) -> int:
        """Approve, as one step, those of these answers that are `plain`; returns how many."""
        wanted = {answer.place for answer in answers}
        plain = [answer for answer in self.plain() if answer.place in wanted]
        if not plain:
            return 0
        named: dict[str, Parameter] = {
            "question": self.question.full_key,
            "answers": len(plain),
        }
        with self.study.act("approve_plain", self.coder, operation=None, **named) as session:
            who = coder_id(session, self.coder)
            for answer in plain:
                stored.approve(session, answer.place, self._worded(answer).sha256, who)
        self._look()
        return len(plain)

    def withdraw(self, answer: PrintedAnswer) -> None:
        """Take the approval of an answer away; a Problem when it has none."""
        if not self._on(answer).approved:
            raise Problem(f"{answer.respondent} is not approved.", "Nothing was changed.")
        with self._act("withdraw_approval", answer) as session:
            stored.withdraw(session, answer.place)
        self._look()

    def demand_approval(self, demanded: bool) -> None:
        """Let only approved quotes out of the study, or drafts too."""
        with self.study.act("quote_rule", self.coder, demanded=int(demanded)) as session:
            stored.demand_approval(session, demanded)
        self._look()

    def undo(self) -> Step:
        """Take back the latest action; a Problem when there is none."""
        step = self.study.undo(self.coder)
        self.refresh()
        return step

    def redo(self) -> Step:
        """Do again what was taken back last; a Problem when there is nothing."""
        step = self.study.redo(self.coder)
        self.refresh()
        return step

    def _look(self) -> None:
        """Read what was decided, which is all that an action here changes."""
        with self.study.read() as session:
            self.demands_approval = stored.demands_approval(session)
            self._decisions: Mapping[Text, Decisions] = decisions_of(session, self.question.id)
            self._finder = study_finder(session, reading=True)

    def _decide(
        self, kind: str, answer: PrintedAnswer, choice: MaskChoice, **said: Parameter
    ) -> None:
        if choice.end > len(answer.text):
            raise Problem("That is not in the answer.", "Choose characters of the answer.")
        said["words"] = answer.text[choice.start : choice.end]
        with self._act(kind, answer, **said) as session:
            stored.decide(session, answer.place, choice, coder_id(session, self.coder))
        self._look()

    def _act(
        self, kind: str, answer: PrintedAnswer, **said: Parameter
    ) -> AbstractContextManager[Session]:
        named: dict[str, Parameter] = {
            "question": self.question.full_key,
            "answer": answer.respondent,
            **said,
        }
        return self.study.act(kind, self.coder, operation=None, **named)

    def _on(self, answer: PrintedAnswer) -> Decisions:
        return self._decisions.get(answer.place, NONE)

    def _search(self, answer: PrintedAnswer) -> tuple[Hit, ...]:
        key = (self._finder, answer.text, answer.name)
        if key not in self._hits:
            self._hits[key] = self._finder.find(answer.text, answer.names)
        return self._hits[key]

    def _worded(self, answer: PrintedAnswer) -> Wording:
        language = self.facts.language
        return worded(self._finder, answer.text, answer.names, self._on(answer), language)

    def _state(self, answer: PrintedAnswer, hits: tuple[Hit, ...]) -> State:
        decisions = self._on(answer)
        if decisions.approved:
            same = decisions.approved == self._worded(answer).sha256
            return State.APPROVED if same else State.LAPSED
        return State.TO_REVIEW if hits or self._flags(answer) else State.NOTHING

    def _flags(self, answer: PrintedAnswer) -> tuple[Flag, ...]:
        key = (answer.text, answer.band)
        if key not in self._flagged:
            flags = list(find_flags(answer.text))
            form = form_of(answer.text)
            if form is not None and self._writing(answer.band)[answer.band, form] < FEWEST:
                flags.append(Flag(0, len(answer.text), form.value))
            self._flagged[key] = tuple(flags)
        return self._flagged[key]

    def _writing(self, band: str) -> Mapping[tuple[str, Form], int]:
        if band not in self._forms:
            with self.study.read() as session:
                self._forms[band] = respondents_by_form(session, [band])
        return self._forms[band]
