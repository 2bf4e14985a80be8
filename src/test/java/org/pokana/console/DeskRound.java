package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.pokana.announcement.Announcements;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.faq.Drafts;
import org.pokana.forum.Registrations;
import org.pokana.helpdesk.QuestionActs;
import org.pokana.helpdesk.TeamQuestions;
import org.pokana.kernel.ContactId;

/** Something of everything is there, so that each page of the desk shows its forms. */
final class DeskRound {

    private static final String HASKOVO = DeskSeason.HASKOVO;
    private static final Locale BULGARIAN = Locale.forLanguageTag("bg");

    /** What cannot be tried as all the others are, and why that is so. */
    static final Map<String, String> EXCUSED = Map.ofEntries(
            Map.entry("/desk/access .*", "may be tried so often only; DeskAccessTests does it with all payloads"),
            Map.entry("/desk/sign-in .*", "may be tried so often only; DeskAccessTests does it with all payloads"),
            Map.entry("/desk/in token", "opens a session or does not; is never shown"),
            Map.entry("/desk/announcements/new files?", "files; DeskAnnouncementsTests calls them by all payloads"),
            Map.entry("/desk/forums/\\{}/materials files", "files; DeskAfterwardsTests calls them by markup"),
            Map.entry("/desk/knowledge/import file", "a file; DeskKnowledgeTests uploads markup"),
            Map.entry(
                    "/desk/knowledge/import/taking (yaml|mark)",
                    "must be what the page before held, else it is refused"),
            Map.entry("/desk/announcements/\\{}/again whom", "compared with one word, and never shown"),
            Map.entry("/desk/announcements/new count", "compared with a number, and never shown"),
            Map.entry("/desk/questions/\\{}/answer asker", "compared with those who asked, and never shown"),
            Map.entry("/desk/questions/\\{}/claim over", "yes or no, and never shown"),
            Map.entry("/desk/questions/\\{}/forwarding to", "compared with the people there are, and never shown"),
            Map.entry(
                    "(/desk/forums/\\{}/album)? (photo|act|sure)",
                    "numbers, and what is to be done; DeskAfterwardsTests sends all payloads in their place"),
            Map.entry("/desk/undelivered/(again|dismissal) (looked|all)", "a moment and yes or no, never shown"),
            Map.entry("/desk/forums/\\{}/guests beyond", "yes or no, and never shown"));

    static boolean excuses(DeskTemplates.Named field) {
        return EXCUSED.keySet().stream().anyMatch(excuse -> excuses(excuse, field));
    }

    static boolean excuses(String excuse, DeskTemplates.Named field) {
        return (field.route() + " " + field.pattern()).matches(excuse);
    }

    private final DeskStage stage;
    private final DeskVisitor owner;

    DeskRound(DeskStage stage, DeskVisitor owner) {
        this.stage = stage;
        this.owner = owner;
    }

    /** Whoever cannot be written to is not of the team that questions go to. */
    static Contact member(DeskStage stage, String name, Role role) {
        return stage.bean(Contacts.class)
                .grant(new DeskChat(stage, name).contact().id(), role)
                .orElseThrow();
    }

    /** What sensible people write; where it is a payload, so that it is confirmed and kept. */
    Map<String, Map<String, String>> meant() {
        var wicked = String.join("\n", Payloads.all().subList(0, 40));
        return Map.of(
                "POST /desk/announcements/new", Map.of("text-bg", wicked, "to", "municipality:lyubimets"),
                "POST /desk/announcements/{}/correction", Map.of("text-bg", wicked, "text-en", wicked),
                "POST /desk/knowledge/entries/{}/edit", Map.of("answer-bg", "Има и друга версия."),
                "POST /desk/forums/{}/rules", Map.of("kept-ngo", "1", "usual", "true"),
                "POST /desk/forums/{}/edit", Map.of("from", "09:15"),
                "POST /desk/forums/{}/materials", Map.of("link", "<img src=x onerror=a>: https://example.org/a"),
                "POST /desk/forums/{}/people/together", Map.of("act", "release", "who", "person1"));
    }

    List<String> pages() {
        for (int i = 0; i < 3; i++) {
            stage.bean(Registrations.class).register(HASKOVO, new ContactId("person" + i), DeskSeason.person(i));
        }
        stage.clock.advance(Duration.ofMinutes(1)); // the table is a little behind
        var petar = member(stage, "petar", Role.ORGANIZER);
        var free = asks(new DeskChat(stage, "olena"), "Кой отключва голямата зала сутрин?", petar);
        var taken = asks(new DeskChat(stage, "ivan"), "Има ли климатик в автобуса?", petar);
        stage.bean(QuestionActs.class).take(taken, petar.id());
        var draft = stage.bean(Drafts.class).propose("Кога?", "Утре.", BULGARIAN, "Мария", petar.id(), null);
        var talk = "/desk/contacts/" + new DeskChat(stage, "nina").contact().key() + "/talk";
        owner.get("/desk/devices");
        owner.submits(talk + "/take");
        var sent = "/desk/announcements/" + sends();
        var entry = first("/desk/knowledge", "/desk/knowledge/entries/([a-z0-9-]+)\"");
        var forum = "/desk/forums/" + HASKOVO;
        return List.of(
                "/desk/announcements/new",
                sent + "/correction",
                sent,
                forum + "/edit",
                forum + "/rules",
                forum + "/materials",
                forum + "/people",
                forum + "/cancellation",
                forum,
                "/desk/forums/new/fields1",
                "/desk/questions/" + free,
                "/desk/questions/" + taken,
                "/desk/questions/closed",
                entry + "/edit",
                entry,
                "/desk/knowledge",
                "/desk/knowledge/drafts/" + draft,
                "/desk/knowledge/drafts",
                "/desk/knowledge/try",
                talk,
                "/desk/contacts",
                "/desk/contacts/said",
                "/desk/team",
                "/desk/settings",
                "/desk/forums",
                "/desk/devices",
                "/desk/audit",
                "/desk");
    }

    private String asks(DeskChat person, String question, Contact team) {
        person.asks("/person");
        person.asks(question);
        return stage.bean(TeamQuestions.class).open(team, BULGARIAN).stream()
                .filter(each -> each.text().equals(question))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String sends() {
        DeskCrowd.gathers(stage, "lyubimets", 2);
        var id = first("/desk/announcements/new", "name=\"id\" value=\"([a-z0-9]+)\"");
        var form = new String[] {
            "id", id, "text-bg", "Утре в десет.", "to", "municipality:lyubimets", "go", "now", "seen", ""
        };
        var seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"")
                .matcher(owner.submits("/desk/announcements/new", form).body());
        assertThat(seen.find()).isTrue();
        form[form.length - 1] = seen.group(1);
        owner.submits("/desk/announcements/new", form);
        stage.clock.advance(Duration.ofSeconds(11));
        var all = stage.bean(Announcements.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> all.find(id).orElseThrow().settled());
        return id;
    }

    private String first(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(owner.get(page).body());
        assertThat(found.find()).as(page).isTrue();
        return pattern.startsWith("/") ? found.group().replace("\"", "") : found.group(1);
    }
}
