import { type Kysely, sql } from 'kysely'

// Frozen once released; imports nothing from the app. Written as SQL because STRICT tables, CHECKs and triggers are the
// point of it. An append-only table gets two triggers that refuse UPDATE and DELETE.

const TABLES = `
CREATE TABLE account (
  id TEXT PRIMARY KEY,
  handle TEXT NOT NULL UNIQUE CHECK (length(handle) BETWEEN 2 AND 60 AND handle NOT GLOB '*[^a-z0-9-]*'),
  name TEXT CHECK (length(name) BETWEEN 1 AND 80),
  email TEXT UNIQUE CHECK (email = lower(email) AND length(email) <= 254),
  email_confirmed_at TEXT,
  password_hash TEXT,
  bio TEXT NOT NULL DEFAULT '' CHECK (length(bio) <= 1000),
  language TEXT CHECK (language IN ('en', 'it')),
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (deleted_at IS NOT NULL OR (name IS NOT NULL AND email IS NOT NULL AND password_hash IS NOT NULL)),
  CHECK (deleted_at IS NULL OR (name IS NULL AND email IS NULL AND password_hash IS NULL AND bio = ''))
) STRICT;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  device TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX session_by_account ON session (account_id);

CREATE TABLE one_time_link (
  token_hash TEXT PRIMARY KEY CHECK (length(token_hash) = 64),
  kind TEXT NOT NULL CHECK (kind IN ('confirm-email', 'new-password', 'first-admin')),
  account_id TEXT REFERENCES account (id) ON DELETE CASCADE,
  email TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  CHECK ((kind = 'first-admin') = (account_id IS NULL))
) STRICT;
CREATE INDEX one_time_link_by_account ON one_time_link (account_id);

CREATE TABLE role_grant (
  account_id TEXT NOT NULL REFERENCES account (id),
  role TEXT NOT NULL CHECK (role IN ('juror', 'producer', 'admin')),
  granted_by TEXT REFERENCES account (id),
  granted_at TEXT NOT NULL,
  PRIMARY KEY (account_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  format TEXT NOT NULL CHECK (format IN ('jpeg', 'png', 'webp', 'avif')),
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  blur TEXT NOT NULL CHECK (blur LIKE 'data:image/%' AND length(blur) < 2000),
  ground TEXT NOT NULL CHECK (ground GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
  colour_space TEXT NOT NULL DEFAULT 'srgb' CHECK (colour_space IN ('srgb', 'rgb', 'cmyk', 'grey')),
  profile_name TEXT NOT NULL DEFAULT '' CHECK (length(profile_name) <= 80),
  bit_depth INTEGER NOT NULL DEFAULT 8 CHECK (bit_depth IN (8, 16)),
  transparent INTEGER NOT NULL DEFAULT 0 CHECK (transparent IN (0, 1)),
  original_key TEXT NOT NULL UNIQUE,
  uploaded_by TEXT NOT NULL REFERENCES account (id),
  taken_at TEXT NOT NULL,
  finished_at TEXT,
  avif INTEGER NOT NULL DEFAULT 0 CHECK (avif IN (0, 1)),
  shown_on TEXT CHECK (shown_on GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
  "full" INTEGER NOT NULL DEFAULT 0 CHECK ("full" IN (0, 1))
) STRICT;
CREATE INDEX picture_unfinished ON picture (taken_at) WHERE finished_at IS NULL;
CREATE INDEX picture_by_uploader ON picture (uploaded_by, taken_at);

CREATE TABLE rendition (
  picture_id TEXT NOT NULL REFERENCES picture (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  digest TEXT NOT NULL CHECK (length(digest) = 32),
  PRIMARY KEY (picture_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE fingerprint (
  picture_id TEXT PRIMARY KEY REFERENCES picture (id) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version >= 1),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  points BLOB NOT NULL CHECK (length(points) = 4096),
  compared_at TEXT
) STRICT;
CREATE INDEX fingerprint_by_version ON fingerprint (version, picture_id, hash);
CREATE INDEX fingerprint_not_compared ON fingerprint (picture_id) WHERE compared_at IS NULL;

CREATE TABLE near_match (
  id TEXT PRIMARY KEY,
  picture_id TEXT NOT NULL REFERENCES picture (id) ON DELETE CASCADE,
  other_picture_id TEXT NOT NULL REFERENCES picture (id) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version >= 1),
  distance INTEGER NOT NULL CHECK (distance BETWEEN 0 AND 100),
  ways TEXT NOT NULL CHECK (json_valid(ways)),
  found_at TEXT NOT NULL,
  UNIQUE (picture_id, other_picture_id),
  CHECK (picture_id <> other_picture_id)
) STRICT;
CREATE INDEX near_match_by_other ON near_match (other_picture_id);
CREATE INDEX near_match_by_time ON near_match (found_at);

CREATE TABLE near_match_note (
  id TEXT PRIMARY KEY,
  near_match_id TEXT NOT NULL REFERENCES near_match (id) ON DELETE CASCADE,
  finding TEXT NOT NULL CHECK (finding IN ('not-a-copy', 'licensed', 'common-source', 'looked-into')),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  noted_by TEXT NOT NULL REFERENCES account (id),
  noted_at TEXT NOT NULL
) STRICT;
CREATE INDEX near_match_note_by_match ON near_match_note (near_match_id, noted_at);

CREATE TABLE likeness_answer (
  id TEXT PRIMARY KEY,
  picture_id TEXT NOT NULL REFERENCES picture (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('mine', 'licensed', 'common-source', 'unaware')),
  words TEXT NOT NULL DEFAULT '' CHECK (length(words) <= 1000),
  answered_by TEXT NOT NULL REFERENCES account (id),
  answered_at TEXT NOT NULL
) STRICT;
CREATE INDEX likeness_answer_by_picture ON likeness_answer (picture_id, answered_at);

CREATE TABLE contest (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 2 AND 80 AND slug NOT GLOB '*[^a-z0-9-]*'),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  product TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL DEFAULT '',
  brief TEXT NOT NULL DEFAULT '',
  head_picture_id TEXT REFERENCES picture (id),
  head_alt TEXT NOT NULL DEFAULT '',
  prizes TEXT NOT NULL DEFAULT '',
  rights_kind TEXT NOT NULL CHECK (rights_kind IN ('open', 'licence', 'assignment')),
  exclusivity_days INTEGER NOT NULL CHECK (exclusivity_days BETWEEN 0 AND 3650),
  royalty_basis_points INTEGER NOT NULL CHECK (royalty_basis_points BETWEEN 0 AND 10000),
  rights_terms TEXT NOT NULL DEFAULT '',
  minimum_width_px INTEGER NOT NULL CHECK (minimum_width_px BETWEEN 1 AND 12000),
  minimum_height_px INTEGER NOT NULL CHECK (minimum_height_px BETWEEN 1 AND 12000),
  print_width_mm INTEGER CHECK (print_width_mm BETWEEN 5 AND 5000),
  print_height_mm INTEGER CHECK (print_height_mm BETWEEN 5 AND 5000),
  print_bleed_mm INTEGER NOT NULL DEFAULT 0 CHECK (print_bleed_mm BETWEEN 0 AND 50),
  print_ppi INTEGER NOT NULL DEFAULT 300 CHECK (print_ppi IN (150, 200, 300)),
  print_colour TEXT NOT NULL DEFAULT 'any' CHECK (print_colour IN ('any', 'rgb', 'cmyk')),
  minimum_pictures INTEGER NOT NULL CHECK (minimum_pictures BETWEEN 1 AND 6),
  maximum_pictures INTEGER NOT NULL CHECK (maximum_pictures BETWEEN 1 AND 6),
  entries_per_person INTEGER NOT NULL CHECK (entries_per_person BETWEEN 1 AND 20),
  enter_account_age_days INTEGER NOT NULL DEFAULT 0 CHECK (enter_account_age_days BETWEEN 0 AND 365),
  vote_account_age_days INTEGER NOT NULL DEFAULT 0 CHECK (vote_account_age_days BETWEEN 0 AND 365),
  method TEXT NOT NULL DEFAULT 'scores' CHECK (method IN ('scores', 'duels')),
  minimum_scores INTEGER NOT NULL DEFAULT 0 CHECK (minimum_scores BETWEEN 0 AND 1000),
  extension_days INTEGER NOT NULL DEFAULT 0 CHECK (extension_days BETWEEN 0 AND 14),
  quorum INTEGER NOT NULL CHECK (quorum BETWEEN 1 AND 50),
  candidates INTEGER NOT NULL DEFAULT 5 CHECK (candidates BETWEEN 1 AND 50),
  answer_days INTEGER NOT NULL DEFAULT 30 CHECK (answer_days BETWEEN 1 AND 180),
  zone TEXT NOT NULL,
  opens_at TEXT NOT NULL,
  voting_opens_at TEXT NOT NULL,
  voting_closes_at TEXT NOT NULL,
  decision_due_at TEXT NOT NULL,
  cloned_from TEXT REFERENCES contest (id),
  created_by TEXT NOT NULL REFERENCES account (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK (minimum_pictures <= maximum_pictures),
  CHECK ((minimum_scores = 0) = (extension_days = 0)),
  CHECK ((print_width_mm IS NULL) = (print_height_mm IS NULL))
) STRICT;
CREATE INDEX contest_by_opening ON contest (opens_at);

CREATE TABLE question (
  id TEXT PRIMARY KEY,
  contest_id TEXT NOT NULL REFERENCES contest (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('short', 'long', 'choice')),
  prompt TEXT NOT NULL CHECK (length(prompt) <= 300),
  hint TEXT NOT NULL DEFAULT '',
  options TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(options)),
  required INTEGER NOT NULL CHECK (required IN (0, 1)),
  UNIQUE (contest_id, position)
) STRICT;

CREATE TABLE panel_seat (
  contest_id TEXT NOT NULL REFERENCES contest (id),
  juror_id TEXT NOT NULL REFERENCES account (id),
  may_close INTEGER NOT NULL CHECK (may_close IN (0, 1)),
  seated_by TEXT NOT NULL REFERENCES account (id),
  seated_at TEXT NOT NULL,
  PRIMARY KEY (contest_id, juror_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication (
  contest_id TEXT NOT NULL REFERENCES contest (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  promises TEXT NOT NULL CHECK (json_valid(promises)),
  published_by TEXT NOT NULL REFERENCES account (id),
  published_at TEXT NOT NULL,
  PRIMARY KEY (contest_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE boundary_move (
  id INTEGER PRIMARY KEY,
  contest_id TEXT NOT NULL REFERENCES contest (id),
  boundary TEXT NOT NULL CHECK (boundary IN ('opens', 'voting-opens', 'voting-closes', 'decision-due')),
  from_at TEXT NOT NULL,
  to_at TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  moved_by TEXT NOT NULL REFERENCES account (id),
  moved_at TEXT NOT NULL,
  CHECK (from_at <> to_at)
) STRICT;
CREATE INDEX boundary_move_by_contest ON boundary_move (contest_id);

CREATE TABLE voting_extension (
  contest_id TEXT NOT NULL REFERENCES contest (id),
  day INTEGER NOT NULL CHECK (day BETWEEN 1 AND 14),
  announced_at TEXT NOT NULL,
  from_at TEXT NOT NULL,
  to_at TEXT NOT NULL,
  extended_at TEXT NOT NULL,
  PRIMARY KEY (contest_id, day),
  CHECK (announced_at <= from_at AND from_at < to_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE cancellation (
  contest_id TEXT PRIMARY KEY REFERENCES contest (id),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  cancelled_by TEXT NOT NULL REFERENCES account (id),
  cancelled_at TEXT NOT NULL
) STRICT;

CREATE TABLE entry (
  id TEXT PRIMARY KEY,
  contest_id TEXT NOT NULL REFERENCES contest (id),
  designer_id TEXT NOT NULL REFERENCES account (id),
  title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 120),
  story TEXT NOT NULL DEFAULT '' CHECK (length(story) <= 6000),
  ai_use TEXT NOT NULL DEFAULT '' CHECK (ai_use IN ('', 'none', 'assisted', 'generated')),
  ai_statement TEXT NOT NULL DEFAULT '' CHECK (length(ai_statement) <= 1000),
  third_party_statement TEXT NOT NULL DEFAULT '' CHECK (length(third_party_statement) <= 1000),
  original INTEGER NOT NULL DEFAULT 0 CHECK (original IN (0, 1)),
  accepted_version INTEGER,
  accepted_at TEXT,
  order_version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  UNIQUE (id, contest_id),
  FOREIGN KEY (contest_id, accepted_version) REFERENCES publication (contest_id, version)
) STRICT;
CREATE INDEX entry_by_contest ON entry (contest_id);
CREATE INDEX entry_by_designer ON entry (designer_id);

CREATE TABLE collaborator (
  entry_id TEXT NOT NULL REFERENCES entry (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  invited_at TEXT NOT NULL,
  accepted_at TEXT,
  declined_at TEXT,
  PRIMARY KEY (entry_id, account_id),
  CHECK (accepted_at IS NULL OR declined_at IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX collaborator_by_account ON collaborator (account_id);

CREATE TABLE question_answer (
  entry_id TEXT NOT NULL REFERENCES entry (id),
  question_id TEXT NOT NULL REFERENCES question (id),
  text TEXT NOT NULL CHECK (length(text) <= 4000),
  PRIMARY KEY (entry_id, question_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE artwork (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL REFERENCES entry (id),
  picture_id TEXT NOT NULL UNIQUE REFERENCES picture (id),
  alt TEXT NOT NULL DEFAULT '' CHECK (length(alt) <= 300),
  position INTEGER NOT NULL CHECK (position >= 0)
) STRICT;
CREATE INDEX artwork_by_entry ON artwork (entry_id, position);

CREATE TABLE contest_originals (
  contest_id TEXT PRIMARY KEY REFERENCES contest (id) ON DELETE CASCADE,
  bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
  -- An entry, a contest or a run: the card goes with its picture.
  subject_id TEXT PRIMARY KEY,
  picture_id TEXT NOT NULL REFERENCES picture (id) ON DELETE CASCADE,
  digest TEXT NOT NULL CHECK (length(digest) = 32),
  key TEXT NOT NULL UNIQUE,
  width INTEGER NOT NULL CHECK (width > 0),
  height INTEGER NOT NULL CHECK (height > 0),
  bytes INTEGER NOT NULL CHECK (bytes > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_by_picture ON card (picture_id);

CREATE TABLE entry_submission (
  entry_id TEXT PRIMARY KEY REFERENCES entry (id),
  submitted_at TEXT NOT NULL
) STRICT;
CREATE INDEX entry_submission_by_time ON entry_submission (submitted_at);

CREATE TABLE withdrawal (
  entry_id TEXT PRIMARY KEY REFERENCES entry (id),
  withdrawn_by TEXT NOT NULL REFERENCES account (id),
  withdrawn_at TEXT NOT NULL
) STRICT;

CREATE TABLE report (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL REFERENCES entry (id),
  reporter_id TEXT NOT NULL REFERENCES account (id),
  reason TEXT NOT NULL CHECK (reason IN ('copied', 'offensive', 'against-the-brief', 'reveals-the-author', 'other')),
  detail TEXT NOT NULL DEFAULT '' CHECK (length(detail) <= 2000),
  reported_at TEXT NOT NULL,
  UNIQUE (entry_id, reporter_id)
) STRICT;

CREATE TABLE report_ruling (
  report_id TEXT PRIMARY KEY REFERENCES report (id),
  ruling TEXT NOT NULL CHECK (ruling IN ('dismissed', 'taken-down')),
  note TEXT NOT NULL DEFAULT '',
  ruled_by TEXT NOT NULL REFERENCES account (id),
  ruled_at TEXT NOT NULL
) STRICT;

CREATE TABLE takedown (
  entry_id TEXT PRIMARY KEY REFERENCES entry (id),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  taken_down_by TEXT NOT NULL REFERENCES account (id),
  taken_down_at TEXT NOT NULL
) STRICT;

CREATE TABLE exposure (
  contest_id TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  voter_id TEXT NOT NULL REFERENCES account (id),
  handed_at TEXT NOT NULL,
  passed_at TEXT,
  value INTEGER CHECK (value BETWEEN 0 AND 5),
  cast_at TEXT,
  changed_at TEXT,
  PRIMARY KEY (contest_id, voter_id, entry_id),
  FOREIGN KEY (entry_id, contest_id) REFERENCES entry (id, contest_id),
  CHECK ((value IS NULL) = (cast_at IS NULL) AND (value IS NULL) = (changed_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE VIEW score AS
  SELECT contest_id, entry_id, voter_id, value, cast_at, changed_at FROM exposure WHERE value IS NOT NULL;

CREATE TABLE hand (
  contest_id TEXT NOT NULL,
  voter_id TEXT NOT NULL,
  handed INTEGER NOT NULL CHECK (handed >= 0),
  given INTEGER NOT NULL CHECK (given >= 0),
  entry_id TEXT NOT NULL,
  recalled INTEGER NOT NULL CHECK (recalled IN (0, 1)),
  PRIMARY KEY (contest_id, voter_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attention (
  entry_id TEXT PRIMARY KEY REFERENCES entry_submission (entry_id) ON DELETE CASCADE,
  contest_id TEXT NOT NULL REFERENCES contest (id),
  handed INTEGER NOT NULL CHECK (handed >= 0),
  shuffle INTEGER NOT NULL CHECK (shuffle BETWEEN 0 AND 4294967295),
  duels INTEGER NOT NULL DEFAULT 0 CHECK (duels >= 0),
  firsts INTEGER NOT NULL DEFAULT 0 CHECK (firsts BETWEEN 0 AND duels)
) STRICT, WITHOUT ROWID;
CREATE INDEX attention_by_handed ON attention (contest_id, handed, shuffle);
CREATE INDEX attention_by_duels ON attention (contest_id, duels, shuffle);

CREATE TABLE duel (
  contest_id TEXT NOT NULL,
  voter_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  first_id TEXT NOT NULL,
  second_id TEXT NOT NULL,
  first_look INTEGER NOT NULL CHECK (first_look IN (0, 1)),
  handed_at TEXT NOT NULL,
  passed_at TEXT,
  value INTEGER CHECK (value BETWEEN 0 AND 2),
  answered_at TEXT,
  changed_at TEXT,
  PRIMARY KEY (contest_id, voter_id, number),
  FOREIGN KEY (first_id, contest_id) REFERENCES entry (id, contest_id),
  FOREIGN KEY (second_id, contest_id) REFERENCES entry (id, contest_id),
  FOREIGN KEY (contest_id, voter_id, first_id) REFERENCES exposure (contest_id, voter_id, entry_id),
  FOREIGN KEY (contest_id, voter_id, second_id) REFERENCES exposure (contest_id, voter_id, entry_id),
  CHECK (first_id <> second_id),
  CHECK ((value IS NULL) = (answered_at IS NULL) AND (value IS NULL) = (changed_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX duel_once ON duel (voter_id, min(first_id, second_id), max(first_id, second_id));
CREATE INDEX duel_by_first ON duel (first_id, second_id);
CREATE INDEX duel_by_second ON duel (second_id, first_id);

CREATE TABLE turnout (
  contest_id TEXT NOT NULL REFERENCES contest (id),
  given INTEGER NOT NULL CHECK (given BETWEEN 1 AND 8),
  ballots INTEGER NOT NULL CHECK (ballots >= 0),
  PRIMARY KEY (contest_id, given)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot_key (
  contest_id TEXT NOT NULL REFERENCES contest (id),
  voter_id TEXT NOT NULL REFERENCES account (id),
  key TEXT NOT NULL CHECK (length(key) = 64),
  pseudonym TEXT NOT NULL CHECK (length(pseudonym) = 32),
  PRIMARY KEY (contest_id, voter_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ballot_key_by_voter ON ballot_key (voter_id);

CREATE TABLE left_ballot (
  contest_id TEXT NOT NULL REFERENCES contest (id),
  pseudonym TEXT NOT NULL CHECK (length(pseudonym) = 32),
  handed INTEGER NOT NULL CHECK (handed >= 0),
  staff INTEGER NOT NULL CHECK (staff IN (0, 1)),
  PRIMARY KEY (contest_id, pseudonym)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt (
  contest_id TEXT NOT NULL REFERENCES contest (id),
  code TEXT NOT NULL CHECK (length(code) = 32),
  PRIMARY KEY (contest_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot_event (
  contest_id TEXT NOT NULL REFERENCES contest (id),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  minute TEXT NOT NULL CHECK (length(minute) = 17),
  kind TEXT NOT NULL,
  pseudonym TEXT CHECK (length(pseudonym) = 32),
  entry_id TEXT,
  against_id TEXT,
  value INTEGER,
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (contest_id, sequence),
  FOREIGN KEY (entry_id, contest_id) REFERENCES entry (id, contest_id),
  FOREIGN KEY (against_id, contest_id) REFERENCES entry (id, contest_id),
  -- One look at the kind, and no list of them (kind IN …), here and in the index: SQLite would build it anew for every row.
  CHECK (CASE kind
    WHEN 'score' THEN pseudonym IS NOT NULL AND entry_id IS NOT NULL AND against_id IS NULL
      AND value IS NOT NULL AND value BETWEEN 0 AND 5
    WHEN 'change' THEN pseudonym IS NOT NULL AND entry_id IS NOT NULL AND against_id IS NULL
      AND value IS NOT NULL AND value BETWEEN 0 AND 5
    WHEN 'duel' THEN pseudonym IS NOT NULL AND entry_id IS NOT NULL AND against_id IS NOT NULL
      AND against_id <> entry_id AND value IS NOT NULL AND value BETWEEN 0 AND 2
    WHEN 'withdrawal' THEN pseudonym IS NULL AND entry_id IS NOT NULL AND against_id IS NULL AND value IS NULL
    WHEN 'handed' THEN pseudonym IS NOT NULL AND coalesce(entry_id, against_id) IS NULL
      AND value IS NOT NULL AND value >= 0
    ELSE kind IN ('staff', 'quarantine', 'release', 'exclusion')
      AND pseudonym IS NOT NULL AND coalesce(entry_id, against_id, value) IS NULL END)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX ballot_event_once ON ballot_event (contest_id, kind, coalesce(pseudonym, entry_id))
  WHERE kind = 'handed' OR kind = 'staff' OR kind = 'withdrawal';

CREATE TABLE published_head (
  contest_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  published_at TEXT NOT NULL,
  PRIMARY KEY (contest_id, sequence),
  FOREIGN KEY (contest_id, sequence) REFERENCES ballot_event (contest_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE trace_key (
  contest_id TEXT PRIMARY KEY REFERENCES contest (id),
  key TEXT NOT NULL CHECK (length(key) = 64)
) STRICT, WITHOUT ROWID;

CREATE TABLE trace (
  contest_id TEXT NOT NULL REFERENCES trace_key (contest_id),
  voter_id TEXT NOT NULL REFERENCES account (id),
  address_hash TEXT NOT NULL CHECK (length(address_hash) = 32),
  device_hash TEXT NOT NULL CHECK (length(device_hash) IN (0, 32)),
  noted_at TEXT NOT NULL,
  PRIMARY KEY (contest_id, voter_id, address_hash, device_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX trace_by_voter ON trace (voter_id);
CREATE INDEX trace_by_address ON trace (contest_id, address_hash);

CREATE TABLE desk_case (
  id TEXT PRIMARY KEY,
  contest_id TEXT NOT NULL REFERENCES contest (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  pseudonym TEXT NOT NULL CHECK (length(pseudonym) = 32),
  opened_at TEXT NOT NULL,
  UNIQUE (contest_id, pseudonym),
  UNIQUE (contest_id, number)
) STRICT;

CREATE TABLE suspicion (
  id INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES desk_case (id),
  signal TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  weight INTEGER NOT NULL CHECK (weight >= 1),
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  found_at TEXT NOT NULL
) STRICT;
CREATE INDEX suspicion_by_case ON suspicion (case_id, id);

CREATE TABLE desk_act (
  id INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES desk_case (id),
  kind TEXT NOT NULL CHECK (kind IN ('quarantine', 'release', 'exclusion-proposal', 'exclusion')),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 2000),
  done_by TEXT REFERENCES account (id),
  done_at TEXT NOT NULL,
  CHECK (done_by IS NULL OR length(reason) >= 20),
  CHECK (done_by IS NOT NULL OR kind IN ('quarantine', 'release'))
) STRICT;
CREATE INDEX desk_act_by_case ON desk_act (case_id, id);

CREATE TABLE case_word (
  case_id TEXT PRIMARY KEY REFERENCES desk_case (id),
  words TEXT NOT NULL CHECK (length(words) BETWEEN 10 AND 1000),
  said_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE desk_look (
  id INTEGER PRIMARY KEY,
  contest_id TEXT NOT NULL REFERENCES contest (id),
  looked_at TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  last INTEGER NOT NULL CHECK (last IN (0, 1)),
  ballots INTEGER NOT NULL CHECK (ballots >= 0),
  proposed INTEGER NOT NULL CHECK (proposed BETWEEN 0 AND ballots),
  effect TEXT CHECK (json_valid(effect))
) STRICT;
CREATE INDEX desk_look_by_contest ON desk_look (contest_id, id);

CREATE TABLE desk_end (
  contest_id TEXT PRIMARY KEY REFERENCES freeze (contest_id),
  ended_by TEXT NOT NULL REFERENCES account (id),
  ended_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE work_order (
  id INTEGER PRIMARY KEY,
  contest_id TEXT NOT NULL REFERENCES contest (id),
  wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 20 AND 2000),
  ordered_by TEXT NOT NULL REFERENCES account (id),
  ordered_at TEXT NOT NULL
) STRICT;
CREATE INDEX work_order_by_contest ON work_order (contest_id, id);

CREATE TABLE proof (
  contest_id TEXT NOT NULL REFERENCES contest (id),
  voter_id TEXT NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL CHECK (kind IN ('work', 'wait')),
  proven_at TEXT NOT NULL,
  PRIMARY KEY (contest_id, voter_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE buy_mark (
  contest_id TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  marked_at TEXT NOT NULL,
  PRIMARY KEY (entry_id, account_id),
  FOREIGN KEY (entry_id, contest_id) REFERENCES entry (id, contest_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX buy_mark_by_account ON buy_mark (contest_id, account_id);

CREATE TABLE freeze (
  contest_id TEXT PRIMARY KEY REFERENCES contest (id),
  frozen_at TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  nonce TEXT NOT NULL CHECK (length(nonce) = 64)
) STRICT;

CREATE TABLE tally (
  contest_id TEXT PRIMARY KEY REFERENCES freeze (contest_id),
  counted_at TEXT NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  ballots INTEGER NOT NULL CHECK (ballots >= 0),
  counted_ballots INTEGER NOT NULL CHECK (counted_ballots >= 0),
  staff_ballots INTEGER NOT NULL CHECK (staff_ballots >= 0),
  excluded_ballots INTEGER NOT NULL CHECK (excluded_ballots >= 0),
  quarantined_ballots INTEGER NOT NULL CHECK (quarantined_ballots BETWEEN 0 AND counted_ballots),
  scores INTEGER NOT NULL CHECK (scores >= 0),
  CHECK (counted_ballots + staff_ballots + excluded_ballots <= ballots)
) STRICT;

CREATE TABLE standing (
  contest_id TEXT NOT NULL REFERENCES tally (contest_id),
  view TEXT NOT NULL CHECK (view IN ('official', 'raw', 'audited')),
  entry_id TEXT NOT NULL,
  place INTEGER NOT NULL CHECK (place >= 1),
  points REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  scores INTEGER NOT NULL CHECK (scores >= 0),
  buy_marks INTEGER NOT NULL CHECK (buy_marks >= 0),
  tie_group INTEGER NOT NULL,
  PRIMARY KEY (contest_id, view, entry_id),
  UNIQUE (contest_id, view, place),
  FOREIGN KEY (entry_id, contest_id) REFERENCES entry (id, contest_id),
  CHECK (low <= points AND points <= high)
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_by_entry ON standing (entry_id, view);

CREATE TABLE verdict (
  id INTEGER PRIMARY KEY,
  contest_id TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  juror_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('approve', 'approve-with-changes', 'veto', 'abstain')),
  code TEXT CHECK (code IN ('cannot-be-made', 'cost', 'safety', 'ip-conflict', 'in-our-pipeline', 'brand-fit', 'season', 'rules')),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 4000),
  given_at TEXT NOT NULL,
  FOREIGN KEY (entry_id, contest_id) REFERENCES entry (id, contest_id),
  FOREIGN KEY (contest_id, juror_id) REFERENCES panel_seat (contest_id, juror_id),
  CHECK ((kind = 'veto') = (code IS NOT NULL)),
  CHECK (kind <> 'veto' OR length(reason) >= 40)
) STRICT;
CREATE INDEX verdict_by_entry ON verdict (entry_id, juror_id, id);
CREATE INDEX verdict_by_contest ON verdict (contest_id);

CREATE TABLE jury_duel (
  id INTEGER PRIMARY KEY,
  contest_id TEXT NOT NULL,
  juror_id TEXT NOT NULL,
  first_id TEXT NOT NULL,
  second_id TEXT NOT NULL,
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 2),
  answered_at TEXT NOT NULL,
  FOREIGN KEY (first_id, contest_id) REFERENCES entry (id, contest_id),
  FOREIGN KEY (second_id, contest_id) REFERENCES entry (id, contest_id),
  FOREIGN KEY (contest_id, juror_id) REFERENCES panel_seat (contest_id, juror_id),
  CHECK (first_id <> second_id)
) STRICT;
CREATE INDEX jury_duel_by_juror ON jury_duel (contest_id, juror_id, first_id, second_id, id);

CREATE TABLE decision (
  contest_id TEXT PRIMARY KEY REFERENCES tally (contest_id),
  outcome TEXT NOT NULL CHECK (outcome IN ('winner', 'no-production')),
  winner_entry_id TEXT,
  letter TEXT NOT NULL DEFAULT '',
  grounds TEXT NOT NULL CHECK (grounds <> ''),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  signed_by TEXT NOT NULL REFERENCES account (id),
  signed_at TEXT NOT NULL,
  FOREIGN KEY (winner_entry_id, contest_id) REFERENCES entry (id, contest_id),
  CHECK ((outcome = 'winner') = (winner_entry_id IS NOT NULL)),
  CHECK (outcome = 'winner' OR length(letter) >= 40)
) STRICT;

CREATE TABLE decision_step (
  contest_id TEXT NOT NULL REFERENCES decision (contest_id),
  place INTEGER NOT NULL,
  entry_id TEXT NOT NULL,
  finding TEXT NOT NULL CHECK (finding IN ('wins', 'vetoed', 'short-of-quorum', 'not-reached')),
  approvals INTEGER NOT NULL,
  vetoes INTEGER NOT NULL,
  PRIMARY KEY (contest_id, place),
  FOREIGN KEY (entry_id, contest_id) REFERENCES entry (id, contest_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE panel_order (
  contest_id TEXT NOT NULL REFERENCES contest (id),
  entry_id TEXT NOT NULL,
  place INTEGER NOT NULL CHECK (place >= 1),
  points REAL NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  duels INTEGER NOT NULL CHECK (duels >= 0),
  jurors INTEGER NOT NULL CHECK (jurors >= 1),
  tie_group INTEGER NOT NULL,
  PRIMARY KEY (contest_id, entry_id),
  UNIQUE (contest_id, place),
  FOREIGN KEY (entry_id, contest_id) REFERENCES entry (id, contest_id),
  CHECK (low <= points AND points <= high)
) STRICT, WITHOUT ROWID;

CREATE TABLE brand_answer (
  entry_id TEXT PRIMARY KEY REFERENCES entry (id),
  kind TEXT NOT NULL CHECK (kind IN ('in-production', 'runner-up', 'not-now', 'vetoed', 'not-selected')),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 20 AND 4000),
  answered_by TEXT NOT NULL REFERENCES account (id),
  answered_at TEXT NOT NULL
) STRICT;

CREATE TABLE run (
  id TEXT PRIMARY KEY,
  contest_id TEXT NOT NULL UNIQUE REFERENCES decision (contest_id),
  entry_id TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL,
  FOREIGN KEY (entry_id, contest_id) REFERENCES entry (id, contest_id)
) STRICT;

CREATE TABLE signature (
  run_id TEXT NOT NULL REFERENCES run (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  full_name TEXT NOT NULL CHECK (length(full_name) BETWEEN 2 AND 120),
  terms TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  PRIMARY KEY (run_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage_plan (
  run_id TEXT NOT NULL REFERENCES run (id),
  stage TEXT NOT NULL CHECK (stage IN ('agreement', 'files', 'tech-pack', 'prototype', 'reservations', 'go-no-go', 'making', 'launched')),
  owner_id TEXT REFERENCES account (id),
  due_at TEXT,
  PRIMARY KEY (run_id, stage)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage_move (
  id INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  from_stage TEXT,
  to_stage TEXT NOT NULL CHECK (to_stage IN ('agreement', 'files', 'tech-pack', 'prototype', 'reservations', 'go-no-go', 'making', 'launched')),
  moved_by TEXT REFERENCES account (id),
  moved_at TEXT NOT NULL,
  UNIQUE (run_id, to_stage)
) STRICT;

CREATE TABLE stage_note (
  id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  stage TEXT NOT NULL CHECK (stage IN ('agreement', 'files', 'tech-pack', 'prototype', 'reservations', 'go-no-go', 'making', 'launched')),
  audience TEXT NOT NULL CHECK (audience IN ('public', 'private')),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  written_by TEXT NOT NULL REFERENCES account (id),
  written_at TEXT NOT NULL
) STRICT;
CREATE INDEX stage_note_by_run ON stage_note (run_id, written_at);

CREATE TABLE note_picture (
  note_id TEXT NOT NULL REFERENCES stage_note (id),
  picture_id TEXT NOT NULL UNIQUE REFERENCES picture (id),
  alt TEXT NOT NULL CHECK (length(alt) <= 300),
  position INTEGER NOT NULL,
  PRIMARY KEY (note_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE production_file (
  id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES run (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('tiff', 'pdf', 'eps', 'svg', 'psd', 'png', 'jpeg')),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  key TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  handed_in_by TEXT NOT NULL REFERENCES account (id),
  handed_in_at TEXT NOT NULL,
  UNIQUE (run_id, version)
) STRICT;

CREATE TABLE file_ruling (
  id INTEGER PRIMARY KEY,
  file_id TEXT NOT NULL REFERENCES production_file (id),
  ruling TEXT NOT NULL CHECK (ruling IN ('approved', 'changes-wanted')),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 2000),
  ruled_by TEXT NOT NULL REFERENCES account (id),
  ruled_at TEXT NOT NULL,
  CHECK (ruling = 'approved' OR length(reason) >= 20)
) STRICT;
CREATE INDEX file_ruling_by_file ON file_ruling (file_id, id);

CREATE TABLE go_decision (
  run_id TEXT PRIMARY KEY REFERENCES run (id),
  go INTEGER NOT NULL CHECK (go IN (0, 1)),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 20 AND 2000),
  decided_by TEXT NOT NULL REFERENCES account (id),
  decided_at TEXT NOT NULL
) STRICT;

CREATE TABLE product (
  run_id TEXT PRIMARY KEY REFERENCES run (id),
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 2 AND 80 AND slug NOT GLOB '*[^a-z0-9-]*'),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  story TEXT NOT NULL DEFAULT '',
  price TEXT NOT NULL DEFAULT '',
  shop_url TEXT NOT NULL DEFAULT '',
  head_picture_id TEXT REFERENCES picture (id),
  head_alt TEXT NOT NULL DEFAULT '',
  launched_by TEXT NOT NULL REFERENCES account (id),
  launched_at TEXT NOT NULL
) STRICT;

CREATE TABLE owed_letter (
  contest_id TEXT NOT NULL REFERENCES contest (id),
  kind TEXT NOT NULL CHECK (kind IN (
    'extended-to-maker', 'extended-to-voter', 'answered', 'chosen', 'file-wanted', 'file-ruled', 'taken-down', 'invited'
  )),
  account_id TEXT NOT NULL REFERENCES account (id),
  subject_id TEXT NOT NULL,
  owed_at TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
  try_at TEXT,
  sent_at TEXT,
  PRIMARY KEY (contest_id, kind, account_id, subject_id, owed_at),
  CHECK (sent_at IS NULL OR try_at IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX owed_letter_due ON owed_letter (try_at) WHERE try_at IS NOT NULL;
CREATE INDEX owed_letter_by_account ON owed_letter (account_id);

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  actor_id TEXT REFERENCES account (id),
  contest_id TEXT REFERENCES contest (id),
  entry_id TEXT,
  run_id TEXT,
  subject_id TEXT,
  particulars TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(particulars))
) STRICT;
CREATE INDEX activity_by_contest ON activity (contest_id, id);
CREATE INDEX activity_by_actor ON activity (actor_id, id);

CREATE TABLE trial_write (filling TEXT NOT NULL) STRICT;
`

