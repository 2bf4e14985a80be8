package org.pokana.desk;

import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A way to the desk by name, password and one-time code, beside the link.
 *
 * @param id the contact whose it is
 * @param name what they chose to be called there, as it is compared
 * @param salt with the password it makes the key to the secret
 * @param secret that of the one-time codes, locked with that key
 * @param lastStep of the last code that was used; older ones are used up, too
 * @param spare hashes of the recovery codes that are left
 */
@Document("deskPasswords")
record DeskPassword(
        @Id String id,
        @Indexed(unique = true) String name,
        String hash,
        String salt,
        String secret,
        long lastStep,
        List<String> spare,
        Instant since,
        @Indexed Instant lastUsed) {

    @Override
    public String toString() {
        return "the password of " + id;
    }
}
