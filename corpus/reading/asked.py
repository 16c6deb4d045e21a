"""Which question a row of a long file answers."""

from collections.abc import Callable, Sequence

from corpus.reading.keys import question_names
from corpus.reading.plan import Plan, Role
from corpus.reading.records import QuestionRecord
from corpus.reading.sheet import Sheet

Asked = Callable[[Sequence[str]], QuestionRecord | None]


def question_of(sheet: Sheet, plan: Plan) -> Asked:
    """A function from a row's cells to its question, or to None when the row names none.

    The key comes from the key column; where the file has only texts, from their first words or by
    number. Without either column all rows answer one question, named by the header of the texts.
    """
    key, text = plan.one(Role.QUESTION_KEY), plan.one(Role.QUESTION_TEXT)
    if key is not None:
        return _by_key(key.position, key.position if text is None else text.position)
    if text is not None:
        return _by_text(sheet, text.position)
    answers = plan.one(Role.TEXT)
    single = QuestionRecord("q1", "" if answers is None else answers.header)
    return lambda cells: single


def _by_key(key: int, text: int) -> Asked:
    known: dict[tuple[str, str], QuestionRecord] = {}

    def asked(cells: Sequence[str]) -> QuestionRecord | None:
        names = cells[key].strip(), cells[text].strip()
        if names not in known:
            known[names] = QuestionRecord(names[0], names[1] or names[0])
        return known[names] if names[0] else None

    return asked


def _by_text(sheet: Sheet, position: int) -> Asked:
    texts = list(dict.fromkeys(cells[position].strip() for _, cells in sheet.rows))
    texts = [text for text in texts if text]
    known = {
        text: QuestionRecord(key, rest)
        for text, (key, rest) in zip(texts, question_names(texts), strict=True)
    }
    return lambda cells: known.get(cells[position].strip())
