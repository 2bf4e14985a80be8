package org.pokana.change;

import java.time.Instant;
import org.pokana.forum.Forum;
import org.pokana.kernel.ContactId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** One person's word that they have understood one version of a forum. */
@Document("acknowledgements")
@CompoundIndex(def = "{'forum': 1, 'version': 1}")
record Acknowledgement(
        @Id String id, String forum, long version, @Indexed String contact, Instant at) {

    static String id(Forum forum, ContactId person) {
        return forum.id() + ":" + forum.version() + ":" + person;
    }
}
