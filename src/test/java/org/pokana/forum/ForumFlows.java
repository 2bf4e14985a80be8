package org.pokana.forum;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.pokana.contact.Contacts;
import org.pokana.conversation.Flow;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Links;
import org.pokana.messaging.Outbox;
import org.pokana.messaging.Veto;
import org.pokana.messaging.Words;
import org.pokana.phone.PhoneFlows;
import org.pokana.phone.PhoneNumbers;
import org.springframework.data.mongodb.core.MongoOperations;

/** Everything people can do around forums, put together as Spring does. */
public final class ForumFlows {

    private ForumFlows() {}

    public static Planned planned(MongoOperations store, Words words, Clock clock) {
        return new Planned(new Forums(store, clock), new Meaning(new Vocabulary(words), words), clock);
    }

    public static Cards cards(Forums forums, Registrations registrations, Clock clock) {
        return new Cards(forums, registrations, clock);
    }

    public static Veto veto(Forums forums, Registrations registrations, Contacts contacts, Notices notices) {
        return new NoticeVeto(forums, registrations, contacts, notices);
    }

    public static Class<?>[] documents() {
        return new Class<?>[] {Forum.class, Registration.class, Delay.class, PhoneFlows.document()};
    }

    public static List<Flow> all(
            MongoOperations store, Contacts contacts, Outbox outbox, Words words, Clock clock, ChangeWatch... watches) {
        var forums = new Forums(store, clock);
        var notices = new Notices(outbox, contacts, words, clock);
        var registrations = new Registrations(store, forums, notices, clock);
        var delegations = new Delegations(store, forums, notices, clock);
        var links = new Links(List.of(), "https://pokana.example.org/");
        var counted = new AtomicInteger();
        Ids ids = () -> "token" + counted.incrementAndGet();
        var vocabulary = new Vocabulary(words);
        var meaning = new Meaning(vocabulary, words);
        var walkIns = new WalkIns(store, forums, notices, clock);
        var arrivals = new Arrivals(store, clock);
        var codes = new DoorCodes(store, ids, clock);
        var door = new AtTheDoor(forums, meaning, clock);
        var delays = new Delays(store, clock);
        var boards = new Boards(new DoorList(registrations), arrivals, delays);
        var numbers = new CallNumbers(store, forums, new PhoneNumbers(store, clock));
        var confirmation = new Confirmation(new PhoneNumbers(store, clock));
        var guests = new Guests(store, forums, registrations, numbers);
        var organisations = new Organisations(store);
        var cards = new Cards(forums, registrations, clock);
        var mine = new Mine(forums, registrations, meaning, clock);
        var form = new Form(organisations, new Origins(store), words);
        var consent = new RegistrationConsent(contacts, words, clock);
        var summary = new Summary(form);
        var planned = new Planned(forums, meaning, clock);
        var telling = new Telling(registrations, List.of(watches), clock);
        return List.of(
                new OfMySeat(forums, mine, meaning, words, clock),
                new FindForum(forums, meaning, cards, clock),
                new ListForums(forums, clock),
                new ShowForum(forums, cards, clock),
                new ShowAgenda(forums),
                new ShowPlace(forums),
                new Register(
                        forums, registrations, walkIns, contacts, consent, form, summary, meaning, confirmation, clock),
                new ShowMine(mine, registrations, clock),
                new Change(mine, registrations, contacts, form),
                new Unregister(mine, registrations, clock),
                new Delegate(mine, forums, registrations, delegations, links, ids, clock),
                new Withdraw(mine, delegations),
                new TakeSeat(forums, delegations, registrations, contacts, consent, form, summary, confirmation),
                new Coming(forums, registrations, mine, clock),
                new Accept(forums, registrations, mine, meaning, confirmation, clock),
                new SayLate(forums, registrations, delays, mine, clock),
                new Arrive(forums, registrations, mine, meaning, codes, arrivals, clock),
                new ShowDoorCode(door, codes, arrivals, links, clock),
                new CheckIn(door, forums, arrivals, boards, clock),
                new Admit(forums, arrivals, walkIns),
                new AddGuest(planned, forums, guests, registrations, walkIns, organisations, numbers, ids, clock),
                new ShowGuests(planned, guests, numbers),
                new RemoveGuest(forums, guests),
                new MoveForum(forums, planned, telling, vocabulary, clock),
                new ChangeAgenda(forums, planned, telling),
                new CancelForum(forums, planned, telling),
                new ShowNumbers(forums, registrations, clock),
                new ShowWaiting(planned, forums, registrations, new WaitingLine(registrations, clock)),
                new ShowDuplicates(
                        planned, forums, registrations, new Duplicates(store, registrations, forums, notices, clock)),
                new ShowShares(planned),
                new ReserveSeats(planned, registrations, vocabulary, clock),
                new LimitOrganisations(planned, registrations, clock),
                new Places(planned, forums, registrations));
    }
}
