"""Files for statistics programs: SPSS, its syntax, and plain columns."""
