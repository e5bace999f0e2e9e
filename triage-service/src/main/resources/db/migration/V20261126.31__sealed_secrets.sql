-- A webhook's secrets are sealed with a key that the database does not know. Those from before are sealed at the next start.
alter table webhook add column sealed boolean not null default false;
