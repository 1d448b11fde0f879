-- Version 4: counts over the whole record are kept as it grows, so that they need not read every claim; and it is known
-- which stories were compared with the others, so that only new ones need be.
-- reindex

-- The pipeline that parsed the story, with its version and licence; "" if the claim does not say.
ALTER TABLE claim ADD COLUMN pipeline TEXT NOT NULL DEFAULT '';
CREATE INDEX claim_pipeline ON claim (pipeline);

-- What a claim counts for in `tally`, one row for each row of it. Dates are the first and last of their months, except in
-- the cube "days"; "~" is no first day and "" no last, so that neither meets a condition on days. `cube` names what is told
-- apart in it: counting.py knows them. Scores are in thousandths, so that sums of them are exact.
CREATE VIEW counted AS
WITH one AS NOT MATERIALIZED (
  SELECT number, kind, type, standing, coalesce(first, '~') AS first, coalesce(last, '') AS last,
    coalesce(substr(first, 1, 7) || '-01', '~') AS month, coalesce(substr(last, 1, 7) || '-31', '') AS until,
    CAST(round(coalesce(goldstein, 0) * 1000) AS INTEGER) AS goldstein, goldstein IS NOT NULL AS scored,
    CAST(round(coalesce(plover_score, 0) * 1000) AS INTEGER) AS plover_score, plover_score IS NOT NULL AS plovered,
    place_country
  FROM claim
)
SELECT one.number AS claim, 'months' AS cube, '' AS "left", '' AS "right", '' AS way, month AS first, until AS last, kind, type,
  standing, goldstein, scored, plover_score, plovered
FROM one
UNION ALL
SELECT one.number, 'days', '', '', '', first, last, kind, type, '', goldstein, scored, plover_score, plovered FROM one
UNION ALL
SELECT one.number, 'ways', pair."left", pair."right", pair.way, '', '', kind, type, standing, goldstein, scored, plover_score,
  plovered
FROM one JOIN pair ON pair.claim = one.number AND pair.way != '~'
UNION ALL
SELECT one.number, 'ways by month', pair."left", pair."right", pair.way, month, until, kind, '', '', goldstein, scored,
  plover_score, plovered
FROM one JOIN pair ON pair.claim = one.number AND pair.way != '~'
UNION ALL
SELECT one.number, 'countries', party.country, '', '', month, until, kind, type, standing, goldstein, scored, plover_score,
  plovered
FROM one JOIN party ON party.claim = one.number AND party.country != '' AND NOT EXISTS (
  SELECT 1 FROM party AS other
  WHERE other.claim = party.claim AND other.country = party.country AND other.number < party.number
)
UNION ALL
SELECT one.number, 'countries', place_country, '', '', month, until, kind, type, standing, goldstein, scored, plover_score,
  plovered
FROM one
WHERE place_country != ''
  AND NOT EXISTS (SELECT 1 FROM party WHERE party.claim = one.number AND party.country = one.place_country);

CREATE TABLE tally (
  cube TEXT NOT NULL,
  "left" TEXT NOT NULL,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  "right" TEXT NOT NULL,
  way TEXT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT NOT NULL,
  standing TEXT NOT NULL,
  count INTEGER NOT NULL,
  goldstein INTEGER NOT NULL,
  scored INTEGER NOT NULL,
  plover_score INTEGER NOT NULL,
  plovered INTEGER NOT NULL,
  PRIMARY KEY (cube, "left", first, last, "right", way, kind, type, standing)
) STRICT, WITHOUT ROWID;

CREATE INDEX tally_empty ON tally (count) WHERE count = 0;

-- The claims that `tally` counts: those that stand alone and are not ruled wrong. Those that tell a thing together with
-- others are counted from the claims themselves, as which of them stands for the thing depends on the question.
CREATE TABLE summed (claim INTEGER PRIMARY KEY REFERENCES claim (number)) STRICT;

CREATE TRIGGER summed_counted AFTER INSERT ON summed BEGIN
  INSERT INTO tally
  SELECT cube, "left", first, last, "right", way, kind, type, standing, 1, goldstein, scored, plover_score, plovered
  FROM counted WHERE claim = new.claim
  ON CONFLICT DO UPDATE SET count = count + 1, goldstein = goldstein + excluded.goldstein,
    scored = scored + excluded.scored, plover_score = plover_score + excluded.plover_score,
    plovered = plovered + excluded.plovered;
END;

CREATE TRIGGER summed_gone BEFORE DELETE ON summed BEGIN
  INSERT INTO tally
  SELECT cube, "left", first, last, "right", way, kind, type, standing, 1, goldstein, scored, plover_score, plovered
  FROM counted WHERE claim = old.claim
  ON CONFLICT DO UPDATE SET count = count - 1, goldstein = goldstein - excluded.goldstein,
    scored = scored - excluded.scored, plover_score = plover_score - excluded.plover_score,
    plovered = plovered - excluded.plovered;
  DELETE FROM tally WHERE count = 0;
END;

CREATE TRIGGER entry_counted AFTER INSERT ON entry BEGIN
  DELETE FROM summed WHERE claim = new.claim;
END;

CREATE TRIGGER entry_gone AFTER DELETE ON entry BEGIN
  INSERT OR IGNORE INTO summed SELECT number FROM claim WHERE number = old.claim AND coalesce(
    (SELECT verdict FROM ruling WHERE ruling.claim = claim.id ORDER BY number DESC LIMIT 1), ''
  ) != 'wrong';
END;

-- In this order: what dissolves with the claim stands alone again, its stories to be compared anew; then the claim goes,
-- and what was found to be like it.
DROP TRIGGER entry_dissolved;
CREATE TRIGGER claim_gone BEFORE DELETE ON claim BEGIN
  UPDATE story SET compared = 0 WHERE number IN (
    SELECT claim.story FROM entry JOIN claim ON claim.number = entry.claim
    WHERE entry.id = (SELECT id FROM entry WHERE claim = old.number)
  );
  DELETE FROM entry WHERE id = (SELECT id FROM entry WHERE claim = old.number);
  DELETE FROM summed WHERE claim = old.number;
  DELETE FROM link WHERE "left" = old.id AND "by" = '';
  DELETE FROM link WHERE "right" = old.id AND "by" = '';
END;

ALTER TABLE story ADD COLUMN compared INTEGER NOT NULL DEFAULT 0;
CREATE INDEX story_uncompared ON story (published, number) WHERE compared = 0;
-- An office is held for years, so that its tellings are not found by their days.
CREATE INDEX party_holder ON party (folded) WHERE role = 'holder';
