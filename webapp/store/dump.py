"""The rows of all tables as lines of JSON: the same from either database, and for either.

What is written follows from the models, so that a new table is part of it at
once. A table or column that the lines do not have yet, because they are older,
is left empty, or at its default.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Column, Table, delete, func, insert, select, text
from sqlalchemy.orm import Session

from webapp.store.models import Base, FactRow, PageRow
from webapp.store.search import clear_index

BATCH = 500  # rows a statement


def tables() -> Sequence[Table]:
    """Return all tables, those that others refer to in front of these."""
    return Base.metadata.sorted_tables


def lines(session: Session, table: Table) -> Iterator[str]:
    """Return the rows of a table, each as an object in one line, in the order of their keys."""
    query = select(table).order_by(*table.primary_key).execution_options(yield_per=BATCH)
    for row in session.execute(query).mappings():
        yield json.dumps({name: _plain(value) for name, value in row.items()}, ensure_ascii=False)


def load(session: Session, table: Table, given: Iterable[str]) -> int:
    """Put the rows of :func:`lines` into an empty table; return how many there were.

    Pages are not indexed yet then. Raises ValueError for a line that is none of this table's.
    """
    rows = (_row(table, line) for line in given)
    count, names = 0, None
    while batch := list(islice(rows, BATCH)):
        names = names or batch[0].keys()
        if any(row.keys() != names for row in batch):
            raise ValueError("rows of one table have different columns")
        session.execute(insert(table), batch)
        count += len(batch)
    return count


def is_filled(session: Session) -> bool:
    """Claim that there is anything that a reader would miss."""
    kept = (table for table in tables() if table is not FactRow.__table__)
    return any(session.execute(select(*table.primary_key).limit(1)).first() for table in kept)


def clear(session: Session) -> None:
    """Delete all rows of all tables."""
    clear_index(session)
    for table in reversed(tables()):
        session.execute(delete(table))


def continue_numbers(session: Session) -> None:
    """Let PostgreSQL go on behind the numbers that were loaded; SQLite does by itself."""
    if session.connection().dialect.name != "postgresql":
        return
    for table in tables():
        column = table.autoincrement_column
        if column is not None:
            session.execute(
                text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)"),
                {
                    "table": table.name,
                    "column": column.name,
                    "last": session.scalar(select(func.max(column))),
                },
            )


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if isinstance(value, datetime):
        return value.isoformat()
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def _row(table: Table, line: str) -> dict[str, Any]:
    found = json.loads(line)
    if not isinstance(found, dict) or not found:
        raise ValueError("a row is no object")
    row = {name: _value(table.columns[name], value) for name, value in found.items()}
    if table is PageRow.__table__:
        row["is_indexed"] = False
    return row


def _value(column: Column[Any], value: Any) -> Any:  # noqa: ANN401
    if value is None:
        if not column.nullable:
            raise ValueError(f"{column.name} is missing")
        return None
    kind = column.type.python_type
    if issubclass(kind, datetime):
        return datetime.fromisoformat(value)
    if issubclass(kind, bytes):
        return base64.b64decode(value, validate=True)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise ValueError(f"{column.name} is no {kind.__name__}")
    return value
