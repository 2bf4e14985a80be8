package org.pokana.console;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.contact.Contact;
import org.pokana.contact.Contact.Reach;
import org.pokana.contact.Reachable;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Concern;
import org.pokana.messaging.Deliveries;
import org.pokana.messaging.Lane;
import org.pokana.messaging.Message.State;
import org.pokana.messaging.Pulse;
import org.pokana.messaging.Pulse.Beat;
import org.pokana.messaging.Pulse.Light;
import org.pokana.messaging.Words;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** How everything fares by which people are reached. */
@Component
class Lights {

    private static final Beat STEADY = new Beat(Light.WELL, "", null, null);

    private final List<Channel> channels;
    private final List<Pulse> pulses;
    private final List<Concern> concerns;
    private final Deliveries deliveries;
    private final Reachable reachable;
    private final HealthIndicator store;
    private final Environment environment;
    private final Words words;
    private final ZoneId zone;

    Lights(
            List<Channel> channels,
            List<Pulse> pulses,
            List<Concern> concerns,
            Deliveries deliveries,
            Reachable reachable,
            @Qualifier("storeHealth") HealthIndicator store,
            Environment environment,
            Words words,
            ConsoleSettings settings) {
        this.channels = channels;
        this.pulses = pulses;
        this.concerns = concerns;
        this.deliveries = deliveries;
        this.reachable = reachable;
        this.store = store;
        this.environment = environment;
        this.words = words;
        this.zone = settings.zone();
    }

    /**
     * A channel.
     *
     * @param light the end of its phrase {@code console.light-…}
     * @param mode how it receives; empty where there is only one way
     * @param heard when something came in last; null when nobody knows
     * @param sent when something left last; null when that was days ago
     * @param trouble in the words of the log
     * @param mine whether the reader has a chat there
     */
    public record Shown(
            String name,
            String label,
            String light,
            String mode,
            @Nullable ZonedDateTime heard,
            @Nullable ZonedDateTime sent,
            @Nullable String trouble,
            int people,
            boolean mine) {}

    List<Shown> channels(Contact reader, Locale language) {
        var page = new PageWords(words, language);
        return channels.stream()
                .sorted(Comparator.comparing(Channel::name))
                .map(channel -> shown(channel.name(), reader, page))
                .toList();
    }

    private Shown shown(String name, Contact reader, PageWords page) {
        var beat = pulses.stream()
                .filter(pulse -> pulse.channel().equals(name))
                .map(Pulse::beat)
                .findFirst()
                .orElse(STEADY);
        var people = reachable.byChannel().get(name);
        return new Shown(
                name,
                page.channel(name),
                beat.light().name(),
                beat.mode(),
                local(beat.heard()),
                local(deliveries.lastSent(name).orElse(null)),
                beat.trouble(),
                people == null ? 0 : people.reached(),
                reader.reaches().stream()
                        .filter(Reach::open)
                        .anyMatch(reach -> reach.address().channel().equals(name)));
    }

    private @Nullable ZonedDateTime local(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(zone);
    }

    /** @param trouble what is wrong and what to do; null while all is well */
    public record Worry(String name, @Nullable String trouble) {}

    /** What the organizers are told of in their chats when it goes wrong. */
    List<Worry> concerns(Locale language) {
        var page = new PageWords(words, language);
        return concerns.stream()
                .sorted(Comparator.comparing(Concern::name))
                .map(concern -> new Worry(
                        page.say("alarm.name-" + concern.name()),
                        concern.trouble()
                                .map(trouble -> words.say(trouble, language))
                                .orElse(null)))
                .toList();
    }

    /** How many messages have not left yet. */
    long waiting() {
        var day = deliveries.lastDay();
        return Stream.of(Lane.values())
                .mapToLong(lane -> day.of(lane, State.READY, State.SENDING, State.HELD))
                .sum();
    }

    /** @param embedded whether it is the one that needs no database */
    public record Store(boolean embedded, boolean well) {}

    Store store() {
        var health = store.health();
        return new Store(
                environment.getProperty("pokana.store.uri", "").isBlank(),
                health != null && health.getStatus().equals(Status.UP));
    }
}
