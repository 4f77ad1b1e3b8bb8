-- A digest is about many applications; the day's row is claimed by the one node that writes the digests.
alter table mesaj alter column number drop not null;

create table ozet_gonderim (
    gun date not null primary key
);
