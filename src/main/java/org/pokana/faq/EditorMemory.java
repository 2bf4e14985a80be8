package org.pokana.faq;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pokana.faq.KeptEntry.Earlier;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Remembers;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Who wrote what is kept as long as the person is; after that the words remain, without a name. */
@Component
class EditorMemory implements Remembers, Forgets {

    private final MongoOperations store;

    EditorMemory(MongoOperations store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public List<?> of(ContactId contact, List<Address> addresses) {
        var current =
                store.find(by("now.author", contact), KeptEntry.class).stream().map(KeptEntry::now);
        var earlier =
                store.find(by("was.author", contact), Earlier.class).stream().map(Earlier::was);
        var drafts = Stream.of("author", "publishedBy")
                .flatMap(field -> store.find(by(field, contact), Draft.class).stream())
                .distinct()
                .map(draft -> told(draft.asked(), "DRAFT", draft.at()));
        return Stream.concat(
                        Stream.concat(current, earlier)
                                .distinct() // a crash may leave the current one among the earlier
                                .map(version -> told(
                                        version.entry().id(), version.change().name(), version.at())),
                        drafts)
                .toList();
    }

    private static Map<String, String> told(String what, String done, Instant at) {
        return Map.of("question", what, "done", done, "at", at.toString());
    }

    @Override
    public void forget(ContactId contact, List<Address> addresses) {
        unset("now.author", contact, KeptEntry.class);
        unset("was.author", contact, Earlier.class);
        unset("author", contact, Draft.class);
        unset("publishedBy", contact, Draft.class);
    }

    private void unset(String field, ContactId contact, Class<?> documents) {
        store.updateMulti(by(field, contact), new Update().unset(field), documents);
    }

    private static Query by(String field, ContactId contact) {
        return query(where(field).is(contact.value()));
    }
}
