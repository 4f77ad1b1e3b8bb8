-- When somebody signed in last.
create index guvenlik_olayi_kim on guvenlik_olayi (subject, action, at);
