package tr.muhatap.access;

/**
 * A member of staff gets e-mail at another address from now on. Published in the change's transaction.
 *
 * @param user the user's id
 * @param former the address until now, which may still belong to the user
 */
public record StaffAddressChanged(String user, String former) {}
