-- Version 2: claims are found by more, counted by pairs of countries, gathered into entries; stories may be forgotten.
-- reindex
-- What can be computed from the records (columns, parties, pairs, words) is made anew after the last step: reindexing.py.

ALTER TABLE claim ADD COLUMN score REAL NOT NULL DEFAULT 1.0;
ALTER TABLE claim ADD COLUMN goldstein REAL;
ALTER TABLE claim ADD COLUMN plover_score REAL;
-- Folded words, " " at both ends: the series and the name of an engagement; the place.
ALTER TABLE claim ADD COLUMN series TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN place_country TEXT NOT NULL DEFAULT '';

DROP INDEX claim_kind;
DROP INDEX claim_days;
DROP INDEX claim_standing;
CREATE INDEX claim_kind ON claim (kind, type, first DESC);
CREATE INDEX claim_first ON claim (first DESC, story);
CREATE INDEX claim_counted ON claim (kind, first, last, type, goldstein, plover_score);
CREATE INDEX claim_standing ON claim (standing, first DESC);
CREATE INDEX claim_score ON claim (score, story);
CREATE INDEX claim_place ON claim (place_country, first DESC);
CREATE INDEX story_publisher ON story (publisher COLLATE NOCASE);

-- `number` is said, so that it lasts when the file is written anew: the index of names knows parties by it.
DROP TABLE party;
CREATE TABLE party (
  number INTEGER PRIMARY KEY,
  claim INTEGER NOT NULL REFERENCES claim (number) ON DELETE CASCADE,
  role TEXT NOT NULL,
  country TEXT NOT NULL,
  sector TEXT NOT NULL,
  text TEXT NOT NULL,
  folded TEXT NOT NULL,
  sounds TEXT NOT NULL
) STRICT;

CREATE INDEX party_claim ON party (claim, country, role);
CREATE INDEX party_country ON party (country, role, claim);

CREATE VIRTUAL TABLE names USING fts5 (
  folded, sounds, content = 'party', content_rowid = 'number', tokenize = "unicode61 categories 'L* N* Co M*'"
);

CREATE TRIGGER party_named AFTER INSERT ON party BEGIN
  INSERT INTO names (rowid, folded, sounds) VALUES (new.number, new.folded, new.sounds);
END;

CREATE TRIGGER party_gone AFTER DELETE ON party BEGIN
  INSERT INTO names (names, rowid, folded, sounds) VALUES ('delete', old.number, old.folded, old.sounds);
END;

-- Two countries (or IGO, NGO, MNC) named in a claim, in alphabetical order. `way` is > if the left acts on the right, <
-- if the right acts on the left, = if they act together, and ~ if they only stand on one side against a third.
CREATE TABLE pair (
  claim INTEGER NOT NULL REFERENCES claim (number) ON DELETE CASCADE,
  "left" TEXT NOT NULL,
  "right" TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('>', '<', '=', '~')),
  PRIMARY KEY ("left", "right", claim, way)
) STRICT, WITHOUT ROWID;

CREATE INDEX pair_claim ON pair (claim);

-- The sounds of words, so that names written in the other script are found.
DROP TRIGGER sentence_gone;
DROP TABLE words;
CREATE VIRTUAL TABLE words USING fts5 (
  sentence, headline, sounds, tokenize = "unicode61 categories 'L* N* Co M*'"
);

CREATE TRIGGER sentence_gone AFTER DELETE ON sentence BEGIN
  DELETE FROM words WHERE rowid = old.number;
END;

-- Claims that tell one thing, one row a claim. A claim that stands alone has no row. Made from claims, links and
-- rulings, and thrown away when a claim of theirs goes.
CREATE TABLE entry (
  claim INTEGER PRIMARY KEY REFERENCES claim (number) ON DELETE CASCADE,
  id TEXT NOT NULL,
  best INTEGER NOT NULL
) STRICT;

CREATE INDEX entry_id ON entry (id);

CREATE TRIGGER entry_dissolved BEFORE DELETE ON claim BEGIN
  DELETE FROM entry WHERE id = (SELECT id FROM entry WHERE claim = old.number);
END;

-- Rulings may be withdrawn, by another one after them.
CREATE TABLE ruling_2 (
  number INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'amended', 'withdrawn')),
  record TEXT NOT NULL
) STRICT;

INSERT INTO ruling_2 (number, claim, verdict, record) SELECT number, claim, verdict, record FROM ruling;
DROP TABLE ruling;
ALTER TABLE ruling_2 RENAME TO ruling;

CREATE INDEX ruling_claim ON ruling (claim);

CREATE TRIGGER ruling_unchanged BEFORE UPDATE ON ruling BEGIN
  SELECT raise(ABORT, 'rulings are appended, never changed');
END;

CREATE TRIGGER ruling_undeleted BEFORE DELETE ON ruling BEGIN
  SELECT raise(ABORT, 'rulings are appended, never deleted');
END;

-- Stories taken down: their text and claims are gone, this stays, and they are not kept again.
CREATE TABLE forgotten (
  number INTEGER PRIMARY KEY,
  story TEXT NOT NULL,
  url TEXT NOT NULL,
  publisher TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE INDEX forgotten_story ON forgotten (story);
CREATE INDEX forgotten_url ON forgotten (url);

CREATE TRIGGER forgotten_unchanged BEFORE UPDATE ON forgotten BEGIN
  SELECT raise(ABORT, 'what was forgotten is appended, never changed');
END;

CREATE TRIGGER forgotten_undeleted BEFORE DELETE ON forgotten BEGIN
  SELECT raise(ABORT, 'what was forgotten is appended, never deleted');
END;
