package org.pokana.desk;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that only its owner's password opens, since the service has no place for a key of its own that whoever reads
 * the store could not read as well.
 */
final class Locked {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private Locked() {}

    static String lock(byte[] key, byte[] secret, String owner) {
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE, key, owner).doFinal(secret));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** Empty with another key, or when it is another's. */
    static Optional<byte[]> open(byte[] key, String locked, String owner) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, owner)
                    .doFinal(Base64.getDecoder().decode(locked)));
        } catch (GeneralSecurityException anotherKey) {
            return Optional.empty();
        }
    }

    /** Each key locks one secret only, so what would have to differ from one to the next may follow from it. */
    private static Cipher cipher(int mode, byte[] key, String owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ALGORITHM);
        var nonce = Arrays.copyOf(Secret.digest("nonce of " + owner), NONCE_BYTES);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
