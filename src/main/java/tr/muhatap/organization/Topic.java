package tr.muhatap.organization;

/**
 * Subject area of an application.
 *
 * @param code e.g. {@code yol-cukur}
 * @param name display name
 * @param unit code of the responsible unit
 */
public record Topic(String code, String name, String unit) {}
