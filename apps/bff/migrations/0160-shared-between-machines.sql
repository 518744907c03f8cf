-- What several processes would otherwise each keep for themselves. Neither row names a person.

-- WeChat's access token, sealed: asked for once by all processes together. Whoever asks WeChat for the next one says until when others wait.
create table wechat_tokens (
  appid text primary key,
  token_sealed bytea,
  expires_at timestamptz,
  asked_until timestamptz
);

-- Whose turn it is: a chore of minutes or hours is done by one worker of all, and not anew by each that starts. A turn that its worker did
-- not end in time is another's.
create table chore_turns (
  name text primary key,
  next_at timestamptz not null
);
