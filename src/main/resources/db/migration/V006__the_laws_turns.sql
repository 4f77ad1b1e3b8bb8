-- What the law and the office's day bring: other limits, fees, waiting, reopening, joining, objections.
alter table basvuru add column previous_number varchar(20);
alter table basvuru add column other_limit integer;
alter table basvuru add column other_unit varchar(10);
alter table basvuru add column other_last_day date;
alter table basvuru add column other_late_from timestamp with time zone;
alter table basvuru add column other_basis varchar(300);
alter table basvuru add column counting_from date;
alter table basvuru add column counting_extended boolean default false not null;
alter table basvuru add column counting_remaining integer;
alter table basvuru add column calendar_version bigint default 0 not null;
alter table basvuru add column second_limit timestamp with time zone;
alter table basvuru add column fee_amount numeric(12, 2);
alter table basvuru add column fee_pages integer;
alter table basvuru add column fee_notified_on date;
alter table basvuru add column fee_pay_until date;
alter table basvuru add column fee_remaining integer;
alter table basvuru add column fee_paid_on date;
alter table basvuru add column fee_receipt varchar(60);
alter table basvuru add column incomplete_until timestamp with time zone;
alter table basvuru add column returns integer default 0 not null;
alter table basvuru add column reopenings integer default 0 not null;
alter table basvuru add column main_number varchar(20);
alter table basvuru add column appeal_filed_on date;
alter table basvuru add column appeal_board_number varchar(60);
alter table basvuru add column appeal_registered_on date;
alter table basvuru add column appeal_answer_until date;
alter table basvuru add column appeal_answered_on date;
alter table basvuru add column appeal_outcome varchar(20);

update basvuru set counting_from = cast(received_at at time zone 'Europe/Istanbul' as date);
alter table basvuru alter column counting_from set not null;

create index basvuru_main on basvuru (main_number);
create index basvuru_calendar on basvuru (calendar_version, status);

-- An answer of an earlier round is kept in the history, whole.
alter table olay alter column detail set data type varchar(60000);
