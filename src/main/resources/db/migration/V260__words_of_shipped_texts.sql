-- The shipped answer templates as an editor of the office would write them; only where the office has not changed one.
update cevap_sablonu set text = '{gelisGunu} tarihli ve {numara} numaralı, “{baslik}” konulu başvurunuz {birim} birimince incelenmiş, gereği yapılmıştır.'
 where id = 'genel-olumlu' and version = 1 and changed_by = 'sistem'
   and text = '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuz {birim} birimimizce incelenmiş, gereği yapılmıştır.'
   and not exists (select 1 from cevap_sablonu s where s.id = 'genel-olumlu' and s.version > 1);
update cevap_sablonu set text = '{gelisGunu} tarihli ve {numara} numaralı, “{baslik}” konulu başvurunuz incelenmiştir. {yerine getirilen?} yerine getirilmiştir. {getirilemeyen?} ise {neden?} nedeniyle yerine getirilememiştir.'
 where id = 'genel-kismen' and version = 1 and changed_by = 'sistem'
   and text = '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuz incelenmiş; {yerine getirilen?} yerine getirilmiş, {getirilemeyen?} ise {neden?} nedeniyle yerine getirilememiştir.'
   and not exists (select 1 from cevap_sablonu s where s.id = 'genel-kismen' and s.version > 1);
update cevap_sablonu set text = '{gelisGunu} tarihli ve {numara} numaralı, “{baslik}” konulu başvurunuz incelenmiştir. Talebiniz, {neden?} nedeniyle yerine getirilememiştir.'
 where id = 'genel-olumsuz' and version = 1 and changed_by = 'sistem'
   and text = '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuz incelenmiş, {neden?} nedeniyle yerine getirilememiştir.'
   and not exists (select 1 from cevap_sablonu s where s.id = 'genel-olumsuz' and s.version > 1);
update cevap_sablonu set text = '{gelisGunu} tarihli ve {numara} numaralı, “{baslik}” konulu başvurunuz, {birim} biriminin {dönem?} dönemi programına alınmıştır.'
 where id = 'genel-program' and version = 1 and changed_by = 'sistem'
   and text = '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuz {birim} birimimizin {dönem?} dönemi programına alınmıştır.'
   and not exists (select 1 from cevap_sablonu s where s.id = 'genel-program' and s.version > 1);
update cevap_sablonu set text = '{gelisGunu} tarihli ve {numara} numaralı, “{baslik}” konulu başvurunuzla ilgili bilgi aşağıda sunulmuştur: {bilgi?}'
 where id = 'genel-bilgi' and version = 1 and changed_by = 'sistem'
   and text = '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuzla ilgili bilgi aşağıdadır: {bilgi?}'
   and not exists (select 1 from cevap_sablonu s where s.id = 'genel-bilgi' and s.version > 1);
update cevap_sablonu set text = '{numara} numaralı başvurunuzda bildirdiğiniz yoldaki çukur, {birim} ekiplerince {tarih?} tarihinde onarılmıştır.'
 where id = 'cukur-olumlu' and version = 1 and changed_by = 'sistem'
   and text = '{numara} numaralı başvurunuzda bildirdiğiniz yoldaki çukur, {birim} ekiplerimizce {tarih?} tarihinde onarılmıştır.'
   and not exists (select 1 from cevap_sablonu s where s.id = 'cukur-olumlu' and s.version > 1);
-- The holiday's name with the apostrophe that Turkish is written with; only where the shipped name stands.
update tatil set ad = replace(ad, 'Atatürk''ü Anma', 'Atatürk’ü Anma') where ad like '%Atatürk''ü Anma%';
