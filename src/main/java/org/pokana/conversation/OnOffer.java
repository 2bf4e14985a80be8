package org.pokana.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.conversation.Shown.Offer;
import org.pokana.kernel.Choice.Tone;

/** What typed words can mean to somebody who sees these choices; a number belongs to the list shown last. */
final class OnOffer {

    private static final String CANCEL = "/" + Steering.CANCEL;
    private static final String CONTINUE = "/" + Steering.CONTINUE;

    /** What we ask whether we shall do. */
    private static final List<String> OFFERED = List.of("/person ", "/accept ");

    private final List<Shown> latestFirst;
    private final @Nullable OpenTalk talk;
    private final SmallWords small;

    OnOffer(List<Shown> shown, @Nullable OpenTalk talk, SmallWords small) {
        latestFirst = new ArrayList<>(shown);
        Collections.reverse(latestFirst);
        this.talk = talk;
        this.small = small;
    }

    /** The pick of the choice that is meant beyond doubt. */
    Optional<String> meant(String text) {
        return named(text).or(() -> yesOrNo(text)).or(() -> asksForWords() ? Optional.empty() : numbered(text));
    }

    /** The one labelled so; where words are asked for, only what was shown since can be meant. */
    private Optional<String> named(String text) {
        var folded = Spelling.fold(text);
        var same = new ArrayList<Offer>();
        @Nullable Instant at = null;
        for (var shown : folded.isEmpty() ? List.<Shown>of() : latestFirst) {
            boolean older = at != null && !shown.at().equals(at);
            if (older && (!same.isEmpty() || talk != null && talk.free())) {
                break;
            }
            at = shown.at();
            valid(shown).stream()
                    .filter(offer -> Spelling.fold(offer.label()).equals(folded))
                    .forEach(same::add);
        }
        return same.isEmpty() ? Optional.empty() : Optional.of(common(same));
    }

    /** Several of one label, such as one for each forum: without its argument, the command asks which. */
    private static String common(List<Offer> same) {
        var picks = same.stream().map(Offer::pick).distinct().toList();
        var commands =
                picks.stream().map(pick -> pick.split(" ", 2)[0]).distinct().toList();
        return picks.size() > 1 && commands.size() == 1 ? commands.get(0) : picks.get(0);
    }

    /** The choices that still mean something: commands always do, answers only to the question that is open. */
    private List<Offer> valid(Shown shown) {
        return shown.offers().stream()
                .filter(offer -> offer.isCommand() || answersTheOpenQuestion(offer))
                .toList();
    }

    private boolean answersTheOpenQuestion(Offer offer) {
        return talk != null && offer.pick().startsWith(talk.question() + "=");
    }

    /** A bare yes is not enough for what cannot be undone, whose pick is another word. */
    private Optional<String> yesOrNo(String text) {
        return small.yesOrNo(text)
                .map(said -> last().stream()
                        .filter(offer -> small.says(said, offer) || isInEffect(said, offer))
                        .filter(offer -> !offer.isDangerous() || offer.pick().endsWith("=" + said))
                        .map(Offer::pick)
                        .toList())
                .filter(picks -> picks.size() == 1)
                .map(picks -> picks.get(0));
    }

    /** „Да попитам екипа?“ and „Да продължим ли?“ have a yes, or a no, too, although no button says it. */
    private boolean isInEffect(String said, Offer offer) {
        if (said.equals(SmallWords.YES) && OFFERED.stream().anyMatch(offer.pick()::startsWith)) {
            return true;
        }
        boolean shallWeGoOn = last().stream().anyMatch(each -> each.pick().equals(CONTINUE));
        return shallWeGoOn && offer.pick().equals(said.equals(SmallWords.YES) ? CONTINUE : CANCEL);
    }

    /** The one in this place of the list shown last; those that lead away stand at its end. */
    Optional<String> numbered(String text) {
        var list = Stream.of(false, true)
                .flatMap(away -> last().stream().filter(offer -> isAway(offer) == away))
                .toList();
        if (list.isEmpty() || isAway(list.get(0)) || !text.matches("\\d{1,2}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        return number >= 1 && number <= list.size()
                ? Optional.of(list.get(number - 1).pick())
                : Optional.empty();
    }

    /** Whether the last thing they saw is a question that any words can answer. */
    private boolean asksForWords() {
        return talk != null
                && talk.free()
                && last().stream().noneMatch(offer -> offer.pick().equals(CONTINUE))
                && last().stream().anyMatch(offer -> offer.pick().equals(CANCEL));
    }

    /** Those that nearly say so: none, one, or several between which only the person can decide. */
    List<Offer> near(String text) {
        return new Guess(answers(), small).at(text);
    }

    /** What stands under the open question, or else under the last message. */
    List<Offer> answers() {
        return latestFirst.stream()
                .filter(shown -> talk == null || shown.offers().stream().anyMatch(this::answersTheOpenQuestion))
                .findFirst()
                .map(this::valid)
                .orElse(List.of())
                .stream()
                .filter(offer -> !(isAway(offer) && offer.isCommand()))
                .toList();
    }

    /** Where „back“ leads when no question is open. */
    Optional<String> wayBack() {
        return last().stream()
                .filter(offer -> offer.isCommand() && offer.tone() == Tone.AWAY)
                .map(Offer::pick)
                .findFirst();
    }

    private List<Offer> last() {
        return latestFirst.isEmpty() ? List.of() : latestFirst.get(0).offers();
    }

    private static boolean isAway(Offer offer) {
        return offer.tone() == Tone.AWAY;
    }
}
