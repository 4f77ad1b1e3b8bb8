-- Official letters that have a number of the document system; their words as they were then.
create table yazi (
    number      varchar(20)  not null,
    kind        varchar(30)  not null,
    ordinal     integer      not null,
    sayi        varchar(60)  not null unique,
    letter_date date         not null,
    content     varchar(60000) not null,
    entered_by  varchar(64)  not null,
    entered_at  timestamp with time zone not null,
    primary key (number, kind, ordinal)
);
