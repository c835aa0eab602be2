-- The lists a day begins with: visits that are open or were made today, clients seen last.

CREATE INDEX visit_by_day ON visit (visit_on, started_at_ms);
CREATE INDEX visit_open ON visit (visit_on, started_at_ms) WHERE is_open = 1;