/** Rows that say what happened are written once: DESIGN.md, "Facts are rows with who and when". */
const APPEND_ONLY = [
  'activity',
  'publication',
  'boundary_move',
  'voting_extension',
  'cancellation',
  'entry_submission',
  'withdrawal',
  'receipt',
  'ballot_event',
  'published_head',
  'suspicion',
  'desk_case',
  'desk_act',
  'case_word',
  'desk_look',
  'desk_end',
  'work_order',
  'freeze',
  'tally',
  'standing',
  'verdict',
  'jury_duel',
  'decision',
  'decision_step',
  'panel_order',
  'signature',
  'stage_move',
  'production_file',
  'file_ruling',
  'go_decision',
  'report',
  'report_ruling',
  'takedown',
  'brand_answer',
  'run',
  'stage_note',
  'note_picture',
  'product',
]

/** At the close the ballots are frozen: whatever door a change comes by, the database refuses it. */
const FROZEN_WITH_THE_CONTEST = ['exposure', 'duel', 'buy_mark', 'receipt']

/** Between the freeze and the tally the record takes what is found out about ballots, and no more votes; what was counted is all of it. */
const RECORD_CLOSED = `CREATE TRIGGER ballot_event_insert_after_freeze BEFORE INSERT ON ballot_event
  WHEN EXISTS (SELECT 1 FROM freeze WHERE contest_id = NEW.contest_id)
  BEGIN
    SELECT RAISE(ABORT, 'ballot_event is closed by the freeze') WHERE NEW.kind IN ('score', 'change', 'duel');
    SELECT RAISE(ABORT, 'ballot_event is closed by the tally')
      WHERE EXISTS (SELECT 1 FROM tally WHERE contest_id = NEW.contest_id);
  END`

