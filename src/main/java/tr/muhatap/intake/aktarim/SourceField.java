package tr.muhatap.intake.aktarim;

import java.util.Arrays;
import java.util.Optional;
import tr.muhatap.text.Texts;

/** What a list may say of an application. The names are stored with the column maps. */
public enum SourceField {
    NUMARA("externalReference", true),
    TARIH("receivedAt", false),
    TUR("kind", false),
    KONU("topic", false),
    ALT_KONU("topic", false),
    BASLIK("subject", false),
    METIN("text", true),
    GIZLI("applicant.identityHidden", false),
    AD_SOYAD("applicant.lastName", false),
    AD("applicant.firstName", false),
    SOYAD("applicant.lastName", false),
    TC_KIMLIK_NO("applicant.nationalId", false),
    TELEFON("applicant.phone", false),
    E_POSTA("applicant.email", false),
    ADRES("applicant.address", false),
    UNVAN("applicant.title", false),
    VERGI_NO("applicant.taxNumber", false),
    DURUM("status", false);

    private final String apiName;
    private final boolean needed;

    SourceField(String apiName, boolean needed) {
        this.apiName = apiName;
        this.needed = needed;
    }

    /** The field of the API that it becomes. */
    public String apiName() {
        return apiName;
    }

    /** The word people read. */
    public String label() {
        return Texts.of("intake.aktarim.alan."
                + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    /** Whether no list is taken without it. */
    public boolean isNeeded() {
        return needed;
    }

    /** The word for a field of the API; the field itself where it has none. */
    public static String labelOf(String apiName) {
        return find(apiName).map(SourceField::label).orElse(apiName);
    }

    private static Optional<SourceField> find(String apiName) {
        return Arrays.stream(values())
                .filter(field -> field.apiName.equals(apiName))
                .findFirst();
    }
}
