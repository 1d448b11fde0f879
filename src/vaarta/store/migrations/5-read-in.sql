-- Version 5: who read stories in over the web, and when.

CREATE TABLE read_in (
  number INTEGER PRIMARY KEY,
  story TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE TRIGGER read_in_unchanged BEFORE UPDATE ON read_in BEGIN
  SELECT raise(ABORT, 'who read in what is appended, never changed');
END;

CREATE TRIGGER read_in_undeleted BEFORE DELETE ON read_in BEGIN
  SELECT raise(ABORT, 'who read in what is appended, never deleted');
END;
