"""Which code a path means, however it is written."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codebooks.paths import (
    find_code,
    find_merged,
    find_names,
    find_whole,
    names_to_make,
    plain_name,
    split_levels,
)
from codebooks.tree import Code, CodeTree
from corpus.problems import Problem
from tests.trees import NAMES, TRICKY, tree_of, trees

SEPARATORS = st.sampled_from([" / ", ">>", " >> ", "  /  "])


def _path(tree: CodeTree, code: Code | None) -> tuple[str, ...] | None:
    return tree.path(code.id) if code else None


def _found(tree: CodeTree, path: str) -> tuple[str, ...] | None:
    return _path(tree, find_code(tree, path))


@given(tree=trees(NAMES), separator=SEPARATORS, data=st.data())
def test_a_whole_path_means_its_code(tree: CodeTree, separator: str, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(tree.codes))
    path = tree.path(code.id)
    if len(path) == 1:
        assert _found(tree, path[0]) == path
    else:
        assert _found(tree, separator.join(path)) == path


@given(tree=trees(TRICKY), data=st.data())
def test_what_is_found_is_called_what_was_asked_for(tree: CodeTree, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(tree.codes))
    asked = " / ".join(tree.path(code.id))
    try:
        found = find_code(tree, asked)
    except Problem:
        named = [each for each in tree.walk() if each.name.casefold() == asked.casefold()]
        assert len(named) > 1
        return
    assert found is not None
    assert _words(asked) in (_words(found.name), _words(" / ".join(tree.path(found.id))))


def _words(path: str) -> tuple[str, ...]:
    return split_levels(path.casefold())


@given(tree=trees(TRICKY), data=st.data())
def test_a_whole_name_among_the_main_themes_always_wins(
    tree: CodeTree, data: st.DataObject
) -> None:
    theme = data.draw(st.sampled_from(tree.children(None)))
    assert find_code(tree, f"  {theme.name} ") == theme


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("Sosialtjenesten/NAV kan henvise", ("Sosialtjenesten/NAV kan henvise",)),
        ("Bolig / Kommunal", ("Bolig / Kommunal",)),
        ("Bolig >> Kommunal", ("Bolig", "Kommunal")),
        ("Bolig>>Kommunal", ("Bolig", "Kommunal")),
        ("Bolig / Privat", ("Bolig", "Privat")),
        ("Privat", ("Bolig", "Privat")),
        ("PRIVAT", ("Bolig", "Privat")),
        ("Bolig / Kommunal / Ventetid", ("Bolig / Kommunal", "Ventetid")),
        ("Økonomi / Lån / Startlån", ("Økonomi", "Lån / Startlån")),
        ("O\u0308konomi", None),
        ("Ø\u0301konomi", None),
        ("  Bolig   /   Privat ", ("Bolig", "Privat")),
        ("Bolig\n/\nPrivat", ("Bolig", "Privat")),
        ("Leie", None),
        ("", None),
        (" / ", None),
        (">>", None),
    ],
)
def test_a_path_means_this_code(asked: str, path: tuple[str, ...] | None) -> None:
    tree = tree_of(
        [
            ("Sosialtjenesten/NAV kan henvise",),
            ("Bolig", "Kommunal"),
            ("Bolig", "Privat"),
            ("Bolig / Kommunal", "Ventetid"),
            ("Økonomi", "Lån / Startlån"),
        ]
    )
    assert _found(tree, asked) == path


def test_a_name_in_two_forms_of_unicode_is_one_name() -> None:
    tree = tree_of([("Ålesund",)])
    assert _found(tree, "A\u030alesund") == ("Ålesund",)


def test_letter_case_decides_between_codes_that_differ_in_nothing_else() -> None:
    tree = tree_of([("nav",), ("NAV",), ("Nav",)])
    assert [_found(tree, name) for name in ("nav", "NAV", "Nav")] == [("nav",), ("NAV",), ("Nav",)]


def test_a_name_in_several_themes_needs_its_whole_path() -> None:
    tree = tree_of([("Bolig", "Annet"), ("Arbeid", "Annet")])
    with pytest.raises(Problem, match="several themes") as problem:
        find_code(tree, "Annet")
    assert "Bolig / Annet; Arbeid / Annet" in problem.value.hint
    assert _found(tree, "Arbeid / Annet") == ("Arbeid", "Annet")


def test_a_main_theme_goes_before_codes_of_its_name() -> None:
    tree = tree_of([("Bolig", "Annet"), ("Arbeid", "Annet"), ("Annet",)])
    assert _found(tree, "Annet") == ("Annet",)


def _with_merged(tree: CodeTree, gone: tuple[str, ...], into: tuple[str, ...]) -> CodeTree:
    source, target = find_names(tree, gone), find_names(tree, into)
    assert source
    assert target
    merged = replace(source, status="merged", merged_into_id=target.id)
    return replace(tree, codes=tuple(merged if c.id == source.id else c for c in tree.codes))


@pytest.mark.parametrize("asked", ["Husvære", "husvære", "Bolig / Husvære", "Bolig>>Husvære"])
def test_the_name_of_a_merged_code_means_what_it_became(asked: str) -> None:
    tree = tree_of([("Bolig", "Husvære"), ("Bolig", "Leilighet"), ("Bolig", "Hus")])
    tree = _with_merged(tree, ("Bolig", "Husvære"), ("Bolig", "Leilighet"))
    tree = _with_merged(tree, ("Bolig", "Leilighet"), ("Bolig", "Hus"))
    assert _found(tree, asked) == ("Bolig", "Hus")


def test_a_code_that_is_there_goes_before_a_merged_one_of_its_name() -> None:
    tree = tree_of([("Bolig", "Annet"), ("Bolig", "Hus"), ("Arbeid", "Annet")])
    tree = _with_merged(tree, ("Bolig", "Annet"), ("Bolig", "Hus"))
    assert _found(tree, "Annet") == ("Arbeid", "Annet")
    assert _path(tree, find_merged(tree, ["Bolig", "Annet"])) == ("Bolig", "Hus")


def test_names_are_looked_up_level_by_level() -> None:
    tree = tree_of([("Bolig", "Privat"), ("Privat",)])
    assert _path(tree, find_names(tree, ["bolig", "privat"])) == ("Bolig", "Privat")
    assert find_names(tree, ["Privat", "Bolig"]) is None
    assert find_names(tree, []) is None


def test_a_whole_name_is_not_read_as_levels() -> None:
    tree = tree_of([("Bolig", "Privat")])
    assert find_whole(tree, "Bolig / Privat") is None
    assert _path(tree, find_whole(tree, "Privat")) == ("Bolig", "Privat")


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("Arbeid / Lønn", ("Arbeid", "Lønn")),
        ("bolig / Leie", ("Bolig", "Leie")),
        ("BOLIG / kommunal / Kø", ("Bolig", "Kommunal", "Kø")),
        ("Helse / Rus / Ettervern", ("Helse / Rus", "Ettervern")),
        ("Helse/Rus", ("Helse/Rus",)),
        ("a >> b / c", ("a", "b", "c")),
        (" ", ()),
    ],
)
def test_a_new_path_keeps_the_themes_that_are_there(path: str, names: tuple[str, ...]) -> None:
    tree = tree_of([("Bolig", "Kommunal"), ("Helse / Rus",)])
    assert names_to_make(tree, path) == names


@given(tree=trees(TRICKY), path=st.text("AaBb />;", max_size=12))
def test_a_path_that_means_nothing_can_be_made(tree: CodeTree, path: str) -> None:
    try:
        found = find_code(tree, path)
    except Problem:
        return
    names = names_to_make(tree, path)
    assert all(name == plain_name(name) != "" for name in names)
    if found is None and names and find_names(tree, names) is None:
        grown = tree_of([*(tree.path(code.id) for code in tree.walk()), names])
        assert _path(grown, find_names(grown, names)) == names


@pytest.mark.parametrize(
    ("path", "separator", "names"),
    [
        ("Bolig:Leie", ":", ("Bolig", "Leie")),
        ("Bolig / Leie", ":", ("Bolig / Leie",)),
        ("Bolig : : Leie:", ":", ("Bolig", "Leie")),
        ("Bolig/Leie", "/", ("Bolig", "Leie")),
    ],
)
def test_one_separator_may_be_agreed_on(path: str, separator: str, names: tuple[str, ...]) -> None:
    assert split_levels(path, separator) == names


@given(st.text(max_size=20))
def test_a_plain_name_is_one_line_and_stays_plain(name: str) -> None:
    plain = plain_name(name)
    assert plain == plain_name(plain) == plain.strip()
    assert "\n" not in plain
    assert "  " not in plain
