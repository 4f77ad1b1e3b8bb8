-- The office's list, the newest first, without sorting a million of them.
create index basvuru_registered on basvuru (registered_at, number);
