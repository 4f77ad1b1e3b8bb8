-- What was published as open data of a month: counts that never change again, so that a late registration shows nobody.
create table acik_veri_ay (
    ay    varchar(7)   not null,
    boyut varchar(10)  not null,
    kod   varchar(60)  not null,
    ad    varchar(200) not null,
    sayi  bigint,
    primary key (ay, boyut, kod)
);
