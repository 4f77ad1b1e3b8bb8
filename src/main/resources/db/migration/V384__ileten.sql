-- Who passed an application on for the applicant.
alter table basvuru add column passed_on_by varchar(20);
