package tr.muhatap.portal;

import java.util.List;

/** Data of the demonstration for the start page; absent in production. */
public interface DemoDesk {

    /** A demo user or system. */
    record Person(String id, String name, String work) {}

    List<Person> people();

    /** The common password. */
    String password();
}
