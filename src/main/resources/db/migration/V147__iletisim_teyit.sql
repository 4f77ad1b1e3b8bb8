-- Addresses that somebody typed on the public page: until the applicant confirms one, it gets a number and a link only.
create table iletisim_teyit (
    number       varchar(20) not null primary key references basvuru (number),
    token        varchar(64) not null unique,
    tries        integer     not null,
    confirmed_at timestamp with time zone
);
