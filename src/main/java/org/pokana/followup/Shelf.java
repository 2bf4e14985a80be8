package org.pokana.followup;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.followup.Material.Sort;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.messaging.KeptFile;
import org.pokana.messaging.KeptFiles;
import org.springframework.stereotype.Component;

/** What people take along from a forum, as the team looks after it away from the chat, by the same rules as in it. */
@Component
public class Shelf {

    /** In one go; there can be another. */
    public static final int MOST = AddMaterials.MOST;

    private final Materials materials;
    private final Window window;
    private final PhotoRemoval removal;
    private final PhotoRequests requests;
    private final PhotoConsents consents;
    private final Registrations registrations;
    private final KeptFiles files;

    Shelf(
            Materials materials,
            Window window,
            PhotoRemoval removal,
            PhotoRequests requests,
            PhotoConsents consents,
            Registrations registrations,
            KeptFiles files) {
        this.materials = materials;
        this.window = window;
        this.removal = removal;
        this.requests = requests;
        this.consents = consents;
        this.registrations = registrations;
        this.files = files;
    }

    /**
     * One thing.
     *
     * @param sort {@code file}, {@code link} or {@code photo}
     * @param name of a file, or the link with what stands around it
     * @param file by which it is kept; null for a link
     * @param unwanted whether somebody does not want to be seen on it
     * @param open whether everybody sees it on the page of the forum
     */
    public record Thing(
            String sort,
            int number,
            String name,
            @Nullable String file,
            boolean picture,
            long bytes,
            boolean unwanted,
            boolean open) {}

    /** Files, then links, then photos. */
    public List<Thing> of(String forum) {
        var unwanted = new HashSet<>(requests.open(forum));
        var shown = window.of(forum);
        return Stream.of(Sort.FILE, Sort.LINK, Sort.PHOTO)
                .flatMap(sort -> materials.of(forum, sort).stream())
                .map(material -> thing(material, unwanted.contains(material.number()), shown.contains(material.id())))
                .toList();
    }

    private static Thing thing(Material material, boolean unwanted, boolean shown) {
        var item = material.item();
        boolean photo = material.sort() == Sort.PHOTO;
        return new Thing(
                material.sort().said(),
                material.number(),
                item == null ? Objects.requireNonNullElse(material.words(), "") : item.name(),
                item == null ? null : item.file(),
                item != null && item.kind() == org.pokana.kernel.Attachment.Kind.PHOTO,
                item == null ? 0 : item.bytes(),
                photo && unwanted,
                shown);
    }

    /** The photos that nobody wants to be taken out of. */
    public List<Thing> album(String forum) {
        return of(forum).stream()
                .filter(thing -> thing.sort().equals("photo") && !thing.unwanted())
                .toList();
    }

    public Optional<byte[]> bytes(Thing thing) {
        return Optional.ofNullable(thing.file()).flatMap(files::find).flatMap(files::bytes);
    }

    /** The numbers of those who do not want to be photographed. */
    public List<Long> refused(String forum) {
        return consents.refused(forum).stream()
                .flatMap(person -> registrations.find(forum, person).stream())
                .map(Registration::number)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    public String listed(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** What became of something that was to be added. */
    public enum Added {
        ADDED,
        EMPTY,
        TOO_BIG,
        NO_LINK,
        /** Nobody could say whose it is. */
        UNKNOWN
    }

    public Added add(Forum forum, String name, byte[] bytes, Contact by) {
        if (bytes.length == 0) {
            return Added.EMPTY;
        }
        if (bytes.length > KeptFiles.LARGEST) {
            return Added.TOO_BIG;
        }
        var from = by.address().orElse(null);
        if (from == null) {
            return Added.UNKNOWN;
        }
        KeptFile kept = files.keep(from, name, bytes);
        materials.add(forum.id(), files.item(kept), by.id());
        return Added.ADDED;
    }

    public Added add(Forum forum, String link, Contact by) {
        if (!Handout.isLink(link)) {
            return Added.NO_LINK;
        }
        materials.add(forum.id(), link.strip(), by.id());
        return Added.ADDED;
    }

    /** On the page of the forum, for everybody, or no longer; never a photo. False when there is no such thing. */
    public boolean show(Forum forum, String sort, int number, boolean open) {
        var found = Stream.of(Sort.FILE, Sort.LINK)
                .filter(each -> each.said().equals(sort))
                .flatMap(each -> materials.find(forum.id(), each, number).stream())
                .findFirst();
        found.ifPresent(open ? window::show : window::hide);
        return found.isPresent();
    }

    /** Nobody gets it any more, and as far as that can be it goes from the chats; false when it was gone already. */
    public boolean remove(Forum forum, String sort, int number) {
        return Stream.of(Sort.values())
                .filter(each -> each.said().equals(sort.toLowerCase(Locale.ROOT)))
                .anyMatch(each -> removal.remove(forum, each, number));
    }
}
