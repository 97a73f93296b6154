-- What the planner knows of the rows; schema:analyze shows it as estimates.

ANALYZE;
