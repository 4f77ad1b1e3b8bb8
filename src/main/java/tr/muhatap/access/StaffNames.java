package tr.muhatap.access;

/** Names of staff in the SQL of modules that store them with an action. */
public final class StaffNames {

    /** SQL: the name of the user {@code :actor}, read in the statement that writes it down. */
    public static final String OF_ACTOR = "(select substring(nullif(trim(concat(first_, ' ', last_)), '') "
            + "from 1 for 200) from act_id_user where id_ = :actor)";

    private StaffNames() {}
}
