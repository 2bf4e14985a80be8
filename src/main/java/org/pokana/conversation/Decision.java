package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Role;
import org.pokana.kernel.Line;
import org.pokana.messaging.Brought;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Incoming.Kind;

/**
 * What one message of a person leads to, given where we stand: a command, then what is on offer, then the open talk,
 * then the words that open a flow, then whoever understands free text.
 */
final class Decision {

    private final Flows flows;
    private final Contact person;
    private final @Nullable String seen;
    private final Conversation before;
    private final OpenTalks talks;
    private final OnOffer offers;
    private final FreeText freeText;

    /** @param shown the messages with choices that the person has before their eyes */
    Decision(Flows flows, Talk.Person person, Conversation before, List<Shown> shown, Instant now) {
        this.flows = flows;
        this.person = person.contact();
        this.seen = shown.isEmpty() ? null : shown.get(shown.size() - 1).id();
        this.before = before;
        this.talks = new OpenTalks(flows, person, before.talks(), now);
        this.offers = new OnOffer(shown, talks.held(), flows.small());
        this.freeText = new FreeText(flows, person.contact(), talks, offers);
    }

    List<Line> says() {
        return talks.speech().lines();
    }

    List<OpenTalk> talks() {
        return talks.all();
    }

    /** How many times in a row we did not understand, this one included. */
    int misses() {
        return talks.isUnknown() ? before.misses() : freeText.misses();
    }

    /** Whether the open question is for whoever this is and takes files. */
    boolean takesFiles() {
        var talk = talks.held();
        return talk != null && talk.takesFiles() && !talks.isStale(talk) && talks.isAllowed(talk);
    }

    /**
     * @param brought what they sent besides words, if it was asked for
     * @param repliedTo the outbox id of our message that this was written in reply to
     */
    Decision on(Incoming incoming, @Nullable Brought brought, @Nullable String repliedTo) {
        var remark = new Relay.Remark(incoming.id(), incoming.text().strip(), repliedTo, seen, isAsking());
        boolean urgent = incoming.kind() != Kind.PRESSED && isUrgent(remark);
        switch (incoming.kind()) {
            case PRESSED -> talks.press(Optional.ofNullable(incoming.pick()).orElse(""));
            case SAID -> said(remark);
            case SHOWED -> showed(remark, brought);
            default -> {}
        }
        if (before.version() == 0 && !says().isEmpty() && says().stream().noneMatch(Decision::greets)) {
            talks.speech().begin(Line.of(phrase("conversation.first-time")));
        }
        if (urgent) {
            talks.speech().begin(Line.of(phrase("conversation.emergency")).with(OpenTalks.home()));
        }
        return this;
    }

    private static boolean greets(Line line) {
        return line.phrase().key().startsWith("start.");
    }

    private void showed(Relay.Remark remark, @Nullable Brought brought) {
        var talk = talks.held();
        if (talk != null && brought != null) {
            talks.adopt(talk, talks.heard(talk, Answer.bringing(remark.text(), brought)));
            return;
        }
        if (remark.text().isEmpty()) {
            talks.remark("conversation.cannot-read");
            talks.askAgain();
            return;
        }
        talks.speech().say(Line.of(phrase("conversation.words-only")));
        said(remark);
    }

    private void said(Relay.Remark remark) {
        var text = remark.text();
        if (text.isEmpty()) {
            showed(remark, null);
            return;
        }
        if (remark.repliedTo() != null && !text.startsWith("/") && relayed(remark)) {
            return;
        }
        if (isPolite(text) && relayed(remark.toNobody())) {
            return;
        }
        var pick = taken(text);
        if (pick.isPresent()) {
            talks.press(pick.get());
        } else if (!relayed(remark.toNobody())) {
            heard(text);
        }
    }

    private boolean isPolite(String text) {
        return flows.said(text).filter(flows::polite).isPresent();
    }

    /** Whoever writes an answer or an announcement writes of dangers, too. */
    private boolean isUrgent(Relay.Remark remark) {
        boolean writesToOthers = person.may(Role.ORGANIZER) && (talks.held() != null || remark.repliedTo() != null);
        return !writesToOthers && !remark.text().startsWith("/") && flows.soundsUrgent(remark.text());
    }

    /** Whether it was meant for somebody else and has been carried there. */
    private boolean relayed(Relay.Remark remark) {
        for (Relay relay : flows.relays()) {
            var opening = relay.takes(person, remark);
            if (opening.isPresent()) {
                talks.relay(relay, opening.get());
                return true;
            }
        }
        return false;
    }

    private void heard(String text) {
        var talk = talks.held();
        var words = flows.said(text);
        if (talk != null && !talks.isStale(talk)) {
            freeText.inAnswer(talk, text, before.misses());
        } else if (words.isPresent()) {
            talks.open(words.get());
        } else {
            freeText.outOfTheBlue(text, before.misses());
        }
    }

    private boolean isAsking() {
        var talk = talks.held();
        return talk != null && !talks.isStale(talk);
    }

    /** The pick that words stand for beyond doubt, whatever is being asked: a command, or what is on offer. */
    Optional<String> taken(String text) {
        if (text.startsWith("/")) {
            return Optional.of(text);
        }
        return flows.said(text).filter(flows::everywhere).map(this::everywhere).or(() -> offers.meant(text));
    }

    /** Also after something that was only shown, „back“ leads to where it was opened from. */
    private String everywhere(Flows.Opening words) {
        boolean nothingOpen = words.flow().equals(Steering.BACK) && talks.held() == null;
        return offers.wayBack().filter(way -> nothingOpen).orElseGet(words::command);
    }
}