/** After the decision the record can be read, not edited. */
const SEALED_BY_THE_DECISION = ['verdict', 'jury_duel', 'panel_seat']

/** How often an entry was handed is counted where it happens, so that no door can forget it; its place in the shuffle is drawn once. */
const ATTENTION = [
  `CREATE TRIGGER attention_begins AFTER INSERT ON entry_submission
     BEGIN INSERT INTO attention (entry_id, contest_id, handed, shuffle)
       SELECT id, contest_id, 0, abs(random() % 4294967296) FROM entry WHERE id = NEW.entry_id; END`,
  `CREATE TRIGGER attention_grows AFTER INSERT ON exposure
     BEGIN UPDATE attention SET handed = handed + 1 WHERE entry_id = NEW.entry_id; END`,
  `CREATE TRIGGER attention_shrinks AFTER DELETE ON exposure
     BEGIN UPDATE attention SET handed = handed - 1 WHERE entry_id = OLD.entry_id; END`,
  `CREATE TRIGGER attention_to_duels AFTER INSERT ON duel WHEN NEW.first_look = 1
     BEGIN UPDATE attention SET duels = duels + 1, firsts = firsts + (entry_id = NEW.first_id)
       WHERE entry_id IN (NEW.first_id, NEW.second_id); END`,
]

