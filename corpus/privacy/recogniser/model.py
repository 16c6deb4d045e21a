"""The trained recogniser: read from the package's files, asked for the names in a text."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.pipeline import EntityRecognizer
    from thinc.api import Model

WEIGHTS, WORDS, LABELS = "weights.npz", "words.txt", "labels.json"
"""The files: numbers of the network in half precision, vectors in bytes; their words; labels.

A word is in lower case when that is how it is mostly written.
"""

HEAD = """\
# Norwegian words, bokmål and nynorsk, by which the recogniser knows words; those in lower case are
# mostly written so. Source: words that occur twice in lower case in NorNE (annotation CC0, on the
# Norwegian Dependency Treebank) and other Norwegian sentences, NorNE's names, the program's own
# lists; chosen by scripts/recogniser_vectors.py, which makes the vectors in weights.npz
# with multilingual-e5-small (MIT)."""
"""What the list of words says of itself."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_TABLE, _SCALE = "vectors", "scale"


class Entity(NamedTuple):
    """A name: characters start to end (half open), and PER, ORG, LOC or GPE."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Recogniser:
    """spaCy's tokeniser for Norwegian and the network that finds names in what it yields."""

    nlp: "Language"
    network: "EntityRecognizer"

    def entities(self, text: str) -> tuple[Entity, ...]:
        """The names in a text, in order."""
        doc = self.nlp.make_doc(_SURROGATE.sub("?", text))
        if not len(doc):
            return ()
        self.network.set_annotations([doc], self.network.predict([doc]))
        return tuple(Entity(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)


@lru_cache(maxsize=1)
def trained() -> Recogniser:
    """The recogniser that comes with the program; the first call imports spaCy (a second)."""
    with resources.as_file(resources.files(__package__ or "") / WEIGHTS) as path:
        return read(path.parent)


@lru_cache(maxsize=1)
def usual_words() -> frozenset[str]:
    """Norwegian words that are mostly written in lower case, some 15,000."""
    text = (resources.files(__package__ or "") / WORDS).read_text(encoding="utf-8")
    return frozenset(word for word in words_in(text) if word.islower())


def words_in(text: str) -> list[str]:
    """The words of a list, one a line; lines that begin with # say where they come from."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def read(folder: Path) -> Recogniser:
    """A recogniser from the three files in a folder."""
    import numpy as np

    from corpus.privacy.recogniser.network import forget

    with np.load(folder / WEIGHTS) as arrays:
        held = {name: arrays[name] for name in arrays.files}
    words = words_in((folder / WORDS).read_text(encoding="utf-8"))
    vectors = held[_TABLE].astype(np.float32) * held[_SCALE]
    made = blank(words, vectors, json.loads((folder / LABELS).read_text(encoding="utf-8")))
    for key, node, name in _parameters(made.network):
        node.set_param(name, held[key].astype(np.float32))
    forget(made.network)
    return made


def write(
    recogniser: Recogniser,
    folder: Path,
    words: list[str],
    table: "NDArray[np.int8]",
    scale: "NDArray[np.float32]",
) -> None:
    """The three files of a recogniser; `table` times `scale` are the vectors of the words."""
    import numpy as np

    arrays: dict[str, Any] = {
        key: np.asarray(node.get_param(name), dtype=np.float16)
        for key, node, name in _parameters(recogniser.network)
    }
    arrays |= {_TABLE: table, _SCALE: scale}
    np.savez_compressed(folder / WEIGHTS, **arrays)
    (folder / WORDS).write_text("\n".join((HEAD, *words)) + "\n", encoding="utf-8")
    labels = json.dumps(recogniser.network.label_data, indent=1, sort_keys=True)
    (folder / LABELS).write_text(labels + "\n", encoding="utf-8")


def blank(
    words: list[str], vectors: "NDArray[np.float32]", labels: dict[str, dict[str, int]]
) -> Recogniser:
    """A recogniser that has learned nothing yet; row 0 of the vectors is for unknown words."""
    import spacy
    from spacy.training import Example

    from corpus.privacy.recogniser.features import WordFeatures
    from corpus.privacy.recogniser.network import network

    nlp = spacy.blank("nb")
    features = WordFeatures({word.lower(): row for row, word in enumerate(words, 1)})
    made = network(nlp.vocab, features, vectors)
    sample = Example.from_dict(nlp.make_doc("Ja."), {"entities": []})
    made.initialize(lambda: [sample], nlp=nlp, labels=labels)
    return Recogniser(nlp, made)


def _parameters(network: "EntityRecognizer") -> Iterator[tuple[str, "Model[object, object]", str]]:
    """The arrays of a network in order: key, node, name in the node."""
    holding = (node for node in network.model.walk() if node.param_names)
    for number, node in enumerate(holding):
        for name in node.param_names:
            yield f"{number}.{name}", node, name
