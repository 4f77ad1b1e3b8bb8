package tr.muhatap.basvuru;

/** Why a citizen turns to the places of recourse that the published table names. */
public enum MuracaatGround {
    FAZLA_BELGE("Tabloda olmayan bir belge istendi"),
    SURE_ASIMI("Belgeler tam olduğu hâlde hizmet süresinde tamamlanmadı"),
    TABLODA_YOK("Hizmet tabloda yer almıyor");

    private final String label;

    MuracaatGround(String label) {
        this.label = label;
    }

    /** The words people read. */
    public String label() {
        return label;
    }
}
