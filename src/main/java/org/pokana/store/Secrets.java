package org.pokana.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pokana.kernel.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;

/** A secret for each thing of a kind, made when it is first needed and the same for every instance; it never gets out. */
public final class Secrets {

    private static final String ALGORITHM = "HmacSHA256";

    private final MongoOperations store;
    private final Ids ids;
    private final String kind;

    /** @param kind the collection they are kept in */
    public Secrets(MongoOperations store, Ids ids, String kind) {
        this.store = store;
        this.ids = ids;
        this.kind = kind;
    }

    private record Key(@Id String thing, String secret) {

        @Override
        public String toString() {
            return "the secret of " + thing;
        }
    }

    /** The 32 bytes that only who knows the thing's secret can make of these words. */
    public byte[] sign(String thing, String words) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(thing).secret().getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(words.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private Key key(String thing) {
        return find(thing).orElseGet(() -> {
            try {
                return store.insert(new Key(thing, ids.next()), kind);
            } catch (DuplicateKeyException anotherInstanceWasFaster) {
                return find(thing).orElseThrow();
            }
        });
    }

    private Optional<Key> find(String thing) {
        return Optional.ofNullable(store.findById(thing, Key.class, kind));
    }
}
