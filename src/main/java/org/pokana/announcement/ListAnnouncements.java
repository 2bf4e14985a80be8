package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.pokana.announcement.Announcement.State;
import org.pokana.contact.Role;
import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Choice.Tone;
import org.pokana.kernel.Phrase;
import org.springframework.stereotype.Component;

/** The last announcements and what became of them; {@code /announcements <id>} shows one. */
@Component
class ListAnnouncements implements Flow {

    private static final int SHOWN = 4;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("dd.MM HH:mm");

    private final Announcements announcements;
    private final Audiences audiences;
    private final Reports reports;
    private final AnnouncementSettings settings;

    ListAnnouncements(
            Announcements announcements, Audiences audiences, Reports reports, AnnouncementSettings settings) {
        this.announcements = announcements;
        this.audiences = audiences;
        this.reports = reports;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "announcements";
    }

    @Override
    public Optional<Role> needs() {
        return Optional.of(Role.ORGANIZER);
    }

    @Override
    public Ending hold(Talk talk) {
        var shown = announcements.find(talk.opening()).map(List::of).orElseGet(() -> announcements.latest(SHOWN));
        if (shown.isEmpty()) {
            return talk.end(talk.line("none").with(Choice.to("announce")));
        }
        var items = shown.stream()
                .map(this::item)
                .reduce((above, below) -> phrase("announcement.items", above, below))
                .orElseThrow();
        return talk.end(talk.line("list", items).with(stops(shown)).with(Choice.to("announce"), Choice.to("menu")));
    }

    private Phrase item(Announcement announcement) {
        var known = announcement.report();
        var report = known != null ? known : reports.of(announcement);
        return phrase(
                "announcement.item",
                WHEN.format(announcement.frozenAt().atZone(settings.zone())),
                audiences.name(announcement.audience()),
                Reports.excerpt(announcement),
                announcement.state() == State.RUNNING
                        ? phrase("announcement.running", report.delivered(), announcement.total())
                        : Reports.brief(announcement, report));
    }

    private static List<Choice> stops(List<Announcement> shown) {
        return shown.stream()
                .filter(announcement -> announcement.state() == State.RUNNING)
                .map(announcement ->
                        Choice.to("announcement_stop", announcement.id()).as(Tone.DANGER))
                .toList();
    }
}
