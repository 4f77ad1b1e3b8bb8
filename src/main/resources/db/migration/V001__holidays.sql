-- The office's holiday table: one entry a date; two feasts on one day share it.
create table tatil (
    tarih      date         not null primary key,
    ad         varchar(200) not null,
    yarim      boolean      not null,
    idari_izin boolean      not null
);

-- One row. Every change of the table raises it in the same transaction, so that other nodes see by one number that they
-- have to read again; holding its row also makes changes come one after another.
create table tatil_surum (
    surum bigint not null
);
insert into tatil_surum (surum) values (0);
