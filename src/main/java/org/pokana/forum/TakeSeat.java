package org.pokana.forum;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.Objects;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Delegations.Offered;
import org.pokana.forum.Taking.AlreadyIn;
import org.pokana.forum.Taking.Own;
import org.pokana.forum.Taking.Taken;
import org.pokana.forum.Taking.TooLate;
import org.pokana.forum.Taking.Unknown;
import org.pokana.forum.Taking.Used;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Where a colleague's link leads: {@code /seat <token>} takes over their seat. */
@Component
class TakeSeat implements Flow {

    private final Forums forums;
    private final Delegations delegations;
    private final Registrations registrations;
    private final Contacts contacts;
    private final RegistrationConsent consent;
    private final Form form;
    private final Summary summary;
    private final Confirmation confirmation;

    TakeSeat(
            Forums forums,
            Delegations delegations,
            Registrations registrations,
            Contacts contacts,
            RegistrationConsent consent,
            Form form,
            Summary summary,
            Confirmation confirmation) {
        this.forums = forums;
        this.delegations = delegations;
        this.registrations = registrations;
        this.contacts = contacts;
        this.consent = consent;
        this.form = form;
        this.summary = summary;
        this.confirmation = confirmation;
    }

    @Override
    public String name() {
        return "seat";
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var token = talk.opening().strip();
        var obstacle = delegations.obstacle(token, talk.with());
        if (obstacle.isPresent()) {
            return answer(talk, obstacle.get());
        }
        var offered = delegations.offered(token);
        return offered.isPresent() ? take(talk, token, offered.get()) : answer(talk, new Unknown());
    }

    private Ending take(Talk talk, String token, Offered offered) {
        var forum = offered.forum();
        var giver = offered.by().profile();
        talk.say(
                "invitation",
                Objects.requireNonNullElse(giver.name(), "–"),
                Objects.requireNonNullElse(giver.organisation(), "–"),
                forum.title(),
                Facts.when(forum),
                Facts.place(forum));
        if (!consent.given(talk)) {
            return talk.end(talk.line("no-consent").with(Choice.to("forum", forum.id()), Facts.all()));
        }
        var known = prefilled(talk.contact().profile(), giver);
        var profile = summary.confirmed(
                talk,
                forum,
                form.completed(talk, forum, known),
                phrase("seat.confirm.yes"),
                Clash.before(inLine(talk, forum), forum, talk.with(), registrations, forums));
        consent.keep(talk);
        contacts.learn(talk.with(), profile);
        return answer(talk, delegations.take(token, talk.with(), profile));
    }

    /** Colleagues come from the same place; what the person told about themselves before comes first. */
    private static Profile prefilled(Profile known, Profile giver) {
        return new Profile(
                known.group() != null ? known.group() : giver.group(),
                known.municipality() != null ? known.municipality() : giver.municipality(),
                known.organisation() != null ? known.organisation() : giver.organisation(),
                known.name());
    }

    private Phrase inLine(Talk talk, Forum forum) {
        return registrations
                .find(forum.id(), talk.with())
                .filter(Registration::isWaiting)
                .map(waiting -> phrase("seat.in-line", Facts.position(registrations.position(waiting))))
                .orElse(verbatim(""));
    }

    private Ending answer(Talk talk, Taking taking) {
        if (taking instanceof Taken taken) {
            delegations.settle(talk.opening().strip());
            return confirmation.of(talk, taken.forum(), taken.registration());
        }
        if (taking instanceof AlreadyIn in) {
            return talk.end(talk.line(
                            "already-in", in.registration().number(), in.forum().title())
                    .with(Choice.to("my"), Choice.to("forum", in.forum().id()), Facts.menu()));
        }
        if (taking instanceof Own own) {
            return talk.end(talk.line("own", own.forum().title())
                    .with(Choice.to("withdraw", own.forum().id()), Choice.to("my"), Facts.menu()));
        }
        if (taking instanceof TooLate late) {
            return talk.end(talk.line("too-late", late.forum().title()).with(Facts.all(), Facts.menu()));
        }
        var line = talk.line(taking instanceof Used ? "used" : "unknown");
        return talk.end(line.with(Choice.to("my"), Facts.all()));
    }
}
