-- What an editor is still writing. One for each slug and language; who changes it says which revision was read.
create table draft (
    kind       text        not null check (kind in ('article', 'exercise', 'programme')),
    slug       text        not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    language   text        not null check (language ~ '^[a-z]{2}$'),
    revision   integer     not null check (revision >= 1),
    title      text        not null,
    document   text        not null check (document is json object with unique keys),
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (kind, slug, language)
);
