package org.pokana.change;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.kernel.Address;
import org.pokana.kernel.Choice;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** Shows the organizer who changed a forum how many have understood it: one message, changed while people answer. */
@Component
public class LiveCount {

    /** Services take edits of one message ill that come faster. */
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    /** As long as the notices are still to be written, such as in the night. */
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(10);

    /** Longer than that nobody looks at the message any more, and some services do not let it be changed. */
    private static final Duration WATCHED = Duration.ofHours(48);

    private final Watches watches;
    private final Tallies tallies;
    private final Forums forums;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Channels channels;
    private final Words words;
    private final Clock clock;

    LiveCount(
            Watches watches,
            Tallies tallies,
            Forums forums,
            Contacts contacts,
            Outbox outbox,
            Channels channels,
            Words words,
            Clock clock) {
        this.watches = watches;
        this.tallies = tallies;
        this.forums = forums;
        this.contacts = contacts;
        this.outbox = outbox;
        this.channels = channels;
        this.words = words;
        this.clock = clock;
    }

    /** To be called every few seconds, by any instance. */
    public void show() {
        watches.due().forEach(this::show);
    }

    private void show(Watch watch) {
        var now = clock.instant();
        var forum = forums.find(watch.forum()).orElse(null);
        if (forum == null || forum.version() != watch.version() || isOver(watch, forum, now)) {
            watches.end(watch); // a later change has a message of its own
            return;
        }
        if (forum.told().version() < forum.version()) {
            watches.nextLook(watch, now.plus(UNTIL_TOLD));
            return;
        }
        var tally = tallies.of(forum);
        var says = tally.understood() + "/" + tally.people() + "/" + tally.left();
        if (tally.people() + tally.left() > 0 && !says.equals(watch.shown()) && isReadyForMore(watch)) {
            say(watch, tally.words(forum), forum);
            watches.shown(watch, says, now.plus(BETWEEN));
            return;
        }
        watches.nextLook(watch, now.plus(BETWEEN));
    }

    private static boolean isOver(Watch watch, Forum forum, Instant now) {
        return forum.isOver(now) || now.isAfter(watch.since().plus(WATCHED)) && watch.messages() > 0;
    }

    /** One message, and then only where it can be changed: nobody wants one every three seconds. */
    private boolean isReadyForMore(Watch watch) {
        if (watch.messages() == 0) {
            return true;
        }
        boolean arrived = outbox.find(id(watch, 0)).map(Message::receipt).isPresent();
        boolean settled = outbox.find(id(watch, watch.messages() - 1))
                .map(last -> last.state().isFinal())
                .orElse(true);
        return arrived && settled && isEditable(watch.reportTo());
    }

    private boolean isEditable(@Nullable String address) {
        return address != null
                && channels.of(Address.parse(address))
                        .map(Channel.Editable.class::isInstance)
                        .orElse(false);
    }

    private void say(Watch watch, Phrase tally, Forum forum) {
        var by = watch.by();
        var to = watch.reportTo();
        if (by == null || to == null) {
            return;
        }
        var organizer = new ContactId(by);
        var line = Line.of(
                        phrase("change.live", tally),
                        Choice.to("understood_by", forum.id()),
                        Choice.to("menu").as(Choice.Tone.AWAY))
                .thatLasts();
        var language = contacts.find(organizer).map(Contact::language).orElse(Locale.forLanguageTag("bg"));
        var post = Post.of(
                id(watch, watch.messages()),
                organizer,
                Address.parse(to),
                Lane.REPLY,
                words.content(line, language),
                "change-count:" + watch.id(),
                clock.instant());
        outbox.put(List.of(watch.messages() == 0 ? post : post.amending(id(watch, 0))));
    }

    private static String id(Watch watch, int number) {
        return "chgcount:" + watch.id() + ":" + number;
    }
}
