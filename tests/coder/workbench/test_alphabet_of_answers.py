"""Long texts are sorted by their beginnings, and still exactly."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coder.workbench.ordering import by_alphabet
from corpus.language import alphabetical
from tests.trials import trials

_LETTERS = st.text("aAåÅæøoeEé \u0301\u030a\n-", max_size=3)
_TEXTS = st.lists(
    st.tuples(
        st.sampled_from(["", "Kommunen mangler ", "kommunen manglar ", "a" * 20]), _LETTERS
    ).flatmap(lambda both: st.sampled_from([both[0] + both[1], both[1] + both[0] + both[1]]))
    | st.text(max_size=40),
    max_size=12,
)


@settings(max_examples=trials(300), deadline=None)
@given(_TEXTS)
def test_the_order_is_that_of_the_whole_texts(written: list[str]) -> None:
    texts = list(enumerate(written))
    expected = sorted(texts, key=lambda each: (alphabetical(each[1]), each[0]))
    assert by_alphabet(texts[::-1]) == [id_ for id_, _ in expected]


def test_no_texts_have_no_order() -> None:
    assert by_alphabet([]) == []
