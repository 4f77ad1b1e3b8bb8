package tr.muhatap.access;

/**
 * The e-mail address of a member of staff has changed. Published in the transaction of the change.
 *
 * @param user the user's id
 * @param former the previous address, which may still belong to the user
 */
public record StaffAddressChanged(String user, String former) {}
