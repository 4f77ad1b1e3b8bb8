package tr.muhatap.portal;

import java.util.List;

/** What the start page shows of the demonstration; only the demonstration has one. */
public interface DemoDesk {

    /** One of the people and systems that anybody may try. */
    record Person(String id, String name, String work) {}

    List<Person> people();

    /** The one password of all of them. */
    String password();
}
