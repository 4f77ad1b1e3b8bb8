-- The log of the history: the leaves of a Merkle tree in their order, hashes alone. Only ever added to; on PostgreSQL the
-- program's role may do no more. The first entry of a log (0) stands for no event: it names the log that it follows.
create table kayit_zinciri (
    defter integer not null,
    sira   bigint  not null,
    olay   bigint,
    number varchar(20),
    detay  bytea,
    yaprak bytea   not null,
    primary key (defter, sira)
);
create unique index kayit_zinciri_olay on kayit_zinciri (olay);
create index kayit_zinciri_number on kayit_zinciri (number, sira);

-- An application's salt, without which nobody can guess what was hashed. Without a salt its words were erased, and the chain
-- stays whole.
create table olay_tuzu (
    number varchar(20) not null primary key,
    tuz    bytea
);

insert into node_lock (name) values ('history-log');