/** What a voter was handed stays as it was handed: the queue counts on it. */
const DUELS_STAY = [
  `CREATE TRIGGER duel_no_delete BEFORE DELETE ON duel
     BEGIN SELECT RAISE(ABORT, 'a duel that was handed stays'); END`,
  `CREATE TRIGGER duel_keeps_its_sides BEFORE UPDATE OF contest_id, voter_id, number, first_id, second_id, first_look, handed_at ON duel
     BEGIN SELECT RAISE(ABORT, 'a duel that was handed stays as it is'); END`,
]

/**
 * What a voter holds and how often the queue gave them something, kept where it happens, like attention: read with each score, when
 * counting their exposures would cost more than the rest. After a recall or a deletion they may hold another than the last.
 */
const HANDS = [
  `CREATE TRIGGER hand_takes AFTER INSERT ON exposure
     BEGIN INSERT INTO hand (contest_id, voter_id, handed, given, entry_id, recalled)
       VALUES (NEW.contest_id, NEW.voter_id, 1, 0, NEW.entry_id, 0)
       ON CONFLICT (contest_id, voter_id) DO UPDATE SET handed = handed + 1, entry_id = NEW.entry_id, recalled = 0; END`,
  `CREATE TRIGGER hand_recalls AFTER UPDATE OF passed_at ON exposure WHEN NEW.passed_at IS NULL
     BEGIN UPDATE hand SET recalled = 1 WHERE contest_id = NEW.contest_id AND voter_id = NEW.voter_id; END`,
  `CREATE TRIGGER hand_loses AFTER DELETE ON exposure
     BEGIN UPDATE hand SET handed = handed - 1, recalled = 1
       WHERE contest_id = OLD.contest_id AND voter_id = OLD.voter_id; END`,
]

