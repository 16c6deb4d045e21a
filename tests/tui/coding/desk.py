"""Studies to be coded on screen, and a hand at the keys that sees what the screen shows."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Any

from textual.pilot import Pilot

from codebooks.queries import codebook_of
from coder.intake.report import Wishes
from coder.modes import change_question
from coder.queries import coded_answers, progress
from coder.study import Study
from coder.suggest.child import Cancelled, Child, Told
from coder.suggest.source import Source
from coder.workbench.memo_desk import MemoDesk
from coder.workbench.memos import MemoPlace
from corpus.queries import find_question
from corpus.reading.records import AnswerRecord, QuestionRecord, Records, RespondentRecord
from tests.builders import CODER, CODER_2, code_all, code_segment, import_records, new_study
from tests.tui.harness import run_app, screen_text, settled, until
from tests.tui.widgets.showing import HOSTILE
from tui.app import Fullkoding
from tui.coding.screen import Coding
from tui.settings import Settings, Suggest
from tui.widgets.grid import AnswerGrid
from tui.widgets.hits import Hit, Hits

QUESTION = "Hva er den største utfordringen?"
REPLACE = Wishes(changed="replace", coder=CODER)
LIST = "1. Flere boliger til unge\n2. Mer penger fra staten\n3. Flere fagfolk i kommunen"
SENTENCES = "Vi har for lite penger. Staten gir oss oppgaver uten penger. Det går ikke lenger."
ANSWERS: Sequence[tuple[str, str, str, str]] = (
    ("R01", "<2000", "Ap", "For få boliger"),
    ("R02", "2000-5000", "Sp", "Mangel på psykologer"),
    ("R03", "20000-50000", "Ap", "for få boliger "),
    ("R04", "<2000", "H", "For få boliger"),
    ("R05", "2000-5000", "Ap", "Vet ikke"),
    ("R06", "2000-5000", "Sp", "vet ikke"),
    ("R07", "<2000", "Ap", "Det mangler boliger til unge"),
    ("R08", "bydel", "Sp", "Det mangler bolig til unge"),
    ("R09", "<2000", "", "Det mangler boliger til unnge"),
    ("R10", "2000-5000", "Ap", LIST),
    ("R11", "2000-5000", "H", SENTENCES),
    ("R12", "<2000", "Ap", SENTENCES),
    ("R13", "bydel", "Sp", "Ambulante team, og noen å snakke med på kveldstid"),
    ("R14", "<2000", "Ap", "!?"),
    ("R15", "20000-50000", "H", "Mer midler til kommunene"),
)
"""Respondent, size band, value of the closed question, answer."""

CODED = (
    ("R02", "k1", "Fagfolk / Psykologer"),
    ("R05", "k1", "Vet ikke"),
    ("R06", "k1", "Vet ikke"),
    ("R15", "k1", "Økonomi / Mer midler"),
)
UNSUGGESTED = Suggest(on=False)
UNCODED = len(ANSWERS) - len(CODED)

Scenario = Callable[["Hand"], Awaitable[None]]


class Quiet(Child):
    """Compares answers at once, by their words, without a process of its own."""

    def __init__(self, waits: Callable[[], bool] = lambda: False) -> None:
        """While `waits` holds, comparing goes on until it is cancelled."""
        super().__init__()
        self._waits = waits

    def start(self) -> None:
        """Nothing is to be started."""

    def prepare(self, source: Source, told: Told, cancelled: Callable[[], bool]) -> None:
        """Nothing is to be prepared."""

    def order_like(
        self,
        source: Source,
        answer_id: int,
        ids: Sequence[int],
        told: Told,
        cancelled: Callable[[], bool],
    ) -> list[int]:
        """The ids, those that share most words with an answer first."""
        words = _words(source)
        told(0.4)
        while self._waits():
            if cancelled():
                raise Cancelled
            Event().wait(0.01)
        likeness = {id_: len(words[answer_id] & words[id_]) for id_ in ids}
        return sorted(ids, key=lambda id_: (id_ != answer_id, -likeness[id_], id_))

    def like_examples(
        self,
        source: Source,
        examples: Sequence[int],
        among: Sequence[int],
        told: Told,
        cancelled: Callable[[], bool],
    ) -> list[tuple[int, float]]:
        """The ids with how many words they share with the examples."""
        words = _words(source)
        wanted = set().union(*(words[id_] for id_ in examples))
        return [(id_, float(len(words[id_] & wanted))) for id_ in among]


def program(
    study: Path,
    question: str = "k1",
    coder: str = CODER,
    child: Child | None = None,
    suggest: Suggest = UNSUGGESTED,
) -> Fullkoding:
    """The program on one question of a study, with a quiet child process.

    Codes are suggested only when it is wanted: what is tested elsewhere is the same without.
    """
    settings = Settings(coder, suggest=suggest)
    app = Fullkoding(study.parent / "recent.json", coder, study, question, settings)
    app._child = child or Quiet()
    return app


@dataclass
class Hand:
    """Presses keys and reads the screen."""

    pilot: Pilot[Any]
    app: Fullkoding

    @property
    def screen(self) -> Coding:
        """The coding screen, whatever stands over it."""
        return next(each for each in self.app.screen_stack if isinstance(each, Coding))

    @property
    def grid(self) -> AnswerGrid:
        """The list of answers."""
        return self.screen.grid

    @property
    def text(self) -> str:
        """What is seen."""
        return screen_text(self.app)

    @property
    def respondent(self) -> str:
        """Whose answer is open."""
        return self.screen.answer.respondent if self.screen.answer else ""

    @property
    def shown(self) -> list[str]:
        """Whose answers are in the list."""
        rows = self.screen.bench.rows(self.grid.ids)
        return [row.respondent for row in rows]

    @property
    def hits(self) -> tuple[Hit | None, ...]:
        """The codes behind the digits."""
        return self.screen.query_one(Hits).hits

    @property
    def texts(self) -> list[str]:
        """The beginnings of the answers in the list."""
        return [row.beginning for row in self.screen.bench.rows(self.grid.ids)]

    @property
    def status(self) -> str:
        """The line of the counts."""
        return next(line for line in self.text.splitlines() if "UNCODED" in line).strip()

    @property
    def told(self) -> list[str]:
        """What the screen has told lately."""
        return [notification.message for notification in self.app._notifications]

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until the screen is still."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*("space" if letter == " " else letter for letter in text))

    async def enter(self, text: str) -> None:
        """Type a text and press enter."""
        await self.type(text)
        await self.press("enter")

    def digit(self, name: str) -> str:
        """The digit that stands before a code, by the last name of its path."""
        named = (at for at, hit in enumerate(self.hits, 1) if hit and hit.path[-1] == name)
        return str(next(named))

    async def give(self, name: str) -> None:
        """Press the digit of a code."""
        await self.press(self.digit(name))

    async def choose(self, *keys: str) -> None:
        """Press a key that opens windows; in each of them type the next text and take the first."""
        await self.press(keys[0])
        for text in keys[1:]:
            await self.enter(text)

    async def go_to(self, respondent: str) -> None:
        """Open a respondent's answer."""
        assert self.screen._go_to(respondent), f"{respondent} is not in the list"
        await self.until(lambda: self.respondent == respondent)

    async def until(self, predicate: Callable[[], object]) -> None:
        """Wait until something holds."""
        await until(self.pilot, predicate)

    async def sees(self, *texts: str) -> None:
        """Wait until all texts stand on the screen."""
        await self.until(lambda: all(text in self.text for text in texts))

    async def hears(self, text: str) -> None:
        """Wait until something with this text in it is told."""
        await self.until(lambda: any(text in told for told in self.told))

    async def size(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(columns, rows)
        await settled(self.pilot)


def at_desk(
    app: Fullkoding, scenario: Scenario, size: tuple[int, int] = (80, 24), toasts: bool = False
) -> None:
    """Act out a scenario in the program, which ends it without a fault.

    What the screen tells is seen on it only with `toasts`.
    """

    async def act(pilot: Pilot[Any]) -> None:
        hand = Hand(pilot, app)
        await until(pilot, lambda: isinstance(app.screen, Coding))
        await settled(pilot)
        await scenario(hand)

    run_app(app, act, size, toasts=toasts)


def rich(folder: Path) -> Path:
    """The answers above, some of them coded, by two coders; and a second question."""
    with new_study(folder) as study:
        import_records(study, _records(ANSWERS, QUESTION))
        code_all(study, CODED)
        code_all(study, [("R02", "k1", "Fagfolk / Psykologer; Bolig")], CODER_2)
        code_segment(study, "R02", "k1", "Fagfolk / Psykologer", 10, 20)
        return study.path


def scale(folder: Path) -> Path:
    """A question of which each answer takes exactly one of a few codes, in their order."""
    with new_study(folder) as study:
        import_records(study, _records(ANSWERS, "Hvor fornøyd?"))
        codes = ("Svært misfornøyd", "Misfornøyd", "Fornøyd", "Svært fornøyd")
        code_all(study, [(who, "k1", code) for who, code in zip(_KEYS, codes, strict=False)])
        with study.act("question", CODER, question="k1") as session:
            change_question(session, "k1", single=True, ordered=True)
        return study.path


def many(folder: Path) -> Path:
    """Thirty answers, all of them coded, so that a new code comes late."""
    answers = [
        (f"S{at:02}", "<2000", "Ap", f"{'Flere boliger' if at % 3 else 'Mer penger'} nummer {at}")
        for at in range(30)
    ]
    with new_study(folder) as study:
        import_records(study, _records(answers, "Hva trengs?"))
        code_all(study, [(who, "k1", "Annet") for who, *_rest in answers])
        return study.path


def one(folder: Path) -> Path:
    """A single answer."""
    with new_study(folder) as study:
        import_records(study, _records(ANSWERS[:1], "Hva?"))
        return study.path


def none(folder: Path) -> Path:
    """A question that everybody left blank."""
    with new_study(folder) as study:
        blank = [(who, band, value, " ") for who, band, value, _text in ANSWERS[:3]]
        import_records(study, _records(blank, "Hva?"))
        return study.path


def hostile(folder: Path) -> Path:
    """Texts that break careless screens, in every place that shows data."""
    texts = [text.replace("\ud800", "\ufffd") for text in HOSTILE]
    answers = [
        (f"{at}{text}", "<2000" if at % 2 else text, text, text) for at, text in enumerate(texts)
    ]
    with new_study(folder) as study:
        import_records(study, _records(answers, "".join(texts), variable=texts[1]))
        with study.read() as session:
            found = coded_answers(*_question_and_tree(session))
        for at, (answer, text) in enumerate(zip(found, texts, strict=True)):
            code_all(study, [(answer.respondent, "k1", f"{at} {text} x".replace(";", ","))])
            code_segment(study, answer.respondent, "k1", f"{at} {text} x".replace(";", ","), 0, 2)
        code_all(study, [(found[0].respondent, "k1", "Enda en")], "".join(texts))
        memos = MemoDesk(study, texts[3])
        for place in (MemoPlace("question", 1), MemoPlace("answer", 1), MemoPlace("code", 5)):
            memos.write(place, "".join(texts))
        return study.path


def answer_again(path: Path, respondent: str, text: str) -> None:
    """Give a respondent of the rich study another answer, as a new file would."""
    known = next(answer for answer in ANSWERS if answer[0] == respondent)
    _import_one(path, (*known[:3], text))


def with_another(path: Path) -> None:
    """Import one answer more into the rich study, which says what three others say."""
    _import_one(path, ("R99", "bydel", "Sp", "For få boliger"))


def _import_one(path: Path, answer: tuple[str, str, str, str]) -> None:
    found = _records([answer], QUESTION)
    with Study(path) as study:
        import_records(study, replace(found, answers=found.answers[:1]), REPLACE)


def codes_of(path: Path, question: str = "k1") -> dict[str, list[str]]:
    """The codes of every answer, by respondent."""
    with Study(path, read_only=True) as study, study.read() as session:
        answers = coded_answers(*_question_and_tree(session, question))
        return {each.respondent: [" / ".join(path) for path in each.codes] for each in answers}


def uncoded_of(path: Path, question: str = "k1") -> int:
    """How many answers have no code, as the study says."""
    with Study(path, read_only=True) as study, study.read() as session:
        return progress(session, find_question(session, question)).uncoded


_KEYS = [who for who, *_rest in ANSWERS]


def _question_and_tree(session: Any, key: str = "k1") -> Any:
    question = find_question(session, key)
    return session, question, codebook_of(session, question.id)


def _records(
    answers: Sequence[tuple[str, str, str, str]], question: str, variable: str = "Parti"
) -> Records:
    return Records(
        questions=(QuestionRecord("k1", question), QuestionRecord("k2", "Noe annet?")),
        respondents=tuple(
            RespondentRecord(row, who, f"{who}vik", "kommune", None, band, {variable: value})
            for row, (who, band, value, _text) in enumerate(answers, start=2)
        ),
        answers=(
            *(
                AnswerRecord(row, who, "k1", text)
                for row, (who, _band, _value, text) in enumerate(answers, start=2)
            ),
            AnswerRecord(2, answers[0][0], "k2", "Nei, alt er nevnt"),
        ),
    )


def _words(source: Source) -> dict[int, set[str]]:
    return {id_: set(text.casefold().split()) for texts in source.read() for id_, text in texts}
