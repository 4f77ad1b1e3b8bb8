package tr.muhatap.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proofs over the stored log. Root hashes of full blocks of entries are cached, so that a proof reads two blocks
 * instead of all entries; the entry itself is always read.
 */
@Component
class LogTree {

    private static final int BLOCK = 256;
    private static final int READ_AT_ONCE = 64 * BLOCK;

    private final JdbcClient jdbc;
    private final Map<Integer, List<byte[]>> blocks = new HashMap<>();

    LogTree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Inclusion proof of an entry for a log of the given size, as {@link MerkleTree#includes} verifies it.
     *
     * @return empty if the log has fewer entries
     */
    synchronized List<byte[]> inclusion(int log, long entry, long size) {
        remember(log, size / BLOCK);
        if (entry >= size || blocks.getOrDefault(log, List.of()).size() < size / BLOCK) {
            return List.of();
        }
        var proof = new ArrayList<byte[]>();
        collect(log, entry, 0, size, proof);
        return proof;
    }

    /** Clears the cache, which may have been filled while the log was inconsistent. */
    synchronized void forget() {
        blocks.clear();
    }

    private void collect(int log, long entry, long from, long to, List<byte[]> proof) {
        if (to - from <= BLOCK) {
            proof.addAll(MerkleTree.inclusion((int) (entry - from), leaves(log, from, to)));
            return;
        }
        long split = from + Long.highestOneBit(to - from - 1);
        if (entry < split) {
            collect(log, entry, from, split, proof);
            proof.add(root(log, split, to));
        } else {
            collect(log, entry, split, to, proof);
            proof.add(root(log, from, split));
        }
    }

    private byte[] root(int log, long from, long to) {
        long length = to - from;
        if (length < BLOCK) {
            return MerkleTree.root(leaves(log, from, to));
        }
        if (length == BLOCK) {
            return blocks.getOrDefault(log, List.of()).get(Math.toIntExact(from / BLOCK));
        }
        long split = from + Long.highestOneBit(length - 1);
        return MerkleTree.node(root(log, from, split), root(log, split, to));
    }

    private void remember(int log, long full) {
        var known = blocks.computeIfAbsent(log, each -> new ArrayList<>());
        while (known.size() < full) {
            long from = (long) known.size() * BLOCK;
            long to = Math.min(full * BLOCK, from + READ_AT_ONCE);
            var leaves = leaves(log, from, to);
            if (leaves.size() < to - from) {
                return;
            }
            for (int at = 0; at < leaves.size(); at += BLOCK) {
                known.add(MerkleTree.root(leaves.subList(at, at + BLOCK)));
            }
        }
    }

    private List<byte[]> leaves(int log, long from, long to) {
        return jdbc.sql("select yaprak from kayit_zinciri where defter = :log and sira >= :from and sira < :to "
                        + "order by sira")
                .param("log", log)
                .param("from", from)
                .param("to", to)
                .query((row, index) -> row.getBytes(1))
                .list();
    }
}
