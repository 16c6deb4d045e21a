"""What became of the codes between two codebooks."""

from dataclasses import replace

from hypothesis import given, settings

from codebooks.comparing import Difference, compare, match, standing
from codebooks.tree import Code, CodeTree
from tests.trees import NAMES, tree_of, trees

BOOK = tree_of([("Økonomi", "Tilskudd"), ("Økonomi", "Lønn"), ("Folk",), ("Bolig",)])


def _code(tree: CodeTree, name: str) -> Code:
    return next(code for code in tree.codes if code.name == name)


def _with(tree: CodeTree, called: str, **changes: object) -> CodeTree:
    code = _code(tree, called)
    codes = tuple(replace(each, **changes) if each is code else each for each in tree.codes)  # type: ignore[arg-type]
    return replace(tree, codes=codes)


def _told(found: list[Difference]) -> list[tuple[str, str, str]]:
    return [(each.kind, " / ".join(each.was), " / ".join(each.now)) for each in found]


@settings(deadline=None)
@given(tree=trees(NAMES))
def test_a_book_is_as_it_is(tree: CodeTree) -> None:
    assert compare(tree, tree) == []


@settings(deadline=None)
@given(before=trees(NAMES), after=trees(NAMES))
def test_every_code_is_told_of_once_at_least_or_is_the_same(
    before: CodeTree, after: CodeTree
) -> None:
    own = replace(after, codes=tuple(replace(c, guid=f"other-{c.guid}") for c in after.codes))
    pairs = match(before, own).pairs
    found = compare(before, own)
    gone = {each.before.id for each in found if each.kind == "gone" and each.before}
    new = {each.after.id for each in found if each.kind == "new" and each.after}
    assert gone == {code.id for code in before.codes} - pairs.keys()
    assert new | set(pairs.values()) >= {code.id for code in own.codes}


def test_new_and_gone() -> None:
    after = replace(
        BOOK, codes=(*(c for c in BOOK.codes if c.name != "Bolig"), Code(9, "g9", None, "Kø", 9, 9))
    )
    assert _told(compare(BOOK, after)) == [("new", "", "Kø"), ("gone", "Bolig", "")]


def test_a_retired_code_is_gone_and_comes_back_as_new() -> None:
    after = _with(BOOK, "Bolig", status="retired")
    assert _told(compare(BOOK, after)) == [("gone", "Bolig", "Bolig")]
    assert _told(compare(after, BOOK)) == [("new", "Bolig", "Bolig")]
    assert compare(after, after) == []


def test_a_renamed_theme_moves_nothing_under_it() -> None:
    after = _with(BOOK, "Økonomi", name="Penger")
    assert _told(compare(BOOK, after)) == [("renamed", "Økonomi", "Penger")]


def test_a_code_renamed_and_moved_is_told_of_twice() -> None:
    theme = _code(BOOK, "Folk").id
    after = _with(BOOK, "Lønn", name="Lønninger", parent_id=theme)
    assert _told(compare(BOOK, after)) == [
        ("renamed", "Økonomi / Lønn", "Folk / Lønninger"),
        ("moved", "Økonomi / Lønn", "Folk / Lønninger"),
    ]


def test_a_merged_code_names_what_it_became() -> None:
    after = _with(BOOK, "Lønn", status="merged", merged_into_id=_code(BOOK, "Folk").id)
    assert _told(compare(BOOK, after)) == [("merged", "Økonomi / Lønn", "Folk")]


def test_codes_follow_a_theme_that_is_merged_without_being_moved() -> None:
    folk = _code(BOOK, "Folk").id
    after = _with(BOOK, "Økonomi", status="merged", merged_into_id=folk)
    after = _with(_with(after, "Lønn", parent_id=folk), "Tilskudd", parent_id=folk)
    assert _told(compare(BOOK, after)) == [("merged", "Økonomi", "Folk")]


def test_other_rules_are_another_definition_other_spaces_are_not() -> None:
    before = _with(BOOK, "Folk", definition="Om  folk")
    assert compare(before, _with(BOOK, "Folk", definition="Om folk ")) == []
    assert _told(compare(before, _with(BOOK, "Folk", include="Alle"))) == [
        ("redefined", "Folk", "Folk")
    ]


def test_books_without_common_guids_are_matched_by_path_in_any_case() -> None:
    other = tree_of([("økonomi", "TILSKUDD"), ("Folk",), ("Kø",)])
    other = replace(other, codes=tuple(replace(c, guid=f"x{c.id}") for c in other.codes))
    assert match(BOOK, other).by == "path"
    assert ("gone", "Bolig", "") in _told(compare(BOOK, other))
    assert ("renamed", "Økonomi", "økonomi") in _told(compare(BOOK, other))


def test_a_code_in_use_in_both_years_confirms() -> None:
    used = [_code(BOOK, name).id for name in ("Tilskudd", "Folk")]
    this_year = [_code(BOOK, name).id for name in ("Tilskudd", "Lønn")]
    assert {
        BOOK.by_id[at].name: how for at, how in standing(BOOK, BOOK, used, this_year).items()
    } == {
        "Økonomi": "confirms",
        "Tilskudd": "confirms",
        "Lønn": "new",
    }


def test_a_code_confirms_what_was_merged_into_it() -> None:
    folk = _code(BOOK, "Folk").id
    after = _with(BOOK, "Bolig", status="merged", merged_into_id=folk)
    assert standing(BOOK, after, [_code(BOOK, "Bolig").id], [folk]) == {folk: "confirms"}
