package org.pokana.followup;

import java.time.Clock;
import java.util.Optional;
import org.pokana.followup.FollowUp.Occasion;
import org.pokana.followup.Impression.Intent;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.forum.Registrations;
import org.pokana.kernel.ContactId;
import org.springframework.stereotype.Component;

/** What is right to write to whom after a forum: asked when it is written, and again right before it leaves. */
@Component
class Concerned {

    private final Registrations registrations;
    private final Impressions impressions;
    private final PhotoConsents photoConsents;
    private final Clock clock;

    Concerned(Registrations registrations, Impressions impressions, PhotoConsents photoConsents, Clock clock) {
        this.registrations = registrations;
        this.impressions = impressions;
        this.photoConsents = photoConsents;
        this.clock = clock;
    }

    Optional<Letter> letter(Occasion occasion, Forum forum, ContactId who) {
        var fitting = occasion == Occasion.QUARTER_LATER
                ? Letter.OUTCOME
                : came(forum, who) ? Letter.ASK : occasion == Occasion.NEXT_DAY ? Letter.MISSED : null;
        return Optional.ofNullable(fitting).filter(letter -> concerns(letter, forum, who));
    }

    boolean concerns(Letter letter, Forum forum, ContactId who) {
        var now = clock.instant();
        if (forum.isCancelled() || !now.isBefore(letter.occasion().closes(forum))) {
            return false;
        }
        return switch (letter) {
            case PHOTOS ->
                came(forum, who) && photoConsents.answer(forum.id(), who).isEmpty();
            case ASK -> forum.isOver(now) && came(forum, who) && !saidHowItWas(forum, who);
            case MISSED ->
                forum.isOver(now) && !came(forum, who) && seat(forum, who).isPresent();
            case OUTCOME -> forum.isOver(now) && hasYetToSay(forum, who);
        };
    }

    Optional<Registration> seat(Forum forum, ContactId who) {
        return registrations.find(forum.id(), who).filter(Registration::isConfirmed);
    }

    boolean came(Forum forum, ContactId who) {
        return seat(forum, who).filter(Registration::hasArrived).isPresent();
    }

    /** Whether they can say how it was, or change what they said. */
    boolean maySay(Forum forum, ContactId who) {
        var now = clock.instant();
        return forum.isOver(now)
                && now.isBefore(Occasion.SOON.closes(forum))
                && !forum.isCancelled()
                && came(forum, who);
    }

    private boolean saidHowItWas(Forum forum, ContactId who) {
        return impressions
                .of(forum.id(), who)
                .filter(said -> said.face() != null)
                .isPresent();
    }

    private boolean hasYetToSay(Forum forum, ContactId who) {
        return impressions
                .of(forum.id(), who)
                .filter(said -> said.intent() == Intent.YES || said.intent() == Intent.MAYBE)
                .filter(said -> said.outcome() == null)
                .isPresent();
    }
}
