package org.pokana.helpdesk;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.ContactId;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Who organizes, and who of them is on duty for which topic; as long as nobody is, everybody is. */
@Component
class Team {

    /** The topic of what seems to be about none. */
    static final String ANYTHING = "other";

    private final MongoOperations store;
    private final Contacts contacts;

    Team(MongoOperations store, Contacts contacts) {
        this.store = store;
        this.contacts = contacts;
    }

    /** Who answers on a topic, and who does when they do not. */
    @Document("duties")
    record Duty(@Id String topic, List<String> onDuty, List<String> deputies) {

        Duty {
            onDuty = onDuty == null ? List.of() : onDuty; // as long as nobody ever was
            deputies = deputies == null ? List.of() : deputies;
        }
    }

    /** Everybody who organizes and can be written to. */
    List<Contact> all() {
        try (var owners = contacts.withRole(Role.OWNER);
                var organizers = contacts.withRole(Role.ORGANIZER)) {
            return Stream.concat(owners, organizers)
                    .filter(contact -> contact.address().isPresent())
                    .distinct()
                    .toList();
        }
    }

    List<Contact> onDuty(@Nullable String topic) {
        var all = all();
        var named = all.stream()
                .filter(contact -> duty(topic).onDuty().contains(contact.key()))
                .toList();
        return named.isEmpty() ? all : named;
    }

    List<Contact> deputies(@Nullable String topic) {
        var all = all();
        var named = all.stream()
                .filter(contact -> duty(topic).deputies().contains(contact.key()))
                .toList();
        return named.isEmpty() ? all : named;
    }

    Duty duty(@Nullable String topic) {
        var name = topic == null ? ANYTHING : topic;
        return Optional.ofNullable(store.findById(name, Duty.class)).orElse(new Duty(name, List.of(), List.of()));
    }

    void answers(ContactId who, String topic) {
        change(topic, new Update().addToSet("onDuty", who.value()).pull("deputies", who.value()));
    }

    void standsIn(ContactId who, String topic) {
        change(topic, new Update().addToSet("deputies", who.value()).pull("onDuty", who.value()));
    }

    void isOff(ContactId who, String topic) {
        change(topic, new Update().pull("onDuty", who.value()).pull("deputies", who.value()));
    }

    private void change(String topic, Update update) {
        store.upsert(query(where("_id").is(topic)), update, Duty.class);
    }

    List<Duty> dutiesOf(ContactId who) {
        return store.findAll(Duty.class).stream()
                .filter(duty ->
                        duty.onDuty().contains(who.value()) || duty.deputies().contains(who.value()))
                .toList();
    }
}
