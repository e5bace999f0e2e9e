-- A report of the last two weeks tells of a sign in words that nobody here can read: a mark, as an unread note is.
alter table watched_patient add column sign_unread boolean not null default false;
