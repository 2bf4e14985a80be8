package org.pokana.forum;

import java.time.Clock;
import org.springframework.data.mongodb.core.MongoOperations;

/** All that gives and takes seats, put together. */
record Counter(Forums forums, Seats seats, Book book, Ranks ranks, Promotion promotion, Handover handover) {

    static Counter of(MongoOperations store, Forums forums, Notices notices, Clock clock) {
        var seats = new Seats(store, clock);
        var book = new Book(store, clock);
        var offers = new Offers(forums, seats, book, notices.offers(), clock);
        var promotion = new Promotion(forums, seats, book, offers, notices, clock);
        var handover = new Handover(forums, seats, book, promotion, notices);
        return new Counter(forums, seats, book, new Ranks(store), promotion, handover);
    }
}
