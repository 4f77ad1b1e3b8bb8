-- Who wrote a finding last, and which version of it that is: two auditors do not write over each other unseen.
alter table denetim_bulgusu add column actor varchar(64);
alter table denetim_bulgusu add column surum integer default 0 not null;
