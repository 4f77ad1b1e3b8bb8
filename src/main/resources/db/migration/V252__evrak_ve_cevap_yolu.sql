-- How the applicant wants the answer, and under which number and date the document system (EBYS) took an incoming paper in.
alter table basvuru add column answer_by varchar(20);
alter table basvuru add column paper_number varchar(120);
alter table basvuru add column paper_date date;

create index basvuru_paper on basvuru (paper_number);