/** How many ballots have so many scores on entries that stand; more than FULL are told together. */
const FULL = 8
const TURNOUT = [
  `CREATE TRIGGER hand_gives AFTER UPDATE OF value ON exposure WHEN OLD.value IS NULL AND NEW.value IS NOT NULL
     BEGIN UPDATE hand SET given = given + 1 WHERE contest_id = NEW.contest_id AND voter_id = NEW.voter_id; END`,
  `CREATE TRIGGER turnout_moves AFTER UPDATE OF given ON hand WHEN min(OLD.given, ${FULL}) <> min(NEW.given, ${FULL})
     BEGIN
       UPDATE turnout SET ballots = ballots - 1
         WHERE contest_id = NEW.contest_id AND given = min(OLD.given, ${FULL}) AND OLD.given > 0;
       INSERT INTO turnout (contest_id, given, ballots)
         SELECT NEW.contest_id, min(NEW.given, ${FULL}), 1 WHERE NEW.given > 0
         ON CONFLICT (contest_id, given) DO UPDATE SET ballots = ballots + 1;
     END`,
  ...[
    ['withdrawal', 'takedown'],
    ['takedown', 'withdrawal'],
  ].map(
    ([gone, before]) => `CREATE TRIGGER turnout_after_${gone} AFTER INSERT ON ${gone}
       WHEN NOT EXISTS (SELECT 1 FROM ${before} WHERE entry_id = NEW.entry_id)
       BEGIN UPDATE hand SET given = given - 1
         WHERE contest_id = (SELECT contest_id FROM entry WHERE id = NEW.entry_id)
           AND EXISTS (SELECT 1 FROM exposure WHERE exposure.contest_id = hand.contest_id AND exposure.voter_id = hand.voter_id
             AND exposure.entry_id = NEW.entry_id AND exposure.value IS NOT NULL); END`,
  ),
]

