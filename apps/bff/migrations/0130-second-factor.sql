-- When this session last showed two factors at the identity provider; some acts ask for that anew.
alter table staff_sessions add column second_factor_at timestamptz;
-- Which session a sign-in raises: it may only end as the same person.
alter table staff_sign_ins add column raises_session bytea;
