"""The coding of a question as suggestions learn from it, read again only where it has changed."""

from dataclasses import dataclass, field

from codebooks.tree import CodeTree
from coder.suggest.coding_in_study import FirstGiven, as_coded, first_given, said_of_codes
from coder.suggest.learning import CodeSaid, CodesAndOrder, Coding
from coder.workbench.tally import Tally
from coder.workbench.workbench import Workbench


@dataclass
class _Read:
    """What was read: `seen` of the answers that were acted on since the counts were read."""

    tally: Tally | None = None
    seen: int = 0
    given: dict[int, FirstGiven] = field(default_factory=dict)


class CodingSoFar:
    """Everyone's coding of a question, brought up to date when it is asked for.

    After an action on this workbench only its answers are read again; after anything else (undo,
    another program's work, to be followed by `Workbench.refresh`) all are.
    """

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._read = _Read()
        self._known: tuple[CodeTree | None, frozenset[int]] = None, frozenset()
        self._codes: dict[int, CodeSaid] = {}
        self._coded: dict[int, CodesAndOrder] = {}

    def now(self) -> Coding:
        """The codes that may be suggested, and the coded answers."""
        bench = self._bench
        tree, tally = bench.tree, bench.tally
        acted_on = len(tally.acted_on)
        if tally is not self._read.tally:
            with bench.study.read() as session:
                given = first_given(session, bench.question)
            self._read = _Read(tally, acted_on, given)
            changed = None
        else:
            changed = set(tally.acted_on[self._read.seen : acted_on])
            self._read_again(changed)
            self._read.seen = acted_on
        if self._know_codes(tree) or changed is None:
            self._derive_all()
        elif changed:
            self._derive(changed)
        return Coding(self._codes, self._coded)

    def _read_again(self, answers: set[int]) -> None:
        if answers:
            with self._bench.study.read() as session:
                now = first_given(session, self._bench.question, answers)
            for answer in answers:
                self._read.given.pop(answer, None)
            self._read.given.update(now)

    def _know_codes(self, tree: CodeTree) -> bool:
        """Learn what is said of the codes; whether other codes may be suggested than before."""
        themes = {code.parent_id for code in tree.codes}
        counts = [*self._bench.tally.own.items()]
        used = frozenset(id_ for id_, count in counts if count > 0 and id_ in themes)
        if (tree, used) == self._known:
            return False
        before, self._known = self._codes.keys(), (tree, used)
        self._codes = said_of_codes(tree, used)
        return before != self._codes.keys()

    def _derive_all(self) -> None:
        known = self._codes.keys()
        coded = {answer: as_coded(given, known) for answer, given in self._read.given.items()}
        self._coded = {answer: each for answer, each in coded.items() if each is not None}

    def _derive(self, answers: set[int]) -> None:
        coded = dict(self._coded)
        for answer in answers:
            each = as_coded(self._read.given.get(answer, {}), self._codes.keys())
            if each is None:
                coded.pop(answer, None)
            else:
                coded[answer] = each
        self._coded = coded
