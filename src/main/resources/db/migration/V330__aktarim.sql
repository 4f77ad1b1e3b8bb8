-- Lists of CİMER and Açık Kapı that are taken in: the file, encrypted, and how far its import is.
create table aktarim (
    id             varchar(36)  primary key,
    kanal          varchar(20)  not null,
    file_name      varchar(255) not null,
    map_name       varchar(200) not null,
    columns        varchar(20000) not null,
    form           varchar(50000) not null,
    state          varchar(20)  not null,
    row_count      integer      not null,
    first_day      date,
    last_day       date,
    raw            bytea,
    created_by     varchar(64)  not null,
    created_groups varchar(4000) not null,
    created_at     timestamp with time zone not null,
    ended_at       timestamp with time zone,
    lease_by       varchar(64),
    lease_until    timestamp with time zone,
    failure        varchar(1000)
);
create index aktarim_state on aktarim (state);
create index aktarim_created on aktarim (created_at);

-- What became of each row. Of those that were refused or differ, the row itself, encrypted.
create table aktarim_satir (
    aktarim   varchar(36) not null,
    line      integer     not null,
    outcome   varchar(20) not null,
    reference varchar(200),
    number    varchar(20),
    detail    bytea,
    primary key (aktarim, line)
);
create index aktarim_satir_outcome on aktarim_satir (aktarim, outcome, line);

-- Which column of a source's lists says what.
create table aktarim_esleme (
    ad         varchar(200) primary key,
    kanal      varchar(20)  not null,
    columns    varchar(20000) not null,
    changed_by varchar(64)  not null,
    changed_at timestamp with time zone not null
);
insert into aktarim_esleme (ad, kanal, columns, changed_by, changed_at) values
    ('CİMER', 'CIMER', '{"NUMARA":"Başvuru No|Başvuru Numarası|Başvuru Sayısı|CİMER No","TARIH":"Başvuru Tarihi|Tarih|Sevk Tarihi","TUR":"Başvuru Türü|Tür|Türü","KONU":"Konu|Ana Konu","ALT_KONU":"Alt Konu","BASLIK":"Başlık|Özet","METIN":"Başvuru Metni|Metin|Açıklama|Başvuru İçeriği|İçerik","GIZLI":"Kimlik Gizli mi|Kimlik Gizli|Kimlik Bilgisi Gizli mi|Gizli","AD_SOYAD":"Ad Soyad|Adı Soyadı|Başvuru Sahibi","AD":"Ad|Adı","SOYAD":"Soyad|Soyadı","TC_KIMLIK_NO":"T.C. Kimlik No|TC Kimlik No|T.C. No|TC No|TCKN|Kimlik No","TELEFON":"Telefon|Cep Telefonu|Telefon No|GSM","E_POSTA":"E-posta|Eposta|E-mail|E-posta Adresi","ADRES":"Adres|Adresi","DURUM":"Durum|Durumu|Başvuru Durumu"}', 'sistem', current_timestamp),
    ('Açık Kapı', 'ACIK_KAPI', '{"NUMARA":"Başvuru No|Başvuru Numarası|Takip No","TARIH":"Başvuru Tarihi|Tarih","TUR":"Başvuru Türü|Tür","KONU":"Hizmet Başlığı|Hizmet|Konu","ALT_KONU":"Alt Başlık|Alt Konu","METIN":"Açıklama|Başvuru Metni|Metin","AD_SOYAD":"Ad Soyad|Adı Soyadı|Başvuru Sahibi","AD":"Ad|Adı","SOYAD":"Soyad|Soyadı","TC_KIMLIK_NO":"T.C. Kimlik No|TC Kimlik No|T.C. No|TC No|TCKN","TELEFON":"Telefon|Cep Telefonu|Telefon No|GSM","E_POSTA":"E-posta|Eposta|E-mail","ADRES":"Adres|Adresi","DURUM":"Durum|Durumu"}', 'sistem', current_timestamp);

-- What the sources' words are called here; the word is folded, as it is compared.
create table aktarim_kelime (
    alan  varchar(10)  not null,
    word  varchar(200) not null,
    shown varchar(200) not null,
    deger varchar(100) not null,
    primary key (alan, word)
);
insert into aktarim_kelime (alan, word, shown, deger) values
    ('TUR', 'istek', 'İstek', 'TALEP'),
    ('TUR', 'talep', 'Talep', 'TALEP'),
    ('TUR', 'basvuru', 'Başvuru', 'TALEP'),
    ('TUR', 'sikayet', 'Şikâyet', 'SIKAYET'),
    ('TUR', 'oneri', 'Öneri', 'ONERI'),
    ('TUR', 'gorus', 'Görüş', 'ONERI'),
    ('TUR', 'gorus oneri', 'Görüş/Öneri', 'ONERI'),
    ('TUR', 'bilgi edinme', 'Bilgi Edinme', 'BILGI_ISTEMI'),
    ('TUR', 'bilgi edinme talebi', 'Bilgi Edinme Talebi', 'BILGI_ISTEMI'),
    ('TUR', 'bilgi istemi', 'Bilgi İstemi', 'BILGI_ISTEMI'),
    ('TUR', 'ihbar', 'İhbar', 'IHBAR'),
    ('TUR', 'tesekkur', 'Teşekkür', 'TESEKKUR'),
    ('GIZLI', 'evet', 'Evet', 'EVET'),
    ('GIZLI', 'gizli', 'Gizli', 'EVET'),
    ('GIZLI', 'var', 'Var', 'EVET'),
    ('GIZLI', 'x', 'X', 'EVET'),
    ('GIZLI', '1', '1', 'EVET'),
    ('GIZLI', 'true', 'True', 'EVET'),
    ('GIZLI', 'hayir', 'Hayır', 'HAYIR'),
    ('GIZLI', 'acik', 'Açık', 'HAYIR'),
    ('GIZLI', 'yok', 'Yok', 'HAYIR'),
    ('GIZLI', '0', '0', 'HAYIR'),
    ('GIZLI', 'false', 'False', 'HAYIR'),
    ('DURUM', 'cevaplandi', 'Cevaplandı', 'EVET'),
    ('DURUM', 'cevaplanmis', 'Cevaplanmış', 'EVET'),
    ('DURUM', 'cevap verildi', 'Cevap Verildi', 'EVET'),
    ('DURUM', 'sonuclandi', 'Sonuçlandı', 'EVET'),
    ('DURUM', 'kapatildi', 'Kapatıldı', 'EVET');
