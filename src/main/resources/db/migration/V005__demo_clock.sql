-- How far the demonstration's clock was moved forward; empty outside the demonstration.
create table demo_clock (
    id            integer not null primary key,
    offset_millis bigint  not null
);
