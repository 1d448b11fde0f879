-- Version 3: links say who made them, so that those found by comparing can be made anew, and people's stay.

ALTER TABLE link ADD COLUMN "by" TEXT NOT NULL DEFAULT '';
CREATE INDEX link_right ON link ("right");
