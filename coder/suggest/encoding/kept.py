"""What the sentence encoder says of texts, kept in the study file: derived, not in the history."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import (
    Column,
    LargeBinary,
    MetaData,
    Select,
    Table,
    Text,
    and_,
    column,
    select,
    table,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateTable

from coder.study import Study
from coder.suggest.encoding.encoder import Floats, model_version
from coder.suggest.encoding.packing import PackedVectors, pack, unpack
from coder.suggest.source import Texts
from corpus.problems import Problem
from corpus.queries import IN_USE, Question
from corpus.store.base import Base
from corpus.store.deriving import derive
from corpus.tables import AnswerRow, VersionRow

_AT_ONCE = 500

_kept = Table(
    "encoded_text",
    MetaData(),
    Column("sha256", Text, primary_key=True),
    Column("model", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False),
    sqlite_strict=True,
)
_schema = table("sqlite_master", column("name", Text))


class EncodedTexts:
    """Vectors of texts by the encoder that is installed now; those of another are passed over.

    A text is encoded once, however many answers say it. What cannot be written, because the study
    is read-only or busy, is known until the program ends.
    """

    def __init__(self, study: Study, model: str | None = None) -> None:
        """`model` is the encoder's version; without an encoder nothing is known."""
        self._study = study
        self._model = model_version() if model is None else model
        self._beside: dict[str, bytes] = {}

    def known(self, question: Question) -> Mapping[int, Floats]:
        """The vectors of a question's answers, by their ids; texts in use only."""
        with self._study.read() as session:
            rows = self._rows(session, _answers(question))
        found = [(id_, vector) for id_, _, vector in rows if vector]
        return PackedVectors([id_ for id_, _ in found], [vector for _, vector in found])

    def missing(self, question: Question) -> Texts:
        """A question's texts that have no vector, each with the id of one answer that says it."""
        with self._study.read() as session:
            rows = self._rows(session, _answers(question))
            wanted = {sha256: id_ for id_, sha256, vector in reversed(rows) if not vector}
            return _texts(session, sorted(wanted.values()))

    def known_texts(self, texts: Iterable[str]) -> Mapping[str, Floats]:
        """The vectors of texts such as names of codes; those not encoded yet are left out."""
        keys = {_key(text): text for text in texts}
        found = {key: self._beside[key] for key in keys if key in self._beside}
        with self._study.read() as session:
            if _is_there(session):
                rest = [key for key in keys if key not in found]
                for at in range(0, len(rest), _AT_ONCE):
                    found |= self._stored(session, rest[at : at + _AT_ONCE])
        return {keys[key]: unpack(vector) for key, vector in found.items()}

    def keep(self, vectors: Mapping[str, Floats]) -> bool:
        """Keep vectors of texts; the caller must not be reading from the study meanwhile.

        Returns False when the file cannot be written now: what waits is written the next time.
        """
        self._beside |= {_key(text): pack(vector) for text, vector in vectors.items()}
        if self._study.read_only or not self._beside:
            return not self._beside
        try:
            self._write()
        except Problem:
            return False
        self._beside = {}
        return True

    def _write(self) -> None:
        adding = insert(_kept)
        adding = adding.on_conflict_do_update(
            index_elements=[_kept.c.sha256],
            set_={"model": adding.excluded.model, "vector": adding.excluded.vector},
        )
        rows = [
            {"sha256": key, "model": self._model, "vector": vector}
            for key, vector in self._beside.items()
        ]
        with derive(self._study.path, Base.metadata) as session:
            session.execute(CreateTable(_kept, if_not_exists=True))
            session.connection().execute(adding, rows)

    def _rows(
        self, session: Session, answers: Select[int, str]
    ) -> Sequence[tuple[int, str, bytes | None]]:
        """Answers with the fingerprints of their texts and their vectors, in the order of ids."""
        if _is_there(session):
            ours = and_(_kept.c.sha256 == VersionRow.sha256, _kept.c.model == self._model)
            stored = answers.add_columns(_kept.c.vector).outerjoin(_kept, ours)
            found = [(id_, key, vector) for id_, key, vector in session.execute(stored)]
        else:
            found = [(id_, key, None) for id_, key in session.execute(answers)]
        if not self._beside:
            return found
        return [(id_, key, self._beside.get(key, vector)) for id_, key, vector in found]

    def _stored(self, session: Session, keys: Sequence[str]) -> dict[str, bytes]:
        query = select(_kept.c.sha256, _kept.c.vector).where(
            _kept.c.sha256.in_(keys), _kept.c.model == self._model
        )
        return dict(session.execute(query).all())


def _answers(question: Question) -> Select[int, str]:
    return (
        select(AnswerRow.id, VersionRow.sha256)
        .select_from(AnswerRow)
        .join(VersionRow, IN_USE)
        .where(AnswerRow.question_id == question.id)
        .order_by(AnswerRow.id)
    )


def _texts(session: Session, ids: Sequence[int]) -> Texts:
    query = select(AnswerRow.id, VersionRow.text).join(VersionRow, IN_USE)
    found: list[tuple[int, str]] = []
    for at in range(0, len(ids), _AT_ONCE):
        portion = query.where(AnswerRow.id.in_(ids[at : at + _AT_ONCE])).order_by(AnswerRow.id)
        found += [(id_, text) for id_, text in session.execute(portion)]
    return found


def _is_there(session: Session) -> bool:
    found = session.execute(select(_schema.c.name).where(_schema.c.name == _kept.name))
    return found.first() is not None


def _key(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
