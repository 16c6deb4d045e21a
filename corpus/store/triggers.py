"""TEMP triggers, generated from the mapped tables, that log every change of a step."""

from collections.abc import Iterator

from sqlalchemy import MetaData, Table

_CURRENT = "(SELECT max(id) FROM step)"


def logged_tables(metadata: MetaData) -> Iterator[Table]:
    """The tables whose changes are logged: all but the history itself and what is derived."""
    for table in metadata.sorted_tables:
        if not table.info.get("unlogged"):
            yield table


def logged_columns(table: Table) -> list[str]:
    """The columns that history keeps: all but those computed from other tables."""
    return [column.name for column in table.columns if not column.info.get("derived")]


def log_triggers(metadata: MetaData) -> Iterator[str]:
    """The statements that arm the log on one connection."""
    for table in logged_tables(metadata):
        yield insert_trigger(table)
        yield _update_trigger(table)
        yield _delete_trigger(table)


def insert_trigger(table: Table) -> str:
    """The statement that logs inserts: the key only, for the values stand in the table."""
    return (
        f"CREATE TEMP TRIGGER log_{table.name}_insert AFTER INSERT ON main.{table.name} BEGIN "
        "INSERT INTO change (step_id, table_name, row_id, last_row_id) "
        f"VALUES ({_CURRENT}, '{table.name}', NEW.id, NEW.id); END"
    )


def drop_insert_trigger(table: Table) -> str:
    """The statement that stops logging inserts of this table."""
    return f"DROP TRIGGER temp.log_{table.name}_insert"


def _update_trigger(table: Table) -> str:
    names = logged_columns(table)
    differs = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    return (
        f"CREATE TEMP TRIGGER log_{table.name}_update AFTER UPDATE OF {columns} "
        f"ON main.{table.name} WHEN {differs} BEGIN "
        "INSERT INTO change (step_id, table_name, row_id, last_row_id, old, new) "
        f"VALUES ({_CURRENT}, '{table.name}', OLD.id, OLD.id, "
        f"{row_as_json(names, 'OLD')}, {row_as_json(names, 'NEW')}); END"
    )


def _delete_trigger(table: Table) -> str:
    return (
        f"CREATE TEMP TRIGGER log_{table.name}_delete AFTER DELETE ON main.{table.name} BEGIN "
        "INSERT INTO change (step_id, table_name, row_id, last_row_id, old) "
        f"VALUES ({_CURRENT}, '{table.name}', OLD.id, OLD.id, "
        f"{row_as_json(logged_columns(table), 'OLD')}); END"
    )


def row_as_json(names: list[str], row: str) -> str:
    """The expression for a row's values as history keeps them."""
    return "json_object(" + ", ".join(f"'{name}', {row}.\"{name}\"" for name in names) + ")"
