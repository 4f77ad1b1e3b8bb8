package tr.muhatap.attachment;

import java.util.Arrays;
import java.util.BitSet;

/** A file in which everything stays at its place, and what nobody named is overwritten. */
final class KeptBytes {

    private final byte[] copy;
    private final BitSet kept = new BitSet();

    KeptBytes(byte[] copy) {
        this.copy = copy;
    }

    /** @throws IndexOutOfBoundsException where it does not lie in the file */
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
