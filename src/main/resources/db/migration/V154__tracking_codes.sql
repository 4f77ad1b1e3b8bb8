-- Tracking codes are derived from number and issue under a key, see TrackingCodes; nothing here says one. Random codes of
-- before are made keyed hashes when the program starts (issue 0), since SQL does not know the key.
alter table basvuru alter column tracking_code drop not null;
alter table basvuru add column code_issue integer default 0 not null;
alter table basvuru add column code_hash varchar(64);
create index basvuru_tracking_code on basvuru (tracking_code);

-- The demonstration's key; production has its own in the environment.
create table takip_anahtari (
    id         integer     not null primary key,
    anahtar    varchar(64) not null
);

-- A code that its issuer has not been shown yet: shown once, to nobody else.
create table gosterilecek_kod (
    number varchar(20) not null primary key,
    issue  integer     not null,
    actor  varchar(64) not null
);
