"""How large a file of answers may be, so that no file can fill the memory."""

from corpus.problems import Problem

MOST_BYTES = 500_000_000
MOST_ROWS = 500_000
MOST_COLUMNS = 5_000
MOST_CELLS = 10_000_000


def check_size(size: int) -> None:
    """Refuse a file, or its unpacked content, of more than `MOST_BYTES` bytes."""
    if size > MOST_BYTES:
        raise Problem(
            f"The file holds {size // 1_000_000} MB, more than any set of answers.",
            "Is this the right file? Save only the sheet with the answers, and try again.",
        )


def check_extent(rows: int, columns: int, where: str = "The file") -> None:
    """Refuse a table of too many rows, columns or cells; `where` names it in the sentence."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise Problem(
            f"{where} reaches over {rows} rows and {columns} columns, more than can be read.",
            "Delete what stands far below or to the right of the answers, and save it again.",
        )
