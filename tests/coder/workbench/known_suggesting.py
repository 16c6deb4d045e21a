"""Suggestions with known numbers, in place of those that a child process works out."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event

from coder.intake.report import Wishes
from coder.study import Study
from coder.suggest.child import Cancelled, Child, Told
from coder.suggest.grouping import Cluster
from coder.suggest.ranker.suggestion import Doubt, Reason, Suggestion, Why
from coder.workbench.suggesting import Suggested, Suggesting
from coder.workbench.workbench import Workbench
from tests.builders import CODER, code_all, import_records, new_study, records, respondent

ANSWERS = (
    ("R01", "<2000", "For få boliger"),
    ("R02", "2000-5000", "Mangel på psykologer"),
    ("R03", "<2000", "for få boliger "),
    ("R04", "<2000", "For få boliger"),
    ("R05", "2000-5000", "Vet ikke"),
    ("R06", "2000-5000", "vet ikke"),
    ("R07", "<2000", "Det mangler boliger til unge"),
    ("R08", "bydel", "Det mangler bolig til unge"),
    ("R09", "<2000", "Det mangler boliger til unnge"),
    ("R10", "<2000", "Boliger, penger og fagfolk"),
    ("R11", "2000-5000", "Staten gir oss oppgaver uten penger"),
    ("R12", "<2000", "For lite penger fra staten"),
    ("R13", "bydel", "Noen å snakke med på kveldstid"),
    ("R15", "2000-5000", "Mer midler til kommunene"),
)
"""Respondent, size band, answer."""

CODED = (
    ("R02", "k1", "Bolig"),
    ("R05", "k1", "Vet ikke;Bolig"),
    ("R06", "k1", "Vet ikke"),
    ("R15", "k1", "Penger;Annet / Uklart"),
)

LIKELY: Mapping[str, float] = {
    "R01": 0.97,
    "R03": 0.97,
    "R04": 0.97,
    "R07": 0.93,
    "R08": 0.91,
    "R09": 0.84,
    "R10": 0.72,
    "R13": 0.55,
}
"""How likely Bolig is, by respondent."""

DOUBTS = (
    ("R06", "Vet ikke", True, 0.02),
    ("R02", "Bolig", True, 0.06),
    ("R15", "Annet", False, 0.92),
    ("R02", "Annet", False, 0.66),
)
"""Respondent, code, whether it was given, and how likely it is."""

CLUSTERS = (
    (("R01", "R03", "R04", "R07", "R08", "R09"), ("R07", "R01", "R08"), ("boliger", "unge")),
    (("R11", "R12"), ("R11",), ("staten", "penger")),
)
"""Respondents, those who stand for them, and words."""


class Known(Suggesting):
    """Suggests what the numbers above say."""

    def __init__(self, bench: Workbench, waits: Callable[[], bool] = lambda: False) -> None:
        """While `waits` holds, looking goes on until it is cancelled."""
        super().__init__(bench, Child())
        self.workbench = bench
        self.likely_by: Mapping[str, float] = LIKELY
        self.asked: list[str] = []
        self._waits = waits

    def suggest(self, answer_id: int, cancelled: Callable[[], bool]) -> Suggested:
        """Every code, because of the first answer."""
        first = self.workbench.respondents_answer("R01")
        reason = Reason(Why.LIKE_ANSWER, ("boliger",), first)
        codes = [Suggestion(code, 0.5, reason) for code in self.workbench.tree.by_id]
        return Suggested(answer_id, None, tuple(codes), {}, ())

    def likely(
        self, code_id: int, least: float, told: Told, cancelled: Callable[[], bool]
    ) -> list[tuple[int, float]]:
        """The answers above, best first."""
        self._wait("likely", told, cancelled)
        found = [
            (self.workbench.respondents_answer(who), probability)
            for who, probability in self.likely_by.items()
        ]
        best = sorted(found, key=lambda each: (-each[1], each[0]))
        return [each for each in best if each[1] >= least]

    def doubts(self, least: float, told: Told, cancelled: Callable[[], bool]) -> list[Doubt]:
        """The codings above, the surest first."""
        self._wait("doubts", told, cancelled)
        codes = {code.name: code.id for code in self.workbench.tree.walk()}
        return [
            Doubt(self.workbench.respondents_answer(who), codes[name], given, probability)
            for who, name, given, probability in DOUBTS
            if name in codes
        ]

    def clusters(
        self, ids: Sequence[int], told: Told, cancelled: Callable[[], bool]
    ) -> list[Cluster]:
        """The groups above."""
        self._wait("clusters", told, cancelled)
        return [
            Cluster(self._ids(members, ids), self._ids(typical, ids), words)
            for members, typical, words in CLUSTERS
            if self._ids(members, ids)
        ]

    def near_groups(
        self, ids: Sequence[int], least: float, told: Told, cancelled: Callable[[], bool]
    ) -> list[tuple[int, ...]]:
        """The same groups."""
        self._wait("near", told, cancelled)
        return [self._ids(members, ids) for members, *_rest in CLUSTERS]

    def _ids(self, respondents: Sequence[str], among: Sequence[int]) -> tuple[int, ...]:
        found = map(self.workbench.respondents_answer, respondents)
        return tuple(answer for answer in found if answer in among)

    def _wait(self, what: str, told: Told, cancelled: Callable[[], bool]) -> None:
        self.asked.append(what)
        told(0.4)
        while self._waits():
            if cancelled():
                raise Cancelled
            Event().wait(0.01)


def known_study(folder: Path) -> Study:
    """The answers above to k1, some of them coded."""
    study = new_study(folder)
    people = [respondent(who, band) for who, band, _text in ANSWERS]
    import_records(study, records([(who, "k1", text) for who, _band, text in ANSWERS], people))
    code_all(study, CODED)
    return study


def answer_again(study: Study, who: str, text: str) -> None:
    """Give a respondent another answer, as a new file would."""
    band = next(band for key, band, _text in ANSWERS if key == who)
    found = records([(who, "k1", text)], [respondent(who, band)])
    import_records(study, found, Wishes(changed="replace", coder=CODER))
