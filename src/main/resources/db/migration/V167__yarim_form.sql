-- Forms that a page shows again, encrypted; kept for hours.
create table yarim_form (
    id         varchar(22) primary key,
    owner      varchar(80) not null,
    content    bytea       not null,
    kept_until timestamp with time zone not null
);
create index yarim_form_kept_until on yarim_form (kept_until);

-- The key that encrypts them where no setting names one.
create table yarim_form_anahtari (
    id      integer primary key,
    anahtar bytea not null
);
