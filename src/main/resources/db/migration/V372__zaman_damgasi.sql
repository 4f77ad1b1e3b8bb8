-- RFC 3161 time stamps of signed heads. Only ever added to.
create table zincir_damgasi (
    defter integer not null,
    boy    bigint  not null,
    zaman  timestamp with time zone not null,
    damga  bytea   not null,
    primary key (defter, boy)
);
