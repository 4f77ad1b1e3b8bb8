package tr.muhatap.intake.aktarim;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** The rows of a list, as a stream. */
interface SourceList extends Closeable, Iterable<SheetRow> {

    /** Can be called once. The iterator throws {@link UnreadableListException} for a corrupt file. */
    @Override
    Iterator<SheetRow> iterator();

    /** Whether the 1904 date system is used. */
    default boolean countsFrom1904() {
        return false;
    }

    @Override
    void close() throws IOException;
}
