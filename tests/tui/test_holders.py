"""Who has a study open is said in one line, in the reader's own time."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from corpus.store.holding import Holder
from tui.holders import read_only_words
from tui.times import local, since

SUMMER = timezone(timedelta(hours=2))
NOW = datetime(2026, 5, 1, 15, 0, tzinfo=UTC)
KARI = Holder("Kari", "kah", "kontor", 123, "2026-05-01T12:05:00Z")


def test_who_where_and_since_when() -> None:
    assert (
        read_only_words(KARI, NOW, SUMMER)
        == "Read only: Kari (pid 123 on kontor) has had this study open since 14:05."
    )


def test_since_an_earlier_day_is_said_with_the_day() -> None:
    later = NOW + timedelta(days=1)
    assert read_only_words(KARI, later, SUMMER).endswith("since 2026-05-01 14:05.")


@pytest.mark.parametrize(
    ("holder", "words"),
    [
        (None, "Read only: this file cannot be written here."),
        (Holder(), "Read only: another program has this study open."),
        (Holder(user="kah"), "Read only: kah has this study open."),
    ],
)
def test_what_is_not_known_is_not_said(holder: Holder | None, words: str) -> None:
    assert read_only_words(holder) == words


def test_a_time_is_shown_in_the_zone_of_the_reader() -> None:
    assert local("2026-05-01T22:30:00Z", SUMMER) == "2026-05-02 00:30"


@pytest.mark.parametrize("at", ["i går", "2026-99-99T00:00:00Z", "0001-01-01T00:00:00Z"])
def test_what_is_no_time_is_shown_as_it_is(at: str) -> None:
    assert local(at, SUMMER)
    assert since(at, NOW, SUMMER)
