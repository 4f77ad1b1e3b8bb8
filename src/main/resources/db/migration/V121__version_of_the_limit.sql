-- A limit given is a promise: each application remembers the version of the table of service standards that it came under.
alter table basvuru add column counting_standards integer default 1 not null;

update basvuru
   set counting_standards = (select max(version_) from act_re_decision_def where key_ = 'hizmet-standartlari')
 where (select max(version_) from act_re_decision_def where key_ = 'hizmet-standartlari') > 1;
