package tr.muhatap.organization;

/**
 * What an application can be about.
 *
 * @param code e.g. {@code yol-cukur}
 * @param name its name as people read it
 * @param unit code of the unit that answers it
 */
public record Topic(String code, String name, String unit) {}
