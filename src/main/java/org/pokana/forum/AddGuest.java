package org.pokana.forum;

import static org.pokana.conversation.Questions.oneOf;
import static org.pokana.conversation.Questions.yesNo;
import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Profile;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Seating.AlreadyIn;
import org.pokana.forum.Seating.Seated;
import org.pokana.forum.Seating.Waiting;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** An organizer registers somebody who has no chat: they count like everybody else and are written nothing. */
@Component
class AddGuest implements Flow {

    private static final int LONGEST_NAME = 80;
    private static final int ID = 12;

    private final Planned planned;
    private final Forums forums;
    private final Guests guests;
    private final Registrations registrations;
    private final WalkIns walkIns;
    private final Organisations organisations;
    private final CallNumbers numbers;
    private final Ids ids;
    private final Clock clock;

    AddGuest(
            Planned planned,
            Forums forums,
            Guests guests,
            Registrations registrations,
            WalkIns walkIns,
            Organisations organisations,
            CallNumbers numbers,
            Ids ids,
            Clock clock) {
        this.planned = planned;
        this.forums = forums;
        this.guests = guests;
        this.registrations = registrations;
        this.walkIns = walkIns;
        this.organisations = organisations;
        this.numbers = numbers;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "guest";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ", 2);
        var forum = planned.meant(talk, opening[0]).orElse(null);
        if (forum == null
                || forum.isCancelled()
                || forum.isOver(clock.instant()) && !forum.canBeNoted(clock.instant())) {
            return talk.end(talk.line("none").with(Facts.all(), Facts.menu()));
        }
        // Known before anything is asked: should the last answer be heard twice, it is the same guest.
        return opening.length > 1
                ? add(talk, forum, Registration.guest(opening[1]))
                : talk.goOnWith(name(), forum.id(), id());
    }

    /** Short, as it needs to be neither secret nor unique beyond its forum. */
    private String id() {
        var id = ids.next();
        return id.substring(0, Math.min(ID, id.length()));
    }

    private Ending add(Talk talk, Forum forum, ContactId guest) {
        var named = talk.ask(new WhichGuest(LONGEST_NAME, List.of(Facts.label(forum))));
        var organisation = talk.ask(new WhichOrganisation(organisations.in(forum.municipality()), Steps.NONE));
        var profile = new Profile(group(talk, forum), null, organisation, named.name());
        boolean open = forum.isOpen(clock.instant());
        boolean beyond = !open && forum.freeSeats() == 0;
        if (!talk.ask(yesNo(
                name(), "sure", named.said(), organisation, forum.title(), remark(forum, guest, profile, beyond)))) {
            return talk.end(talk.line("kept").with(again(forum), Facts.menu()));
        }
        if (open) {
            var seating = registrations.register(forum.id(), guest, profile);
            numbers.note(forum.id(), guest, named.number());
            return answer(talk, forum, profile, seating);
        }
        var admitted = walkIns.admit(forum.id(), guest, profile, beyond);
        numbers.note(forum.id(), guest, named.number());
        return admitted.map(seated -> seated(talk, forum, seated))
                .orElseGet(() -> talk.goOnWith(name(), forum.id(), guest.value().substring("guest-".length())));
    }

    /** Asked only where seats are kept for some. */
    private @Nullable String group(Talk talk, Forum forum) {
        return registrations.shares(forum).areReserved()
                ? talk.ask(oneOf("group", Groups.KEYS, key -> key, Groups::named))
                : null;
    }

    private Phrase remark(Forum forum, ContactId guest, Profile profile, boolean beyond) {
        var remarks = new ArrayList<Phrase>();
        guests.twin(forum, guest, profile)
                .ifPresent(twin -> remarks.add(phrase("guest.twin", Boards.name(twin), Boards.organisation(twin))));
        if (beyond) {
            remarks.add(phrase("guest.beyond", forum.seats().size(), forum.capacity()));
        } else {
            registrations
                    .obstacle(forum, profile)
                    .ifPresent(why -> remarks.add(phrase(ShareWords.by(Optional.of(why), "guest.full"))));
        }
        return remarks.stream()
                .reduce((some, another) -> phrase("forum.lines", some, another))
                .map(all -> phrase("forum.apart", all))
                .orElse(verbatim(""));
    }

    private Ending answer(Talk talk, Forum forum, Profile profile, Seating seating) {
        if (seating instanceof Seated seated) {
            return seated(talk, forum, seated.registration());
        }
        if (seating instanceof AlreadyIn in) {
            return seated(talk, forum, in.registration());
        }
        if (seating instanceof Waiting waiting) {
            return waiting(talk, forum, profile, waiting.position());
        }
        if (seating instanceof Seating.AlreadyWaiting waiting) {
            return waiting(talk, forum, profile, waiting.position());
        }
        return talk.goOnWith(name(), forum.id()); // it closed or began meanwhile
    }

    private Ending seated(Talk talk, Forum forum, Registration guest) {
        var line = talk.line("done", guest.number(), Boards.name(guest), forum.title());
        if (forum.canBeNoted(clock.instant())) {
            line = line.with(
                    Choice.to(phrase("checkin.redo", guest.number()), "checkin", forum.id(), guest.number() + "")
                            .as(Tone.GOOD));
        }
        return talk.end(line.with(again(forum), Choice.to("guests", forum.id()), Facts.menu()));
    }

    private static Ending waiting(Talk talk, Forum forum, Profile guest, int position) {
        var guestName = guest.name() == null ? "–" : guest.name();
        return talk.end(talk.line("waiting", guestName, forum.title(), Facts.position(position))
                .with(again(forum), Choice.to("guests", forum.id()), Facts.menu()));
    }

    private static Choice again(Forum forum) {
        return Choice.to("guest", forum.id());
    }
}
