package tr.muhatap.access;

import java.util.List;

/** All groups: each is a group of the engine and an authority of the same name in Spring Security. */
public final class Groups {

    public static final String BEYAZ_MASA = "beyaz-masa";
    public static final String CAGRI_MERKEZI = "cagri-merkezi";
    public static final String BILGI_EDINME_BIRIMI = "bilgi-edinme-birimi";
    public static final String HALKLA_ILISKILER = "halkla-iliskiler";
    public static final String HALKLA_ILISKILER_YONETICISI = "halkla-iliskiler-yoneticisi";
    public static final String SUBE_MUDURU = "sube-muduru";
    public static final String SUREC_SAHIBI = "surec-sahibi";
    public static final String DENETCI = "denetci";
    public static final String KANAL_ISTEMCISI = "kanal-istemcisi";
    public static final String IZLEME = "izleme";
    public static final String CAMUNDA_ADMIN = "camunda-admin";

    /** Groups of people, without the units' groups. */
    public static final List<String> OFFICE = List.of(
            BEYAZ_MASA,
            CAGRI_MERKEZI,
            BILGI_EDINME_BIRIMI,
            HALKLA_ILISKILER,
            HALKLA_ILISKILER_YONETICISI,
            SUBE_MUDURU,
            SUREC_SAHIBI,
            DENETCI,
            CAMUNDA_ADMIN);

    /** Groups of systems: clients that deliver applications, and monitoring. */
    public static final List<String> SYSTEMS = List.of(KANAL_ISTEMCISI, IZLEME);

    /** Office groups with tasks of their own; units have tasks as well. */
    public static final List<String> WITH_TASKS = List.of(
            BEYAZ_MASA,
            CAGRI_MERKEZI,
            BILGI_EDINME_BIRIMI,
            HALKLA_ILISKILER,
            HALKLA_ILISKILER_YONETICISI,
            SUBE_MUDURU,
            CAMUNDA_ADMIN);

    /** Groups that may read the office's reports. */
    public static final List<String> OF_REPORTS =
            List.of(HALKLA_ILISKILER_YONETICISI, SUBE_MUDURU, SUREC_SAHIBI, DENETCI, CAMUNDA_ADMIN);

    /** Those who read the page of the fees; those who own the process change it. */
    public static final List<String> OF_TARIFFS = List.of(
            BILGI_EDINME_BIRIMI, HALKLA_ILISKILER_YONETICISI, SUBE_MUDURU, SUREC_SAHIBI, DENETCI, CAMUNDA_ADMIN);

    private static final String UNIT_PREFIX = "birim-";

    private Groups() {}

    /** The group of a unit's staff, e.g. {@code birim-fen-isleri} for {@code fen-isleri}. */
    public static String ofUnit(String unitCode) {
        return UNIT_PREFIX + unitCode;
    }

    /** Whether members work on tasks, rather than only view them. */
    public static boolean hasTasks(String group) {
        return WITH_TASKS.contains(group) || isUnit(group);
    }

    public static boolean isUnit(String group) {
        return group.startsWith(UNIT_PREFIX);
    }

    /** The unit's code of a unit group; the inverse of {@link #ofUnit}. */
    public static String unitOf(String group) {
        return group.substring(UNIT_PREFIX.length());
    }
}
