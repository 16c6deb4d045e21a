"""Long lists of ids, in and out of the database."""

from corpus.store.ids import AMONG_IDS, among, ids_given, read_ids

__all__ = ["AMONG_IDS", "among", "ids_given", "read_ids"]
