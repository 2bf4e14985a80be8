package org.pokana.announcement;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.announcement.Dispatch.Progress;
import org.pokana.kernel.Choice;
import org.pokana.messaging.Message;
import org.pokana.messaging.Outbox;
import org.springframework.stereotype.Component;

/** The announcements there are, to be looked through elsewhere than in the chat; {@link DispatchActs} acts on them. */
@Component
public class Dispatches {

    private static final int MOST_OPEN = 100;
    private static final String FLOW = "/announcement_";

    private final Announcements announcements;
    private final AudienceWords names;
    private final Reports reports;
    private final Receipts receipts;
    private final Responses responses;
    private final Withdrawals withdrawals;
    private final Timekeeper timekeeper;
    private final Letters letters;
    private final Outbox outbox;
    private final Clock clock;

    Dispatches(
            Announcements announcements,
            AudienceWords names,
            Reports reports,
            Receipts receipts,
            Responses responses,
            Withdrawals withdrawals,
            Timekeeper timekeeper,
            Letters letters,
            Outbox outbox,
            Clock clock) {
        this.announcements = announcements;
        this.names = names;
        this.reports = reports;
        this.receipts = receipts;
        this.responses = responses;
        this.withdrawals = withdrawals;
        this.timekeeper = timekeeper;
        this.letters = letters;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What waits for its time, is on its way or paused. */
    public List<Dispatch> open() {
        return announcements.latest(false, 0, MOST_OPEN).stream()
                .map(this::dispatch)
                .toList();
    }

    /** What is through, the latest first. */
    public List<Dispatch> through(int skipped, int most) {
        return announcements.latest(true, skipped, most).stream()
                .map(this::dispatch)
                .toList();
    }

    public Optional<Dispatch> find(String id) {
        return announcements.find(id).map(this::dispatch);
    }

    private Dispatch dispatch(Announcement one) {
        var known = one.report();
        return new Dispatch(
                one.id(),
                Reports.excerpt(one),
                names.name(one.audience()),
                one.createdBy(),
                progress(one),
                one.frozenAt(),
                leaves(one),
                one.restsAt(clock.instant()) ? one.restUntil() : null,
                known != null ? known : reports.of(one),
                one.terms().receipt(),
                one.withdrawal() == null ? -1 : withdrawals.gone(one),
                Reports.ways(one).stream().map(Dispatches::act).toList());
    }

    private @Nullable Instant leaves(Announcement one) {
        return switch (one.state()) {
            case SCHEDULED -> timekeeper.dueAt(one).orElse(null);
            case RUNNING, PAUSED -> one.dueAt().isAfter(clock.instant()) ? one.dueAt() : null;
            case STOPPED, DONE -> null;
        };
    }

    private static String act(Choice way) {
        return way.pick().substring(FLOW.length()).split(" ")[0];
    }

    /** As people get it, in every language. */
    public List<Seen> letters(String id) {
        return announcements.find(id).map(Letter::of).map(letters::seen).orElse(List.of());
    }

    /** How many people did something about it; as long as that can be known. */
    public record Echoes(long read, int answered) {}

    public Echoes echoes(String id) {
        return new Echoes(receipts.count(id), responses.answered(id).size());
    }

    public Optional<Progress> progress(String id) {
        return announcements.find(id).map(this::progress);
    }

    private Progress progress(Announcement one) {
        var known = one.report();
        if (known != null) {
            return new Progress(one.state(), one.settled(), one.total(), one.total(), known.delivered());
        }
        var counts = outbox.count(one.cause());
        int done = counts.entrySet().stream()
                .filter(each -> each.getKey().isFinal())
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Progress(one.state(), one.settled(), one.total(), done, counts.getOrDefault(Message.State.SENT, 0));
    }
}
