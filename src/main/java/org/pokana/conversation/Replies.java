package org.pokana.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
import org.pokana.messaging.Brought;
import org.pokana.messaging.Content;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Post;
import org.pokana.messaging.Words;

/** Puts lines into the language of whoever reads them, under ids that make a second copy harmless. */
final class Replies {

    private final Contacts contacts;
    private final Words words;

    Replies(Contacts contacts, Words words) {
        this.contacts = contacts;
        this.words = words;
    }

    /** In the language the person has now, which may be another than when they wrote. */
    List<Post> posts(Incoming incoming, Conversation before, List<Line> says, Instant now) {
        var id = new ContactId(before.contact());
        var language = contacts.find(id).map(Contact::language).orElse(words.spoken(incoming.language()));
        var posts = new ArrayList<Post>();
        boolean placed = false;
        for (Content content : Unfinished.inWords(says, words, language)) {
            var post = Post.of(
                    before.replyId(before.version() + 1) + posts.size(),
                    id,
                    incoming.from(),
                    Lane.REPLY,
                    content,
                    before.cause(),
                    now);
            if (content instanceof Content.Text && !placed) {
                post = inPlace(post, incoming, before);
                placed = true;
            }
            posts.add(post);
        }
        return posts;
    }

    /** The first text takes the place of the message whose button was pressed, or of what was said to another of the group. */
    private static Post inPlace(Post post, Incoming incoming, Conversation before) {
        var tapped = incoming.tapped();
        return tapped != null
                ? post.replacing(tapped)
                : saidToTheOneBefore(incoming, before).map(post::amending).orElse(post);
    }

    /** Of several photos sent together each is a message of its own, but nobody wants an answer to each. */
    private static Optional<String> saidToTheOneBefore(Incoming incoming, Conversation before) {
        var showing = incoming.showing();
        var talk = before.talk();
        boolean together = showing != null
                && showing.group() != null
                && talk != null
                && talk.takesFiles()
                && talk.lastBrought()
                        .map(Brought::group)
                        .filter(showing.group()::equals)
                        .isPresent();
        return together ? before.lastShown() : Optional.empty();
    }
}
