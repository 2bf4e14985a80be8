package org.pokana.conversation;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pokana.contact.Contact;
import org.pokana.conversation.Shown.Offer;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;

/** What becomes of words that are neither a command nor exactly what stands on a choice. */
final class FreeText {

    private static final int A_FEW = 2;

    private final Flows flows;
    private final SmallWords small;
    private final Contact person;
    private final OpenTalks talks;
    private final OnOffer offers;
    private int misses;

    FreeText(Flows flows, Contact person, OpenTalks talks, OnOffer offers) {
        this.flows = flows;
        this.small = flows.small();
        this.person = person;
        this.talks = talks;
        this.offers = offers;
    }

    /** How many times in a row we did not understand, this one included. */
    int misses() {
        return misses;
    }

    /** Hearing an answer may act, so a question put instead of a free answer is looked for first. */
    void inAnswer(OpenTalk talk, String text, int missesBefore) {
        if (talk.free() && text.endsWith("?") && (answeredPolitely(text) || answeredInBetween(text))) {
            return;
        }
        var turn = talks.heard(talk, Answer.saying(text));
        if (turn.isEmpty() || turn.get().understood()) {
            talks.adopt(talk, turn);
            return;
        }
        var pick = offers.numbered(text).or(() -> talk.free() ? Optional.empty() : theOneNearest(text));
        if (pick.isPresent()) {
            talks.press(pick.get());
            return;
        }
        var plea = talk.free() ? Optional.<Turn>empty() : unclear(turn.get(), text);
        if (plea.isEmpty() && small.yesOrNo(text).isEmpty() && (answeredPolitely(text) || answeredInBetween(text))) {
            return;
        }
        misses = missesBefore + 1;
        talks.adopt(talk, Optional.of(Plea.insisting(plea.orElse(turn.get()), misses, nearest(text))));
    }

    private List<Offer> nearest(String text) {
        var near = offers.near(text);
        return near.isEmpty() ? offers.answers() : near;
    }

    /** What cannot be undone must be named in full. */
    private Optional<String> theOneNearest(String text) {
        var near = offers.near(text);
        return near.size() == 1 && !near.get(0).isDangerous()
                ? Optional.of(near.get(0).pick())
                : Optional.empty();
    }

    /** Asks again for what was meant but not said clearly enough. */
    private Optional<Turn> unclear(Turn turn, String text) {
        var near = offers.near(text);
        if (near.isEmpty() && small.yesOrNo(text).isEmpty()) {
            return Optional.empty();
        }
        if (near.size() > 1) {
            return Optional.of(turn.pleading(
                    Plea.which(near), near.stream().map(Offer::pick).toList()));
        }
        return Plea.sayPlainly(offers.answers()).map(phrase -> turn.pleading(phrase, List.of()));
    }

    private boolean answeredPolitely(String text) {
        var words = flows.said(text).filter(flows::polite);
        words.ifPresent(talks::open);
        return words.isPresent();
    }

    /** A word or two that ask nothing are rather a failed answer, for which a guess is not worth leaving the form. */
    private boolean answeredInBetween(String text) {
        boolean isQuestion = !flows.soundsUrgent(text) && looksLikeAQuestion(text);
        return opened(text, each -> isQuestion ? each.understands(person, text) : each.isSure(person, text));
    }

    private boolean looksLikeAQuestion(String text) {
        return small.asksOrDenies(text) || small.words(text).size() > A_FEW;
    }

    private boolean opened(String text, Predicate<Listener> which) {
        var listener = flows.listeners().stream().filter(which).findFirst();
        listener.ifPresent(flow -> talks.open(flow, text));
        return listener.isPresent();
    }

    void outOfTheBlue(String text, int missesBefore) {
        if (small.yesOrNo(text).isPresent()) {
            talks.remark("conversation.nothing-asked");
            talks.mentionUnfinished();
            return;
        }
        var pick = talks.held() == null ? theOneNearest(text) : Optional.<String>empty();
        if (pick.isPresent()) {
            talks.press(pick.get());
        } else if (flows.soundsUrgent(text)) {
            opened(
                    text,
                    each -> each.isSure(person, text)); // what to do now has been said, a guess would only distract
        } else if (!opened(text, each -> each.understands(person, text))) {
            lost(text, missesBefore + 1);
        }
    }

    /** First in other words, then with what comes nearest, then with a person; never the same twice in a row. */
    private void lost(String text, int times) {
        misses = times;
        int round = times < 2 ? 1 : times % 2 == 0 ? 2 : 3;
        talks.speech()
                .say(Line.of(phrase("conversation.lost-" + round))
                        .with(round == 2 ? suggestions(text) : List.<Choice>of())
                        .with(Choice.to(phrase("person.ask-team"), "person", "said-" + Saying.key(text)))
                        .with(flows.named("ask").isPresent() ? List.of(Choice.to("ask")) : List.of())
                        .with(Choice.to("menu")));
        talks.mentionUnfinished();
    }

    private List<Choice> suggestions(String text) {
        return flows.listeners().stream()
                .map(each -> each.nearest(person, text))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(() -> flows.named("forums").isPresent() ? List.of(Choice.to("forums")) : List.of());
    }
}
