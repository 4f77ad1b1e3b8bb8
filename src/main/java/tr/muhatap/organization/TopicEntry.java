package tr.muhatap.organization;

/**
 * A topic as the office keeps it.
 *
 * @param unit code of the unit that answers it
 * @param words further words that people use for it, with blanks between them
 * @param closed it cannot be chosen any more
 * @param own the office made it, or gave it to another unit than the program came with
 */
public record TopicEntry(String code, String name, String unit, String words, boolean closed, boolean own) {

    Topic topic() {
        return new Topic(code, name, unit);
    }
}
