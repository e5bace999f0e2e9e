-- What a slug stands for; its row is locked while the next edition is published. Content is common to all practices,
-- so no row here belongs to one.
create table piece (
    kind           text    not null check (kind in ('article', 'exercise', 'programme')),
    slug           text    not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    latest_version integer not null check (latest_version >= 0),
    primary key (kind, slug)
);

-- A document under its number, in one language. Kept as text, letter for letter what was accepted.
create table edition (
    kind         text        not null,
    slug         text        not null,
    version      integer     not null check (version >= 1),
    language     text        not null check (language ~ '^[a-z]{2}$'),
    title        text        not null,
    document     text        not null check (document is json object with unique keys),
    published_at timestamptz not null,
    published_by text        not null,
    -- When its event was put in the outbox; null for what a migration brought, until the next start.
    announced_at timestamptz,
    primary key (kind, slug, version, language),
    foreign key (kind, slug) references piece
);

create index edition_unannounced on edition (kind, slug) where announced_at is null;

-- Prescriptions name editions, so what was published stays as it was, whoever asks.
create function edition_stays() returns trigger language plpgsql as $$
begin
    raise exception 'A published edition is neither changed nor deleted' using errcode = 'restrict_violation';
end $$;

create trigger edition_is_not_changed
    before update of kind, slug, version, language, title, document, published_at, published_by on edition
    for each statement execute function edition_stays();

create trigger edition_is_not_deleted before delete or truncate on edition
    for each statement execute function edition_stays();
