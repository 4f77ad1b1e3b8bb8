package tr.muhatap.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where staff are reached. */
public interface StaffDirectory {

    /** E-mail addresses of a group's members; those without one are left out. */
    List<String> emailsOf(String group);

    /** Whose the open tasks of applications are, by number: groups. An application without an open task is left out. */
    Map<String, Set<String>> groupsAtWork(Collection<String> numbers);
}
