-- Version 6: stories are found by all their words, also those in which nothing was coded.
-- reindex stories

CREATE VIRTUAL TABLE texts USING fts5 (
  headline, text, sounds, tokenize = "unicode61 categories 'L* N* Co M*'"
);

CREATE TRIGGER story_gone AFTER DELETE ON story BEGIN
  DELETE FROM texts WHERE rowid = old.number;
END;
