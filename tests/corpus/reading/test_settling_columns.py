"""What a person settles column by column: the latest word counts, the rest gives way."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.problems import Problem
from corpus.reading.plan import Layout, Plan, Role
from corpus.reading.planning import columns_of, plan_columns
from corpus.reading.settled import LAYOUT_OF, SHARED, Settled
from tests.corpus.reading.tables import SCHEME, role, table

SHEET = table(
    "id|navn|k1 Hva?|k2 Hvorfor?",
    "1|Storvik|Vi trenger flere folk her|Fordi det er lenge siden sist",
    "2|Lillevik|Mer penger til arbeidet|Vi har ikke fått det til",
    "3|Nyvik|Bedre tid til hver enkelt|Det er for få av oss",
)
ANY_STEP = st.one_of(
    st.tuples(st.sets(st.integers(0, 5), min_size=1), st.none() | st.sampled_from(Role)),
    st.sampled_from(["wide", "long", None, "rows"]),
)


def stepped(settled: Settled, step: object) -> Settled:
    """One more thing said."""
    if isinstance(step, tuple):
        return settled.with_role(*step)
    if step == "rows":
        return settled.with_rows()
    layouts: dict[object, Layout] = {"wide": "wide", "long": "long"}
    return settled.with_layout(layouts.get(step))


def test_a_role_that_only_one_column_can_have_moves() -> None:
    settled = Settled({0: Role.ID}).with_role([2], Role.ID)
    assert settled.roles == {2: Role.ID}


def test_several_columns_are_questions_at_once() -> None:
    settled = Settled({1: Role.NAME}).with_role([1, 2], Role.QUESTION)
    assert settled.roles == {1: Role.QUESTION, 2: Role.QUESTION}


def test_of_several_columns_the_last_gets_what_one_can_have() -> None:
    assert Settled().with_role([1, 3], Role.ID).roles == {3: Role.ID}


def test_a_column_can_be_left_to_be_guessed_again() -> None:
    assert Settled({0: Role.IGNORE}).with_role([0], None) == Settled()


def test_a_role_of_the_other_layout_changes_the_layout() -> None:
    settled = Settled({2: Role.QUESTION, 1: Role.NAME}, "wide").with_role([3], Role.TEXT)
    assert settled.roles == {3: Role.TEXT, 1: Role.NAME}
    assert settled.meant_layout == "long"


def test_a_layout_takes_the_roles_of_the_other_one_away() -> None:
    settled = Settled({2: Role.TEXT, 0: Role.ID}).with_layout("wide")
    assert settled == Settled({0: Role.ID}, "wide")


def test_rows_as_respondents_and_a_column_of_ids_exclude_each_other() -> None:
    by_row = Settled({0: Role.ID}).with_rows()
    assert by_row == Settled(by_row=True)
    assert by_row.with_role([1], Role.ID) == Settled({1: Role.ID})


@given(st.lists(ANY_STEP, max_size=12))
def test_whatever_is_said_fits_together(steps: list[object]) -> None:
    settled = Settled()
    for step in steps:
        settled = stepped(settled, step)
    roles = list(settled.roles.values())
    assert all(roles.count(each) == 1 for each in roles if each not in SHARED)
    layouts = {LAYOUT_OF[each] for each in roles if each in LAYOUT_OF} | {settled.layout}
    assert len(layouts - {None}) <= 1
    assert not (settled.by_row and Role.ID in roles)


@given(st.lists(ANY_STEP, max_size=8))
def test_a_plan_has_every_settled_role_or_is_refused_in_a_sentence(steps: list[object]) -> None:
    settled = Settled()
    for step in steps:
        settled = stepped(settled, step)
    roles = {at: each for at, each in settled.roles.items() if at < len(SHEET.header)}
    settled = Settled(roles, settled.layout, settled.by_row)
    plan = _planned(settled)
    if plan is None:
        assert settled.meant_layout == "long"
        assert Role.TEXT not in roles.values()
    else:
        assert {at: plan.columns[at].role for at in roles} == roles
        assert settled.meant_layout in (None, plan.layout)


def _planned(settled: Settled) -> Plan | None:
    try:
        return plan_columns(columns_of(SHEET, SCHEME), Path("svar.csv"), settled)
    except Problem:
        return None


def test_a_doubt_stands_with_its_column() -> None:
    plan = plan_columns(
        columns_of(table("hvem|hva", "a|ja", "b|nei"), SCHEME), Path("x"), Settled()
    )
    assert plan.columns[0].doubt in plan.doubts
    assert plan.columns[0].doubt not in plan.general_doubts
    assert role(plan, "hvem") is Role.ID
