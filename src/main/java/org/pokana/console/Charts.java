package org.pokana.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pokana.console.Bars.Row;
import org.pokana.contact.Reachable;
import org.pokana.helpdesk.QuestionTally;
import org.pokana.messaging.Deliveries;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;

/** What the overview shows as bars: what people ask, by what they are reached, and what became of the last messages. */
@Component
class Charts {

    private final QuestionTally questions;
    private final Reachable reachable;
    private final Deliveries deliveries;
    private final Words words;

    Charts(QuestionTally questions, Reachable reachable, Deliveries deliveries, Words words) {
        this.questions = questions;
        this.reachable = reachable;
        this.deliveries = deliveries;
        this.words = words;
    }

    Bars questions(Locale language) {
        return Bars.of(
                List.of("answered", "open", "ended"),
                questions.byTopic(language).stream()
                        .map(each -> Row.of(each.topic(), each.answered(), each.open(), each.ended()))
                        .toList());
    }

    Bars reach(Locale language) {
        var page = new PageWords(words, language);
        return Bars.of(
                List.of("reached", "blocked"),
                reachable.byChannel().entrySet().stream()
                        .map(each -> Row.of(
                                page.channel(each.getKey()),
                                each.getValue().reached(),
                                each.getValue().blocked()))
                        .toList());
    }

    Bars deliveries(Locale language) {
        var page = new PageWords(words, language);
        var day = deliveries.lastDay();
        return Bars.of(
                List.of("sent", "waiting", "unsure", "failed"),
                Stream.of(Lane.values())
                        .map(lane -> Row.of(
                                page.say("console.lane-" + lane.name()),
                                day.of(lane, State.SENT),
                                day.of(lane, State.READY, State.SENDING, State.HELD),
                                day.of(lane, State.UNCERTAIN),
                                day.of(lane, State.FAILED, State.EXPIRED)))
                        .toList());
    }
}
