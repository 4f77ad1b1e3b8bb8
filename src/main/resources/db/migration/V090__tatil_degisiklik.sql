-- What was entered into the holiday table, changed in it, or taken out: it explains every limit that moved, and says who did it.
create table tatil_degisiklik (
    surum bigint       not null primary key,
    tarih date         not null,
    ad    varchar(200) not null,
    ne    varchar(12)  not null,
    kim   varchar(64)  not null,
    at    timestamp with time zone not null
);
