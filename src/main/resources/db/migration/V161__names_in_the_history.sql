-- Who did something is also named as people call him, as he was called then; null for the program and for citizens.
alter table olay add column actor_name varchar(200);
alter table basvuru_notu add column actor_name varchar(200);
