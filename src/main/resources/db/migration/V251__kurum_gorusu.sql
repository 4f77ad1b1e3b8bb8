-- What another body was asked: an opinion or information (2646 md. 33), by when it is due, and what became of it.
create table kurum_gorusu (
    number varchar(20) not null references basvuru (number),
    ordinal integer not null,
    kind varchar(20) not null,
    body varchar(400) not null,
    question varchar(4000) not null,
    asked_on date not null,
    due_on date not null,
    answered_on date,
    answer varchar(8000),
    withdrawn_on date,
    reason varchar(4000),
    calendar_version bigint not null,
    primary key (number, ordinal)
);

create index kurum_gorusu_open on kurum_gorusu (answered_on, withdrawn_on, due_on);

alter table basvuru add column opinions_asked integer default 0 not null;
alter table basvuru add column opinions_open integer default 0 not null;
