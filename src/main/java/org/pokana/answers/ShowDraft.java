package org.pokana.answers;

import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.stream.Stream;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Talk;
import org.pokana.faq.Draft;
import org.pokana.faq.Draft.State;
import org.pokana.faq.Drafts;
import org.pokana.faq.Edited;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.springframework.stereotype.Component;

/** A draft, published by one tap: {@code /draft <id>}, {@code /draft <id> publish}, {@code … discard}, {@code … reopen}. */
@Component
class ShowDraft implements ForTheTeam {

    private static final int QUESTION = 120;
    private static final int ANSWER = 250;
    private static final int SOURCE = 80;

    private final Drafts drafts;

    ShowDraft(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "draft";
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = List.of(talk.opening().split(" "));
        var draft = drafts.find(opening.get(0)).orElse(null);
        if (draft == null) {
            return talk.goOnWith("answers", "drafts");
        }
        return switch (opening.size() > 1 ? opening.get(1) : "") {
            case "publish" -> publish(talk, draft);
            case "discard" -> {
                drafts.discard(draft.id(), talk.with());
                yield talk.end(talk.line("discarded")
                        .with(Choice.to(phrase("draft.reopen"), name(), draft.id(), "reopen"))
                        .with(next())
                        .with(ForTheTeam.all(), ForTheTeam.menu()));
            }
            case "reopen" -> {
                drafts.reopen(draft.id());
                yield show(talk, drafts.find(draft.id()).orElse(draft));
            }
            default -> show(talk, draft);
        };
    }

    private Ending publish(Talk talk, Draft draft) {
        var published = drafts.publish(draft.id(), talk.with());
        if (published instanceof Edited.Refused || published instanceof Edited.Gone) {
            return Outcome.of(talk, published, "published");
        }
        return talk.end(talk.line("published", Short.of(draft.asked(), QUESTION))
                .with(Choice.to(phrase("answers.see"), "entry", draft.entry()))
                .with(next())
                .with(ForTheTeam.all(), ForTheTeam.menu()));
    }

    private List<Choice> next() {
        return drafts.open().stream()
                .limit(1)
                .map(draft -> Choice.to(phrase("draft.next"), name(), draft.id()))
                .toList();
    }

    private Ending show(Talk talk, Draft draft) {
        if (draft.state() == State.PUBLISHED) {
            return talk.goOnWith("entry", draft.entry());
        }
        var choices = draft.state() == State.DISCARDED
                ? List.of(Choice.to(phrase("draft.reopen"), name(), draft.id(), "reopen"))
                : Stream.of(
                                Choice.to(phrase("draft.publish"), name(), draft.id(), "publish")
                                        .as(Tone.GOOD),
                                Choice.to(phrase("draft.question"), "draft_text", draft.id(), "question"),
                                Choice.to(phrase("draft.answer"), "draft_text", draft.id(), "answer"),
                                Choice.to("draft_topic", draft.id()),
                                Choice.to(phrase("draft.discard"), name(), draft.id(), "discard"))
                        .toList();
        return talk.end(talk.line(
                        "shown",
                        Short.of(draft.asked(), QUESTION),
                        Short.of(draft.answer(), ANSWER),
                        Short.of(draft.source(), SOURCE),
                        phrase("ask.topic." + draft.topic()))
                .with(choices)
                .with(ForTheTeam.all(), ForTheTeam.menu()));
    }
}
