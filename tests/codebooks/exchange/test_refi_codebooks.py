"""REFI-QDA codebooks (`.qdc`): valid, the same every time, and read as others write them."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
import xmlschema
from hypothesis import given, settings
from lxml import etree

from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.exchange.files import write_codebook_file
from codebooks.exchange.qdc_writing import qdc_bytes
from corpus.language import LANGUAGES
from corpus.problems import Problem
from tests.codebooks.exchange.drafts import BOOKS, book, paths, read, there_and_back
from tests.trials import trials

SPACE = "urn:QDA-XML:codebook:1.0"
GUID = "5bc3c3c6-b691-4a03-9b4f-21eb78470dcb"
OTHER = "0a34c341-30e9-4379-a184-b6d00a2ea249"


def _qdc(codes: str, root: str = f'CodeBook xmlns="{SPACE}"') -> str:
    return f"<{root}><Codes>{codes}</Codes></{root.split()[0]}>"


def _code(name: str, inside: str = "", guid: str = GUID) -> str:
    return f'<Code guid="{guid}" name="{name}" isCodable="true">{inside}</Code>'


@settings(max_examples=trials(60), deadline=None)
@given(draft=BOOKS)
def test_a_codebook_is_the_same_after_qdc(draft: DraftBook) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = there_and_back(draft, Path(folder) / "bok.qdc")
    with_guids = [
        replace(code, guid=other.guid) if not code.guid else code
        for code, other in zip(draft.codes, found.codes, strict=True)
    ]
    assert list(found.codes) == with_guids
    assert found.warnings == ()


@settings(max_examples=trials(20), deadline=None)
@given(draft=BOOKS)
def test_a_qdc_file_follows_the_schema(shared_data: Path, draft: DraftBook) -> None:
    schema = shared_data / "refi" / "Codebook.xsd"
    written = etree.fromstring(qdc_bytes(draft, "nn"))
    etree.XMLSchema(etree.parse(schema)).assertValid(written)
    xmlschema.XMLSchema(str(schema)).validate(written)


def test_the_same_codebook_gives_the_same_bytes(tmp_path: Path) -> None:
    draft = book("Økonomi", "Økonomi / Lønn")
    contents = set()
    for name in ("a.qdc", "b.qdc"):
        write_codebook_file(draft, tmp_path / name)
        contents.add((tmp_path / name).read_bytes())
    assert len(contents) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_are_read_whatever_language_they_were_written_in(
    tmp_path: Path, language: str
) -> None:
    chosen = next(each for each in LANGUAGES if each == language)
    code = DraftCode(("A",), GUID, 7, "Om A", "alt om A", "B\n\nog C", symbol="◆", retired=True)
    found = read(tmp_path, "bok.qdc", qdc_bytes(DraftBook("bok", (code,)), chosen))
    assert found.codes == (code,)


def test_a_theme_is_only_codable_where_answers_have_it() -> None:
    codes = (DraftCode(("A",), GUID), DraftCode(("A", "B"), OTHER))
    for coded, expected in (((), ["false", "true"]), ((GUID,), ["true", "true"])):
        root = etree.fromstring(qdc_bytes(DraftBook("bok", codes), "en", coded))
        assert [each.get("isCodable") for each in root.iter(f"{{{SPACE}}}Code")] == expected


def test_no_codes_make_no_file(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no codes"):
        write_codebook_file(DraftBook("bok", ()), tmp_path / "bok.qdc")
    assert list(tmp_path.iterdir()) == []


def test_the_empty_sets_of_another_program_do_no_harm(tmp_path: Path) -> None:
    text = f'<CodeBook xmlns="{SPACE}"><Codes>{_code("A")}</Codes><Sets/></CodeBook>'
    found = read(tmp_path, "taguette.qdc", text)
    assert (paths(found), found.warnings) == (["A"], ())


def test_sets_are_left_out_and_told(tmp_path: Path) -> None:
    sets = f'<Sets><Set guid="{GUID}" name="s"><MemberCode guid="{GUID}"/></Set></Sets>'
    text = f'<CodeBook xmlns="{SPACE}"><Codes>{_code("A")}</Codes>{sets}</CodeBook>'
    assert "1 set of codes" in read(tmp_path, "bok.qdc", text).warnings[0]


@pytest.mark.parametrize(
    "root",
    [
        "CodeBook",
        f'q:CodeBook xmlns:q="{SPACE}" xmlns="{SPACE}"',
        'CodeBook xmlns="urn:QDA-XML:codebook:0:4"',
    ],
)
def test_prefix_and_version_do_not_matter(tmp_path: Path, root: str) -> None:
    assert paths(read(tmp_path, "bok.qdc", _qdc(_code("A", _code("B", "", OTHER)), root))) == [
        "A",
        "A / B",
    ]


@pytest.mark.parametrize("guid", [f"{{{GUID}}}", GUID.upper(), f" {{{GUID.upper()}}} "])
def test_guids_in_braces_and_capitals_are_the_same(tmp_path: Path, guid: str) -> None:
    assert read(tmp_path, "bok.qdc", _qdc(_code("A", "", guid))).codes[0].guid == GUID


@pytest.mark.parametrize("guid", ["", "17", "00000000-0000-0000-0000-000000000000"])
def test_what_is_no_guid_is_left_out(tmp_path: Path, guid: str) -> None:
    assert read(tmp_path, "bok.qdc", _qdc(_code("A", "", guid))).codes[0].guid == ""


def test_codable_may_be_missing(tmp_path: Path) -> None:
    text = _qdc(f'<Code name="A" guid="{GUID}" color="#abc"/>')
    assert read(tmp_path, "bok.qdc", text).codes == (DraftCode(("A",), GUID, color="#AABBCC"),)


def test_two_codes_of_one_name_stay_two(tmp_path: Path) -> None:
    inside = _code("Annet", _code("X", "", ""), OTHER) + _code(" Annet ", _code("Y", "", ""), "")
    found = read(tmp_path, "bok.qdc", _qdc(_code("A", inside)))
    assert paths(found) == ["A", "A / Annet", "A / Annet / X", "A / Annet (2)", "A / Annet (2) / Y"]
    assert "A / Annet (2)" in found.warnings[0]


def test_a_fourth_level_is_raised_to_the_third(tmp_path: Path) -> None:
    found = read(tmp_path, "bok.qdc", _qdc(_code("a", _code("b", _code("c", _code("d"))))))
    assert paths(found) == ["a", "a / b", "a / b / c", "a / b / c – d"]
    assert "deeper than three levels" in found.warnings[0]


def test_a_code_without_a_name_gives_what_is_under_it_to_its_theme(tmp_path: Path) -> None:
    found = read(tmp_path, "bok.qdc", _qdc(_code("A", _code("", _code("B", "", OTHER)))))
    assert paths(found) == ["A", "A / B"]
    assert "no name" in found.warnings[0]


def test_the_description_of_another_program_is_a_definition(tmp_path: Path) -> None:
    text = "Om «A» &amp; æøå:&#13;&#10;linje 2"
    found = read(tmp_path, "bok.qdc", _qdc(_code("A", f"<Description>{text}</Description>")))
    assert found.codes[0].definition == "Om «A» & æøå:\nlinje 2"


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "windows-1252", "utf-8-sig"])
def test_any_declared_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    declared = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{declared}"?>' + _qdc(_code("Økonomi"))
    assert paths(read(tmp_path, "bok.qdc", text.encode(encoding))) == ["Økonomi"]


def test_blanks_before_the_xml_do_no_harm(tmp_path: Path) -> None:
    text = f'\n <?xml version="1.0"?>{_qdc(_code("A"))}'
    assert paths(read(tmp_path, "bok.qdc", text)) == ["A"]


def test_characters_that_xml_cannot_hold_are_replaced_and_told(tmp_path: Path) -> None:
    draft = DraftBook("bok", (DraftCode(("A\x01",), GUID, definition="\x1b[2J\ufffe"),))
    notes = write_codebook_file(draft, tmp_path / "bok.qdc")
    assert "3 control characters were replaced" in notes[0]
