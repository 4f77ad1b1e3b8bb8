package tr.muhatap.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Merkle tree of RFC 6962 (and 9162) over leaf hashes: root, inclusion proofs and consistency proofs. Pure functions.
 */
final class MerkleTree {

    static final int HASH_BYTES = 32;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    static byte[] leaf(byte[] content) {
        var digest = digest();
        digest.update(LEAF);
        return digest.digest(content);
    }

    static byte[] node(byte[] left, byte[] right) {
        var digest = digest();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static byte[] root(List<byte[]> leaves) {
        var growing = new Growing();
        leaves.forEach(growing::add);
        return growing.root();
    }

    /** Inclusion proof of leaf {@code index} in the tree of all leaves: sibling hashes from leaf to root. */
    static List<byte[]> inclusion(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        var proof = index < split ? inclusion(index, left) : inclusion(index - split, right);
        proof.add(root(index < split ? right : left));
        return proof;
    }

    /** Consistency proof between the tree of the first {@code size} leaves (at least 1) and the tree of all leaves. */
    static List<byte[]> consistency(int size, List<byte[]> leaves) {
        return size == leaves.size() ? new ArrayList<>() : consistency(size, leaves, true);
    }

    private static List<byte[]> consistency(int size, List<byte[]> leaves, boolean known) {
        if (size == leaves.size()) {
            var proof = new ArrayList<byte[]>();
            if (!known) {
                proof.add(root(leaves));
            }
            return proof;
        }
        int split = split(leaves.size());
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        var proof = size <= split ? consistency(size, left, known) : consistency(size - split, right, false);
        proof.add(root(size <= split ? right : left));
        return proof;
    }

    static boolean includes(byte[] leaf, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (var sibling : proof) {
            if (last == 0) {
                return false;
            }
            if (node % 2 == 1 || node == last) {
                hash = node(sibling, hash);
                while (node % 2 == 0 && node != 0) {
                    node /= 2;
                    last /= 2;
                }
            } else {
                hash = node(hash, sibling);
            }
            node /= 2;
            last /= 2;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    static boolean continues(long earlierSize, byte[] earlier, long laterSize, byte[] later, List<byte[]> proof) {
        if (earlierSize < 1 || earlierSize > laterSize) {
            return false;
        }
        if (earlierSize == laterSize) {
            return proof.isEmpty() && Arrays.equals(earlier, later);
        }
        var hashes = new ArrayList<byte[]>(proof);
        if (Long.bitCount(earlierSize) == 1) {
            hashes.add(0, earlier);
        }
        if (hashes.isEmpty()) {
            return false;
        }
        long node = earlierSize - 1;
        long last = laterSize - 1;
        while (node % 2 == 1) {
            node /= 2;
            last /= 2;
        }
        byte[] first = hashes.get(0);
        byte[] second = first;
        for (var sibling : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if (node % 2 == 1 || node == last) {
                first = node(sibling, first);
                second = node(sibling, second);
                while (node % 2 == 0 && node != 0) {
                    node /= 2;
                    last /= 2;
                }
            } else {
                second = node(second, sibling);
            }
            node /= 2;
            last /= 2;
        }
        return last == 0 && Arrays.equals(first, earlier) && Arrays.equals(second, later);
    }

    /** The largest power of two smaller than the size. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    /**
     * An incremental tree that stores the roots of its full subtrees only, so that appending and computing the root are
     * logarithmic.
     */
    static final class Growing {

        private final List<byte[]> tops;
        private long size;

        Growing() {
            this(0, List.of());
        }

        /** @param tops subtree roots of an earlier tree of that size, largest first */
        Growing(long size, List<byte[]> tops) {
            if (tops.size() != Long.bitCount(size)) {
                throw new IllegalArgumentException("A tree of " + size + " leaves has no " + tops.size() + " tops");
            }
            this.size = size;
            this.tops = new ArrayList<>(tops);
        }

        void add(byte[] leaf) {
            byte[] hash = leaf;
            for (long full = size; full % 2 == 1; full /= 2) {
                hash = node(tops.remove(tops.size() - 1), hash);
            }
            tops.add(hash);
            size++;
        }

        long size() {
            return size;
        }

        List<byte[]> tops() {
            return List.copyOf(tops);
        }

        byte[] root() {
            if (tops.isEmpty()) {
                return digest().digest();
            }
            byte[] hash = tops.get(tops.size() - 1);
            for (int top = tops.size() - 2; top >= 0; top--) {
                hash = node(tops.get(top), hash);
            }
            return hash;
        }
    }
}
