package tr.muhatap.organization;

/**
 * A unit of the municipality that answers applications.
 *
 * @param code e.g. {@code fen-isleri}; its staff is the group {@code birim-fen-isleri}
 * @param name display name
 */
public record Unit(String code, String name) {}
