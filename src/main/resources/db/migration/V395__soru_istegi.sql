-- Questions asked by a link, and their answers. Of the link only a seed and a keyed hash are kept.
create table soru_istegi (
    number varchar(20) not null references basvuru (number),
    ordinal integer not null,
    addressee varchar(20) not null,
    name varchar(400),
    way varchar(20) not null,
    contact varchar(320),
    seed varchar(32) not null,
    token_hash varchar(64) not null unique,
    intro varchar(4000),
    show_number boolean not null,
    last_day date not null,
    state varchar(20) not null,
    asked_by varchar(64) not null,
    asked_by_name varchar(200),
    asked_at timestamp with time zone not null,
    reminded_on date,
    settled_at timestamp with time zone,
    reason varchar(4000),
    primary key (number, ordinal)
);

create index soru_istegi_open on soru_istegi (state, last_day);

create table soru (
    number varchar(20) not null,
    ordinal integer not null,
    place integer not null,
    type varchar(20) not null,
    text varchar(1000) not null,
    required boolean not null,
    choices varchar(2100),
    primary key (number, ordinal, place),
    foreign key (number, ordinal) references soru_istegi (number, ordinal)
);

create table soru_cevabi (
    number varchar(20) not null,
    ordinal integer not null,
    place integer not null,
    answer varchar(8000) not null,
    salt varchar(64) not null,
    answered_at timestamp with time zone not null,
    primary key (number, ordinal, place),
    foreign key (number, ordinal, place) references soru (number, ordinal, place)
);
