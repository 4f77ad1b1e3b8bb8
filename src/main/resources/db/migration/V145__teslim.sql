-- A message that could not be delivered by one way goes by the next; what no way is left for waits for people.
alter table mesaj add column tried varchar(100) default '' not null;
-- Whether the process was told that nothing is left to try; asked again after that, the sender tries again.
alter table mesaj add column give_up_told boolean default false not null;
