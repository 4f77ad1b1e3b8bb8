-- What a ground of refusal has to say beside its article: where, when and how something was published (4982 md. 8), when it
-- will be announced (Yönetmelik md. 12), which condition a foreigner does not meet (md. 4/2).
alter table basvuru add column answer_published_in varchar(600);
alter table basvuru add column answer_published_on date;
alter table basvuru add column answer_published_how varchar(600);
alter table basvuru add column answer_announced_on date;
alter table basvuru add column answer_unmet_condition varchar(20);

alter table cevap_turu add column published_in varchar(600);
alter table cevap_turu add column published_on date;
alter table cevap_turu add column published_how varchar(600);
alter table cevap_turu add column announced_on date;
alter table cevap_turu add column unmet_condition varchar(20);
