package org.pokana.followup;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.conversation.Questions.dictation;
import static org.pokana.conversation.Questions.orSkip;
import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.followup.Impression.Face;
import org.pokana.followup.Impression.Intent;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.forum.Registrations;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/**
 * Somebody who came says how it was: {@code /after <forum> <step>}. Each answer ends a talk and opens the next, so that
 * what was said is kept even if they go away before the end.
 */
@Component
class SayHowItWas implements Flow {

    static final int LONGEST_REMARK = 400;

    private static final String DONE = "done";
    private static final String IN = "in:";
    private static final String OUT = "out:";

    /** What follows the forum in the command: how it was, or what is asked next; stored in talks by name. */
    private enum Step {
        FACE,
        USEFUL,
        MORE,
        INTENT,
        REMARK,
        THANKS;

        private String said() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Step> read(String word) {
            return Arrays.stream(values())
                    .filter(step -> step.said().equals(word))
                    .findFirst();
        }
    }

    private final Forums forums;
    private final Registrations registrations;
    private final Concerned concerned;
    private final Impressions impressions;
    private final Farewell farewell;

    SayHowItWas(
            Forums forums,
            Registrations registrations,
            Concerned concerned,
            Impressions impressions,
            Farewell farewell) {
        this.forums = forums;
        this.registrations = registrations;
        this.concerned = concerned;
        this.impressions = impressions;
        this.farewell = farewell;
    }

    @Override
    public String name() {
        return "after";
    }

    @Override
    public boolean lapses() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var opening = talk.opening().split(" ", 2);
        var forum = forums.find(opening[0]).or(() -> latest(talk)).orElse(null);
        if (forum == null) {
            return talk.end(talk.line("none").with(Choice.to("my"), Choice.to("forums"), menu()));
        }
        if (!concerned.maySay(forum, talk.with())) {
            return notNow(talk, forum);
        }
        var word = opening.length > 1 ? opening[1] : "";
        var face = Impression.read(word, Face.values(), Impression::pick);
        if (face.isPresent()) {
            impressions.note(forum, talk.with(), face.get());
            return goOn(talk, forum, parts(forum).isEmpty() ? Step.INTENT : Step.USEFUL);
        }
        return switch (Step.read(word).orElse(Step.FACE)) {
            case FACE -> face(talk, forum);
            case USEFUL -> useful(talk, forum);
            case MORE -> more(talk, forum);
            case INTENT -> intent(talk, forum);
            case REMARK -> remark(talk, forum);
            case THANKS -> farewell.say(talk, forum);
        };
    }

    /** The last one they were at, if it can still be said how it was. */
    private Optional<Forum> latest(Talk talk) {
        return registrations.of(talk.with()).stream()
                .flatMap(registration -> forums.find(registration.forum()).stream())
                .filter(forum -> concerned.maySay(forum, talk.with()))
                .max(java.util.Comparator.comparing(Forum::ends));
    }

    private Ending notNow(Talk talk, Forum forum) {
        return concerned.came(forum, talk.with()) && !forum.isCancelled()
                ? talk.end(talk.line("closed", forum.title()).with(Choice.to("forum", forum.id()), menu()))
                : talk.goOnWith("forum", forum.id());
    }

    private static Ending goOn(Talk talk, Forum forum, Step step) {
        return talk.goOnWith("after", forum.id(), step.said());
    }

    private static Choice to(Forum forum, Step step, Phrase label) {
        return Choice.to(label, "after", forum.id(), step.said()).as(Tone.AWAY);
    }

    private Ending face(Talk talk, Forum forum) {
        var faces = Arrays.stream(Face.values())
                .map(face -> new Choice(Impression.pick(face), phrase("after.face." + Impression.pick(face))))
                .toList();
        var picked = talk.ask(choice("face", faces, forum.title()));
        return talk.goOnWith(name(), forum.id(), picked);
    }

    /** One tap is enough: whoever wants to name more parts can, from the next question. */
    private Ending useful(Talk talk, Forum forum) {
        var choices = new ArrayList<>(parts(forum).stream()
                .map(part -> new Choice(Naming.hour(part), Naming.label(part)))
                .toList());
        choices.add(to(forum, Step.INTENT, phrase("conversation.skip")));
        var part = talk.ask(choice("useful", choices));
        var all = Stream.concat(said(talk, forum).stream(), Stream.of(part)).distinct();
        impressions.note(forum, talk.with(), all.toList());
        return goOn(talk, forum, Step.INTENT);
    }

    private List<String> said(Talk talk, Forum forum) {
        return impressions.of(forum.id(), talk.with()).map(Impression::parts).orElse(List.of());
    }

    /** A pick says how it shall be, so that a tap too many changes nothing. */
    private Ending more(Talk talk, Forum forum) {
        var ticked = new ArrayList<>(said(talk, forum));
        while (true) {
            var pick = talk.ask(choice("more", ticks(forum, ticked)));
            if (pick.equals(DONE)) {
                impressions.note(forum, talk.with(), List.copyOf(ticked));
                return goOn(talk, forum, Step.INTENT);
            }
            var part = pick.substring(pick.indexOf(':') + 1);
            ticked.remove(part);
            if (pick.startsWith(IN)) {
                ticked.add(part);
            }
        }
    }

    private List<Choice> ticks(Forum forum, List<String> ticked) {
        var choices = new ArrayList<Choice>();
        parts(forum).forEach(part -> {
            boolean on = ticked.contains(Naming.hour(part));
            choices.add(new Choice(
                    (on ? OUT : IN) + Naming.hour(part),
                    on ? phrase("after.ticked", Naming.label(part)) : Naming.label(part)));
        });
        choices.add(new Choice(DONE, phrase("after.go-on"), Tone.GOOD));
        return choices;
    }

    private static List<org.pokana.forum.AgendaItem> parts(Forum forum) {
        return Naming.parts(forum);
    }

    private Ending intent(Talk talk, Forum forum) {
        var choices = new ArrayList<>(Arrays.stream(Intent.values())
                .map(intent -> new Choice(Impression.pick(intent), phrase("after.intent." + Impression.pick(intent))))
                .toList());
        if (!parts(forum).isEmpty()) {
            choices.add(to(forum, Step.MORE, phrase("after.more-parts")));
        }
        var picked = talk.ask(choice("intent", choices, noted(talk, forum)));
        Impression.read(picked, Intent.values(), Impression::pick)
                .ifPresent(intent -> impressions.note(forum, talk.with(), intent));
        return goOn(talk, forum, Step.REMARK);
    }

    private Phrase noted(Talk talk, Forum forum) {
        var said = said(talk, forum);
        return parts(forum).stream()
                .filter(part -> said.contains(Naming.hour(part)))
                .map(Naming::label)
                .reduce((one, other) -> phrase("after.and", one, other))
                .map(all -> phrase("after.noted", all))
                .orElse(verbatim(""));
    }

    private Ending remark(Talk talk, Forum forum) {
        talk.ask(orSkip(dictation("remark", LONGEST_REMARK)))
                .ifPresent(words -> impressions.remark(forum, talk.with(), words));
        return goOn(talk, forum, Step.THANKS);
    }

    static Choice menu() {
        return Choice.to("menu").as(Tone.AWAY);
    }
}
