-- Short messages that a provider took, and what it says became of them. Neither number nor text.
create table sms_gonderim (
    message_key varchar(80) primary key,
    is_no       varchar(80) not null,
    sent_at     timestamp with time zone not null,
    due_at      timestamp with time zone not null
);
create index sms_gonderim_due on sms_gonderim (due_at);
