package tr.muhatap.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import tr.muhatap.text.Texts;

/**
 * The central directory of a ZIP file, verified against the local headers: no data may exist that the directory omits
 * or describes differently, since other readers may scan the file sequentially. Nothing is inflated for this check.
 *
 * <p>Format: APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.3.
 */
final class ZipDirectory {

    /** The directory is invalid, or the content would grow too large. */
    static final class Refused extends Exception {

        Refused(String why) {
            super(why);
        }
    }

    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;

    private static final int END_LENGTH = 22;
    private static final int END_64_LENGTH = 56;
    private static final int LOCATOR_64_LENGTH = 20;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int SIZES_BEHIND_THE_DATA = 1 << 3;
    private static final int LONGEST_DESCRIPTOR = 24;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int EXTRA_64 = 1;
    private static final int IN_EXTRA_16 = 0xffff;
    private static final long IN_EXTRA_32 = 0xffff_ffffL;

    /** Maximum compression ratio: office documents shrink to a thirtieth at most; deflate can reach a thousandth. */
    private static final int LARGEST_RATIO = 100;

    /** The ratio is not checked below this size: blank pages compress better than any document. */
    private static final long SMALL = 1L << 20;

    private static final int BUFFER = 1 << 16;

    /**
     * An entry of the archive.
     *
     * @param header offset of its local header
     * @param start offset of its data
     * @param size uncompressed size as the directory states it
     */
    record Entry(String name, boolean deflated, int header, int start, int compressed, long size) {}

    /** Limits on the number of entries and on uncompressed size, shared with nested archives. */
    static final class Budget {

        private int entries = 5_000;
        private long unpacked = 100L << 20;
        private long read = 20L << 20;

        void takeEntries(long count) throws Refused {
            if (count > entries) {
                throw new Refused(Texts.of("attachment.zip-directory.ekin-icinde-cok-fazla-parca"));
            }
            entries -= (int) count;
        }

        void takeRead(long size) throws Refused {
            if (size > read) {
                throw new Refused(GROWS);
            }
            read -= size;
        }

        void takeUnpacked(long size) throws Refused {
            if (size > unpacked) {
                throw new Refused(GROWS);
            }
            unpacked -= size;
        }
    }

    static final String BROKEN = Texts.of("attachment.zip-directory.ek-bozuk");
    static final String GROWS = Texts.of("attachment.zip-directory.ek-acildiginda-cok-buyuyor");

    /** Receives the inflated bytes of an entry. */
    interface Sink {
        void take(byte[] buffer, int length);
    }

    private final byte[] file;
    private final Budget budget;
    private final ByteBuffer bytes;
    private final List<Entry> entries = new ArrayList<>();

    private ZipDirectory(byte[] file, Budget budget) {
        this.file = file;
        this.budget = budget;
        this.bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws Refused if the directory is invalid, inconsistent, or announces too much */
    static ZipDirectory of(byte[] file, Budget budget) throws Refused {
        var directory = new ZipDirectory(file, budget);
        try {
            directory.read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException beyondTheFile) {
            throw new Refused(BROKEN);
        }
        return directory;
    }

    List<Entry> entries() {
        return entries;
    }

    /**
     * Inflates an entry into a sink; stops if it exceeds the announced size.
     *
     * @throws Refused if the entry differs from the directory
     */
    void unpack(Entry entry, Sink sink) throws Refused {
        if (!entry.deflated()) {
            var stored = java.util.Arrays.copyOfRange(file, entry.start(), entry.start() + entry.compressed());
            sink.take(stored, stored.length);
            return;
        }
        var inflater = new Inflater(true);
        try {
            inflater.setInput(file, entry.start(), entry.compressed());
            var buffer = new byte[BUFFER];
            long size = 0;
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                size += length;
                if (size > entry.size() || (length == 0 && !inflater.finished())) {
                    throw new Refused(BROKEN);
                }
                sink.take(buffer, length);
            }
            if (size != entry.size() || inflater.getBytesRead() != entry.compressed()) {
                throw new Refused(BROKEN);
            }
        } catch (DataFormatException broken) {
            throw new Refused(BROKEN);
        } finally {
            inflater.end();
        }
    }

    private void read() throws Refused {
        int end = end();
        long count = number16(end + 10);
        long size = number32(end + 12);
        long start = number32(end + 16);
        require(number16(end + 4) == 0 && number16(end + 6) == 0 && number16(end + 8) == count);
        long directoryEnd = end;
        if (count == IN_EXTRA_16 || size == IN_EXTRA_32 || start == IN_EXTRA_32) {
            int locator = end - LOCATOR_64_LENGTH;
            require(bytes.getInt(locator) == LOCATOR_64);
            int end64 = inFile(bytes.getLong(locator + 8));
            require(bytes.getInt(end64) == END_64 && end64 + END_64_LENGTH <= locator);
            count = bytes.getLong(end64 + 32);
            size = bytes.getLong(end64 + 40);
            start = bytes.getLong(end64 + 48);
            directoryEnd = end64;
        } else if (end >= LOCATOR_64_LENGTH && bytes.getInt(end - LOCATOR_64_LENGTH) == LOCATOR_64) {
            directoryEnd = inFile(bytes.getLong(end - LOCATOR_64_LENGTH + 8));
        }
        require(count >= 0);
        budget.takeEntries(count);
        require(start >= 0 && size >= 0 && start + size == directoryEnd);
        int at = inFile(start);
        for (long i = 0; i < count; i++) {
            at = entry(at);
        }
        require(at == directoryEnd);
        requireBoundedSize();
        requireNoGaps(start);
    }

