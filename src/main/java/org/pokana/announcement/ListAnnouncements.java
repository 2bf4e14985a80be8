package org.pokana.announcement;

import static org.pokana.kernel.Phrase.phrase;
import static org.pokana.kernel.Phrase.verbatim;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    private final AudienceWords audiences;
    private final Reports reports;
    private final Withdrawals withdrawals;
    private final Timekeeper timekeeper;
    private final AnnouncementSettings settings;
    private final Clock clock;

    ListAnnouncements(
            Announcements announcements,
            AudienceWords audiences,
            Reports reports,
            Withdrawals withdrawals,
            Timekeeper timekeeper,
            AnnouncementSettings settings,
            Clock clock) {
        this.announcements = announcements;
        this.audiences = audiences;
        this.reports = reports;
        this.withdrawals = withdrawals;
        this.timekeeper = timekeeper;
        this.settings = settings;
        this.clock = clock;
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
            return talk.end(talk.line("none").with(Choice.to("announce"), Choice.to("menu")));
        }
        var items = IntStream.range(0, shown.size())
                .mapToObj(i -> shown.size() == 1 ? item(shown.get(i)) : numbered(i, item(shown.get(i))))
                .reduce((above, below) -> phrase("announcement.items", above, below))
                .orElseThrow();
        return talk.end(talk.line("list", items)
                .with(shown.size() == 1 ? Reports.ways(shown.get(0)) : each(shown))
                .with(Choice.to("announce"), Choice.to("menu").as(Tone.AWAY)));
    }

    private static Phrase numbered(int place, Phrase item) {
        return phrase("announcement.numbered", place + 1, item);
    }

    private String frozen(Announcement announcement) {
        return WHEN.format(announcement.frozenAt().atZone(settings.zone()));
    }

    private Phrase item(Announcement announcement) {
        var known = announcement.report();
        var report = known != null ? known : reports.of(announcement);
        return phrase(
                "announcement.item",
                frozen(announcement),
                audiences.name(announcement.audience()),
                Reports.excerpt(announcement),
                state(announcement, report));
    }

    private Phrase state(Announcement announcement, Report report) {
        return switch (announcement.state()) {
            case SCHEDULED ->
                phrase(
                        "announcement.scheduled",
                        timekeeper
                                .dueAt(announcement)
                                .map(due -> due.atZone(settings.zone()))
                                .map(WHEN::format)
                                .orElse("–"));
            case RUNNING -> phrase("announcement.running", report.delivered(), announcement.total());
            case PAUSED -> paused(announcement, report);
            case STOPPED, DONE -> over(announcement, report);
        };
    }

    private Phrase over(Announcement announcement, Report report) {
        var said = reports.withResponses(announcement, Reports.brief(announcement, report));
        return announcement.withdrawal() == null
                ? said
                : phrase("announcement.brief-withdrawn", said, withdrawals.gone(announcement));
    }

    private Phrase paused(Announcement announcement, Report report) {
        var until = announcement.restUntil();
        return until != null && announcement.restsAt(clock.instant())
                ? phrase(
                        "announcement.paused-until",
                        report.delivered(),
                        announcement.total(),
                        WHEN.format(Resting.shown(until, settings)))
                : phrase("announcement.paused", report.delivered(), announcement.total());
    }

    /** One of several is looked at first, so that no two buttons say the same. */
    private List<Choice> each(List<Announcement> shown) {
        return IntStream.range(0, shown.size())
                .mapToObj(i -> Choice.to(
                        numbered(i, verbatim(frozen(shown.get(i)))),
                        name(),
                        shown.get(i).id()))
                .toList();
    }
}