/** A score may change, and is never taken back. */
const SCORES_STAY = `CREATE TRIGGER score_stays BEFORE UPDATE OF value ON exposure
  WHEN OLD.value IS NOT NULL AND NEW.value IS NULL
  BEGIN SELECT RAISE(ABORT, 'a score that was given stays'); END`

/** An event that does not name the hash of the one before it has no place in the record. */
const CHAINED = `CREATE TRIGGER ballot_event_chained BEFORE INSERT ON ballot_event
  WHEN NEW.sequence > 1 AND NEW.previous_hash IS NOT
    (SELECT hash FROM ballot_event WHERE contest_id = NEW.contest_id AND sequence = NEW.sequence - 1)
  BEGIN SELECT RAISE(ABORT, 'ballot_event does not follow the one before'); END`

/** What the desk rules after the count would change nothing and say that it did. */
const DESK_COUNTED = `CREATE TRIGGER desk_act_after_tally BEFORE INSERT ON desk_act
  WHEN EXISTS (SELECT 1 FROM tally JOIN desk_case ON desk_case.contest_id = tally.contest_id WHERE desk_case.id = NEW.case_id)
  BEGIN SELECT RAISE(ABORT, 'the desk is closed by the tally'); END`

/** Nothing leaves the count by one person's word: who confirms an exclusion is not who proposed it, and after it nothing follows. */
const TWO_PEOPLE = [
  `CREATE TRIGGER desk_act_two_people BEFORE INSERT ON desk_act WHEN NEW.kind = 'exclusion' AND NOT EXISTS
     (SELECT 1 FROM desk_act AS before WHERE before.case_id = NEW.case_id AND before.kind = 'exclusion-proposal'
       AND before.done_by <> NEW.done_by AND before.id = (SELECT max(id) FROM desk_act WHERE case_id = NEW.case_id))
     BEGIN SELECT RAISE(ABORT, 'an exclusion takes two people'); END`,
  `CREATE TRIGGER desk_act_after_exclusion BEFORE INSERT ON desk_act WHEN EXISTS
     (SELECT 1 FROM desk_act WHERE case_id = NEW.case_id AND kind = 'exclusion')
     BEGIN SELECT RAISE(ABORT, 'an exclusion is final'); END`,
]

