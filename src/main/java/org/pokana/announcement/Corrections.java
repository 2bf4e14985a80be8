package org.pokana.announcement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.Attachment.Kind;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Caption;
import org.pokana.messaging.Content.Media;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.Fit;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.springframework.stereotype.Component;

/**
 * Puts better words and pictures in the place of those that people already have, each part of a message in the place of
 * the same part; where a channel cannot, they get it anew.
 */
@Component
class Corrections {

    static final String CAUSE = "announcement-fix:";

    private final Announcements announcements;
    private final Contacts contacts;
    private final Letters letters;
    private final Outbox outbox;
    private final Channels channels;
    private final Clock clock;

    Corrections(
            Announcements announcements,
            Contacts contacts,
            Letters letters,
            Outbox outbox,
            Channels channels,
            Clock clock) {
        this.announcements = announcements;
        this.contacts = contacts;
        this.letters = letters;
        this.outbox = outbox;
        this.channels = channels;
        this.clock = clock;
    }

    /** A picture can take the place of a picture; more or fewer than there are, or another kind, cannot. */
    static boolean canReplace(List<Item> old, List<Item> better) {
        return old.equals(better)
                || old.size() == better.size()
                        && IntStream.range(0, old.size())
                                .allMatch(
                                        i -> old.get(i).kind() == better.get(i).kind()
                                                && old.get(i).kind() != Kind.VOICE);
    }

    int reach(Announcement announcement) {
        return (int) arrived(announcement).values().stream()
                .filter(Corrections::isFirst)
                .count();
    }

    /** Safe to repeat with the same words; says how many people they go to. */
    int correct(Announcement wrong, Dictated right) {
        var letter = new Letter(wrong.id(), right.texts(), right.media(), wrong.audience(), wrong.terms());
        boolean sameFiles = right.media().equals(wrong.items());
        var arrived = arrived(wrong);
        arrived.values().stream()
                .filter(Corrections::isFirst)
                .forEach(first -> outbox.put(posts(letter, first, arrived, sameFiles)));
        announcements.correct(wrong.id(), right); // last: what was changed is known by what was before
        return reach(wrong);
    }

    private static boolean isFirst(Message message) {
        return message.continues().isEmpty();
    }

    private Map<String, Message> arrived(Announcement announcement) {
        return outbox.of(announcement.cause(), List.of(Message.State.SENT)).stream()
                .collect(Collectors.toMap(Message::id, Function.identity()));
    }

    private List<Post> posts(Letter right, Message first, Map<String, Message> arrived, boolean sameFiles) {
        return contacts.find(new ContactId(first.contact())).stream()
                .flatMap(contact -> posts(right, contact, first, arrived, sameFiles).stream())
                .toList();
    }

    private List<Post> posts(
            Letter right, Contact contact, Message first, Map<String, Message> arrived, boolean sameFiles) {
        var parts = parts(letters.letter(right, contact.language()), first, arrived);
        var posts = new ArrayList<Post>();
        for (int i = 0; i < parts.size() || arrived.containsKey(part(first.id(), i)); i++) {
            var id = part(first.id(), i);
            var earlier = arrived.get(id);
            var better = i < parts.size()
                    ? better(parts.get(i), earlier, sameFiles)
                    : Optional.<Content>of(new Content.Withdrawal());
            better.map(content -> post(right, first, id, content))
                    .map(post -> earlier == null ? post : post.amending(id))
                    .ifPresent(posts::add);
        }
        return posts;
    }

    private static String part(String message, int number) {
        return number == 0 ? message : message + "+" + number;
    }

    /** Words that stand below their picture stay there, even if they would fit under it now. */
    private List<Content> parts(Content letter, Message first, Map<String, Message> arrived) {
        var parts = Fit.to(channels.abilities(first.address()), letter);
        boolean wereApart = arrived.containsKey(part(first.id(), 1));
        return parts.size() == 1 && wereApart && letter instanceof Media media
                ? List.of(new Media(media.items(), Text.NONE), media.words())
                : parts;
    }

    /** Empty when that part is as it should be. */
    private static Optional<Content> better(Content part, @Nullable Message earlier, boolean sameFiles) {
        if (!(part instanceof Media media) || earlier == null || !sameFiles) {
            return Optional.of(part);
        }
        boolean wordless =
                media.words().saysNothing() && Content.words(earlier.content()).saysNothing();
        return wordless ? Optional.empty() : Optional.of(new Caption(media.words()));
    }

    private Post post(Letter right, Message first, String part, Content content) {
        return Post.of(
                "annfix:" + Integer.toHexString(right.fingerprint()) + ":" + part,
                new ContactId(first.contact()),
                first.address(),
                Lane.ANNOUNCEMENT,
                content,
                CAUSE + right.id(),
                clock.instant());
    }
}
