package org.pokana.followup;

import static org.pokana.kernel.Phrase.phrase;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pokana.forum.Forum;
import org.pokana.kernel.Choice;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Words;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Who may be in the photos of which forum. Silence is no consent; the last word counts. */
@Component
class PhotoConsents {

    /** To be raised whenever {@code photos.question} says something else. */
    static final int TEXT_VERSION = 2;

    private final MongoOperations store;
    private final Words words;
    private final Clock clock;

    PhotoConsents(MongoOperations store, Words words, Clock clock) {
        this.store = store;
        this.words = words;
        this.clock = clock;
    }

    static Phrase text(Forum forum) {
        return phrase("photos.question", forum.title());
    }

    static Line question(Forum forum) {
        return Line.of(
                        text(forum),
                        Choice.to(phrase("photos.yes"), "photos", forum.id(), "yes"),
                        Choice.to(phrase("photos.no"), "photos", forum.id(), "no"),
                        SayHowItWas.menu())
                .thatLasts();
    }

    /** The contacts who have been asked, or said it unasked. */
    Set<String> asked(String forum) {
        return of(forum).stream().map(PhotoConsent::contact).collect(Collectors.toSet());
    }

    void asks(Forum forum, ContactId who) {
        try {
            store.insert(new PhotoConsent(
                    PhotoConsent.id(forum.id(), who.value()),
                    forum.id(),
                    who.value(),
                    null,
                    TEXT_VERSION,
                    null,
                    null,
                    clock.instant()));
        } catch (DuplicateKeyException askedMeanwhile) {
            return;
        }
    }

    void says(Forum forum, ContactId who, boolean yes, Locale language) {
        store.upsert(
                query(where("_id").is(PhotoConsent.id(forum.id(), who.value()))),
                Update.update("given", yes)
                        .set("forum", forum.id())
                        .set("contact", who.value())
                        .set("textVersion", TEXT_VERSION)
                        .set("textHash", hash(words.say(text(forum), language)))
                        .set("language", language.toLanguageTag())
                        .set("at", clock.instant()),
                PhotoConsent.class);
    }

    private static String hash(String shown) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Optional<Boolean> answer(String forum, ContactId who) {
        return Optional.ofNullable(store.findById(PhotoConsent.id(forum, who.value()), PhotoConsent.class))
                .map(PhotoConsent::given);
    }

    /** Those who said no. */
    List<ContactId> refused(String forum) {
        return of(forum).stream()
                .filter(consent -> Boolean.FALSE.equals(consent.given()))
                .map(consent -> new ContactId(consent.contact()))
                .toList();
    }

    private List<PhotoConsent> of(String forum) {
        return store.find(query(where("forum").is(forum)), PhotoConsent.class);
    }
}
