package tr.muhatap.notification;

/** What a message is for. */
public enum Purpose {
    KAYIT("Kayıt bildirimi"),
    CEVAP("Cevap"),
    SONUC("Sonuç bildirimi"),
    UYARI("Birime uyarı");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
