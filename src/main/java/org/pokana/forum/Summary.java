package org.pokana.forum;

import static org.pokana.conversation.Questions.choice;
import static org.pokana.kernel.Phrase.phrase;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Profile;
import org.pokana.conversation.Question;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** Shows somebody what they are about to be registered with, until they say that it is right. */
@Component
class Summary {

    private static final String YES = "yes";

    private final Form form;

    Summary(Form form) {
        this.form = form;
    }

    /**
     * @param yes what the button says that agrees
     * @param remark said before the question, or nothing
     */
    Profile confirmed(Talk talk, Forum forum, Profile given, Phrase yes, Phrase remark) {
        var profile = given;
        while (!talk.ask(confirm(forum, profile, yes, remark)).equals(YES)) {
            var part = talk.ask(choice("what", Form.parts(), parts(profile).toArray()));
            profile = form.corrected(talk, forum, profile, part);
        }
        return profile;
    }

    private static Question<String> confirm(Forum forum, Profile profile, Phrase yes, Phrase remark) {
        return choice(
                "confirm",
                List.of(new Choice(YES, yes, Tone.GOOD), new Choice("change", phrase("register.confirm.change"))),
                forum.title(),
                Facts.when(forum),
                Facts.place(forum),
                phrase("register.person", parts(profile).toArray()),
                remark);
    }

    /** Name, organisation, municipality and group, as they are said. */
    static List<Object> parts(Profile profile) {
        return List.of(
                or(profile.name(), name -> name),
                or(profile.organisation(), name -> name),
                or(profile.municipality(), Municipalities::named),
                or(profile.group(), Groups::named));
    }

    private static Object or(@Nullable String known, Function<String, Object> said) {
        return known == null ? "–" : said.apply(known);
    }
}
