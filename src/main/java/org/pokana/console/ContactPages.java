package org.pokana.console;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pokana.archive.Archive;
import org.pokana.archive.Directory;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Contacts;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Groups;
import org.pokana.forum.Municipalities;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.helpdesk.TeamTalks;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Chats;
import org.pokana.phone.PhoneNumbers;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Everybody who ever talked with us, and one of them with all that organizers need to know. */
@DeskPage
class ContactPages {

    private static final int ON_A_PAGE = 50;

    private final Directory directory;
    private final Contacts contacts;
    private final Registrations registrations;
    private final Forums forums;
    private final TeamTalks talks;
    private final Chats chats;
    private final Looks looks;
    private final PersonNames names;
    private final PhoneNumbers numbers;
    private final ZoneId zone;

    ContactPages(
            Directory directory,
            Contacts contacts,
            Registrations registrations,
            Forums forums,
            TeamTalks talks,
            Chats chats,
            Looks looks,
            PersonNames names,
            PhoneNumbers numbers,
            ConsoleSettings settings) {
        this.directory = directory;
        this.contacts = contacts;
        this.registrations = registrations;
        this.forums = forums;
        this.talks = talks;
        this.chats = chats;
        this.looks = looks;
        this.names = names;
        this.numbers = numbers;
        this.zone = settings.zone();
    }

    @GetMapping("/desk/contacts")
    String list(@ModelAttribute ContactWish wish, Model model) {
        int page = wish.pageNumber();
        var found = directory.find(wish.wish(), page * ON_A_PAGE, ON_A_PAGE);
        model.addAttribute("wish", wish);
        model.addAttribute("people", found.people());
        model.addAttribute("all", found.all());
        model.addAttribute("everybody", wish.isForAll());
        model.addAttribute("page", page);
        model.addAttribute("many", found.all() > Directory.MOST_COUNTED && !wish.isForAll());
        model.addAttribute("more", found.more());
        model.addAttribute("municipalities", Municipalities.KEYS);
        model.addAttribute("groups", Groups.KEYS);
        model.addAttribute("channels", ContactWish.CHANNELS);
        model.addAttribute("zone", zone);
        return "desk/contacts";
    }

    /** @param blockedAt null as long as they can be written to, or when they said it too long ago */
    public record Channel(
            String name,
            boolean open,
            Instant lastHeard,
            @Nullable Instant blockedAt) {}

    /** @param standing as on the list of the forum */
    public record Place(Forum forum, Registration registration, String standing) {}

    @GetMapping("/desk/contacts/{id}")
    String show(@ModelAttribute("me") Organizer me, @PathVariable String id, Locale language, Model model) {
        var person = find(id);
        looks.note(me, Looks.AT_A_PERSON, person);
        model.addAttribute("person", person);
        model.addAttribute("name", names.of(person, language));
        model.addAttribute("phone", numbers.of(person.key()).orElse(null));
        model.addAttribute("zone", zone);
        model.addAttribute("language", language);
        model.addAttribute(
                "channels", person.reaches().stream().map(this::channel).toList());
        model.addAttribute("places", places(person));
        model.addAttribute("questions", talks.askedBy(person.id(), me.contact(), language));
        model.addAttribute("announced", chats.announcedTo(person.id()));
        model.addAttribute("readable", Archive.mayBeRead(person));
        return "desk/contact";
    }

    private Contact find(String id) {
        return contacts.find(new ContactId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Channel channel(Reach reach) {
        return new Channel(
                reach.address().channel(),
                reach.open(),
                reach.lastHeard(),
                reach.open() ? null : chats.blockedAt(reach.address()).orElse(null));
    }

    private List<Place> places(Contact person) {
        return registrations.everOf(person.id()).stream()
                .flatMap(registration -> forums.find(registration.forum()).stream()
                        .map(forum -> new Place(forum, registration, standing(registration))))
                .sorted(Comparator.comparing((Place place) -> place.forum().starts())
                        .reversed())
                .toList();
    }

    private static String standing(Registration registration) {
        if (registration.isConfirmed()) {
            return registration.hasArrived() ? "HERE" : "SEAT";
        }
        return registration.isOffered() ? "KEPT" : registration.isWaiting() ? "WAITING" : "GONE";
    }
}
