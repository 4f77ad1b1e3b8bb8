package tr.muhatap.access;

/** SQL for staff names, for modules that store them with an action. */
public final class StaffNames {

    /** SQL: full name of the user {@code :actor}, selected in the insert statement itself. */
    public static final String OF_ACTOR = "(select substring(nullif(trim(concat(first_, ' ', last_)), '') "
            + "from 1 for 200) from act_id_user where id_ = :actor)";

    private StaffNames() {}
}
