package tr.muhatap.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Reads Ed25519 keys and computes their ids. */
final class HeadKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 8;

    private HeadKeys() {}

    static KeyPair made() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    /** @param base64 PKCS#8; the public key is computed from it */
    static KeyPair pair(String base64) {
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
            var key = (EdECPrivateKey) KeyFactory.getInstance(ALGORITHM).generatePrivate(spec);
            byte[] seed = key.getBytes().orElseThrow(() -> new IllegalArgumentException("no private key"));
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "muhatap.audit.key must be an Ed25519 private key (PKCS#8 in Base64)", e);
        }
    }

    static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 public key", e);
        }
    }

    /** SHA-256 fingerprint of a public key. */
    static String id(PublicKey key) {
        return HexFormat.of().formatHex(Arrays.copyOf(MerkleTree.digest().digest(key.getEncoded()), ID_BYTES));
    }

    static byte[] sign(PrivateKey key, byte[] words) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(words);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A head cannot be signed", e);
        }
    }

    static boolean isSigned(PublicKey key, byte[] words, byte[] by) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(words);
            return signature.verify(by);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Returns a fixed seed, since the JDK derives public keys only when generating key pairs. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
