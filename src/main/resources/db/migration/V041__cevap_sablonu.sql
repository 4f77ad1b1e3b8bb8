-- Answer templates. Each change is a new row: the highest version is the template, the others are its past.
create table cevap_sablonu (
    id         varchar(40)   not null,
    version    integer       not null,
    title      varchar(200)  not null,
    topic      varchar(60),
    outcome    varchar(20)   not null,
    text       varchar(16000) not null,
    removed    boolean       not null,
    changed_by varchar(64)   not null,
    changed_at timestamp with time zone not null,
    primary key (id, version)
);

insert into cevap_sablonu (id, version, title, topic, outcome, text, removed, changed_by, changed_at) values
    ('genel-olumlu', 1, 'Gereği yapıldı', null, 'OLUMLU',
     '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuz {birim} birimimizce incelenmiş, gereği yapılmıştır.', false, 'sistem', current_timestamp),
    ('genel-kismen', 1, 'Kısmen yapıldı', null, 'KISMEN',
     '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuz incelenmiş; … yerine getirilmiş, … ise … nedeniyle yerine getirilememiştir.', false, 'sistem', current_timestamp),
    ('genel-olumsuz', 1, 'Yerine getirilemedi', null, 'OLUMSUZ',
     '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuz incelenmiş, … nedeniyle yerine getirilememiştir.', false, 'sistem', current_timestamp),
    ('genel-program', 1, 'Programa alındı', null, 'PROGRAMA_ALINDI',
     '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuz {birim} birimimizin … dönemi programına alınmıştır.', false, 'sistem', current_timestamp),
    ('genel-bilgi', 1, 'Bilgi verildi', null, 'BILGI_VERILDI',
     '{gelisGunu} tarihli ve {numara} numaralı “{baslik}” başvurunuzla ilgili bilgi aşağıdadır: …', false, 'sistem', current_timestamp),
    ('cukur-olumlu', 1, 'Çukur onarıldı', 'yol-cukur', 'OLUMLU',
     '{numara} numaralı başvurunuzda bildirdiğiniz yoldaki çukur, {birim} ekiplerimizce … tarihinde onarılmıştır.', false, 'sistem', current_timestamp);
