-- Whose own it is; what is everybody's has the id of nobody.
alter table content_copy add column practice_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table content_copy drop constraint content_copy_pkey,
    add primary key (practice_id, kind, slug, version, language);

-- Every number up to this one is retired: not to be used for anything new.
create table content_retired (
    practice_id     uuid    not null,
    kind            text    not null,
    slug            text    not null,
    through_version integer not null,
    primary key (practice_id, kind, slug)
);
