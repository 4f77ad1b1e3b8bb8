-- What the comparison of records and engine found: a row while it lasts, and for a week after it was mended.
create table karsilastirma_bulgu (
    kind      varchar(40) not null,
    number    varchar(64) not null,
    subject   varchar(64) not null,
    found_at  timestamp with time zone not null,
    mended_at timestamp with time zone,
    primary key (kind, number, subject)
);

-- One node at a time compares.
create table karsilastirma (
    id           integer not null primary key,
    locked_until timestamp with time zone,
    ended_at     timestamp with time zone
);
