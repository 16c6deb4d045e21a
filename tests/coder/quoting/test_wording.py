"""One masked wording per answer: what was found stays covered, what was decided holds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coder.quoting.wording import (
    ChoiceKind,
    MaskChoice,
    PieceKind,
    Wording,
    is_released,
    released_pieces,
    wording,
)
from corpus.privacy.hits import Category, Hit

TEXT = "Vi i Lier samarbeider med Kari Nes og Time kommune om bolig."


def _hit(words: str, category: Category = Category.MUNICIPALITY, text: str = TEXT) -> Hit:
    start = text.index(words)
    return Hit(start, start + len(words), category, "names", "a name", True, words)


def _choice(words: str, kind: ChoiceKind, category: str = "") -> MaskChoice:
    start = TEXT.index(words)
    return MaskChoice(start, start + len(words), kind, category)


LIER, KARI, TIME = _hit("Lier"), _hit("Kari Nes", Category.PERSON), _hit("Time kommune")
HITS = (LIER, KARI, TIME)


def _said(*choices: MaskChoice) -> str:
    return wording(TEXT, HITS, choices, "nb").text


def test_without_choices_every_hit_is_masked() -> None:
    assert _said() == "Vi i [kommune] samarbeider med [person] og [kommune] om bolig."


def test_a_hit_stands_where_it_was_released_and_only_there() -> None:
    said = _said(_choice("Lier", ChoiceKind.RELEASE))
    assert said == "Vi i Lier samarbeider med [person] og [kommune] om bolig."


def test_a_release_of_a_part_of_a_hit_releases_nothing() -> None:
    assert _said(_choice("Time", ChoiceKind.RELEASE)) == _said()


def test_a_hit_can_be_masked_as_something_else() -> None:
    said = _said(_choice("Time kommune", ChoiceKind.MASK, "sted"))
    assert said == "Vi i [kommune] samarbeider med [person] og [sted] om bolig."


def test_what_was_not_found_can_be_masked() -> None:
    said = _said(_choice("bolig", ChoiceKind.ADD, "institusjon"))
    assert said.endswith("om [institusjon].")


def test_a_cut_leaves_dots_in_brackets() -> None:
    assert _said(_choice("samarbeider med ", ChoiceKind.CUT)).startswith("Vi i [kommune] [...][per")


def test_a_cut_through_a_name_takes_all_of_the_name() -> None:
    said = _said(_choice("Nes og", ChoiceKind.CUT))
    assert said == "Vi i [kommune] samarbeider med [...] [kommune] om bolig."


def test_a_chosen_mask_holds_beside_a_release() -> None:
    release = _choice("Kari Nes", ChoiceKind.RELEASE)
    said = _said(release, _choice("Nes", ChoiceKind.ADD, "navn"))
    assert "Kari [navn]" in said


def test_an_answered_flag_changes_nothing() -> None:
    assert _said(_choice("bolig", ChoiceKind.ANSWERED, "event")) == _said()


def test_category_words_follow_the_written_standard() -> None:
    assert "[stad]" in wording(TEXT, (_hit("Lier", Category.PLACE),), (), "nn").text


def test_a_coded_piece_reads_as_in_the_whole() -> None:
    found = wording(TEXT, HITS, (), "nb")
    start = TEXT.index("samarbeider")
    assert found.piece(start, start + len("samarbeider med Kari Nes")) == "samarbeider med [person]"


def test_a_piece_that_cuts_a_name_masks_it_whole() -> None:
    assert wording(TEXT, HITS, (), "nb").piece(0, TEXT.index("Lier") + 2) == "Vi i [kommune]"


def test_a_paraphrase_carries_its_mark_in_each_standard() -> None:
    said = [wording(TEXT, HITS, (), each, "Kort sagt").text for each in ("nb", "nn", "en")]
    marks = ["(omskrevet)", "(omskrive)", "(paraphrased)"]
    assert said == [f"Kort sagt {mark}" for mark in marks]


def test_a_paraphrase_stands_for_every_piece() -> None:
    assert wording(TEXT, HITS, (), "nb", " Kort ").piece(3, 9) == "Kort (omskrevet)"


def test_released_pieces_are_those_found_and_let_through() -> None:
    assert released_pieces(HITS, [_choice("Lier", ChoiceKind.RELEASE)]) == ["Lier"]


def test_the_digest_follows_text_masks_and_paraphrase() -> None:
    first = wording(TEXT, HITS, (), "nb")
    others = [
        wording(TEXT + "!", HITS, (), "nb"),
        wording(TEXT, HITS[1:], (), "nb"),
        wording(TEXT, HITS, (), "nb", "Kort"),
        wording(TEXT, HITS, [_choice("bolig", ChoiceKind.CUT)], "nb"),
    ]
    digests = {first.sha256, *(each.sha256 for each in others)}
    assert len(digests) == 5
    assert wording(TEXT, HITS, (), "nb").sha256 == first.sha256


LETTERS = "abc'  \u00adæ\u0301.\n"


@st.composite
def _cases(draw: st.DrawFn) -> tuple[str, list[Hit], list[MaskChoice]]:
    text = draw(st.text(LETTERS, min_size=1, max_size=30))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 6)).map(
        lambda each: (each[0], min(len(text), each[0] + each[1]))
    )
    hits, reach = list[Hit](), 0
    for start, end in sorted(draw(st.lists(spans, max_size=4))):
        if start >= reach:
            category = draw(st.sampled_from(list(Category)))
            hits.append(Hit(start, end, category, "", "", draw(st.booleans()), text[start:end]))
            reach = end
    choices = [
        MaskChoice(start, end, kind, "sted" if kind in ("mask", "add") else "")
        for start, end in draw(st.lists(spans, max_size=4))
        for kind in [draw(st.sampled_from(list(ChoiceKind)))]
    ]
    return text, hits, choices


def _worded(case: tuple[str, list[Hit], list[MaskChoice]]) -> Wording:
    return wording(*case, "nb")


@settings(max_examples=100)
@given(_cases())
def test_pieces_cover_the_original_without_gap_or_overlap(
    case: tuple[str, list[Hit], list[MaskChoice]],
) -> None:
    pieces = _worded(case).pieces
    ends = [0, *(each.end for each in pieces)]
    assert [each.start for each in pieces] == ends[:-1]
    assert ends[-1] == len(case[0])
    kept = [each for each in pieces if each.kind is PieceKind.KEPT]
    assert all(each.text == case[0][each.start : each.end] for each in kept)


@settings(max_examples=100)
@given(_cases())
def test_no_kept_piece_touches_what_is_masked_or_cut(
    case: tuple[str, list[Hit], list[MaskChoice]],
) -> None:
    _, hits, choices = case
    covered = [(hit.start, hit.end) for hit in hits if not is_released(hit, choices)]
    hiding = (ChoiceKind.MASK, ChoiceKind.ADD, ChoiceKind.CUT)
    covered += [(each.start, each.end) for each in choices if each.kind in hiding]
    for piece in _worded(case).pieces:
        if piece.kind is PieceKind.KEPT:
            assert all(piece.end <= start or end <= piece.start for start, end in covered)


@settings(max_examples=100)
@given(_cases(), st.data())
def test_a_choice_changes_nothing_that_it_does_not_meet(
    case: tuple[str, list[Hit], list[MaskChoice]], data: st.DataObject
) -> None:
    text, hits, choices = case
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    kind = data.draw(st.sampled_from([ChoiceKind.MASK, ChoiceKind.RELEASE, ChoiceKind.CUT]))
    more = MaskChoice(start, end, kind, "fylke" if kind is ChoiceKind.MASK else "")
    before = _worded(case)
    after = wording(text, hits, [*choices, more], "nb")
    far = {each for each in before.pieces if each.end <= start or end <= each.start}
    hidden = {each for each in far if each.kind is not PieceKind.KEPT}
    assert hidden <= set(after.pieces)


@settings(max_examples=100)
@given(_cases())
def test_the_pieces_of_an_answer_read_on_make_the_whole(
    case: tuple[str, list[Hit], list[MaskChoice]],
) -> None:
    found = _worded(case)
    assert "".join(found.piece(each.start, each.end) for each in found.pieces) == found.text
    assert found.piece(0, len(case[0])) == found.text
