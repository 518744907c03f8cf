-- What reaches people: messages, the codes that say they are ours, each try of each channel, and the ladder of reminders.
-- Nothing here is read by anything that decides about money.

-- Is it real? A code of a visitor or a message, found by its keyed hash only.
create table reality_codes (
  hash bytea primary key,
  kind text not null check (kind in ('visitor', 'message')),
  office_id text references offices,
  -- Visitor: day, half, names of who comes. Message: what kind. Never a resident's name or case.
  content_sealed bytea not null,
  subject_id uuid,
  issued_at timestamptz not null,
  expires_at timestamptz not null
);
create index reality_codes_by_end on reality_codes (expires_at);
create index reality_codes_by_subject on reality_codes (subject_id) where subject_id is not null;

create table messages (
  id uuid primary key,
  account_id uuid not null references accounts,
  kind text not null,
  at timestamptz not null,
  -- What the sentence is made with, and its code.
  content_sealed bytea not null,
  subject_kind text check (subject_kind in ('application', 'change', 'authentication', 'visit', 'contact-change', 'family')),
  subject_id uuid,
  -- What caused it: told once, however often the job runs.
  source text unique,
  read_at timestamptz
);
create index messages_by_account on messages (account_id, at, id);
create index messages_unread on messages (account_id) where read_at is null;

-- One climb of the ladder: WeChat, text message, voice, village, township. It ends when the person was met, or in a visit task.
create table reminders (
  id uuid primary key,
  kind text not null check (kind in ('authentication-due', 'visit-arranged', 'correction-asked')),
  office_id text not null references offices,
  case_id uuid references case_files,
  member_id text,
  due date,
  account_id uuid references accounts,
  -- The visit or the round of corrections.
  subject_id uuid,
  -- The inbox message that its WeChat step stands for.
  message_id uuid references messages,
  -- The step it stands on; null before the first.
  step text check (step in ('wechat', 'text', 'voice', 'village', 'township')),
  -- When the worker looks again.
  next_at timestamptz not null,
  started_at timestamptz not null,
  step_at timestamptz,
  visit_id uuid,
  ended_at timestamptz,
  -- `moot`: there is nothing to remind of any more (moved away, passed on, the case ended): neither reached nor given up.
  ended_why text check (ended_why in ('met', 'visit', 'moot')),
  unique (case_id, member_id, due),
  check ((kind = 'authentication-due') = (case_id is not null and member_id is not null and due is not null)),
  check (kind = 'authentication-due' or subject_id is not null),
  check ((ended_at is null) = (ended_why is null)),
  check (ended_why <> 'visit' or visit_id is not null)
);
create unique index reminders_by_subject on reminders (kind, subject_id) where subject_id is not null;
create index reminders_due on reminders (next_at, id) where ended_at is null;

-- Each try of one channel, kept: a clerk reads them all.
create table sends (
  id uuid primary key,
  reminder_id uuid references reminders,
  message_id uuid references messages,
  kind text not null,
  channel text not null check (channel in ('wechat', 'text', 'voice')),
  account_id uuid references accounts,
  phone_sealed bytea,
  code_sealed bytea not null,
  -- Channels to take, in order, if this one does not arrive. Of a reminder the ladder decides.
  otherwise text[] not null default '{}',
  state text not null check (state in ('waiting', 'sending', 'sent', 'delivered', 'bounced')),
  -- A code: why it bounced, or why it waits.
  why text,
  template_id text,
  provider_ref text,
  tries integer not null default 0,
  created_at timestamptz not null,
  run_at timestamptz not null,
  sending_since timestamptz,
  sent_at timestamptz,
  settled_at timestamptz
);
create index sends_waiting on sends (run_at, id) where state = 'waiting';
create index sends_sending on sends (sending_since) where state = 'sending';
create index sends_silent on sends (sent_at) where state = 'sent';
create index sends_by_reminder on sends (reminder_id, created_at) where reminder_id is not null;
create index sends_by_provider on sends (provider_ref) where provider_ref is not null;

-- How often a person allowed a template of WeChat, less what was sent.
create table subscribe_credits (
  account_id uuid not null references accounts,
  template_id text not null,
  remaining integer not null check (remaining >= 0),
  updated_at timestamptz not null,
  primary key (account_id, template_id)
);

-- Events of WeChat that were handled: each may come three times.
create table wechat_pushes (
  key_hash bytea primary key,
  at timestamptz not null
);

-- Development only: what would have been sent as text message or voice, and what is to become of it.
create table loopback_messages (
  ref uuid primary key,
  channel text not null check (channel in ('text', 'voice')),
  last_four text not null,
  words text not null,
  sent_at timestamptz not null,
  outcome text not null check (outcome in ('delivered', 'bounced', 'silent')),
  report_at timestamptz,
  reported_at timestamptz
);
create index loopback_messages_to_report on loopback_messages (report_at) where reported_at is null;
create table loopback_scripts (
  channel text not null check (channel in ('text', 'voice')),
  -- Empty: for every number.
  phone_hash bytea not null,
  outcome text not null check (outcome in ('delivered', 'bounced', 'silent')),
  after_seconds integer not null check (after_seconds >= 0),
  primary key (channel, phone_hash)
);

-- What was told while there was no channel yet becomes a message after all.
update outbox set done_at = null, outcome = null, tries = 0
where kind = 'tell-resident' and outcome = 'given up: no channel yet';

-- As of the tables of authentication: what climbed a ladder in a transaction lowers no money in it.
create trigger reminders_noted after insert or update or delete on reminders for each statement execute function note_authentication();
