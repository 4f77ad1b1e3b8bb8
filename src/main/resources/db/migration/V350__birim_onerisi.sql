-- What was learned from the office's routing: one model, the same on every node; one node at a time trains it.
create table birim_onerisi_modeli (
    id            integer not null primary key,
    surum         bigint  not null,
    requested_at  timestamp with time zone,
    started_at    timestamp with time zone,
    claimed_until timestamp with time zone,
    trained_at    timestamp with time zone,
    failed_at     timestamp with time zone,
    ornek         integer not null,
    olculen       integer not null,
    ilk_dogru     double precision,
    ucte_dogru    double precision,
    model         bytea
);

-- What was proposed for an application by the model that had not yet seen it, and which unit kept it. No words.
create table birim_onerisi_isabeti (
    number  varchar(20) not null primary key,
    ay      varchar(7)  not null,
    unit    varchar(60) not null,
    kaynak  varchar(10) not null,
    oneri_1 varchar(60),
    oneri_2 varchar(60),
    oneri_3 varchar(60)
);
create index birim_onerisi_isabeti_ay on birim_onerisi_isabeti (ay, unit);
