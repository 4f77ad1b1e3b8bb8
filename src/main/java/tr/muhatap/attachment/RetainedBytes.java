package tr.muhatap.attachment;

import java.util.Arrays;
import java.util.BitSet;

/** A file whose offsets are preserved; every byte that was not marked to be kept is overwritten. */
final class RetainedBytes {

    private final byte[] copy;
    private final BitSet kept = new BitSet();

    RetainedBytes(byte[] copy) {
        this.copy = copy;
    }

    /** @throws IndexOutOfBoundsException if the range exceeds the file */
    void keep(long from, long length) {
        if (from < 0 || length < 0 || from > copy.length - length) {
            throw new IndexOutOfBoundsException("Outside the file");
        }
        kept.set((int) from, (int) (from + length));
    }

    byte[] blanked() {
        for (int from = kept.nextClearBit(0); from < copy.length; ) {
            int next = kept.nextSetBit(from);
            int to = next < 0 ? copy.length : next;
            Arrays.fill(copy, from, to, (byte) 0);
            from = kept.nextClearBit(to);
        }
        return copy;
    }
}
