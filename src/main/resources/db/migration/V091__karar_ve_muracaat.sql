-- Where a matter of another body was sent to; and, until the review decides, what it names beside its reason.
alter table basvuru add column forwarded_to varchar(200);
alter table basvuru add column decision_target varchar(200);

-- A recourse's limit follows the holiday table as an application's does: from which day it is counted, and with which table.
alter table muracaat add column counted_from date;
alter table muracaat add column calendar_version bigint default 0 not null;
update muracaat set counted_from = case
    when place = 'ILK' then cast(filed_at at time zone 'Europe/Istanbul' as date)
    else deadline_last_day - deadline_limit end;
alter table muracaat alter column counted_from set not null;
create index muracaat_open on muracaat (calendar_version, answered_at);
