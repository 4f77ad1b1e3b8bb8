-- What the writer fills in has a name and is refused while it is open; "…" was sent to citizens. Only where the office has not
-- changed the shipped template.
update cevap_sablonu set text = '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuz incelenmiş; {yerine getirilen?} yerine getirilmiş, {getirilemeyen?} ise {neden?} nedeniyle yerine getirilememiştir.'
 where id = 'genel-kismen' and version = 1 and not exists (select 1 from cevap_sablonu s where s.id = 'genel-kismen' and s.version > 1);
update cevap_sablonu set text = '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuz incelenmiş, {neden?} nedeniyle yerine getirilememiştir.'
 where id = 'genel-olumsuz' and version = 1 and not exists (select 1 from cevap_sablonu s where s.id = 'genel-olumsuz' and s.version > 1);
update cevap_sablonu set text = '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuz {birim} birimimizin {dönem?} dönemi programına alınmıştır.'
 where id = 'genel-program' and version = 1 and not exists (select 1 from cevap_sablonu s where s.id = 'genel-program' and s.version > 1);
update cevap_sablonu set text = '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuzla ilgili bilgi aşağıdadır: {bilgi?}'
 where id = 'genel-bilgi' and version = 1 and not exists (select 1 from cevap_sablonu s where s.id = 'genel-bilgi' and s.version > 1);
update cevap_sablonu set text = '{numara} numaralı başvurunuzda bildirdiğiniz yoldaki çukur, {birim} ekiplerimizce {tarih?} tarihinde onarılmıştır.'
 where id = 'cukur-olumlu' and version = 1 and not exists (select 1 from cevap_sablonu s where s.id = 'cukur-olumlu' and s.version > 1);
