-- Service (tebliğ) of the notices from which a period runs: how each went out, when, and when it reached the applicant.
alter table basvuru add column extension_notice_way varchar(20);
alter table basvuru add column extension_notice_sent_on date;
alter table basvuru add column extension_notice_served_on date;
alter table basvuru add column extension_reach_by date;
alter table basvuru add column fee_notice_way varchar(20);
alter table basvuru add column fee_notice_sent_on date;
alter table basvuru add column fee_notice_served_on date;
alter table basvuru add column answer_notice_way varchar(20);
alter table basvuru add column answer_notice_sent_on date;
alter table basvuru add column answer_notice_served_on date;

-- Letters whose day of service nobody has entered yet; a row goes with the entry.
create table teblig_bekleyen (
    number  varchar(20) not null references basvuru (number),
    paper   varchar(30) not null,
    sent_on date        not null,
    primary key (number, paper)
);
create index teblig_bekleyen_sent_on on teblig_bekleyen (sent_on, number);
