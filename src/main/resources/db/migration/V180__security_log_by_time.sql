-- Entries are removed by their age.
create index guvenlik_olayi_at on guvenlik_olayi (at);
