"""The table of word vectors, in a package that may come without it."""

from coder.suggest.vectors.table import WordVectors, shipped_vectors


def vectors_if_there() -> WordVectors | None:
    """The shipped table; None when the package has none."""
    try:
        return shipped_vectors()
    except FileNotFoundError:
        return None
