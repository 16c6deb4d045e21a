"""TEMP triggers that keep the band beside each coding equal to its respondent's band."""

BAND_TRIGGERS = (
    """
    CREATE TEMP TRIGGER derive_coding_band AFTER INSERT ON main.coding WHEN NEW.band IS NULL BEGIN
        UPDATE coding SET band = (
            SELECT presence.band FROM answer JOIN presence ON presence.id = answer.presence_id
            WHERE answer.id = NEW.answer_id
        ) WHERE id = NEW.id;
    END
    """,
    """
    CREATE TEMP TRIGGER derive_band_change AFTER UPDATE OF band ON main.presence
    WHEN OLD.band IS NOT NEW.band BEGIN
        UPDATE coding SET band = NEW.band
        WHERE answer_id IN (SELECT id FROM answer WHERE presence_id = NEW.id);
    END
    """,
)
"""Run on the writing connection."""
