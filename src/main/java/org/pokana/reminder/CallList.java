package org.pokana.reminder;

import static org.pokana.kernel.Phrase.phrase;

import java.util.Optional;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.CallNumbers;
import org.pokana.forum.CallSheet;
import org.pokana.forum.Delays;
import org.pokana.forum.Facts;
import org.pokana.forum.Forum;
import org.pokana.forum.Planned;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** For organizers: who has not said whether they will come, to be called: {@code /call_list <forum>}. */
@Component
class CallList implements Flow {

    private final Planned planned;
    private final Registrations registrations;
    private final Unanswered unanswered;
    private final Delays delays;
    private final CallNumbers numbers;

    CallList(Planned planned, Registrations registrations, Unanswered unanswered, Delays delays, CallNumbers numbers) {
        this.planned = planned;
        this.registrations = registrations;
        this.unanswered = unanswered;
        this.delays = delays;
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "call_list";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ", 2);
        var forum = planned.meant(talk, opening[0]).orElse(null);
        if (forum == null) {
            return talk.end(talk.line("none").with(Facts.all(), Facts.menu()));
        }
        if (!planned.isToCome(forum)) {
            return talk.end(talk.line("gone", forum.title()).with(Facts.all(), Facts.menu()));
        }
        var open = unanswered.of(forum);
        if (open.isEmpty()) {
            return talk.end(talk.line("empty", numbers(forum)).with(Facts.menu()));
        }
        var sheet = CallSheet.of(open, numbers, opening.length < 2 ? "" : opening[1], name(), forum);
        return talk.end(talk.line("list", numbers(forum), open.size(), sheet.lines())
                .with(sheet.further())
                .with(Choice.to(phrase("call_list.again"), name(), forum.id()), Facts.menu()));
    }

    private Phrase numbers(Forum forum) {
        var held = registrations.of(forum.id());
        var late = delays.of(forum);
        return phrase(
                "call_list.numbers",
                Facts.label(forum),
                held.stream()
                        .filter(registration -> registration.isConfirmed() && registration.coming())
                        .count(),
                held.stream().filter(Registration::isConfirmed).count(),
                held.stream()
                        .filter(registration -> registration.isConfirmed() && late.containsKey(registration.contact()))
                        .count());
    }
}
