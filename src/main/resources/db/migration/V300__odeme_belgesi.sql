-- A receipt of payment that the applicant submitted, until a clerk has checked it (4982 md. 11).
alter table basvuru add column fee_given_submitted_on date;
alter table basvuru add column fee_given_paid_on date;
alter table basvuru add column fee_given_receipt varchar(120);
