package org.pokana.announcement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.announcement.Reports.Missed;
import org.pokana.contact.Contact;
import org.pokana.kernel.Localized;
import org.pokana.messaging.Message;
import org.springframework.stereotype.Component;

/** What organizers do with announcements elsewhere than in the chat, by the same acts as there. */
@Component
public class DispatchActs {

    private final Announcements announcements;
    private final Reports reports;
    private final Corrections corrections;
    private final Withdrawals withdrawals;
    private final Letters letters;

    DispatchActs(
            Announcements announcements,
            Reports reports,
            Corrections corrections,
            Withdrawals withdrawals,
            Letters letters) {
        this.announcements = announcements;
        this.reports = reports;
        this.corrections = corrections;
        this.withdrawals = withdrawals;
        this.letters = letters;
    }

    /** False when it was not on its way. */
    public boolean pause(String id) {
        return announcements.pause(id).isPresent();
    }

    /** False when it was not paused. */
    public boolean resume(String id) {
        return announcements.resume(id).isPresent();
    }

    /** False when there was nothing to stop. */
    public boolean stop(String id) {
        return announcements.stop(id).isPresent();
    }

    /** How many people it failed for, and how many may not have it. */
    public record Doubtful(int failed, int uncertain) {}

    public Doubtful doubtful(String id) {
        var missed = missed(id);
        return new Doubtful(Missed.people(missed.failed()), Missed.people(missed.uncertain()));
    }

    private Missed missed(String id) {
        return repeatable(id).map(reports::missed).orElse(Missed.NOBODY);
    }

    private Optional<Announcement> repeatable(String id) {
        return announcements.find(id).filter(Announcement::canBeRepeated);
    }

    /** @param all also to those who may have it already; says how many people get it once more */
    public int sendAgain(String id, boolean all) {
        var again = missed(id).again(all);
        var messages = again.stream().map(Message::id).toList();
        boolean goes = !again.isEmpty()
                && repeatable(id)
                        .filter(one -> announcements.sendAgain(one, messages))
                        .isPresent();
        return goes ? Missed.people(again) : 0;
    }

    /**
     * How it would read.
     *
     * @param words those it has now, by language
     * @param seen empty until it is said what shall be there instead
     */
    public record Correction(Map<String, String> words, List<Seen> seen, int people) {}

    /** Empty when it cannot be corrected, or not yet. */
    public Optional<Correction> correction(String id, @Nullable Localized right) {
        return repeatable(id)
                .filter(one -> corrections.reach(one) > 0)
                .map(one -> new Correction(
                        one.texts().words(),
                        right == null ? List.of() : letters.seen(corrected(one, right)),
                        corrections.reach(one)));
    }

    private static Letter corrected(Announcement wrong, Localized right) {
        return new Letter(wrong.id(), right, wrong.items(), wrong.audience(), wrong.terms());
    }

    /** What comes with it stays. Safe to repeat with the same words; says how many people they go to. */
    public int correct(String id, Localized right) {
        return repeatable(id)
                .map(one -> corrections.correct(one, new Dictated(right, one.items())))
                .orElse(0);
    }

    /** How many people it can be taken back from, and how many have it for too long. */
    public record Reach(int people, int tooOld) {}

    /** Empty when it is not through, or is taken back already. */
    public Optional<Reach> deletable(String id) {
        return repeatable(id).map(withdrawals::reach).map(reach -> new Reach(reach.people(), reach.tooOld()));
    }

    /** Takes it out of everybody's chat, as far as that can be; false when it cannot. */
    public boolean delete(String id, Contact by) {
        if (deletable(id).filter(reach -> reach.people() > 0).isEmpty()) {
            return false;
        }
        repeatable(id)
                .ifPresent(one -> withdrawals.begin(one, by.id(), by.address().orElse(null)));
        return true;
    }
}
