package org.pokana.paper;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.pokana.contact.Responsible;
import org.pokana.conversation.Flow;
import org.pokana.forum.Arrivals;
import org.pokana.forum.Forums;
import org.pokana.forum.Registrations;
import org.pokana.messaging.Links;
import org.pokana.messaging.Words;
import org.springframework.data.mongodb.core.MongoOperations;

/** All papers, put together as Spring does. */
public final class PaperKit {

    public final Passes passes;
    public final Certificates certificates;
    final Seals seals;
    final ForParticipants forParticipants;
    final ForOrganizers forOrganizers;
    private final Forums forums;
    private final Registrations registrations;
    private final Clock clock;

    public PaperKit(MongoOperations store, Registrations registrations, Words words, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
        forums = new Forums(store, clock);
        var counted = new AtomicInteger();
        seals = new Seals(store, forums, () -> "secret" + counted.incrementAndGet());
        var arrivals = new Arrivals(store, clock);
        var links = new Links(List.of(), "https://pokana.example.org/");
        var printing = new Printing(words);
        var responsible = new Responsible("Сдружение „Среща“", "info@sreshta.example");
        passes = new Passes(seals, arrivals, links);
        forParticipants = new ForParticipants(printing, passes, responsible, words);
        forOrganizers = new ForOrganizers(printing, passes, registrations, links, words);
        certificates = new Certificates(printing, seals, forums, registrations, arrivals, responsible, links, words);
    }

    public List<Flow> flows() {
        var seats = new OwnSeat(forums, registrations, clock);
        return List.of(
                new SendLetter(seats, forParticipants),
                new ShowPass(seats, forParticipants),
                new SendCertificate(forums, registrations, certificates, clock),
                new FollowPoster(forums, clock),
                new PrintPapers(
                        forums, new Papers(forOrganizers, forParticipants, certificates, registrations), clock));
    }
}
