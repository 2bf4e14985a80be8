package org.pokana.contact;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact.Reach;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.settings.Chosen;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Everybody we talk to. Each change is one write to one document and is safe to repeat. Whoever chose a language that is
 * not offered any more is spoken to in Bulgarian, and in the one they chose once it is offered again.
 */
@Component
public class Contacts {

    private final MongoOperations store;
    private final Ids ids;
    private final Clock clock;
    private final List<Welcomes> welcomes;
    private final Supplier<Chosen> chosen;
    private volatile Consumer<Contact> rolesWatcher = contact -> {};
    private volatile Function<Profile, List<String>> spelling = profile -> List.of();

    @Autowired
    public Contacts(MongoOperations store, Ids ids, Clock clock, List<Welcomes> welcomes, Supplier<Chosen> chosen) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.welcomes = welcomes;
        this.chosen = chosen;
    }

    /** Where nobody has a role from the first word. */
    public Contacts(MongoOperations store, Ids ids, Clock clock) {
        this(store, ids, clock, List.of(), () -> Chosen.NOTHING);
    }

    /** The person at this address; somebody new speaks the given language until they choose another. */
    public Contact meet(Address address, Locale language) {
        return at(address).orElseGet(() -> welcome(address, language));
    }

    private Contact welcome(Address address, Locale language) {
        var now = clock.instant();
        var contact = new Contact(
                ids.next(),
                List.of(new Reach(address.toString(), true, now)),
                language,
                Profile.UNKNOWN,
                List.of(),
                false,
                false,
                roles(address),
                now);
        try {
            var known = store.insert(contact);
            if (!known.roles().isEmpty()) {
                rolesWatcher.accept(known);
            }
            return known;
        } catch (DuplicateKeyException metMeanwhile) {
            return at(address).orElseThrow(() -> metMeanwhile);
        }
    }

    private Set<Role> roles(Address address) {
        return welcomes.stream()
                .flatMap(welcome -> welcome.rolesOf(address).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Contact> at(Address address) {
        return Optional.ofNullable(store.findOne(query(where("reaches.at").is(address.toString())), Contact.class))
                .map(this::asSpokenTo);
    }

    public Optional<Contact> find(ContactId id) {
        return Optional.ofNullable(store.findById(id.value(), Contact.class)).map(this::asSpokenTo);
    }

    private Contact asSpokenTo(Contact contact) {
        return chosen.get().offers(contact.language().getLanguage())
                ? contact
                : contact.spokenToIn(Locale.forLanguageTag(Chosen.USUAL_LANGUAGE));
    }

    /** Everybody known up to a moment, in the order of their ids, after the given id: a cursor that resumes. */
    public List<Contact> after(@Nullable String id, Instant knownUntil, int most) {
        var criteria = where("since").lte(knownUntil);
        if (id != null) {
            criteria.and("_id").gt(id);
        }
        return store.find(query(criteria).with(Sort.by("_id")).limit(most), Contact.class).stream()
                .map(this::asSpokenTo)
                .toList();
    }

    public Stream<Contact> all() {
        return store.stream(new Query(), Contact.class).map(this::asSpokenTo);
    }

    public Stream<Contact> withRole(Role role) {
        return store.stream(query(where("roles").is(role)), Contact.class).map(this::asSpokenTo);
    }

    /** Notes that a person spoke at an address, which also means they can be reached there again. */
    public void heardAt(Address address) {
        store.updateFirst(
                query(where("reaches.at").is(address.toString())),
                new Update().set("reaches.$.open", true).set("reaches.$.lastHeard", clock.instant()),
                Contact.class);
    }

    /** Notes that an address cannot be written to any more; undone when the person speaks there. */
    public void lost(Address address) {
        store.updateFirst(
                query(where("reaches.at").is(address.toString())),
                Update.update("reaches.$.open", false),
                Contact.class);
    }

    public void speaks(ContactId id, Locale language) {
        change(id, Update.update("language", language));
    }

    public void announcements(ContactId id, boolean off) {
        change(id, Update.update("announcementsOff", off));
    }

    public void reminders(ContactId id, boolean off) {
        change(id, Update.update("remindersOff", off));
    }

    /** Call only after the person consented. */
    public void learn(ContactId id, Profile profile) {
        change(id, Update.update("profile", profile).set("sought", spelling.apply(profile)));
    }

    /** By which words somebody is found; applies to what is learnt from then on. */
    public void soughtBy(Function<Profile, List<String>> words) {
        spelling = words;
    }

    /** Keeps one consent per purpose and text version; giving it twice is giving it once. */
    public void consents(ContactId id, Consent consent) {
        store.updateFirst(
                query(where("_id")
                        .is(id.value())
                        .and("consents")
                        .not()
                        .elemMatch(where("purpose")
                                .is(consent.purpose())
                                .and("textVersion")
                                .is(consent.textVersion()))),
                new Update().push("consents", consent),
                Contact.class);
    }

    /** The person as they are after the change. */
    public Optional<Contact> grant(ContactId id, Role role) {
        return changeRoles(id, new Update().addToSet("roles", role));
    }

    /** Takes a role away, at once and wherever they are signed in; the person as they are after it. */
    public Optional<Contact> withdraw(ContactId id, Role role) {
        return changeRoles(id, new Update().pull("roles", role));
    }

    private Optional<Contact> changeRoles(ContactId id, Update update) {
        var changed = Optional.ofNullable(store.findAndModify(
                        query(where("_id").is(id.value())),
                        update,
                        FindAndModifyOptions.options().returnNew(true),
                        Contact.class))
                .map(this::asSpokenTo);
        changed.ifPresent(rolesWatcher);
        return changed;
    }

    /** Forgets the person altogether; everything else that names them is the callers' to remove first. */
    public void forget(ContactId id) {
        var known = find(id);
        store.remove(query(where("_id").is(id.value())), Contact.class);
        known.filter(contact -> !contact.roles().isEmpty())
                .map(Contact::withoutRoles)
                .ifPresent(rolesWatcher);
    }

    /** Whoever shows people what they may do is told when that changes, after it did. */
    public void whenRolesChange(Consumer<Contact> watcher) {
        rolesWatcher = watcher;
    }

    private void change(ContactId id, Update update) {
        store.updateFirst(query(where("_id").is(id.value())), update, Contact.class);
    }
}
