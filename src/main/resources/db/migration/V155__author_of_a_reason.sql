-- Who wrote the reason of the decision that is about to be taken; the history names its author.
alter table basvuru add column decision_author varchar(64);
