package tr.muhatap.intake.aktarim;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** The rows of a list, read one by one. */
interface SourceList extends Closeable, Iterable<SheetRow> {

    /** May be asked for once. A list that turns out to be broken throws {@link UnreadableListException}. */
    @Override
    Iterator<SheetRow> iterator();

    /** Whether numbers that stand for days are counted from 1904. */
    default boolean countsFrom1904() {
        return false;
    }

    @Override
    void close() throws IOException;
}
