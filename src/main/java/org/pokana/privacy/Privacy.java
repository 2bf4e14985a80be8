package org.pokana.privacy;

import static org.pokana.kernel.Phrase.phrase;

import org.pokana.contact.Responsible;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Line;
import org.springframework.stereotype.Component;

/** Who keeps what, why and for how long, and what people can do about it. */
@Component
class Privacy implements Flow {

    private static final String MORE = "more";

    private final PrivacyNotice notice;

    Privacy(Responsible responsible, PrivacySettings settings) {
        this.notice = new PrivacyNotice(responsible, settings);
    }

    @Override
    public String name() {
        return "privacy";
    }

    @Override
    public boolean everywhere() {
        return true;
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean linkable() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        if (talk.opening().equals(MORE)) {
            return talk.end(Line.of(notice.more())
                    .with(Choice.to("mydata"), Choice.to("forget").as(Tone.DANGER), home()));
        }
        return talk.end(Line.of(notice.notice())
                .with(
                        Choice.to("mydata"),
                        Choice.to(phrase("privacy.read-more"), name(), MORE),
                        Choice.to("forget").as(Tone.DANGER),
                        home()));
    }

    private static Choice home() {
        return Choice.to("menu").as(Tone.AWAY);
    }
}
