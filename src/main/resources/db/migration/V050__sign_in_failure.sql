-- Wrong passwords of one account (as a digest) or from one address, until when they count. Rows are gone soon after.
create table sign_in_failure (
    who      varchar(100) not null primary key,
    failures integer      not null,
    until_at timestamp with time zone not null
);
create index sign_in_failure_until on sign_in_failure (until_at);

-- One row a thing that only one node at a time may do; it is held by a lock on the row.
create table node_lock (
    name varchar(40) not null primary key
);
insert into node_lock (name) values ('grants');
insert into node_lock (name) values ('first-administrator');
