-- Signed heads of the log, when each was brought outside, and the public keys that they were signed with. Only ever added to.
create table zincir_basi (
    defter  integer not null,
    boy     bigint  not null,
    kok     bytea   not null,
    tepeler bytea   not null,
    zaman   timestamp with time zone not null,
    anahtar varchar(16) not null,
    imza    bytea   not null,
    primary key (defter, boy)
);

create table zincir_capasi (
    defter integer not null,
    boy    bigint  not null,
    zaman  timestamp with time zone not null,
    primary key (defter, boy)
);

create table zincir_anahtari (
    kimlik varchar(16) not null primary key,
    acik   bytea       not null
);
