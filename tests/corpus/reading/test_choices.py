"""What a person says about columns must make sense."""

import pytest

from corpus.problems import Problem
from corpus.reading.choices import Choices, settle
from corpus.reading.plan import Role

HEADER = ("id", "kommune", "k1 Hva?", "k2 Hvorfor?")


def test_each_option_gives_its_columns_a_role() -> None:
    said = Choices(id="id", name="kommune", questions=("k1", "k2"))
    assert settle(HEADER, said).roles == {
        0: Role.ID,
        1: Role.NAME,
        2: Role.QUESTION,
        3: Role.QUESTION,
    }


def test_a_column_named_twice_for_one_role_is_no_problem() -> None:
    assert settle(HEADER, Choices(questions=("k1", "K1 hva?"))).roles == {2: Role.QUESTION}


def test_a_column_with_two_roles_is_a_problem() -> None:
    with pytest.raises(Problem, match="both --id and --name"):
        settle(HEADER, Choices(id="kommune", name="kommune"))


def test_a_column_that_is_not_there_is_a_problem() -> None:
    with pytest.raises(Problem, match="no column “alder”"):
        settle(HEADER, Choices(variables=("alder",)))


def test_an_option_of_one_layout_settles_it() -> None:
    assert settle(HEADER, Choices(text_column="k1")).meant_layout == "long"
    assert settle(HEADER, Choices(questions=("k1",))).meant_layout == "wide"
    assert settle(HEADER, Choices(id="id")).meant_layout is None


def test_rows_are_respondents_when_no_column_is_called_row() -> None:
    assert settle(HEADER, Choices(id="row")).by_row
    assert settle(("row", "k1"), Choices(id="row")).roles == {0: Role.ID}


@pytest.mark.parametrize(
    "said",
    [
        Choices(layout="wide", text_column="x"),
        Choices(layout="long", questions=("x",)),
        Choices(questions=("x",), text_column="y"),
    ],
)
def test_options_of_two_layouts_are_a_problem(said: Choices) -> None:
    with pytest.raises(Problem, match="belongs to a"):
        settle(HEADER, said)
