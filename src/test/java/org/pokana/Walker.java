package org.pokana;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bson.Document;
import org.pokana.contact.Contacts;
import org.pokana.contact.Role;
import org.pokana.kernel.Address;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Text;
import org.pokana.messaging.FakeChannel;
import org.pokana.messaging.Inbox;
import org.pokana.messaging.Incoming;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** Takes somebody new through the whole service along a path of taps and words, and shows the last screen. */
final class Walker {

    static final String CHANNEL = "walk";
    private static final String SAY = "say:";

    private final Inbox inbox;
    private final MongoOperations store;
    private final FakeChannel channel;
    private final Locale language;
    private final Contacts contacts;
    private final Set<Role> roles;
    private int people;
    private int updates;

    /** @param roles of everybody who walks */
    Walker(ApplicationContext service, FakeChannel channel, String language, Role... roles) {
        this.inbox = service.getBean(Inbox.class);
        this.store = service.getBean(MongoOperations.class);
        this.contacts = service.getBean(Contacts.class);
        this.channel = channel;
        this.language = Locale.forLanguageTag(language);
        this.roles = Set.of(roles);
    }

    static String saying(String text) {
        return SAY + text;
    }

    /** What came after the last step. */
    record Screen(List<Text> messages) {

        List<Button> buttons() {
            return messages.stream()
                    .flatMap(message -> message.buttons().stream())
                    .toList();
        }

        /** What it says, whoever is the fifth or the sixth. */
        String words() {
            return String.join("\n", messages.stream().map(Text::text).toList()).replaceAll("\\d+", "#");
        }

        boolean asks() {
            return buttons().stream().anyMatch(button -> button.pick().equals("/cancel"));
        }
    }

    Screen walk(List<String> steps) {
        var address = new Address(CHANNEL, language + (roles.isEmpty() ? "-" : "-insider-") + ++people);
        roles.forEach(role -> contacts.grant(contacts.meet(address, language).id(), role));
        int before = 0;
        for (String step : steps) {
            before = shown(address).size();
            take(address, step);
        }
        var all = shown(address);
        return new Screen(all.subList(before, all.size()));
    }

    private void take(Address address, String step) {
        var id = address + ":" + ++updates;
        var now = java.time.Instant.now();
        inbox.receive(List.of(
                step.startsWith(SAY)
                        ? Incoming.said(id, address, step.substring(SAY.length()), language, now)
                        : Incoming.pressed(id, address, step, null, language, now)));
        await().pollInterval(Duration.ofMillis(3)).pollDelay(Duration.ZERO).until(() -> isQuiet(id, address));
    }

    private boolean isQuiet(String id, Address address) {
        var heard = store.getCollection("inbox")
                .countDocuments(new Document("_id", id).append("state", new Document("$ne", "CLAIMED")));
        var waiting = store.getCollection("outbox")
                .countDocuments(new Document("to", address.toString())
                        .append("state", new Document("$in", Arrays.asList("READY", "SENDING")))
                        .append("lane", "REPLY"));
        return heard == 1 && waiting == 0;
    }

    private List<Text> shown(Address address) {
        synchronized (channel) {
            var texts = new ArrayList<Text>();
            channel.carried.stream()
                    .filter(carried -> carried.to().equals(address))
                    .map(FakeChannel.Carried::content)
                    .filter(Text.class::isInstance)
                    .forEach(content -> texts.add((Text) content));
            return texts;
        }
    }
}
