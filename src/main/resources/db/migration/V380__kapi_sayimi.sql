-- What passed a door and what was refused, by the hour.
create table kapi_sayimi (
    kapi          varchar(30) not null,
    saat          timestamp with time zone not null,
    gecen         bigint      not null,
    geri_cevrilen bigint      not null,
    son_olay      timestamp with time zone,
    primary key (kapi, saat)
);
