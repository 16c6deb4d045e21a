"""Respondents of an import: who is new, what changed about those who were known."""

import uuid
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from coder.intake.report import Tally
from corpus.bands import UNKNOWN
from corpus.normalise import normalise
from corpus.reading.records import RespondentRecord
from corpus.store.bulk import bulk_insert, next_id
from corpus.tables import PresenceRow, RespondentRow, ValueRow, VariableRow


def take_respondents(
    session: Session,
    records: Sequence[RespondentRecord],
    wave: str,
    study_guid: str,
    tally: Tally,
) -> dict[str, int]:
    """Add or update the respondents of a file; returns the id of each one's presence by its key."""
    ids = _respondent_ids(session, records, study_guid, tally)
    presences = _presences(session, records, ids, wave)
    _take_values(session, records, presences)
    return presences


def _respondent_ids(
    session: Session, records: Sequence[RespondentRecord], study_guid: str, tally: Tally
) -> dict[str, int]:
    known = {
        key: (id_, name)
        for id_, key, name in session.execute(
            select(RespondentRow.id, RespondentRow.key, RespondentRow.name)
        )
    }
    space = uuid.UUID(study_guid)
    ids = {key: id_ for key, (id_, _) in known.items()}
    new: list[tuple[int, str, str, str]] = []
    first = next_id(session, RespondentRow)
    for record in records:
        name = normalise(record.name)
        if record.key not in known:
            ids[record.key] = first + len(new)
            guid = str(uuid.uuid5(space, f"respondent:{record.key}"))
            new.append((ids[record.key], guid, record.key, name))
        elif name and name != known[record.key][1]:
            session.execute(
                update(RespondentRow).where(RespondentRow.id == ids[record.key]).values(name=name)
            )
    bulk_insert(session, RespondentRow, ("id", "guid", "key", "name"), new)
    tally.new_respondents = len(new)
    return ids


def _presences(
    session: Session, records: Iterable[RespondentRecord], ids: Mapping[str, int], wave: str
) -> dict[str, int]:
    stored = {
        row.respondent_id: row
        for row in session.scalars(select(PresenceRow).where(PresenceRow.wave == wave))
    }
    presences: dict[str, int] = {}
    new: list[tuple[int, int, str, str, int | None, str]] = []
    first = next_id(session, PresenceRow)
    for record in records:
        row = stored.get(ids[record.key])
        if row is None:
            presences[record.key] = first + len(new)
            facts = (wave, record.kind, record.population, record.band or UNKNOWN)
            new.append((presences[record.key], ids[record.key], *facts))
        else:
            presences[record.key] = row.id
            row.kind = record.kind or row.kind
            row.population = record.population or row.population
            row.band = row.band if record.band in ("", UNKNOWN) else record.band
    session.flush()
    columns = ("id", "respondent_id", "wave", "kind", "population", "band")
    bulk_insert(session, PresenceRow, columns, new)
    return presences


def _take_values(
    session: Session, records: Sequence[RespondentRecord], presences: Mapping[str, int]
) -> None:
    variables = _variable_ids(session, records)
    stored = {
        (row.variable_id, row.presence_id): row
        for row in session.scalars(
            select(ValueRow).where(ValueRow.variable_id.in_(variables.values()))
        )
    }
    new: list[tuple[int, int, int, str]] = []
    first = next_id(session, ValueRow)
    for record in records:
        for key, cell in record.values.items():
            if not cell:
                continue
            text, place = normalise(cell), (variables[key], presences[record.key])
            row = stored.get(place)
            if row is None:
                new.append((first + len(new), *place, text))
            elif row.text != text:
                row.text = text
    session.flush()
    columns = ("id", "variable_id", "presence_id", "text")
    bulk_insert(session, ValueRow, columns, new)


def _variable_ids(session: Session, records: Sequence[RespondentRecord]) -> dict[str, int]:
    wanted = list(dict.fromkeys(key for record in records for key in record.values))
    known = {key: id_ for id_, key in session.execute(select(VariableRow.id, VariableRow.key))}
    for key in wanted:
        if key not in known:
            known[key] = session.scalars(
                insert(VariableRow).values(key=key).returning(VariableRow.id)
            ).one()
    return {key: known[key] for key in wanted}
