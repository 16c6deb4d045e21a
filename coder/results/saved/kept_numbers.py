"""The numbers of a table as JSON, kept in the study to tell later what has changed."""

import json

from coder.results.table import Row, Table


def numbers_of(table: Table) -> str:
    """N, the n of the columns, and rows with their counts; a missing count is null."""
    told = {
        "n": table.base.n,
        "columns": {column.head: column.n for column in table.columns},
        "rows": [
            {
                "key": _key(row),
                "row": " / ".join(row.path),
                "count": row.count,
                "cells": {
                    column.head: cell.count
                    for column, cell in zip(table.columns, row.cells, strict=False)
                },
            }
            for row in table.rows
        ],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _key(row: Row) -> str:
    if row.kind != "code":
        return row.kind
    return row.code or "+".join(sorted(row.codes)) or " / ".join(row.path)
