package tr.muhatap.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** E-mail addresses and open tasks of staff. */
public interface StaffDirectory {

    /** E-mail addresses of a group's members; members without one are omitted. */
    List<String> emailsOf(String group);

    /** Groups with open tasks, by application number; applications without an open task are omitted. */
    Map<String, Set<String>> groupsAtWork(Collection<String> numbers);
}
