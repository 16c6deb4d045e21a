"""The choice of quotes for one question on the table: what is there, one action at a time."""

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from codebooks.queries import codebook_of
from codebooks.tree import CodeTree
from coder.people import coder_id
from coder.quoting.cautions import TOO_LONG, Caution, Sizes, cautions
from coder.quoting.choosing import choose, put, unchoose
from coder.quoting.forms import Form, form_of, respondents_by_form
from coder.quoting.lead_ins import lead_ins, set_lead_in
from coder.quoting.nuance import Nuance, nuance
from coder.quoting.piece import Piece
from coder.quoting.pieces import Amount, amounts, pieces_under, places_by_code, with_choices
from coder.quoting.proposing import Asked, Standing, propose
from coder.quoting.used import ChosenQuote, RespondentUse, chosen_quotes, respondents_quoted
from coder.study import Study
from corpus.bands import DISTRICT, UNKNOWN
from corpus.normalise import normalise
from corpus.problems import Problem
from corpus.queries import Question, StudyFacts, find_question, questions, study_facts
from corpus.store.history import Parameter, Step
from corpus.tables import PresenceRow


class QuotesDesk:
    """Reads the quotes of one question for one coder, and chooses them action by action.

    `chosen` are the chosen quotes of the whole study: who is quoted where counts for all of it.
    """

    def __init__(self, study: Study, question: str, coder: str) -> None:
        self.study = study
        self.coder = normalise(coder)
        with study.read() as session:
            self.question: Question = find_question(session, question)
        self._nuances: dict[tuple[str, ...], Nuance] = {}
        self._forms: dict[str, Mapping[tuple[str, Form], int]] = {}
        self.refresh()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.study.read_only

    def refresh(self) -> None:
        """Read everything again, after an undo or another program's work.

        Raises a Problem when the question is not in the study any more.
        """
        with self.study.read() as session:
            if all(each.guid != self.question.guid for each in questions(session)):
                raise Problem(
                    f"The question {self.question.full_key} is not in the study any more.",
                    "Redo brings it back.",
                )
            self.facts: StudyFacts = study_facts(session)
            self.tree: CodeTree = codebook_of(session, self.question.id)
            self.lead_ins: Mapping[int, str] = lead_ins(session)
            self._there = places_by_code(session, self.question)
            self._bands = _band_sizes(session)
        self._forms.clear()
        self._read_chosen()

    def path(self, code_id: int) -> str:
        """The names from the main theme to a code on one line."""
        return " / ".join(self.tree.path(code_id))

    def pieces(self, code_id: int) -> list[Piece]:
        """Everything said under a code or theme, in the order of the file."""
        with self.study.read() as session:
            return pieces_under(session, self.question, self.tree, code_id, self.chosen)

    def again(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The same pieces, with what of them is chosen now."""
        return with_choices(pieces, self.chosen)

    @property
    def chosen_here(self) -> int:
        """How many quotes of this question are chosen."""
        here = self.question.full_key
        return sum(each.is_coded and each.question == here for each in self.chosen)

    def typical(self, pieces: Sequence[Piece]) -> Sequence[float]:
        """How typical of all of them each piece is, 0 to 1; takes some tenths of a second."""
        found: list[float] = self._nuance(pieces).typical.tolist()
        return found

    def propose(self, pieces: Sequence[Piece], asked: Asked) -> list[Piece]:
        """Quotes proposed out of all pieces under a theme; nothing is chosen by it."""
        return propose(pieces, self._nuance(pieces), asked, self._standing())

    def may_tell_who(self, piece: Piece) -> bool:
        """Whether a piece is so long, and its size band so small, that a person should decide."""
        return piece.words > TOO_LONG and piece.band in Sizes(self._bands).thin

    def cautions(self) -> list[Caution]:
        """What speaks against the chosen quotes of the study, gravest first."""
        found = {quote.place.answer_id: form_of(quote.answer) for quote in self.chosen}
        forms = {answer: form for answer, form in found.items() if form is not None}
        counts: dict[tuple[str, Form], int] = {}
        for quote in self.chosen:
            if quote.place.answer_id in forms:
                counts |= self._forms_in(quote.band)
        return cautions(self.chosen, Sizes(self._bands, counts), forms)

    def used(self) -> list[RespondentUse]:
        """How often each respondent is quoted in the study, most often first."""
        return respondents_quoted(self.chosen)

    def choose(self, code_id: int, pieces: Sequence[Piece], proposed: bool = False) -> int:
        """Choose pieces under a theme, each under the first code it has there: one step.

        Returns how many are new; `proposed` says that they are taken as they were proposed.
        """
        new = [piece for piece in pieces if piece.chosen is None]
        if not new:
            return 0
        kind = "take_proposal" if proposed else "choose_quotes"
        with self._act(kind, code_id, answers=len(new)) as session:
            who = coder_id(session, self.coder)
            count = choose(session, [(piece.codes[0], piece.place) for piece in new], who)
        self._read_chosen()
        return count

    def unchoose(self, code_id: int, pieces: Sequence[Piece]) -> int:
        """Put chosen pieces of a theme back: one step; returns how many."""
        there = [piece for piece in pieces if piece.chosen is not None]
        if not there:
            return 0
        with self._act("unchoose_quotes", code_id, answers=len(there)) as session:
            under = self.tree.subtree(code_id)
            gone = unchoose(session, under, [piece.place for piece in there])
        self._read_chosen()
        return gone

    def put(self, piece: Piece, order: int) -> bool:
        """Make a chosen piece the first, second, ... under its code; returns whether it moved."""
        if piece.chosen is None:
            raise Problem(f"{piece.name} is not chosen.", "Choose it first.")
        if order == piece.order:
            return False
        with self._act("order_quotes", piece.chosen) as session:
            moved = put(session, piece.chosen, piece.place, order)
        self._read_chosen()
        return moved

    def write_lead_in(self, code_id: int, text: str) -> bool:
        """Write the sentence that introduces a theme in print, or with "" take it out: one step.

        Returns whether it changed; a Problem for a place in braces that is no number.
        """
        with self._act("lead_in", code_id) as session:
            changed = set_lead_in(session, code_id, text, coder_id(session, self.coder))
        with self.study.read() as session:
            self.lead_ins = lead_ins(session)
        return changed

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

    def _act(self, kind: str, code_id: int, **said: Parameter) -> AbstractContextManager[Session]:
        named: dict[str, Parameter] = {
            "question": self.question.full_key,
            "code": self.path(code_id),
            **said,
        }
        return self.study.act(kind, self.coder, operation=None, **named)

    def _read_chosen(self) -> None:
        with self.study.read() as session:
            self.chosen: Sequence[ChosenQuote] = chosen_quotes(session)
        self.amounts: Mapping[int, Amount] = amounts(
            self.question, self.tree, self._there, self.chosen
        )

    def _nuance(self, pieces: Sequence[Piece]) -> Nuance:
        texts = tuple(piece.text for piece in pieces)
        if texts not in self._nuances:
            self._nuances = {texts: nuance(texts)}
        return self._nuances[texts]

    def _standing(self) -> Standing:
        used = self.used()
        here = self.question.full_key
        return Standing(
            bands=[band for band in self.facts.scheme.names if band not in (DISTRICT, UNKNOWN)],
            in_chapter={use.respondent: dict(use.chapters).get(here, 0) for use in used},
            in_report={use.respondent: use.total for use in used},
            thin=Sizes(self._bands).thin,
        )

    def _forms_in(self, band: str) -> Mapping[tuple[str, Form], int]:
        if band not in self._forms:
            with self.study.read() as session:
                self._forms[band] = respondents_by_form(session, [band])
        return self._forms[band]


def seeded(asked: Asked, seed: int | None, facts: StudyFacts) -> Asked:
    """What is asked for with a seed; None takes the study's own."""
    return replace(asked, seed=facts.seed if seed is None else seed)


def _band_sizes(session: Session) -> Counter[str]:
    """How many respondents each band has, one that stood in it in several waves counted once."""
    query = select(PresenceRow.band, func.count(PresenceRow.respondent_id.distinct()))
    return Counter(dict(session.execute(query.group_by(PresenceRow.band)).all()))
