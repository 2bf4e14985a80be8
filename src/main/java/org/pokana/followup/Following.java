package org.pokana.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.followup.FollowUp.Occasion;
import org.pokana.followup.FollowUp.State;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes to people after a forum: to those who came, to those who did not, and three months later; to each once. */
@Component
public class Following {

    private static final Logger log = LoggerFactory.getLogger(Following.class);

    /** What ended longer ago when we first hear of it is left in peace. */
    private static final Duration FRESH = Duration.ofDays(3);

    private static final int BATCH = 50;

    private final Forums forums;
    private final Registrations registrations;
    private final Impressions impressions;
    private final FollowUps followUps;
    private final Concerned concerned;
    private final Writing writing;
    private final Outbox outbox;
    private final Clock clock;

    Following(
            Forums forums,
            Registrations registrations,
            Impressions impressions,
            FollowUps followUps,
            Concerned concerned,
            Writing writing,
            Outbox outbox,
            Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.impressions = impressions;
        this.followUps = followUps;
        this.concerned = concerned;
        this.writing = writing;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One tick: any instance, any number of times, also at once. */
    public void followUp() {
        var now = clock.instant();
        plan(forums.upcoming(now.minus(FRESH)).stream()
                .filter(forum -> forum.isOver(now))
                .toList());
        followUps.due().forEach(this::doSafely);
    }

    private void plan(List<Forum> over) {
        var wanted = over.stream()
                .flatMap(forum -> Occasion.all().stream().map(occasion -> FollowUp.of(forum, occasion)))
                .toList();
        var known = followUps.known(wanted.stream().map(FollowUp::id).toList());
        wanted.stream().filter(each -> !known.contains(each.id())).forEach(followUps::add);
    }

    /** The trouble of one forum must not silence the others. */
    private void doSafely(FollowUp due) {
        try {
            forums.find(due.forum())
                    .filter(forum -> !forum.isCancelled())
                    .ifPresentOrElse(forum -> doNow(due, forum), () -> followUps.settle(due, State.SUPERSEDED));
        } catch (RuntimeException e) {
            log.error("following up forum {} failed and is tried again", due.forum(), e);
        }
    }

    private void doNow(FollowUp due, Forum forum) {
        var now = clock.instant();
        var allowed = later(due.occasion().dueAt(forum), FollowUp.considerate(now, forum));
        if (allowed.isAfter(now)) {
            followUps.postpone(due, allowed);
            return;
        }
        boolean tooLate = !now.isBefore(due.occasion().closes(forum));
        if (tooLate || (due.occasion() == Occasion.NEXT_DAY && nobodyWasNoted(forum))) {
            followUps.settle(due, State.LAPSED);
            return;
        }
        followUps.claim(due).ifPresent(claimed -> expand(claimed, forum));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Where nobody stood at the door with a list, nobody knows who was missing. */
    private boolean nobodyWasNoted(Forum forum) {
        return registrations.attended(forum.id()).isEmpty();
    }

    /** Goes on behind the cursor. A batch that was put but not noted is put again, and nobody gets it twice. */
    private void expand(FollowUp claimed, Forum forum) {
        var cursor = claimed.cursor();
        while (true) {
            var batch = next(claimed.occasion(), forum, cursor);
            if (batch.isEmpty()) {
                followUps.done(claimed);
                return;
            }
            outbox.put(posts(claimed.occasion(), forum, batch));
            cursor = batch.get(batch.size() - 1).id();
            if (!followUps.advance(claimed, cursor)) {
                return; // it changed hands
            }
        }
    }

    /** Somebody it may concern; ids say where to go on. */
    private record Somebody(String id, ContactId person) {

        static Somebody of(Registration registration) {
            return new Somebody(registration.id(), registration.contactId());
        }

        static Somebody of(Impression.Key key) {
            return new Somebody(key.id(), new ContactId(key.contact()));
        }
    }

    private List<Somebody> next(Occasion occasion, Forum forum, @Nullable String cursor) {
        return occasion == Occasion.QUARTER_LATER
                ? impressions.after(forum.id(), cursor, BATCH).stream()
                        .map(Somebody::of)
                        .toList()
                : registrations.confirmedAfter(forum.id(), cursor, BATCH).stream()
                        .map(Somebody::of)
                        .toList();
    }

    private List<Post> posts(Occasion occasion, Forum forum, List<Somebody> batch) {
        return batch.stream()
                .map(Somebody::person)
                .map(person -> concerned
                        .letter(occasion, forum, person)
                        .flatMap(letter -> writing.write(letter, forum, person)))
                .flatMap(Optional::stream)
                .toList();
    }
}
