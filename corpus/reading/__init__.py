"""Files of answers become a plan and rows; no study is needed."""
