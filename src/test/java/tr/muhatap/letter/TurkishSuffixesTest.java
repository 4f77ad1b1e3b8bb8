package tr.muhatap.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurkishSuffixesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Kayseri Valiliği, KAYSERİ VALİLİĞİNE
            T.C. Sağlık Bakanlığı, SAĞLIK BAKANLIĞINA
            İçişleri Bakanlığı, İÇİŞLERİ BAKANLIĞINA
            Çevre Şehircilik ve İklim Değişikliği Bakanlığı, ÇEVRE ŞEHİRCİLİK VE İKLİM DEĞİŞİKLİĞİ BAKANLIĞINA
            Adalet Bakanlığı, ADALET BAKANLIĞINA
            Cumhurbaşkanlığı, CUMHURBAŞKANLIĞINA
            Cumhurbaşkanlığı İletişim Başkanlığı, CUMHURBAŞKANLIĞI İLETİŞİM BAŞKANLIĞINA
            Kocasinan Kaymakamlığı, KOCASİNAN KAYMAKAMLIĞINA
            Melikgazi Kaymakamlığı, MELİKGAZİ KAYMAKAMLIĞINA
            Melikgazi Belediyesi, MELİKGAZİ BELEDİYESİNE
            Talas Belediye Başkanlığı, TALAS BELEDİYE BAŞKANLIĞINA
            Karayolları Genel Müdürlüğü, KARAYOLLARI GENEL MÜDÜRLÜĞÜNE
            Karayolları 6. Bölge Müdürlüğü, KARAYOLLARI 6. BÖLGE MÜDÜRLÜĞÜNE
            Devlet Su İşleri Genel Müdürlüğü, DEVLET SU İŞLERİ GENEL MÜDÜRLÜĞÜNE
            Su ve Kanalizasyon İdaresi (KASKİ), SU VE KANALİZASYON İDARESİNE (KASKİ)
            KASKİ Genel Müdürlüğü, KASKİ GENEL MÜDÜRLÜĞÜNE
            KASKİ, KASKİ’YE
            TEDAŞ, TEDAŞ’A
            TOKİ, TOKİ’YE
            İSKİ, İSKİ’YE
            DSİ, DSİ’YE
            PTT, PTT’YE
            SGK, SGK’YE
            Valilik, VALİLİĞE
            İl Emniyet Müdürlüğü, İL EMNİYET MÜDÜRLÜĞÜNE
            İl Jandarma Komutanlığı, İL JANDARMA KOMUTANLIĞINA
            İl Millî Eğitim Müdürlüğü, İL MİLLÎ EĞİTİM MÜDÜRLÜĞÜNE
            İl Sağlık Müdürlüğü, İL SAĞLIK MÜDÜRLÜĞÜNE
            İl Tarım ve Orman Müdürlüğü, İL TARIM VE ORMAN MÜDÜRLÜĞÜNE
            Tapu ve Kadastro Müdürlüğü, TAPU VE KADASTRO MÜDÜRLÜĞÜNE
            Vergi Dairesi Başkanlığı, VERGİ DAİRESİ BAŞKANLIĞINA
            Sosyal Güvenlik Kurumu, SOSYAL GÜVENLİK KURUMUNA
            Türkiye İş Kurumu, TÜRKİYE İŞ KURUMUNA
            Türk Dil Kurumu, TÜRK DİL KURUMUNA
            Sermaye Piyasası Kurulu, SERMAYE PİYASASI KURULUNA
            Bilgi Edinme Değerlendirme Kurulu, BİLGİ EDİNME DEĞERLENDİRME KURULUNA
            Kamu Denetçiliği Kurumu, KAMU DENETÇİLİĞİ KURUMUNA
            Kayseri Cumhuriyet Başsavcılığı, KAYSERİ CUMHURİYET BAŞSAVCILIĞINA
            Kayseri 1. İdare Mahkemesi, KAYSERİ 1. İDARE MAHKEMESİNE
            Erciyes Üniversitesi, ERCİYES ÜNİVERSİTESİNE
            Erciyes Üniversitesi Rektörlüğü, ERCİYES ÜNİVERSİTESİ REKTÖRLÜĞÜNE
            Kayseri Ticaret Odası, KAYSERİ TİCARET ODASINA
            Kayseri Barosu, KAYSERİ BAROSUNA
            Mimarlar Odası, MİMARLAR ODASINA
            İnşaat Mühendisleri Odası, İNŞAAT MÜHENDİSLERİ ODASINA
            Esnaf ve Sanatkârlar Odaları Birliği, ESNAF VE SANATKÂRLAR ODALARI BİRLİĞİNE
            Türkiye Belediyeler Birliği, TÜRKİYE BELEDİYELER BİRLİĞİNE
            Yeşilay Cemiyeti, YEŞİLAY CEMİYETİNE
            Türk Kızılayı, TÜRK KIZILAYINA
            Darüşşafaka Cemiyeti, DARÜŞŞAFAKA CEMİYETİNE
            Çevre Koruma Derneği, ÇEVRE KORUMA DERNEĞİNE
            Hayvan Sevenler Derneği, HAYVAN SEVENLER DERNEĞİNE
            Türk Eğitim Vakfı, TÜRK EĞİTİM VAKFINA
            Memur Sendikası, MEMUR SENDİKASINA
            Büro İşçileri Sendikası, BÜRO İŞÇİLERİ SENDİKASINA
            Erciyes Spor Kulübü, ERCİYES SPOR KULÜBÜNE
            Ihlamur Sitesi Yöneticiliği, IHLAMUR SİTESİ YÖNETİCİLİĞİNE
            Güneş Apartmanı Yönetimi, GÜNEŞ APARTMANI YÖNETİMİNE
            Işık Mahallesi Muhtarlığı, IŞIK MAHALLESİ MUHTARLIĞINA
            İğde Köyü Tüzel Kişiliği, İĞDE KÖYÜ TÜZEL KİŞİLİĞİNE
            Müftülük, MÜFTÜLÜĞE
            İl Müftülüğü, İL MÜFTÜLÜĞÜNE
            İl Özel İdaresi, İL ÖZEL İDARESİNE
            Nüfus Müdürlüğü, NÜFUS MÜDÜRLÜĞÜNE
            Orman İşletme Şefliği, ORMAN İŞLETME ŞEFLİĞİNE
            Gümrük Muhafaza Amirliği, GÜMRÜK MUHAFAZA AMİRLİĞİNE
            Liman Başkanlığı, LİMAN BAŞKANLIĞINA
            Meteoroloji Bölge Müdürlüğü, METEOROLOJİ BÖLGE MÜDÜRLÜĞÜNE
            Vakıflar Bölge Müd., VAKIFLAR BÖLGE MÜDÜRLÜĞÜNE
            Organize Sanayi Bölgesi, ORGANİZE SANAYİ BÖLGESİNE
            Kalkınma Ajansı, KALKINMA AJANSINA
            Devlet Hastanesi Başhekimliği, DEVLET HASTANESİ BAŞHEKİMLİĞİNE
            Atatürk Lisesi, ATATÜRK LİSESİNE
            Anadolu Ajansı, ANADOLU AJANSINA
            Halk Kütüphanesi, HALK KÜTÜPHANESİNE
            Gençlik Merkezi, GENÇLİK MERKEZİNE
            Otobüs Terminali, OTOBÜS TERMİNALİNE
            Türkiye Radyo Televizyon Kurumu, TÜRKİYE RADYO TELEVİZYON KURUMUNA
            Kayseri Elektrik Dağıtım A.Ş., KAYSERİ ELEKTRİK DAĞITIM ANONİM ŞİRKETİNE
            Kayseri Gaz AŞ, KAYSERİ GAZ ANONİM ŞİRKETİNE
            Türk Telekom A. Ş., TÜRK TELEKOM ANONİM ŞİRKETİNE
            Işık İnşaat Ltd. Şti., IŞIK İNŞAAT LİMİTED ŞİRKETİNE
            İğde Gıda San. ve Tic. Ltd.Şti., İĞDE GIDA SANAYİ VE TİCARET LİMİTED ŞİRKETİNE
            ÖZGÜR İNŞ. SAN. TİC. A.Ş., ÖZGÜR İNŞAAT SANAYİ TİCARET ANONİM ŞİRKETİNE
            Şahin Limited Şirketi, ŞAHİN LİMİTED ŞİRKETİNE
            Yıldız Koll. Şti., YILDIZ KOLEKTİF ŞİRKETİNE
            Demir Kom. Şti., DEMİR KOMANDİT ŞİRKETİNE
            S.S. Pınar Konut Yapı Koop., S.S. PINAR KONUT YAPI KOOPERATİFİNE
            S.S. Güneş Kooperatifi, S.S. GÜNEŞ KOOPERATİFİNE
            Erciyes Holding, ERCİYES HOLDİNGE
            Ahmet Ticaret, AHMET TİCARETE
            Kayseri Şeker Fabrika, KAYSERİ ŞEKER FABRİKAYA
            Yol Medya, YOL MEDYAYA
            Boydak, BOYDAKA
            Kayseri Valiliğine, KAYSERİ VALİLİĞİNE
            Sağlık Bakanlığına, SAĞLIK BAKANLIĞINA
            İZMİR VALİLİĞİ, İZMİR VALİLİĞİNE
            ANKARA BÜYÜKŞEHİR BELEDİYESİ, ANKARA BÜYÜKŞEHİR BELEDİYESİNE
            ISPARTA KAYMAKAMLIĞI, ISPARTA KAYMAKAMLIĞINA
            Kayseri ve Civarı Elektrik T.A.Ş., KAYSERİ VE CİVARI ELEKTRİK TÜRK ANONİM ŞİRKETİNE
            """)
    void anAddresseeStandsInCapitalsAndInTheDative(String name, String addressee) {
        assertThat(TurkishSuffixes.addressee(name)).isEqualTo(addressee);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kayseri Elektrik Dağıtım A.Ş.",
                "Işık İnşaat Ltd. Şti.",
                "Kayseri Gaz AŞ",
                "Erciyes Holding",
                "Şahin Limited Şirketi",
                "KCETAŞ",
                "Kayseri ve Civarı Elektrik T.A.Ş.",
                "Örnek Gaz T. A. Ş",
                "Elektrik dağıtım şirketi"
            })
    void aCompanyIsNoAuthority(String name) {
        assertThat(TurkishSuffixes.isCompany(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kayseri Valiliği",
                "Talas Belediyesi",
                "TEDAŞ",
                "Çevre Koruma Derneği",
                "Aşağı Köy Muhtarlığı",
                "Ticaret Bakanlığı"
            })
    void anAuthorityIsNoCompany(String name) {
        assertThat(TurkishSuffixes.isCompany(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Kayseri İdare Mahkemesi, Kayseri İdare Mahkemesinde
            Ankara 3. İdare Mahkemesi, Ankara 3. İdare Mahkemesinde
            Danıştay, Danıştayda
            Bölge Adliyesi, Bölge Adliyesinde
            """)
    void aCourtStandsInTheLocative(String name, String where) {
        assertThat(TurkishSuffixes.locative(name)).isEqualTo(where);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            4, 4’üncü
            5, 5’inci
            6, 6’ncı
            7, 7’nci
            8, 8’inci
            9, 9’uncu
            10, 10’uncu
            11, 11’inci
            12, 12’nci
            13, 13’üncü
            16, 16’ncı
            19, 19’uncu
            20, 20’nci
            23, 23’üncü
            26, 26’ncı
            30, 30’uncu
            40, 40’ıncı
            70, 70’inci
            """)
    void anOrdinalFollowsTheSpokenNumber(int article, String ordinal) {
        assertThat(TurkishSuffixes.ordinal(article)).isEqualTo(ordinal);
    }
}
