"""What the sentence encoder says of a question, when it is installed: in a process of its own.

It takes long, some twenty answers a second; coding and suggesting go on meanwhile.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy

from coder.suggest.child import Child, Told
from coder.suggest.encoding.encoder import Floats
from coder.suggest.encoding.filling import encode_missing
from coder.suggest.encoding.kept import EncodedTexts
from coder.suggest.encoding.packing import pack, unpack
from coder.suggest.learning import CodeSaid
from coder.suggest.ranker.texts import name_for_encoder
from coder.suggest.requests import Encode
from coder.suggest.source import Source
from coder.workbench.workbench import Workbench
from corpus.problems import Problem

Cancelled = Callable[[], bool]


class Encoding:
    """The vectors of a question's answers and codes; nothing is used before all answers have one.

    Those of answers are kept in the study, so that they are there at once the next time.
    """

    def __init__(self, bench: Workbench, child: Child, kept: EncodedTexts) -> None:
        """`child` is a process that nobody asks for anything else."""
        self._bench, self._child, self._kept = bench, child, kept
        self._state: object = None
        self._answers: Mapping[int, bytes] = {}
        self._codes: dict[str, bytes] = {}

    def fill(self, told: Told, cancelled: Cancelled) -> bool:
        """Encode what is missing, meant for a thread; whether all is there afterwards.

        `told` is told how much is done, only when there is something to do. A Problem when the
        encoder does not work.
        """
        state, question = self._bench.texts_read, self._bench.question
        missing = [text for _, text in self._kept.missing(question)]

        def encode(texts: Sequence[str]) -> Floats:
            return numpy.stack([unpack(vector) for vector in self._encoded(texts, cancelled)])

        if not encode_missing(self._kept, missing, encode, told, cancelled):
            return False
        known = self._kept.known(question)
        self._answers = {id_: pack(vector) for id_, vector in known.items()}
        self._state = state
        return True

    @property
    def is_ready(self) -> bool:
        """Whether every answer has its vector; not any more once a text has changed."""
        return self._state is not None and self._state == self._bench.texts_read

    def with_meanings(self, source: Source) -> Source:
        """The answers with what the encoder says of them."""
        answers = self._answers

        def meanings(ids: Sequence[int]) -> Sequence[bytes]:
            return [answers[id_] for id_ in ids]

        return replace(source, fingerprint=f"{source.fingerprint} encoded", meanings=meanings)

    def codes_with_meanings(
        self, codes: Mapping[int, CodeSaid], cancelled: Cancelled
    ) -> dict[int, CodeSaid]:
        """The codes with what the encoder says of them; takes a moment for each new one."""
        self._encode_codes({name_for_encoder(said.text) for said in codes.values()}, cancelled)
        return {
            id_: replace(said, meaning=self._codes[name_for_encoder(said.text)])
            for id_, said in codes.items()
        }

    def _encode_codes(self, texts: Iterable[str], cancelled: Cancelled) -> None:
        missing = sorted(set(texts) - self._codes.keys())
        if not missing:
            return
        known = self._kept.known_texts(missing)
        self._codes |= {text: pack(vector) for text, vector in known.items()}
        new = [text for text in missing if text not in known]
        if new:
            self._codes |= dict(zip(new, self._encoded(new, cancelled), strict=True))
            self._kept.keep({text: unpack(self._codes[text]) for text in new})

    def _encoded(self, texts: Sequence[str], cancelled: Cancelled) -> list[bytes]:
        try:
            reply = self._child.carry_out(
                None, lambda ask: ask(Encode(texts)), lambda _: None, cancelled
            )
        except RuntimeError as error:
            raise Problem(
                "The sentence encoder does not work.", "Suggestions go on without it."
            ) from error
        assert isinstance(reply, list)
        return [each for each in reply if isinstance(each, bytes)]
