-- Who wrote a mail, and who wrote which words, as keyed hashes: a machine that answers every receipt is seen by them.
alter table gelen_posta add column sender varchar(64);
alter table gelen_posta add column words varchar(64);
create index gelen_posta_sender on gelen_posta (sender, stored_at);
