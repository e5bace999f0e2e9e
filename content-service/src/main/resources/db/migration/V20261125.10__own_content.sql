-- Whose content it is: everybody's (the id of nobody), or one practice's own. A practice's own slugs begin with 'own-' and
-- the common ones never do, so that a slug says what it is and neither can take the other's place.
alter table piece add column practice_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table edition add column practice_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table draft add column practice_id uuid not null default '00000000-0000-0000-0000-000000000000';

alter table edition drop constraint edition_kind_slug_fkey;
alter table piece drop constraint piece_pkey, add primary key (practice_id, kind, slug);
alter table edition drop constraint edition_pkey, add primary key (practice_id, kind, slug, version, language);
alter table draft drop constraint draft_pkey, add primary key (practice_id, kind, slug, language);
alter table edition add foreign key (practice_id, kind, slug) references piece;
alter table piece add constraint piece_slug_says_whose
    check ((slug like 'own-%') = (practice_id <> '00000000-0000-0000-0000-000000000000'));
alter table draft add constraint draft_slug_says_whose
    check ((slug like 'own-%') = (practice_id <> '00000000-0000-0000-0000-000000000000'));

-- What was published stays, whose it is included.
drop trigger edition_is_not_changed on edition;
create trigger edition_is_not_changed
    before update of practice_id, kind, slug, version, language, title, document, published_at, published_by on edition
    for each statement execute function edition_stays();
