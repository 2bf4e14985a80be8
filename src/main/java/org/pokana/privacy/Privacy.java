package org.pokana.privacy;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import org.pokana.contact.Responsible;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Who keeps what, why and for how long, and what people can do about it. */
@Component
class Privacy implements Flow {

    private static final String MORE = "more";

    private final Responsible responsible;
    private final PrivacySettings settings;

    Privacy(Responsible responsible, PrivacySettings settings) {
        this.responsible = responsible;
        this.settings = settings;
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
            return talk.end(talk.line("more", reach())
                    .with(Choice.to("mydata"), Choice.to("forget").as(Tone.DANGER), home()));
        }
        return talk.end(talk.line("notice", name(responsible), reach(), settings.retentionDays())
                .with(
                        Choice.to("mydata"),
                        Choice.to(phrase("privacy.read-more"), name(), MORE),
                        Choice.to("forget").as(Tone.DANGER),
                        home()));
    }

    private static Phrase name(Responsible responsible) {
        return responsible.name().map(Phrase::verbatim).orElse(phrase("privacy.nobody-named"));
    }

    private Phrase reach() {
        return responsible.reach().map(reach -> verbatim(reach)).orElse(phrase("privacy.no-contact-named"));
    }

    private static Choice home() {
        return Choice.to("menu").as(Tone.AWAY);
    }
}
