package org.pokana.followup;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pokana.contact.Contacts;
import org.pokana.forum.Forums;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Channels;
import org.pokana.messaging.KeptFiles;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Words;
import org.springframework.data.mongodb.core.MongoOperations;

/** Materials of forums, for pages that say there are some. */
public final class MaterialsKit {

    private static final ContactId IVAN = new ContactId("ivan");

    public final Takeaways takeaways;
    public final Album album;
    private final Materials materials;
    private final Window window;
    private final KeptFiles files;
    private final PhotoRequests requests;
    private final Forums forums;

    public MaterialsKit(MongoOperations store, Clock clock) {
        Ids ids = () -> "secret-name-of-a-file-" + UUID.randomUUID();
        forums = new Forums(store, clock);
        materials = new Materials(store, clock);
        window = new Window(store);
        takeaways = new Takeaways(materials, window);
        files = new KeptFiles(store, ids, clock, List.of(), "https://pokana.example");
        var photos = new PublicPhotos(store);
        var outbox = new Outbox(store, clock, new Channels(List.of()));
        var team = new Team(new Contacts(store, ids, clock), outbox, Words.read(Optional.empty()), clock);
        requests = new PhotoRequests(store, photos, team, clock);
        album = new Album(materials, photos, requests, new Prints(store, files), forums, clock);
    }

    /** A link that everybody may see. */
    public void show(String forum, String link) {
        add(forum, link);
        materials.of(forum, Material.Sort.LINK).forEach(window::show);
    }

    public void add(String forum, String link) {
        materials.add(forum, link, IVAN);
    }

    /** For those who were there, until {@link Album#show} says otherwise. */
    public void add(String forum, byte[] photo) {
        var kept = files.keep(new Address("webchat", "ivan"), "", photo);
        materials.add(forum, files.item(kept), IVAN);
    }

    public void takeMeOut(String forum, int photo) {
        requests.ask(
                forums.find(forum).orElseThrow(),
                materials.find(forum, Material.Sort.PHOTO, photo).orElseThrow(),
                IVAN);
    }
}
