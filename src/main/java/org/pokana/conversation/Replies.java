package org.pokana.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Line;
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
        var tapped = incoming.tapped();
        for (Content content : Unfinished.inWords(says, words, language)) {
            var post = Post.of(
                    "reply:" + before.id() + ":" + (before.version() + 1) + ":" + posts.size(),
                    id,
                    incoming.from(),
                    Lane.REPLY,
                    content,
                    before.cause(),
                    now);
            if (tapped != null && content instanceof Content.Text) {
                post = post.replacing(tapped); // the first text takes the place of the message whose button was pressed
                tapped = null;
            }
            posts.add(post);
        }
        return posts;
    }
}
