-- The office's prices for access (4982 md. 10), each tariff from a day on until the next one begins.
create table ucret_tarifesi (
    valid_from date                     not null primary key,
    pay_at     varchar(400)             not null,
    iban       varchar(26),
    changed_by varchar(255)             not null,
    changed_at timestamp with time zone not null
);

create table ucret_kalemi (
    valid_from date           not null references ucret_tarifesi (valid_from),
    item       varchar(20)    not null,
    unit_price numeric(12, 2) not null,
    primary key (valid_from, item)
);
