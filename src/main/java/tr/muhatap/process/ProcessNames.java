package tr.muhatap.process;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import tr.muhatap.channel.Channel;

/** Names shared by models and code; a test compares them with {@code bpmn/}. */
public final class ProcessNames {

    private ProcessNames() {}

    /** Keys of process definitions other than the channels'. */
    public static final class Keys {
        public static final String GECIKME_YUKSELTME = "gecikme-yukseltme";
        public static final String MURACAAT = "muracaat";
        public static final String KURUL_ITIRAZI = "kurul-itirazi";
        public static final String HIZMET_STANDARTLARI = "hizmet-standartlari";
        public static final String BIRIM_YONLENDIRME = "birim-yonlendirme";

        /** Keys of the channels' processes. */
        public static String[] channels() {
            return Arrays.stream(Channel.values()).map(Channel::processKey).toArray(String[]::new);
        }

        /**
         * Keys of processes whose tasks are due at the application's limit: all but recourses, which have their own.
         */
        public static String[] withTheLimit() {
            return Stream.concat(Arrays.stream(channels()), Stream.of(GECIKME_YUKSELTME))
                    .toArray(String[]::new);
        }

        private Keys() {}
    }

    /** Ids of elements common to all channel processes, and of the escalation. */
    public static final class Elements {
        public static final String BASVURU_ALINDI = "Basvuru_Alindi";
        public static final String SONUCLANDIRMA = "Sonuclandirma";
        public static final String ON_INCELEME = "On_Inceleme";
        public static final String BIRIME_SEVK = "Birime_Sevk";
        public static final String CEVAP_HAZIRLAMA = "Cevap_Hazirlama";
        public static final String CEVAP_ONAYI = "Cevap_Onayi";
        public static final String CEVABI_GONDER = "Cevabi_Gonder";
        public static final String SURE_DOLDU = "Sure_Doldu";
        public static final String GECIKME = "Gecikme";
        public static final String BASVURU_KAPANDI = "Basvuru_Kapandi";
        public static final String YONETICI_MUDAHALESI = "Yonetici_Mudahalesi";
        public static final String IKINCI_SINIR = "Ikinci_Sinir";
        public static final String SUBE_MUDURU_MUDAHALESI = "Sube_Muduru_Mudahalesi";

        /** All channels except 4982: waiting for the applicant's completion. */
        public static final String EKSIK_BEKLENIYOR = "Eksik_Bekleniyor";

        public static final String EKSIK_SURESI_DOLDU = "Eksik_Suresi_Doldu";

        /** 4982: waiting for a notified fee, and the timer of its lapse. */
        public static final String UCRET_BEKLENIYOR = "Ucret_Bekleniyor";

        public static final String UCRET_SURESI_DOLDU = "Ucret_Suresi_Doldu";

        /** Recourse: the two places. */
        public static final String ILK_MURACAAT = "Ilk_Muracaat";

        public static final String ILK_MURACAAT_SURESI_DOLDU = "Ilk_Muracaat_Suresi_Doldu";
        public static final String IKINCI_MURACAAT = "Ikinci_Muracaat";

        /** Answering the Board, and its two levels of escalation. */
        public static final String KURULA_CEVAP = "Kurula_Cevap";

        public static final String KURUL_SURESI_DOLDU = "Kurul_Suresi_Doldu";
        public static final String KURUL_YONETICI_MUDAHALESI = "Kurul_Yonetici_Mudahalesi";
        public static final String KURUL_IKINCI_SINIR = "Kurul_Ikinci_Sinir";
        public static final String KURUL_SUBE_MUDURU_MUDAHALESI = "Kurul_Sube_Muduru_Mudahalesi";

        private Elements() {}
    }

    /** Messages that the record sends to its process. */
    public static final class Messages {
        public static final String BASVURU_GERI_CEKILDI = "Basvuru_Geri_Cekildi";
        public static final String EKSIK_TAMAMLANDI = "Eksik_Tamamlandi";
        public static final String SURE_UZATILDI = "Sure_Uzatildi";
        public static final String UCRET_ODENDI = "Ucret_Odendi";
        public static final String KURUL_ISLEMI_KAPANDI = "Kurul_Islemi_Kapandi";

        private Messages() {}
    }

    /** Process variables; none of them holds personal data or a citizen's words. */
    public static final class Variables {
        public static final String BASVURU_NO = "basvuruNo";
        public static final String KANAL = "kanal";
        public static final String KONU = "konu";
        public static final String BIRIM = "birim";
        /** {@link java.util.Date}: the instant from which the application is late. */
        public static final String GEC_SAATI = "gecSaati";
        /** {@link java.util.Date}: the instant of the second level of escalation. */
        public static final String IKINCI_SINIR = "ikinciSinir";

        /** {@link java.util.Date}: from this instant a notified fee counts as unpaid; 4982 only. */
        public static final String UCRET_SONU = "ucretSonu";

        /** {@link java.util.Date}: from this instant missing information counts as not completed. */
        public static final String EKSIK_SONU = "eksikSonu";

        /** Boolean, desk channels only: recorded completely by the clerk, needs no review. */
        public static final String EKSIKSIZ = "eksiksiz";

        public static final String ON_INCELEME = "onInceleme";
        public static final String BIRIM_KARARI = "birimKarari";
        public static final String ONAY = "onay";
        public static final String MUDAHALE = "mudahale";

        /** The place of recourse. */
        public static final String MURACAAT_YERI = "muracaatYeri";

        public static final String MURACAAT_SONUCU = "muracaatSonucu";

        /** Long: id of the objection about which the Board asked. */
        public static final String ITIRAZ = "itiraz";

        public static final String KURUL_CEVABI = "kurulCevabi";
        public static final String KURUL_MUDAHALESI = "kurulMudahalesi";

        /** All variable names; others are not passed to the engine. */
        static final Set<String> ALL = Set.of(
                BASVURU_NO,
                KANAL,
                KONU,
                BIRIM,
                GEC_SAATI,
                IKINCI_SINIR,
                UCRET_SONU,
                EKSIK_SONU,
                EKSIKSIZ,
                ON_INCELEME,
                BIRIM_KARARI,
                ONAY,
                MUDAHALE,
                MURACAAT_YERI,
                MURACAAT_SONUCU,
                ITIRAZ,
                KURUL_CEVABI,
                KURUL_MUDAHALESI);

        private Variables() {}
    }
}
