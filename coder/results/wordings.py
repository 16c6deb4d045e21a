"""The printed wording of coded pieces, and what was done to them."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from coder.quoting.decisions import NONE, Decisions, Text, decisions_of, worded
from coder.quoting.wording import ChoiceKind, PieceKind, Wording, released_pieces
from coder.results.honesty import QuotedPiece
from coder.results.passages import Passage
from corpus.privacy.finder import Finder
from corpus.queries import Question, StudyFacts


class Wordings:
    """Words each answer once, however many of its pieces are quoted."""

    def __init__(self, session: Session, finder: Finder, facts: StudyFacts) -> None:
        self._session = session
        self._finder = finder
        self._facts = facts
        self._decisions: dict[int, Mapping[Text, Decisions]] = {}
        self._worded: dict[Text, tuple[Wording, str]] = {}

    def is_approved(self, question: Question, passage: Passage) -> bool:
        """Whether the wording of a passage's answer, as it is now, was approved."""
        return bool(self._of(question, passage)[1])

    def once(self, question: Question, passages: Sequence[Passage]) -> list[Passage]:
        """The passages under a heading, of an answer that is paraphrased only the first."""
        first: dict[object, Passage] = {}
        for each in passages:
            is_whole = bool(self._of(question, each)[0].paraphrase)
            first.setdefault((each.answer, each.version) if is_whole else each, each)
        return list(first.values())

    def printed(self, question: Question, passage: Passage) -> str:
        """The passage as it is printed."""
        return self._of(question, passage)[0].piece(passage.start, passage.end).strip()

    def done_to(self, question: Question, passage: Passage) -> QuotedPiece:
        """What was done to the passage before it was printed."""
        found, approved_by = self._of(question, passage)
        place = Text(passage.answer, passage.version)
        if found.paraphrase:
            return QuotedPiece(place, paraphrased=True, approved_by=approved_by)
        kinds = {
            each.kind
            for each in found.pieces
            if each.start < passage.end and passage.start < each.end
        }
        return QuotedPiece(
            place, PieceKind.MASKED in kinds, PieceKind.CUT in kinds, approved_by=approved_by
        )

    def released(self, question: Question, passage: Passage) -> tuple[str, ...]:
        """What was found in the passage's answer and stands by decision."""
        place = Text(passage.answer, passage.version)
        choices = self._decided(question).get(place, NONE).choices
        if not any(each.kind is ChoiceKind.RELEASE for each in choices):
            return ()
        hits = self._finder.find(passage.text, passage.names)
        return tuple(released_pieces(hits, choices))

    def _of(self, question: Question, passage: Passage) -> tuple[Wording, str]:
        """The wording of a passage's answer, and who approved it as it is now."""
        place = Text(passage.answer, passage.version)
        if place not in self._worded:
            decisions = self._decided(question).get(place, NONE)
            language = self._facts.language
            found = worded(self._finder, passage.text, passage.names, decisions, language)
            is_approved = bool(decisions.approved) and decisions.approved == found.sha256
            self._worded[place] = found, decisions.approved_by if is_approved else ""
        return self._worded[place]

    def _decided(self, question: Question) -> Mapping[Text, Decisions]:
        if question.id not in self._decisions:
            self._decisions[question.id] = decisions_of(self._session, question.id)
        return self._decisions[question.id]
