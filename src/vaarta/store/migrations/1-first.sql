-- The record, version 1. What each table is for: docs/store.md.

CREATE TABLE story (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  lang TEXT NOT NULL,
  url TEXT NOT NULL,
  publisher TEXT NOT NULL,
  headline TEXT NOT NULL,
  published TEXT NOT NULL,
  digest TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE INDEX story_published ON story (published);

-- A stretch of a story that says something: the sentence of a claim, or all the sentences of a long quotation.
CREATE TABLE sentence (
  number INTEGER PRIMARY KEY,
  story INTEGER NOT NULL REFERENCES story (number) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  UNIQUE (story, start, "end")
) STRICT;

-- `first` and `last` are the days the claim states (dated = 1), else the day the story was published (dated = 0).
CREATE TABLE claim (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  story INTEGER NOT NULL REFERENCES story (number) ON DELETE CASCADE,
  sentence INTEGER NOT NULL REFERENCES sentence (number) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('event', 'statement', 'engagement', 'tenure')),
  type TEXT NOT NULL,
  mode TEXT NOT NULL,
  standing TEXT NOT NULL,
  lang TEXT NOT NULL,
  first TEXT,
  last TEXT,
  dated INTEGER NOT NULL,
  record TEXT NOT NULL,
  UNIQUE (story, id)
) STRICT;

CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_sentence ON claim (sentence);
CREATE INDEX claim_kind ON claim (kind, type, mode);
CREATE INDEX claim_days ON claim (first, last);
CREATE INDEX claim_standing ON claim (standing);

CREATE TABLE party (
  claim INTEGER NOT NULL REFERENCES claim (number) ON DELETE CASCADE,
  role TEXT NOT NULL,
  country TEXT NOT NULL,
  sector TEXT NOT NULL,
  text TEXT NOT NULL,
  folded TEXT NOT NULL
) STRICT;

CREATE INDEX party_claim ON party (claim);
CREATE INDEX party_country ON party (country, role);

-- Words folded, so that all spellings meet. Without `categories`, SQLite cuts words at matras: मित्र for मंत्री.
CREATE VIRTUAL TABLE words USING fts5 (sentence, headline, tokenize = "unicode61 categories 'L* N* Co M*'");

CREATE TRIGGER sentence_gone AFTER DELETE ON sentence BEGIN
  DELETE FROM words WHERE rowid = old.number;
END;

CREATE TABLE link (
  "left" TEXT NOT NULL,
  "right" TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
  why TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY ("left", "right")
) STRICT;

-- Appended, never changed: the last ruling on a claim counts.
CREATE TABLE ruling (
  number INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('right', 'wrong', 'amended')),
  record TEXT NOT NULL
) STRICT;

CREATE INDEX ruling_claim ON ruling (claim);

CREATE TRIGGER ruling_unchanged BEFORE UPDATE ON ruling BEGIN
  SELECT raise(ABORT, 'rulings are appended, never changed');
END;

CREATE TRIGGER ruling_undeleted BEFORE DELETE ON ruling BEGIN
  SELECT raise(ABORT, 'rulings are appended, never deleted');
END;
