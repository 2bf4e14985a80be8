package org.pokana.scanner;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Flow;
import org.pokana.forum.Arrivals;
import org.pokana.forum.DoorList;
import org.pokana.forum.Forums;
import org.pokana.forum.Registrations;
import org.pokana.messaging.Links;
import org.pokana.messaging.Words;
import org.pokana.paper.PaperKit;
import org.springframework.data.mongodb.core.MongoOperations;

/** Phones at the door, put together as Spring does. */
public final class ScannerKit {

    public final PaperKit papers;
    public final Scanners scanners;
    public final Scanning scanning;
    private final Forums forums;
    private final Clock clock;

    public ScannerKit(MongoOperations store, Contacts contacts, Registrations registrations, Words words, Clock clock) {
        this.clock = clock;
        forums = new Forums(store, clock);
        papers = new PaperKit(store, registrations, words, clock);
        scanners =
                new Scanners(store, contacts, () -> UUID.randomUUID().toString().replace("-", ""), clock);
        scanning = new Scanning(
                forums, registrations, new Arrivals(store, clock), new DoorList(registrations), papers.passes, clock);
    }

    public static Class<?>[] documents() {
        return new Class<?>[] {Scanner.class};
    }

    public Flow flow() {
        return new OpenScanner(forums, scanners, new Links(List.of(), "https://pokana.example.org"), clock);
    }
}
