package org.pokana.paper;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.forum.Beside;
import org.pokana.forum.Forum;
import org.pokana.forum.ForumChoice;
import org.pokana.forum.Forums;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.Choice;
import org.pokana.paper.OwnSeat.Held;
import org.springframework.stereotype.Component;

/** Gives whoever came their certificate as often as they ask, whether or not they said how it was. */
@Component
class SendCertificate implements Flow, Beside {

    private final Forums forums;
    private final Registrations registrations;
    private final Certificates certificates;
    private final Clock clock;

    SendCertificate(Forums forums, Registrations registrations, Certificates certificates, Clock clock) {
        this.forums = forums;
        this.registrations = registrations;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public List<Choice> onCard(Forum forum, @Nullable Registration own) {
        return own != null && isReady(forum, own) ? List.of(Choice.to(name(), forum.id())) : List.of();
    }

    private boolean isReady(Forum forum, Registration registration) {
        return forum.isOver(clock.instant()) && Certificates.isEarned(forum, registration);
    }

    @Override
    public Ending hold(Talk talk) {
        var meant = meant(talk);
        if (meant.isEmpty()) {
            return talk.end(talk.line("none").with(Choice.to("my"), Choice.to("person"), OwnSeat.menu()));
        }
        var forum = meant.get().forum();
        certificates
                .of(forum, meant.get().registration(), talk.language())
                .ifPresent(each -> talk.say(talk.line("file", forum.title(), each.number())
                        .carrying(new Attachment.File(
                                "pokana-certificate-" + forum.id() + ".pdf", "application/pdf", each.pdf()))
                        .thatLasts()));
        return talk.end(talk.line("next").with(Choice.to("forum", forum.id()), Choice.to("person"), OwnSeat.menu()));
    }

    private Optional<Held> meant(Talk talk) {
        var ready = ready(talk);
        var opening = talk.opening().strip();
        if (opening.isEmpty() && ready.size() > 1) {
            var chosen =
                    talk.ask(ForumChoice.among(ready.stream().map(Held::forum).toList()));
            return at(ready, chosen.id());
        }
        return opening.isEmpty() ? ready.stream().findFirst() : at(ready, opening);
    }

    /** The last forum first. */
    private List<Held> ready(Talk talk) {
        return registrations.of(talk.with()).stream()
                .flatMap(own -> forums.find(own.forum()).stream()
                        .filter(forum -> isReady(forum, own))
                        .map(forum -> new Held(forum, own)))
                .sorted(Comparator.comparing((Held held) -> held.forum().starts())
                        .reversed())
                .toList();
    }

    private static Optional<Held> at(List<Held> ready, String forum) {
        return ready.stream().filter(held -> held.forum().id().equals(forum)).findFirst();
    }
}
