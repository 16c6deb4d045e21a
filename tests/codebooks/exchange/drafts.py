"""Codebooks for the tests of files, and how to make any codebook at random."""

from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from codebooks.exchange.draft import DraftBook, DraftCode
from codebooks.exchange.files import read_codebook_file, write_codebook_file
from codebooks.exchange.shaping import shaped
from codebooks.paths import plain_name

_SIGNS = "aAbæøåÆ ,;:\"'/>=+-@#()[]\\•*|0_<&…–\u00a0\u2028😀é"
_NAMES = st.one_of(
    st.sampled_from(["Økonomi", "økonomi", "A / B", "Helse/omsorg", "a>>b", "- punkt", "(+) mer"]),
    st.text(_SIGNS, min_size=1, max_size=8),
).filter(lambda name: bool(plain_name(name)))
_TEXTS = st.one_of(
    st.just(""),
    st.sampled_from(["Use when: a\n Brukes ikke når: b", "[fullkoding] number=3", "=1+1\n\n#x"]),
    st.text(_SIGNS + "\n\t", max_size=20),
)
_CODES = st.builds(
    DraftCode,
    path=st.lists(_NAMES, min_size=1, max_size=3).map(tuple),
    guid=st.uuids(version=4).map(str),
    number=st.none() | st.integers(1, 99_999),
    definition=_TEXTS,
    include=_TEXTS,
    exclude=_TEXTS,
    color=st.sampled_from(["", "#1F77B4", "#FFFFFF"]),
    symbol=st.sampled_from(["", "◆", ";", "=", "#"]),
    outcome=st.booleans(),
    retired=st.booleans(),
    locked=st.booleans(),
)


def _made(codes: list[DraftCode]) -> DraftBook:
    return replace(shaped("bok", codes), warnings=())


BOOKS = st.lists(_CODES, min_size=1, max_size=8).map(_made)
"""Any codebook, its themes first; themes that are only mentioned have no GUID."""


def book(*paths: str) -> DraftBook:
    """A codebook of these paths, with ` / ` between levels."""
    return shaped("bok", [DraftCode(tuple(path.split(" / "))) for path in paths])


def paths(draft: DraftBook) -> list[str]:
    """The paths of a codebook's codes."""
    return [" / ".join(code.path) for code in draft.codes]


def read(folder: Path, name: str, content: str | bytes) -> DraftBook:
    """What is read from a file with this name and content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_codebook_file(path)


def there_and_back(draft: DraftBook, path: Path) -> DraftBook:
    """The codebook after it was written to a file and read from it."""
    write_codebook_file(draft, path)
    return read_codebook_file(path)
