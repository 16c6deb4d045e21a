"""What a finder has found, as text to keep: positions and reasons, never the words themselves."""

import json
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from importlib import resources
from importlib.resources.abc import Traversable

from corpus.privacy.hits import Category, Hit

_DIGEST = 16


def key_of(parts: Iterable[str]) -> bytes:
    """A digest of some texts in order."""
    written = "\0\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(written, digest_size=_DIGEST).digest()


def line_of(hits: Iterable[Hit]) -> str:
    """Hits as a line of JSON, without the words that were found."""
    rows = [
        (hit.start, hit.end, hit.category.value, hit.layer, hit.rule, hit.certain) for hit in hits
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def hits_of(line: str, text: str) -> tuple[Hit, ...] | None:
    """The hits of such a line in the text that they were found in; None for any other line."""
    try:
        return tuple(
            Hit(start, end, Category(category), layer, rule, certain, text[start:end])
            for start, end, category, layer, rule, certain in json.loads(line)
        )
    except (ValueError, TypeError, RecursionError):
        return None


@lru_cache(maxsize=1)
def rules_digest() -> str:
    """A digest of the lists, rules and weights in use: what other ones found is out of date."""
    digest = blake2b(digest_size=_DIGEST)
    for file in _files(resources.files("corpus.privacy")):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable) -> Iterable[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and not entry.name.startswith("__"):
            yield from _files(entry)
        elif entry.is_file():
            yield entry
