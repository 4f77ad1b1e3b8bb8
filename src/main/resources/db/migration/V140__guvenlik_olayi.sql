-- Who signed in, who failed to, and who changed users, groups and passwords. No passwords, nothing of citizens.
create table guvenlik_olayi (
    id       bigint generated always as identity primary key,
    at       timestamp with time zone not null,
    action   varchar(40) not null,
    actor    varchar(64),
    subject  varchar(64),
    group_id varchar(64),
    address  varchar(64)
);
