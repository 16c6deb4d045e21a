"""The network of the recogniser: what words are, four windows of neighbours, decisions in order."""

from collections.abc import Callable
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.ml.models.parser import build_tb_parser_model
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import (
    HashEmbed,
    Linear,
    Maxout,
    Model,
    Ragged,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d, Ints2d

from corpus.privacy.recogniser.features import COLUMNS, WordFeatures

WIDTH = 96
_DEPTH = 4
_HIDDEN = 64
_ROWS = (6000, 2500, 2500, 3000, 500)
_FORGOTTEN = 0.1
_REMEMBERED, _MOST_KNOWN = "remembered_words", 20_000

Vectors = NDArray[np.float32]
Words = Model[list[Doc], list[Floats2d]]


def network(vocab: Vocab, features: WordFeatures, vectors: Vectors) -> EntityRecognizer:
    """A recogniser of the right shape whose numbers are still to be set.

    `vectors` have a row for each number in the last column of the features; row 0 is nought.
    """
    model = build_tb_parser_model(
        _words(features, vectors),
        state_type="ner",
        extra_state_tokens=False,
        hidden_width=_HIDDEN,
        maxout_pieces=2,
        use_upper=True,
    )
    return EntityRecognizer(vocab, model, name="ner")


def _words(features: WordFeatures, vectors: Vectors) -> Words:
    tables: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(WIDTH, rows, column=column, seed=column + 7, dropout=0.0)
        for column, rows in enumerate(_ROWS)
    ]
    parts = [*tables, chain(_looked_up(vectors), Linear(WIDTH, vectors.shape[1]))]
    mixed = Maxout(WIDTH, WIDTH * len(parts), nP=3, dropout=0.0, normalize=True)
    embed: Model[list[Doc], Ragged] = chain(
        _extracted(features), list2ragged(), with_array(concatenate(*parts))
    )
    windows = MaxoutWindowEncoder(width=WIDTH, window_size=1, maxout_pieces=3, depth=_DEPTH)
    words: Words = chain(_remembered(chain(embed, with_array(mixed), ragged2list())), windows)
    words.set_dim("nO", WIDTH)
    return words


def forget(network: EntityRecognizer) -> None:
    """Forget what words were before the numbers of the network were changed by hand."""
    for node in network.model.walk():
        if node.name == _REMEMBERED:
            node.attrs["known"].clear()


def _remembered(inner: Words) -> Words:
    """What a word is by itself is worked out once for each word; training begins anew."""
    known: dict[str, Vectors] = {}

    def forward(
        model: Words, docs: list[Doc], is_train: bool
    ) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Doc]]]:
        if is_train or len(known) > _MOST_KNOWN:
            known.clear()
        if is_train:
            return inner(docs, is_train)
        new = list({token.text: None for doc in docs for token in doc if token.text not in known})
        if new:
            (rows,) = inner.predict([Doc(docs[0].vocab, words=new)])
            known.update(zip(new, np.asarray(rows), strict=True))
        found = [np.array([known[token.text] for token in doc]) for doc in docs]
        return cast(list[Floats2d], found), lambda gradients: docs

    return Model(
        _REMEMBERED,
        forward,
        init=lambda model, X=None, Y=None: inner.initialize(X, Y),
        dims={"nO": WIDTH},
        layers=[inner],
        attrs={"known": known},
    )


def _extracted(features: WordFeatures) -> Model[list[Doc], list[Ints2d]]:
    """The features of the words; in training a tenth of the words is not known by its form."""
    source = np.random.default_rng(11)

    def forward(
        model: Model[list[Doc], list[Ints2d]], docs: list[Doc], is_train: bool
    ) -> tuple[list[Ints2d], Callable[[list[Ints2d]], list[Doc]]]:
        rows = [cast(Ints2d, features(token.text for token in doc)) for doc in docs]
        if is_train:
            for row in rows:
                np.asarray(row)[source.random(len(row)) < _FORGOTTEN, 0] = 0
        return rows, lambda gradients: []

    return Model("word_features", forward)


def _looked_up(vectors: Vectors) -> Model[Ints2d, Floats2d]:
    """The vectors of the words, which stay as they are in training."""

    def forward(
        model: Model[Ints2d, Floats2d], rows: Ints2d, is_train: bool
    ) -> tuple[Floats2d, Callable[[Floats2d], Ints2d]]:
        found = cast(Floats2d, vectors[np.asarray(rows[:, COLUMNS - 1], dtype=np.int64)])
        return found, lambda gradients: rows

    return Model("word_vectors", forward, dims={"nO": vectors.shape[1]})
