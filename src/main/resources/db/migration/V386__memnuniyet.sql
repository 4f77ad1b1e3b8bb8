-- What citizens say of a closed application, once for each time that it was closed.
create table memnuniyet (
    number   varchar(20) not null,
    round    integer     not null,
    solved   boolean     not null,
    score    integer     not null,
    words    varchar(2000),
    given_at timestamp with time zone not null,
    primary key (number, round)
);
