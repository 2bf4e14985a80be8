package org.pokana.crash;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.pokana.channel.telegram.FakeMessage;
import org.pokana.channel.telegram.FakeTelegram;

/** What the service kept, held against what people said to it and got from it. */
final class Books {

    private static final Set<String> SAY_NOTHING = Set.of("BLOCKED_US", "CAME_BACK", "OTHER");
    private static final Set<String> ARRIVED = Set.of("SENT", "UNCERTAIN");

    private final Map<String, List<Document>> kept;

    private Books(Map<String, List<Document>> kept) {
        this.kept = kept;
    }

    static Books read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return new Books(lines.map(Document::parse).collect(groupingBy(document -> document.getString("in"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How it ended.
     *
     * @param heard what people said
     * @param sent what is known to have arrived
     * @param copies what somebody got a second time, or is taken for uncertain and arrived
     * @param retaken what was sent again because nobody knew whether it had left
     * @param uncertain of which nobody knows to this day
     */
    record Sum(int heard, int sent, int copies, int retaken, int uncertain) {}

    /** That nothing is lost, nothing doubled beyond what is promised, and nothing left to do. */
    Sum addUp(FakeTelegram telegram) {
        assertThat(telegram.violations()).isEmpty();
        everythingWasHeardOnce();
        everythingSaidIsRemembered();
        everythingLeft();
        return arrivals(telegram);
    }

    /** A conversation moves on by one step for each message heard, and for nothing else. */
    private void everythingWasHeardOnce() {
        assertThat(of("inbox")).allSatisfy(received -> assertThat(received.getString("state"))
                .as(received.toJson())
                .isEqualTo("DONE"));
        var heard = of("inbox").stream()
                .filter(received -> !SAY_NOTHING.contains(received.getString("kind")))
                .collect(groupingBy(received -> received.getString("from"), counting()));
        var steps = conversations().stream().collect(toMap(this::address, Books::version));
        assertThat(steps).isEqualTo(heard);
    }

    private static long version(Document conversation) {
        return conversation.get("version", Number.class).longValue();
    }

    /** A step that is saved has its replies, and a reply its step. */
    private void everythingSaidIsRemembered() {
        for (Document conversation : conversations()) {
            assertThat(conversation.getList("pending", Document.class))
                    .as("pending in " + conversation.get("_id"))
                    .isEmpty();
            var prefix = "reply:" + conversation.getString("_id") + ":";
            var steps = of("outbox").stream()
                    .map(message -> message.getString("_id"))
                    .filter(id -> id.startsWith(prefix))
                    .map(id -> Long.valueOf(id.substring(prefix.length()).split(":")[0]))
                    .collect(toSet());
            assertThat(steps)
                    .as("steps that were answered in " + conversation.get("_id"))
                    .hasSize((int) version(conversation));
        }
    }

    private void everythingLeft() {
        assertThat(of("outbox"))
                .allSatisfy(message -> assertThat(ARRIVED).as(message.toJson()).contains(message.getString("state")));
        assertThat(of("announcements")).allSatisfy(announcement -> assertThat(announcement.getBoolean("settled"))
                .as(announcement.toJson())
                .isTrue());
        assertThat(of("waves")).extracting(wave -> wave.getString("state")).doesNotContain("EXPANDING");
    }

    /** Whatever somebody got is on the books; more copies than the books admit nobody got, and no more than two of anything. */
    private Sum arrivals(FakeTelegram telegram) {
        int copies = 0;
        for (String address : of("outbox").stream().map(Books::to).collect(toSet())) {
            var messages = of("outbox").stream()
                    .filter(message -> to(message).equals(address))
                    .toList();
            copies += copies(telegram, address, messages);
        }
        assertThat(of("outbox")).allSatisfy(message -> assertThat(message.getInteger("attempt"))
                .as(message.toJson())
                .isLessThanOrEqualTo(2));
        return new Sum(
                of("inbox").size(), (int) count("SENT"), copies, (int) retaken(of("outbox")), (int) count("UNCERTAIN"));
    }

    private static int copies(FakeTelegram telegram, String address, List<Document> messages) {
        long chat = Long.parseLong(address.substring("telegram:".length()));
        var known = messages.stream()
                .map(message -> message.getString("receipt"))
                .filter(receipt -> receipt != null)
                .collect(toSet());
        var seen = telegram.answers(chat).stream()
                .map(FakeMessage::id)
                .map(String::valueOf)
                .collect(toSet());
        assertThat(seen).as("what is noted as sent to " + address).containsAll(known);
        var copies = new HashSet<>(seen);
        copies.removeAll(known);
        assertThat((long) copies.size())
                .as("messages to %s that the books do not know", address)
                .isLessThanOrEqualTo(retaken(messages) + uncertain(messages));
        return copies.size();
    }

    private static long retaken(List<Document> messages) {
        return messages.stream()
                .filter(message -> message.getInteger("attempt") > 1)
                .count();
    }

    private static long uncertain(List<Document> messages) {
        return messages.stream()
                .filter(message -> message.getString("state").equals("UNCERTAIN"))
                .count();
    }

    /** How many messages of ours a person said, as far as they are on the books. */
    long said(long person) {
        return of("inbox").stream()
                .filter(received -> received.getString("from").equals("telegram:" + person))
                .count();
    }

    long count(String state) {
        return of("outbox").stream()
                .filter(message -> message.getString("state").equals(state))
                .count();
    }

    List<Document> of(String collection) {
        return kept.getOrDefault(collection, List.of());
    }

    private List<Document> conversations() {
        return of("conversations").stream()
                .filter(conversation -> conversation.getString("_id").endsWith(":telegram"))
                .toList();
    }

    private String address(Document conversation) {
        return of("contacts").stream()
                .filter(contact -> contact.getString("_id").equals(conversation.getString("contact")))
                .flatMap(contact -> contact.getList("reaches", Document.class).stream())
                .map(reach -> reach.getString("at"))
                .filter(at -> at.startsWith("telegram:"))
                .findAny()
                .orElseThrow();
    }

    private static String to(Document message) {
        return message.getString("to");
    }
}
