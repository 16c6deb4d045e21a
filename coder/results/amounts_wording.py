"""What a table of added amounts says, in each language."""

from dataclasses import dataclass

from corpus.language import Language


@dataclass(frozen=True)
class AmountsWording:
    """Heads and notes of the table."""

    title: str
    everyone: str
    answers: str
    with_amount: str
    total: str
    mean: str
    median: str
    base: str
    several: str
    hidden: str


_NB = AmountsWording(
    title="{variable}: tall i svarene på «{question}»",
    everyone="Alle svar",
    answers="Svar",
    with_amount="Med tall",
    total="Sum",
    mean="Snitt",
    median="Median",
    base="Tallene er hentet ut av svarteksten. Svar uten tall: {n}.",
    several="Ett svar kan ha flere koder; da står tallet under hver av dem.",
    hidden=(
        "Tegn: : = kan ikke offentliggjøres (færre enn {fewest} tall, ett tall som dominerer "
        "(p-prosentregelen, p={percent}), eller skjult for at et annet ikke skal kunne regnes ut)."
    ),
)
_NN = AmountsWording(
    title="{variable}: tal i svara på «{question}»",
    everyone="Alle svar",
    answers="Svar",
    with_amount="Med tal",
    total="Sum",
    mean="Snitt",
    median="Median",
    base="Tala er henta ut av svarteksten. Svar utan tal: {n}.",
    several="Eitt svar kan ha fleire kodar; då står talet under kvar av dei.",
    hidden=(
        "Teikn: : = kan ikkje offentleggjerast (færre enn {fewest} tal, eitt tal som dominerer "
        "(p-prosentregelen, p={percent}), eller løynt for at eit anna ikkje skal kunne reknast ut)."
    ),
)
_EN = AmountsWording(
    title="{variable}: numbers in the answers to “{question}”",
    everyone="All answers",
    answers="Answers",
    with_amount="With one",
    total="Sum",
    mean="Mean",
    median="Median",
    base="The numbers were drawn out of the answers. Answers without one: {n}.",
    several="An answer can have several codes; its number then stands under each of them.",
    hidden=(
        "Signs: : = cannot be published (fewer than {fewest} numbers, one that dominates "
        "(p% rule, p={percent}), or hidden so that another one cannot be worked out)."
    ),
)
_WORDINGS = {"nb": _NB, "nn": _NN, "en": _EN}


def amounts_wording(language: Language) -> AmountsWording:
    """The words of a language."""
    return _WORDINGS[language]
