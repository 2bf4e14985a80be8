package org.pokana.channel.telegram;

import org.pokana.messaging.Pulse;

/** How the connection with Telegram is, and when an update came last. */
final class TelegramPulse implements Pulse {

    private final Hearing hearing;
    private final Tracks tracks;
    private final TelegramSettings settings;

    TelegramPulse(Hearing hearing, Tracks tracks, TelegramSettings settings) {
        this.hearing = hearing;
        this.tracks = tracks;
        this.settings = settings;
    }

    @Override
    public String channel() {
        return TelegramChannel.NAME;
    }

    @Override
    public Beat beat() {
        var heard = tracks.known(settings.bot()).map(Track::at).orElse(null);
        return new Beat(hearing.light(), settings.mode(), heard, hearing.sentence());
    }
}
