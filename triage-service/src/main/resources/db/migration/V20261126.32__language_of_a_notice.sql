-- In which language a person is told.
alter table notification_address add column language text not null default 'en';
