"""What can be filtered by, with the number of answers that each choice leaves."""

from coder.study import Study
from coder.workbench.choices import (
    answers_by_band,
    answers_by_coder,
    answers_by_flag,
    answers_by_value,
    variables_of,
)
from coder.workbench.filters import Filter
from coder.workbench.listing import answer_ids
from tests.coder.workbench.desk import question_of


def test_every_choice_leaves_as_many_answers_as_it_says(rich: Study) -> None:
    question = question_of(rich)
    with rich.read() as session:
        offers = [
            (Filter(bands=frozenset({band})), count)
            for band, count in answers_by_band(session, question).items()
        ]
        for id_, _key in variables_of(session):
            variable = answers_by_value(session, question, id_)
            offers += [
                (Filter(values=((id_, text),)), count) for text, count in variable.values.items()
            ]
        coders = answers_by_coder(session, question)
        offers += [(Filter(coder_id=id_), count) for id_, _name, count in coders]
        flags = answers_by_flag(session, question)
        offers += [(Filter(flag=flag), count) for flag, count in flags.items()]
        assert len(offers) > 8
        for wanted, count in offers:
            assert len(answer_ids(session, question, wanted)) == count, wanted
