package org.pokana.console;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pokana.archive.Archive;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Contacts;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.helpdesk.TeamTalks;
import org.pokana.kernel.Address;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Ids;
import org.pokana.messaging.Chats;
import org.pokana.messaging.Spoken;
import org.pokana.privacy.Retention;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A talk as it went, a piece at a time; at its end it goes on by itself. */
@DeskPage
class TalkPages {

    private static final int PIECE = 40;
    private static final int AROUND = 12;
    private static final int MOST_WAITING = 20;

    private final Contacts contacts;
    private final Chats chats;
    private final TeamTalks talks;
    private final Retention retention;
    private final Looks looks;
    private final PersonNames names;
    private final Ids ids;
    private final ZoneId zone;
    private final Clock clock;

    TalkPages(
            Contacts contacts,
            Chats chats,
            TeamTalks talks,
            Retention retention,
            Looks looks,
            PersonNames names,
            Ids ids,
            ConsoleSettings settings,
            Clock clock) {
        this.contacts = contacts;
        this.chats = chats;
        this.talks = talks;
        this.retention = retention;
        this.looks = looks;
        this.names = names;
        this.ids = ids;
        this.zone = settings.zone();
        this.clock = clock;
    }

    /**
     * @param before what was said before that moment, in milliseconds
     * @param at what was said around that moment
     */
    @GetMapping("/desk/contacts/{id}/talk")
    String show(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Long at,
            Locale language,
            Model model) {
        var person = readable(id);
        looks.note(me, Looks.INTO_A_TALK, person);
        var where = addresses(person);
        var end = before == null ? clock.instant().plusMillis(1) : moment(before);
        var said = at == null ? chats.before(where, end, PIECE) : around(where, moment(at));
        boolean first =
                said.isEmpty() || chats.before(where, said.get(0).at(), 1).isEmpty();
        model.addAttribute("event", ids.next());
        model.addAttribute("longest", TeamTalks.LONGEST);
        model.addAttribute("earlier", first ? null : said.get(0).at().toEpochMilli());
        model.addAttribute("latest", before == null && at == null);
        model.addAttribute("more", false);
        model.addAttribute("forgotten", forgotten(person));
        put(me, person, said, null, language, model);
        return "desk/talk";
    }

    private Contact readable(String id) {
        return contacts.find(new ContactId(id))
                .filter(Archive::mayBeRead)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static List<Address> addresses(Contact person) {
        return person.reaches().stream().map(Reach::address).toList();
    }

    private static Instant moment(long millis) {
        return Instant.ofEpochMilli(Math.max(0, Math.min(millis, Integer.MAX_VALUE * 1000L)));
    }

    private List<Spoken> around(List<Address> where, Instant moment) {
        var all = new ArrayList<>(chats.before(where, moment.plusMillis(1), PIECE - AROUND));
        all.addAll(chats.after(where, moment, AROUND));
        return all;
    }

    /** Since when what was said is kept, if they talked with us before that; else null. */
    private @Nullable LocalDate forgotten(Contact person) {
        var horizon = retention.horizon();
        return person.since().isBefore(horizon) ? horizon.atZone(zone).toLocalDate() : null;
    }

    /** Asked for again and again by the end of the page: what was said since, and who is talking. */
    @GetMapping("/desk/contacts/{id}/talk/news")
    String news(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam long after,
            Locale language,
            Model model) {
        var person = readable(id);
        looks.note(me, Looks.INTO_A_TALK, person);
        var since = moment(after);
        model.addAttribute("latest", true);
        model.addAttribute("more", true);
        put(me, person, chats.after(addresses(person), since, PIECE), since, language, model);
        return "desk/talk :: news";
    }

    private void put(
            Organizer me, Contact person, List<Spoken> said, @Nullable Instant since, Locale language, Model model) {
        var waiting = chats.waiting(addresses(person), MOST_WAITING);
        var all = new ArrayList<>(said);
        all.addAll(waiting);
        var writers = talks.writers(all.stream().map(Spoken::id).toList(), language);
        var view = new TalkView(
                zone, writers, since == null ? null : since.atZone(zone).toLocalDate());
        var rows = view.rows(all);
        model.addAttribute("person", person);
        model.addAttribute("name", names.of(person, language));
        model.addAttribute("rows", rows.subList(0, said.size()));
        model.addAttribute("waiting", rows.subList(said.size(), rows.size()));
        model.addAttribute("until", until(said, since).toEpochMilli());
        model.addAttribute(
                "under", talks.under(person.id(), me.contact(), language).orElse(null));
        model.addAttribute("reachable", person.address().isPresent());
        model.addAttribute("zone", zone);
    }

    private static Instant until(List<Spoken> said, @Nullable Instant since) {
        if (!said.isEmpty()) {
            return said.get(said.size() - 1).at();
        }
        return since == null ? Instant.EPOCH : since;
    }
}
