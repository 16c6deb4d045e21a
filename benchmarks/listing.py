"""What the coding screen asks of a study of 100,000 answers and 500 codes."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from benchmarks.commands import fullkoding
from benchmarks.made_up import write_codings, write_wide
from benchmarks.timing import Line, measure
from codebooks.queries import codebook_of
from codebooks.tree import Code, CodeTree
from coder.people import coder_id
from coder.study import Study
from coder.workbench.context import answer_context
from coder.workbench.duplicates import same_texts
from coder.workbench.filters import Filter, Sort
from coder.workbench.listing import answer_ids, grid_rows
from coder.workbench.marking import apply_to_many, coverage, remove_from_many
from coder.workbench.near import near
from coder.workbench.progress import uncoded_ids
from coder.workbench.rereading import may_have
from coder.workbench.texts import texts_of_question
from coder.workbench.word_index import bring_up_to_date
from corpus.queries import Question, find_question

Reading = Callable[[Session], object]


def run(folder: Path, runs: int) -> Iterator[Line]:
    """Each reading opens the file anew, as the screen does."""
    source, codings, path = folder / "wide.csv", folder / "codings.csv", folder / "a.fullkoding"
    write_wide(source, 100_000, 1, 40)
    write_codings(codings, 100_000, 500, 180_000)
    fullkoding("new", path)
    fullkoding("import", path, source, "--yes")
    fullkoding("code", path, "--from", codings)
    with Study(path) as study:
        with study.read() as session:
            question = find_question(session, "k1.1")
            tree = codebook_of(session, question.id)
            ids = answer_ids(session, question, Filter())
        code = next(code for code in tree.walk() if code.name == "Kode 300")
        goal = "<= 40 ms, small <= 15 ms"
        for name, wanted in _filters(code).items():
            shown = _read(study, partial(answer_ids, question=question, wanted=wanted))
            yield Line(f"filter: {name}", measure(shown, runs), None, goal)
        for name, reading, goal in _readings(question, ids):
            yield Line(name, measure(_read(study, reading), runs), None, goal)
        late = partial(may_have, study, question, code)
        yield Line("answers that may have a code", measure(late, runs))
        yield from _words(study, question, code, runs)
        yield from _near(study, question, runs)
        yield from _marking(study, question, tree, code, ids[:10_000], runs)


def _filters(code: Code) -> dict[str, Filter]:
    group = (frozenset({code.id}),)
    return {
        "none, all 100,000": Filter(),
        "one code": Filter(with_codes=group),
        "without one code": Filter(without_codes=group),
        "uncoded": Filter(uncoded=True),
        "one band": Filter(bands=frozenset({"2000-5000"})),
        "one coder": Filter(coder_id=1),
    }


def _readings(question: Question, ids: list[int]) -> Iterator[tuple[str, Reading, str]]:
    for order in Sort:
        sort = partial(answer_ids, question=question, wanted=Filter(), order=order)
        yield f"sort: {order}", sort, ""
    for count in (25, 50, 300):
        rows = partial(grid_rows, question=question, ids=ids[50_000 : 50_000 + count])
        yield f"rows of {count} answers", rows, "<= 3 ms a window"
    yield "beside one answer", partial(answer_context, answer_id=ids[50_000]), "<= 5 ms"
    yield "codes of 37 marked answers", partial(coverage, answers=ids[:37]), ""
    yield "codes of all answers", partial(coverage, answers=ids), ""
    yield "identical texts", partial(same_texts, question=question), ""
    yield "answers without a code", partial(uncoded_ids, question=question), ""


def _words(study: Study, question: Question, code: Code, runs: int) -> Iterator[Line]:
    def find(words: str, codes: tuple[frozenset[int], ...] = ()) -> Callable[[], object]:
        wanted = Filter(words=words, with_codes=codes)
        return _read(study, partial(answer_ids, question=question, wanted=wanted))

    yield Line("words: no index yet", measure(find("kom"), runs))
    yield Line("index of words made", measure(lambda: bring_up_to_date(study), 1))
    yield Line("index of words up to date already", measure(lambda: bring_up_to_date(study), runs))
    for words in ("kom", "kom*", '"kom mun"', "komhel*"):
        yield Line(f"words: {words}", measure(find(words), runs), None, "<= 150 ms")
    both = find("kom", (frozenset({code.id}),))
    yield Line("words: kom, and one code", measure(both, runs), None, "<= 150 ms")


def _near(study: Study, question: Question, runs: int) -> Iterator[Line]:
    with study.read() as session:
        texts = texts_of_question(session, question)[:2_000]
    short = [(id_, text[:40]) for id_, text in texts]
    for name, among in (("of 40 words", texts), ("of 40 characters", short)):
        action = partial(near, among, among[7][1])
        yield Line(f"near duplicates among 2,000 {name}", measure(action, runs), None, "<= 200 ms")


def _marking(
    study: Study, question: Question, tree: CodeTree, code: Code, answers: list[int], runs: int
) -> Iterator[Line]:
    def apply() -> None:
        with study.act("apply_code", "KH") as session:
            apply_to_many(session, question, tree, code, answers, coder_id(session, "KH"))

    def remove() -> None:
        with study.act("remove_code", "KH") as session:
            remove_from_many(session, code, answers, coder_id(session, "KH"))

    yield Line("a code on 10,000 answers", measure(apply, runs, remove), None, "<= 0.3 s")
    yield Line("a code off 10,000 answers", measure(remove, runs, apply), None, "<= 0.3 s")


def _read(study: Study, reading: Reading) -> Callable[[], object]:
    def read() -> object:
        with study.read() as session:
            return reading(session)

    return read
