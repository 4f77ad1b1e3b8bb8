package tr.muhatap.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the tree with a literal implementation of the RFC, and with every proof that differs in one hash. */
class MerkleTreeTest {

    private static final int LARGEST = 40;

    /** Published by the implementers of RFC 6962 for the leaves "", 00, 10, 2021, 3031, 40414243, 5051…57, 6061…6f. */
    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void itHasTheHeadsThatOthersHave(int size, String root) {
        var leaves = List.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .subList(0, size)
                .stream()
                .map(HexFormat.of()::parseHex)
                .map(MerkleTree::leaf)
                .toList();

        assertThat(HexFormat.of().formatHex(MerkleTree.root(leaves))).isEqualTo(root);
    }

    @Test
    void everyHeadAndEveryProofIsTheNaiveOne() {
        for (int size = 1; size <= LARGEST; size++) {
            var leaves = leaves(size);
            var root = naive(leaves);
            assertThat(MerkleTree.root(leaves)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                var proof = MerkleTree.inclusion(index, leaves);
                assertThat(MerkleTree.includes(leaves.get(index), index, size, proof, root))
                        .as("%d of %d", index, size)
                        .isTrue();
                for (int other = 0; other < size; other++) {
                    assertThat(MerkleTree.includes(leaves.get(other), index, size, proof, root))
                            .isEqualTo(other == index);
                    assertThat(MerkleTree.includes(leaves.get(index), other, size, proof, root))
                            .isEqualTo(other == index);
                }
                wrong(proof)
                        .forEach(bad -> assertThat(MerkleTree.includes(leaves.get(0), 0, leaves.size(), bad, root))
                                .isEqualTo(false));
            }
            for (int earlier = 1; earlier <= size; earlier++) {
                var head = naive(leaves.subList(0, earlier));
                var proof = MerkleTree.consistency(earlier, leaves);
                assertThat(MerkleTree.continues(earlier, head, size, root, proof))
                        .as("%d to %d", earlier, size)
                        .isTrue();
                var changed = new ArrayList<>(leaves.subList(0, earlier));
                changed.set(earlier / 2, MerkleTree.leaf(new byte[] {9, 9}));
                assertThat(MerkleTree.continues(earlier, naive(changed), size, root, proof))
                        .isFalse();
                for (var bad : wrong(proof)) {
                    assertThat(MerkleTree.continues(earlier, head, size, root, bad))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void itGrowsOnFromItsTops() {
        for (int size = 0; size <= LARGEST; size++) {
            var first = new MerkleTree.Growing();
            leaves(size).forEach(first::add);
            var second = new MerkleTree.Growing(first.size(), first.tops());
            for (int more = size; more <= LARGEST; more++) {
                assertThat(second.root()).isEqualTo(naive(leaves(more)));
                second.add(leaves(more + 1).get(more));
            }
        }
    }

    /** One hash changed, one missing, one too many. */
    private static List<List<byte[]>> wrong(List<byte[]> proof) {
        var all = new ArrayList<List<byte[]>>();
        for (int place = 0; place < proof.size(); place++) {
            var changed = new ArrayList<>(proof);
            changed.set(place, MerkleTree.leaf(new byte[] {7}));
            all.add(changed);
            var shorter = new ArrayList<>(proof);
            shorter.remove(place);
            all.add(shorter);
        }
        var longer = new ArrayList<>(proof);
        longer.add(MerkleTree.leaf(new byte[] {8}));
        all.add(longer);
        return all;
    }

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(each -> MerkleTree.leaf(("leaf " + each).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** MTH of RFC 6962, 2.1, implemented literally. */
    private static byte[] naive(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return hash();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return hash(new byte[] {1}, naive(leaves.subList(0, k)), naive(leaves.subList(k, leaves.size())));
    }

    private static byte[] hash(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
