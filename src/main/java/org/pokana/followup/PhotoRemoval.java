package org.pokana.followup;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Contacts;
import org.pokana.followup.Material.Sort;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment.Item;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Channels;
import org.pokana.messaging.Content;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Post;
import org.springframework.stereotype.Component;

/**
 * Takes materials away: from now on nobody gets them, and where the channel can, they go from the chats they went to.
 * Each step goes through the outbox under an id that follows from what is taken away, so it may be repeated.
 */
@Component
public class PhotoRemoval {

    private final Materials materials;
    private final PhotoRequests requests;
    private final PublicPhotos photos;
    private final Prints prints;
    private final Forums forums;
    private final Registrations registrations;
    private final Contacts contacts;
    private final Team team;
    private final Outbox outbox;
    private final Channels channels;
    private final KeptFiles files;
    private final Clock clock;

    PhotoRemoval(
            Materials materials,
            PhotoRequests requests,
            PublicPhotos photos,
            Prints prints,
            Forums forums,
            Registrations registrations,
            Contacts contacts,
            Team team,
            Outbox outbox,
            Channels channels,
            KeptFiles files,
            Clock clock) {
        this.materials = materials;
        this.requests = requests;
        this.photos = photos;
        this.prints = prints;
        this.forums = forums;
        this.registrations = registrations;
        this.contacts = contacts;
        this.team = team;
        this.outbox = outbox;
        this.channels = channels;
        this.files = files;
        this.clock = clock;
    }

    /** False when it was gone already. */
    boolean remove(Forum forum, Sort sort, int number) {
        return materials
                .remove(forum.id(), sort, number)
                .map(material -> {
                    clear(material);
                    return true;
                })
                .orElse(false);
    }

    /** One tick: finishes what a crash left half done. */
    public void carryOn() {
        materials.uncleared().forEach(this::clear);
    }

    private void clear(Material material) {
        var item = material.item();
        outbox.callOff(PhotoRequests.cause(material), Optional.empty(), "the photo is gone");
        if (item != null) {
            outbox.put(holders(material.forum())
                    .flatMap(contact -> contact.reaches().stream())
                    .map(Reach::address)
                    .flatMap(address -> copies(address, item))
                    .toList());
            photos.drop(item);
            prints.drop(item);
            files.discard(List.of(item.file()));
        }
        forums.find(material.forum()).ifPresent(forum -> requests.met(forum, material));
        materials.cleared(material);
    }

    /** Everybody who can have got it. */
    private Stream<Contact> holders(String forum) {
        var seated = registrations.of(forum).stream()
                .filter(registration -> !registration.isGuest())
                .map(Registration::contactId)
                .flatMap(person -> contacts.find(person).stream());
        return Stream.concat(seated, team.members().stream())
                .collect(toMap(Contact::key, contact -> contact, (one, same) -> one))
                .values()
                .stream();
    }

    private Stream<Post> copies(Address address, Item item) {
        if (!(channels.of(address).orElse(null) instanceof Channel.Deletable channel)) {
            return Stream.empty();
        }
        return outbox.arrived(address, clock.instant().minus(channel.deletableFor())).stream()
                .flatMap(message -> withdrawal(message, item).stream());
    }

    /** The picture alone where the album is as many messages as pictures; else the album again without it. */
    private Optional<Post> withdrawal(Message message, Item item) {
        if (!(message.content() instanceof Content.Media media) || message.receipt() == null) {
            return Optional.empty();
        }
        var items = media.items();
        int place = IntStream.range(0, items.size())
                .filter(each -> items.get(each).file().equals(item.file()))
                .findFirst()
                .orElse(-1);
        if (place < 0) {
            return Optional.empty();
        }
        var receipts = Objects.requireNonNull(message.receipt()).split(",");
        if (receipts.length == items.size()) {
            return Optional.of(post(message, item, new Content.Withdrawal()).replacing(receipts[place]));
        }
        var others =
                items.stream().filter(each -> !each.equals(items.get(place))).toList();
        return Optional.of(post(message, item, new Content.Media(others, media.words()))
                .replacing(Objects.requireNonNull(message.receipt())));
    }

    private Post post(Message message, Item item, Content content) {
        return Post.of(
                "photo-gone:" + item.file() + ":" + message.id(),
                new ContactId(message.contact()),
                message.address(),
                Lane.REMINDER,
                content,
                "photo-gone:" + item.file(),
                clock.instant());
    }
}