    /** The end record terminates the file: nothing follows its comment. */
    private int end() throws Refused {
        for (int at = file.length - END_LENGTH; at >= Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END && at + END_LENGTH + number16(at + 20) == file.length) {
                return at;
            }
        }
        throw new Refused(BROKEN);
    }

    private int entry(int at) throws Refused {
        require(bytes.getInt(at) == ENTRY);
        int flags = number16(at + 8);
        int method = number16(at + 10);
        long compressed = number32(at + 20);
        long size = number32(at + 24);
        int nameLength = number16(at + 28);
        int extraLength = number16(at + 30);
        long local = number32(at + 42);
        if ((flags & ENCRYPTED) != 0) {
            throw new Refused(Texts.of("attachment.zip-directory.ek-parolayla-korunuyor"));
        }
        require(method == STORED || method == DEFLATED);
        require(number16(at + 34) == 0);
        int extra = at + ENTRY_LENGTH + nameLength;
        int wide = wide(extra, extraLength);
        if (size == IN_EXTRA_32) {
            size = bytes.getLong(wide);
            wide += Long.BYTES;
        }
        if (compressed == IN_EXTRA_32) {
            compressed = bytes.getLong(wide);
            wide += Long.BYTES;
        }
        if (local == IN_EXTRA_32) {
            local = bytes.getLong(wide);
        }
        require(size >= 0 && (method == DEFLATED || size == compressed));
        int start = data(inFile(local), at + ENTRY_LENGTH, nameLength, method, flags, compressed, size);
        var name = new String(file, at + ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
        entries.add(new Entry(name, method == DEFLATED, inFile(local), start, inFile(compressed), size));
        require(start + compressed <= file.length);
        return extra + extraLength + number16(at + 32);
    }

    /** Offset of an entry's data; its local header has to match the directory. */
    private int data(int local, int name, int nameLength, int method, int flags, long compressed, long size)
            throws Refused {
        require(bytes.getInt(local) == LOCAL && number16(local + 26) == nameLength && number16(local + 8) == method);
        require((number16(local + 6) & ENCRYPTED) == 0);
        int localName = local + LOCAL_LENGTH;
        require(java.util.Arrays.equals(file, name, name + nameLength, file, localName, localName + nameLength));
        long localCompressed = number32(local + 18);
        long localSize = number32(local + 22);
        boolean unknown = (flags & SIZES_BEHIND_THE_DATA) != 0 && localCompressed == 0 && localSize == 0;
        boolean wide = localCompressed == IN_EXTRA_32 || localSize == IN_EXTRA_32;
        require(unknown || wide || (localCompressed == compressed && localSize == size));
        return localName + nameLength + number16(local + 28);
    }

    /** Offset of an entry's ZIP64 fields; past the end of the file if it has none, so that reading them fails. */
    private int wide(int extra, int length) {
        for (int at = extra; at + 4 <= extra + length; at += 4 + number16(at + 2)) {
            if (number16(at) == EXTRA_64) {
                return at + 4;
            }
        }
        return file.length;
    }

    private void requireBoundedSize() throws Refused {
        long all = 0;
        for (var entry : entries) {
            budget.takeUnpacked(entry.size());
            all += entry.size();
        }
        if (all > SMALL && all / LARGEST_RATIO > file.length) {
            throw new Refused(GROWS);
        }
    }

    /** Entries are contiguous from the first byte to the directory, without overlap. */
    private void requireNoGaps(long directory) throws Refused {
        var inOrder =
                entries.stream().sorted(Comparator.comparingInt(Entry::header)).toList();
        long behind = 0;
        for (var entry : inOrder) {
            long gap = entry.header() - behind;
            require(gap >= 0 && gap <= (behind == 0 ? 0 : LONGEST_DESCRIPTOR));
            behind = (long) entry.start() + entry.compressed();
        }
        require(directory >= behind && directory - behind <= (behind == 0 ? 0 : LONGEST_DESCRIPTOR));
    }

    private int inFile(long offset) throws Refused {
        require(offset >= 0 && offset <= file.length);
        return (int) offset;
    }

    private int number16(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private long number32(int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    private static void require(boolean holds) throws Refused {
        if (!holds) {
            throw new Refused(BROKEN);
        }
    }
}
