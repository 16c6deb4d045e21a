"""Keys that come faster than the screen is drawn mean what they meant when they were typed."""

import sys
from pathlib import Path

import pytest

from codebooks.queries import codebook_of
from coder.queries import coded_answers
from coder.study import Study
from corpus.queries import find_question
from tests.builders import code_all, import_records, new_study, records

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.tui.terminal.driver import KEYS, Terminal

COUNT = 30


def test_each_answer_gets_the_code_typed_for_it_however_fast(tmp_path: Path) -> None:
    texts = [(f"R{at:02}", "k1", f"Svar nummer {at}") for at in range(COUNT)]
    with new_study(tmp_path) as study:
        import_records(study, records(texts))
        path = study.path
    with Terminal("open", path, "--question", "k1", environment=_home(tmp_path)) as terminal:
        terminal.shows(f"UNCODED {COUNT}")
        burst = b"".join(
            f"Kode {at} slutt".encode() + KEYS["enter"] + (KEYS["down"] if at % 2 else b" ")
            for at in range(COUNT)
        )
        terminal.write(burst)
        terminal.shows("UNCODED 0")
    with Study(path) as study, study.read() as session:
        question = find_question(session, "k1")
        answers = coded_answers(session, question, codebook_of(session, question.id))
        given = {each.respondent: [" / ".join(code) for code in each.codes] for each in answers}
    assert given == {f"R{at:02}": [f"Kode {at} slutt"] for at in range(COUNT)}


def test_a_digit_typed_right_after_letters_narrows_and_picks_nothing(tmp_path: Path) -> None:
    texts = [(f"R{at:02}", "k1", f"Svar nummer {at}") for at in range(12)]
    with new_study(tmp_path) as study:
        import_records(study, records(texts))
        code_all(study, [(f"R{at:02}", "k1", f"Kode {at}") for at in range(12)])
        path = study.path
    with Terminal("open", path, "--question", "k1", environment=_home(tmp_path)) as terminal:
        terminal.shows("UNCODED 0")
        terminal.press("f3")
        terminal.shows("Answers with this code")
        terminal.write(b"kode 11" + KEYS["enter"])
        terminal.shows("1/12")
        assert "Kode 11" in terminal.text.splitlines()[1]


def _home(folder: Path) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
