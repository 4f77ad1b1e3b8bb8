package tr.muhatap.intake.aktarim;

import java.util.Arrays;
import java.util.Optional;
import tr.muhatap.text.Texts;

/** Fields of an application in a list. The names are stored with the column maps. */
public enum SourceField {
    NUMARA("externalReference", true, Texts.of("intake.aktarim.alan.numara")),
    TARIH("receivedAt", false, Texts.of("intake.aktarim.alan.tarih")),
    TUR("kind", false, Texts.of("intake.aktarim.alan.tur")),
    KONU("topic", false, Texts.of("intake.aktarim.alan.konu")),
    ALT_KONU("topic", false, Texts.of("intake.aktarim.alan.alt-konu")),
    BASLIK("subject", false, Texts.of("intake.aktarim.alan.baslik")),
    METIN("text", true, Texts.of("intake.aktarim.alan.metin")),
    GIZLI("applicant.identityHidden", false, Texts.of("intake.aktarim.alan.gizli")),
    AD_SOYAD("applicant.lastName", false, Texts.of("intake.aktarim.alan.ad-soyad")),
    AD("applicant.firstName", false, Texts.of("intake.aktarim.alan.ad")),
    SOYAD("applicant.lastName", false, Texts.of("intake.aktarim.alan.soyad")),
    TC_KIMLIK_NO("applicant.nationalId", false, Texts.of("intake.aktarim.alan.tc-kimlik-no")),
    TELEFON("applicant.phone", false, Texts.of("intake.aktarim.alan.telefon")),
    E_POSTA("applicant.email", false, Texts.of("intake.aktarim.alan.e-posta")),
    ADRES("applicant.address", false, Texts.of("intake.aktarim.alan.adres")),
    UNVAN("applicant.title", false, Texts.of("intake.aktarim.alan.unvan")),
    VERGI_NO("applicant.taxNumber", false, Texts.of("intake.aktarim.alan.vergi-no")),
    DURUM("status", false, Texts.of("intake.aktarim.alan.durum"));

    private final String apiName;
    private final boolean needed;
    private final String label;

    SourceField(String apiName, boolean needed, String label) {
        this.apiName = apiName;
        this.needed = needed;
        this.label = label;
    }

    /** The corresponding field of the API. */
    public String apiName() {
        return apiName;
    }

    /** Label shown to users. */
    public String label() {
        return label;
    }

    /** Whether a list without it is refused. */
    public boolean isNeeded() {
        return needed;
    }

    /** Label for a field of the API; the field itself if it has none. */
    public static String labelOf(String apiName) {
        return find(apiName).map(SourceField::label).orElse(apiName);
    }

    private static Optional<SourceField> find(String apiName) {
        return Arrays.stream(values())
                .filter(field -> field.apiName.equals(apiName))
                .findFirst();
    }
}
