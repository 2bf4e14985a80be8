package org.pokana.console;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pokana.announcement.Announcements;
import org.pokana.console.ActObjects.Shown;
import org.pokana.contact.Contact;
import org.pokana.faq.Drafts;
import org.pokana.helpdesk.TeamQuestions;
import org.springframework.stereotype.Component;

/** Questions, drafts and messages to many have no titles: each is called by how it begins. */
@Component
class Beginnings {

    static final Set<String> KINDS = Set.of("question", "talk", "draft", "announcement", "list");

    private static final int LONGEST = 60;

    private final Drafts drafts;
    private final TeamQuestions questions;
    private final Announcements announcements;

    Beginnings(Drafts drafts, TeamQuestions questions, Announcements announcements) {
        this.drafts = drafts;
        this.questions = questions;
        this.announcements = announcements;
    }

    /** Empty when it is no more; a file or a voice alone begins with no words. */
    Optional<Shown> of(String kind, String id, Contact reader, Locale language) {
        return switch (kind) {
            case "question", "talk" ->
                questions.find(id, reader, language).map(one -> shown(one.text(), "/desk/questions/" + id));
            case "draft" -> drafts.find(id).map(one -> shown(one.asked(), "/desk/knowledge/drafts/" + id));
            case "announcement", "list" ->
                announcements.find(id).map(one -> shown(one.texts().in(language), "/desk/announcements/" + id));
            default -> Optional.empty();
        };
    }

    private static Shown shown(String text, String link) {
        return new Shown(begun(Side.oneLine(text)), link);
    }

    /** At the end of a word if that can be helped. */
    private static String begun(String line) {
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        int most = line.offsetByCodePoints(0, LONGEST);
        int end = line.lastIndexOf(' ', most);
        return line.substring(0, end > 0 ? end : most) + "…";
    }
}
