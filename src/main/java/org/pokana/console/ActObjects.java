package org.pokana.console;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.audit.Audit.Entry;
import org.pokana.contact.Contact;
import org.pokana.faq.Editing;
import org.pokana.faq.FaqEntry;
import org.pokana.forum.Forum;
import org.pokana.forum.Forums;
import org.pokana.kernel.ContactId;
import org.springframework.stereotype.Component;

/** What the acts in the journal were done to, in words, and where that can still be looked at. */
@Component
class ActObjects {

    private final Forums forums;
    private final Editing entries;
    private final Beginnings beginnings;
    private final TeamNames names;

    ActObjects(Forums forums, Editing entries, Beginnings beginnings, TeamNames names) {
        this.forums = forums;
        this.entries = entries;
        this.beginnings = beginnings;
        this.names = names;
    }

    /**
     * An object as the reader sees it.
     *
     * @param words empty where there is nothing to say beyond what was done
     * @param link null where it is no more, or is no page of its own
     */
    record Shown(String words, @Nullable String link) {}

    /** Looks each object up once, however many acts of a page are about it. */
    Reader reader(Contact reader, Locale language, PageWords words) {
        return new Reader(reader, language, words);
    }

    final class Reader {

        private final Contact reader;
        private final Locale language;
        private final PageWords words;
        private final Map<String, Optional<Shown>> known = new HashMap<>();

        private Reader(Contact reader, Locale language, PageWords words) {
            this.reader = reader;
            this.language = language;
            this.words = words;
        }

        Shown of(Entry entry) {
            var about = entry.about();
            if (about == null || isPlain(entry.what())) {
                return new Shown(about == null ? "" : about, null);
            }
            if (about.equals(Audit.SOMEBODY) || Looks.ABOUT_PEOPLE.contains(entry.what())) {
                return new Shown(names.of(new ContactId(about), words), null);
            }
            var details = new ActDetails(words, names);
            var parts = about.split(" ", 2);
            var detail = parts.length == 1 ? "" : details.of(entry.what(), parts[1]);
            var forum = forums.find(parts[0]).orElse(null);
            if (forum != null) {
                return new Shown(joined(forum, detail), "/desk/forums/" + forum.id());
            }
            return switch (ofWhat(entry.what())) {
                case "answer" -> answer(parts[0], detail);
                case "role", "settings", "answers" -> new Shown(details.of(entry.what(), about), null);
                default -> other(entry.what(), parts[0], detail);
            };
        }

        private String joined(Forum forum, String detail) {
            var title = forum.title().in(language);
            return detail.isEmpty() ? title : title + ": " + detail;
        }

        private Shown answer(String id, String detail) {
            var label = entries.now(id).map(version -> label(version.entry()));
            return named(label.map(said -> new Shown(said, "/desk/knowledge/entries/" + id)), detail);
        }

        private Shown named(Optional<Shown> found, String detail) {
            var object = found.orElseGet(() -> new Shown(words.say("console.about-gone"), null));
            var name = object.words().isEmpty() ? words.say("console.audit-see") : object.words();
            return new Shown(detail.isEmpty() ? name : name + ", " + detail, object.link());
        }

        private String label(FaqEntry entry) {
            return entry.label().in(language);
        }

        private Shown other(String what, String id, String detail) {
            var kind = ofWhat(what);
            if (!Beginnings.KINDS.contains(kind)) {
                return new Shown(detail, null);
            }
            return named(
                    known.computeIfAbsent(kind + " " + id, any -> beginnings.of(kind, id, reader, language)), detail);
        }
    }

    /** Whether it was noted in words, such as a device or a number, rather than by an id. */
    private static boolean isPlain(String what) {
        return what.startsWith("signed in") || what.contains("undelivered");
    }

    /** The kind of thing an act is done to, which is how it is said. */
    private static String ofWhat(String what) {
        if (what.equals("made a draft of an answer")) {
            return "question";
        }
        if (what.matches("\\w+ (an answer|an example)")) {
            return "answer";
        }
        var kinds = List.of("question", "talk", "draft", "announcement", "list", "role", "settings", "answers");
        return kinds.stream()
                .filter(kind -> (" " + what + " ").contains(" " + kind + " "))
                .findFirst()
                .orElse("");
    }
}
