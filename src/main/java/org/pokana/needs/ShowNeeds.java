package org.pokana.needs;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Phrase;
import org.pokana.needs.Need.Access;
import org.springframework.stereotype.Component;

/** For organizers: what is to be prepared for whom, by number: {@code /needs_list <forum> <page>}. */
@Component
class ShowNeeds implements Flow {

    private static final int A_PAGE = 2;
    private static final int MOST_FORUMS = 8;

    private final Forums forums;
    private final Registrations registrations;
    private final Needs needs;
    private final Clock clock;

    ShowNeeds(Forums forums, Registrations registrations, Needs needs, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.needs = needs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "needs_list";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    /** What one person needs. */
    private record Told(Registration registration, Need need) {}

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ", 2);
        return forums.find(opening[0])
                .map(forum -> show(talk, forum, opening.length > 1 ? opening[1] : ""))
                .orElseGet(() -> list(talk));
    }

    private Ending list(Talk talk) {
        var concerned = forums.upcoming(clock.instant()).stream()
                .filter(forum -> !told(forum).isEmpty())
                .toList();
        if (concerned.isEmpty()) {
            return talk.end(talk.line("none").with(Choice.to("forum_numbers"), SayNeeds.menu()));
        }
        return talk.end(talk.line("list")
                .with(concerned.stream()
                        .limit(MOST_FORUMS)
                        .map(forum -> Choice.to(Telling.label(forum), name(), forum.id()))
                        .toList())
                .with(SayNeeds.menu()));
    }

    /** Only of those who still hold a seat. */
    private List<Told> told(Forum forum) {
        return needs.of(forum.id()).stream()
                .flatMap(need -> registrations.find(forum.id(), new ContactId(need.contact())).stream()
                        .filter(Registration::isConfirmed)
                        .map(registration -> new Told(registration, need)))
                .sorted(Comparator.comparing((Told told) -> told.registration().number()))
                .toList();
    }

    private Ending show(Talk talk, Forum forum, String number) {
        var all = told(forum);
        var others = Choice.to(phrase("needs_list.others"), name()).as(Tone.AWAY);
        if (all.isEmpty()) {
            return talk.end(talk.line("nobody", Telling.label(forum)).with(others, SayNeeds.menu()));
        }
        int pages = (all.size() + A_PAGE - 1) / A_PAGE;
        int page = number.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(number), pages) : 1;
        var some = all.subList((page - 1) * A_PAGE, Math.min(all.size(), page * A_PAGE));
        var lines = some.stream()
                .map(ShowNeeds::line)
                .reduce((above, below) -> phrase("needs.lines", above, below))
                .orElseThrow();
        var line = talk.line(
                "what",
                Telling.label(forum),
                count(all, Access.WHEELCHAIR),
                count(all, Access.INTERPRETER),
                count(all, Access.HEARING),
                lines);
        if (pages > 1) {
            var next = String.valueOf(page % pages + 1);
            line = line.with(Choice.to(phrase("needs_list.more"), name(), forum.id(), next));
        }
        return talk.end(line.with(others, SayNeeds.menu()));
    }

    private static long count(List<Told> all, Access access) {
        return all.stream()
                .filter(told -> told.need().access().contains(access))
                .count();
    }

    private static Phrase line(Told told) {
        var said = new ArrayList<Phrase>();
        told.need().access().forEach(one -> said.add(phrase("needs." + one.said())));
        var other = told.need().other();
        if (other != null) {
            said.add(phrase("needs.quoted", other));
        }
        var all = said.stream()
                .reduce((one, another) -> phrase("needs.and", one, another))
                .orElseThrow();
        return phrase("needs_list.item", told.registration().number(), all);
    }
}