function appendOnlyTriggers(table: string): string[] {
  return ['UPDATE', 'DELETE'].map(
    (change) => `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
       BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
  )
}

/** What the originals of a contest weigh, kept as pictures come and go: to add them up anew would take longer with each. */
const WEIGHED = [
  `CREATE TRIGGER artwork_weighs AFTER INSERT ON artwork
     BEGIN INSERT INTO contest_originals (contest_id, bytes)
       SELECT entry.contest_id, picture.bytes FROM entry, picture WHERE entry.id = NEW.entry_id AND picture.id = NEW.picture_id
       ON CONFLICT (contest_id) DO UPDATE SET bytes = bytes + excluded.bytes; END`,
  `CREATE TRIGGER artwork_weighs_no_more AFTER DELETE ON artwork
     BEGIN UPDATE contest_originals SET bytes = max(0, bytes - (SELECT bytes FROM picture WHERE id = OLD.picture_id))
       WHERE contest_id = (SELECT contest_id FROM entry WHERE id = OLD.entry_id); END`,
]

function frozenTriggers(table: string, fact: 'freeze' | 'decision'): string[] {
  // An update is looked at on both its sides, so that no row is moved into a closed contest either. No list of them (contest_id IN …):
  // SQLite would build it anew for every row.
  const sides = { INSERT: ['NEW'], UPDATE: ['OLD', 'NEW'], DELETE: ['OLD'] }
  return Object.entries(sides).map(
    ([change, rows]) => `CREATE TRIGGER ${table}_${change.toLowerCase()}_after_${fact} BEFORE ${change} ON ${table}
       WHEN ${rows.map((row) => `EXISTS (SELECT 1 FROM ${fact} WHERE contest_id = ${row}.contest_id)`).join(' OR ')}
       BEGIN SELECT RAISE(ABORT, '${table} is closed by the ${fact}'); END`,
  )
}

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    ...TABLES.split(/;\n+/).filter((statement) => statement.trim() !== ''),
    ...APPEND_ONLY.flatMap(appendOnlyTriggers),
    ...FROZEN_WITH_THE_CONTEST.flatMap((table) => frozenTriggers(table, 'freeze')),
    RECORD_CLOSED,
    ...ATTENTION,
    ...HANDS,
    ...WEIGHED,
    ...TURNOUT,
    ...DUELS_STAY,
    SCORES_STAY,
    CHAINED,
    ...TWO_PEOPLE,
    DESK_COUNTED,
    ...SEALED_BY_THE_DECISION.flatMap((table) => frozenTriggers(table, 'decision')),
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
