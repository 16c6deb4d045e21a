"""What is remembered of files that leave the study."""

from sqlalchemy.orm import Session

from coder.people import coder_id
from coder.tables import ExportRow


def note_file(session: Session, kind: str, file: str, coder: str) -> None:
    """Remember that a file of this kind and name was written, and by whom."""
    session.add(ExportRow(kind=kind, file=file, coder_id=coder_id(session, coder)))
    session.flush()
