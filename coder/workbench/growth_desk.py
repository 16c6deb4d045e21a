"""What the screens of growth and of size bands ask of one question."""

from codebooks.queries import codebook_of, questions_using
from coder.growth import coders_of, growth, growth_of_codebook
from coder.growth_curve import Growth
from coder.people import known_coder_id
from coder.results.band_profile import band_profile
from coder.results.profile_cells import Profile
from coder.study import Study
from corpus.queries import Question, find_question


class GrowthDesk:
    """Reads an open study; every call gives it as it is now, and may take a second.

    Each raises a Problem when the question is not in the study any more.
    """

    def __init__(self, study: Study, question: str) -> None:
        self._study = study
        with study.read() as session:
            self.question: Question = find_question(session, question)

    def growth(self, coder: str = "", shared: bool = False) -> Growth:
        """How the codes came, for everyone or one coder; or over all questions of the codebook."""
        with self._study.read() as session:
            question = find_question(session, self.question.full_key)
            who = known_coder_id(session, coder) if coder else None
            return (growth_of_codebook if shared else growth)(session, question, who)

    def coders(self) -> list[tuple[str, int]]:
        """Who has coded the question, and how many answers each, the most active first."""
        with self._study.read() as session:
            question = find_question(session, self.question.full_key)
            return [(name, answers) for name, _, answers in coders_of(session, [question])]

    def is_shared(self) -> bool:
        """Whether other questions are coded with the same codebook."""
        with self._study.read() as session:
            question = find_question(session, self.question.full_key)
            return len(questions_using(session, codebook_of(session, question.id).id)) > 1

    def profile(self) -> Profile:
        """The codes over the size bands, for the researcher's eyes: nothing is hidden."""
        with self._study.read() as session:
            return band_profile(session, find_question(session, self.question.full_key))
