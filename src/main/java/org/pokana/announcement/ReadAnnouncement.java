package org.pokana.announcement;

import org.pokana.conversation.Ending;
import org.pokana.conversation.Flow;
import org.pokana.conversation.Talk;
import org.pokana.kernel.Choice;
import org.springframework.stereotype.Component;

/** Somebody says that they have read an announcement, with the button it came with. */
@Component
class ReadAnnouncement implements Flow {

    private final Announcements announcements;
    private final Receipts receipts;

    ReadAnnouncement(Announcements announcements, Receipts receipts) {
        this.announcements = announcements;
        this.receipts = receipts;
    }

    @Override
    public String name() {
        return "announcement_read";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Ending hold(Talk talk) {
        var read = announcements.find(talk.opening()).filter(one -> one.terms().receipt());
        if (read.isEmpty()) {
            return talk.end(talk.line("unknown").with(Choice.to("menu")));
        }
        receipts.note(read.get(), talk.with());
        return talk.end(talk.line("done").with(Choice.to("menu")));
    }
}
