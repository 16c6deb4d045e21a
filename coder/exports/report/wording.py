"""The words of the report, in the language of the study."""

from dataclasses import dataclass

from corpus.language import Language


@dataclass(frozen=True)
class ReportWording:
    """Fixed words of one language; in braces what is filled in."""

    title: str
    contents: str
    coverage: str
    coverage_note: str
    question: str
    asked: str
    answered: str
    rate: str
    coded: str
    codes: str
    growth: str
    others: str
    methods: str
    nothing: str
    not_drawn: str


_NB = ReportWording(
    title="{study}: åpne svar",
    contents="Innhold",
    coverage="Svar og koding",
    coverage_note="Prosent: av dem som fikk spørsmålet. Koder: koder i bruk.",
    question="Spørsmål",
    asked="Spurt",
    answered="Svart",
    rate="Prosent",
    coded="Kodet",
    codes="Koder",
    growth="Kodelistens vekst",
    others="Andre tabeller",
    methods="Metode",
    nothing="Ingen svar på dette spørsmålet er kodet.",
    not_drawn="Tabellen er tom eller for stor til å tegnes.",
)
_NN = ReportWording(
    title="{study}: opne svar",
    contents="Innhald",
    coverage="Svar og koding",
    coverage_note="Prosent: av dei som fekk spørsmålet. Kodar: kodar i bruk.",
    question="Spørsmål",
    asked="Spurde",
    answered="Svart",
    rate="Prosent",
    coded="Koda",
    codes="Kodar",
    growth="Veksten til kodelista",
    others="Andre tabellar",
    methods="Metode",
    nothing="Ingen svar på dette spørsmålet er koda.",
    not_drawn="Tabellen er tom eller for stor til å teiknast.",
)
_EN = ReportWording(
    title="{study}: open answers",
    contents="Contents",
    coverage="Answers and coding",
    coverage_note="Percent: of those who were asked. Codes: codes in use.",
    question="Question",
    asked="Asked",
    answered="Answered",
    rate="Percent",
    coded="Coded",
    codes="Codes",
    growth="How the code list grew",
    others="Other tables",
    methods="Methods",
    nothing="No answer to this question is coded.",
    not_drawn="The table is empty or too large to be drawn.",
)
_BY_LANGUAGE = {"nb": _NB, "nn": _NN, "en": _EN}


def report_wording(language: Language) -> ReportWording:
    """The words of the report in a language."""
    return _BY_LANGUAGE[language]
