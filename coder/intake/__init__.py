"""A plan and rows become part of the study, in one act."""
