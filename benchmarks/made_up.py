"""Made-up answers in quantity, the same at every run."""

import csv
import random
from pathlib import Path

_SYLLABLES = tuple(
    "komunhelserusarbedboligtensetevsamordkaptid"[at : at + 3] for at in range(0, 42, 2)
)


def words(source: random.Random, count: int) -> str:
    """Text of so many words."""
    return " ".join(
        "".join(source.choices(_SYLLABLES, k=source.randint(1, 4))) for _ in range(count)
    )


def write_wide(path: Path, respondents: int, questions: int, length: int) -> None:
    """A wide file: id, name, type, population and open questions; every cell has text."""
    source = random.Random(1)
    heads = [f"k{at}.1 Hva mener dere om sak {at}, og hvorfor?" for at in range(1, questions + 1)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["id", "kommune", "type", "innbyggere", *heads])
        for at in range(respondents):
            facts = [f"R{at:06}", f"Sted{at}", "kommune", source.randint(500, 90_000)]
            writer.writerow([*facts, *(words(source, length) for _ in range(questions))])


def write_codings(
    path: Path, respondents: int, codes: int, codings: int, question: str = "k1.1"
) -> None:
    """A codings file for a question: so many codings spread over respondents."""
    source = random.Random(2)
    names = [f"Tema {at // 6} / Kode {at}" for at in range(codes)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["respondent", "question", "codes"])
        per_answer = codings / respondents
        for at in range(respondents):
            count = int(per_answer) + (source.random() < per_answer % 1)
            writer.writerow([f"R{at:06}", question, ";".join(source.sample(names, count))])
