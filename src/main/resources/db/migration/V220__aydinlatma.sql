-- Every version of the KVKK text that the office showed: the history names the version, this says what it read.
create table aydinlatma_metni (
    surum   varchar(40)    primary key,
    metin   varchar(60000) not null,
    kept_at timestamp with time zone not null
);
