package tr.muhatap.notification;

import java.util.List;

/** Where staff are reached. */
public interface StaffDirectory {

    /** E-mail addresses of a group's members; those without one are left out. */
    List<String> emailsOf(String group);
}
