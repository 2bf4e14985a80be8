package org.pokana.channel.telegram;

import static org.pokana.channel.telegram.FakeRefusal.bad;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** All chats of the bot: what stands in them, and who has blocked it. */
final class FakeChats {

    private final Clock clock;
    private final TreeMap<Long, TreeMap<Long, FakeMessage>> messages = new TreeMap<>();
    private final Set<Long> blocked = new HashSet<>();
    private final Map<Long, Long> moved = new HashMap<>();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Set<String> openCallbacks = new HashSet<>();
    private long lastId = 100;
    private long revision;

    FakeChats(Clock clock) {
        this.clock = clock;
    }

    synchronized void meet(long chat) {
        messages.computeIfAbsent(chat, any -> new TreeMap<>());
    }

    synchronized void block(long chat, boolean blocks) {
        if (blocks) {
            blocked.add(chat);
        } else {
            blocked.remove(chat);
        }
    }

    /** A group grows into a supergroup: what was said stays behind, whatever is sent to the old one is refused. */
    synchronized void move(long from, long to) {
        meet(to);
        moved.put(from, to);
    }

    /** The messages of a chat the bot may write to. */
    synchronized TreeMap<Long, FakeMessage> open(long chat) {
        if (moved.containsKey(chat)) {
            throw FakeRefusal.moved(moved.get(chat));
        }
        var open = messages.get(chat);
        if (open == null) {
            throw bad("chat not found");
        }
        if (blocked.contains(chat)) {
            throw new FakeRefusal(403, "Forbidden: bot was blocked by the user");
        }
        return open;
    }

    synchronized JsonNode send(FakeCall call, String kind, String text, byte[] file) {
        var chat = open(call.number("chat_id", 0));
        var rows = FakeMessage.rows(call.tree("reply_markup"));
        files.put("file-" + (lastId + 1), file);
        return put(
                chat, new FakeMessage(call.number("chat_id", 0), ++lastId, true, kind, text, rows, file, ++revision));
    }

    /** What was uploaded earlier; nothing where none was meant. */
    synchronized byte[] file(String id) {
        if (!id.isEmpty() && !files.containsKey(id)) {
            throw bad("wrong file identifier/HTTP URL specified");
        }
        return files.getOrDefault(id, new byte[0]);
    }

    synchronized void forgetFiles() {
        files.clear();
    }

    /** Something a person wrote. */
    synchronized JsonNode hear(long chat, String text) {
        return put(
                open(chat), new FakeMessage(chat, ++lastId, false, "text", text, List.of(), new byte[0], ++revision));
    }

    synchronized JsonNode editText(FakeCall call) {
        var message = editable(call);
        if (!message.kind().equals("text")) {
            throw bad("there is no text in the message to edit");
        }
        return edit(message, call.text("text"), FakeMessage.rows(call.tree("reply_markup")));
    }

    synchronized JsonNode editKeyboard(FakeCall call) {
        var message = editable(call);
        return edit(message, message.text(), FakeMessage.rows(call.tree("reply_markup")));
    }

    private FakeMessage editable(FakeCall call) {
        var message = open(call.number("chat_id", 0)).get(call.number("message_id", 0));
        if (message == null) {
            throw bad("message to edit not found");
        }
        if (!message.ours()) {
            throw bad("message can't be edited");
        }
        return message;
    }

    private JsonNode edit(FakeMessage message, String text, List<List<FakeMessage.Button>> rows) {
        if (text.isBlank()) {
            throw bad("message text is empty");
        }
        if (message.text().equals(text) && message.rows().equals(rows)) {
            throw bad("message is not modified: specified new message content and reply markup are exactly the same"
                    + " as a current content and reply markup of the message");
        }
        return put(open(message.chat()), message.edited(text, rows, ++revision));
    }

    private JsonNode put(TreeMap<Long, FakeMessage> chat, FakeMessage message) {
        chat.put(message.id(), message);
        notifyAll();
        return message.json(clock.instant().getEpochSecond());
    }

    synchronized void expectAnswer(String callback) {
        openCallbacks.add(callback);
    }

    synchronized JsonNode answer(String callback) {
        if (!openCallbacks.remove(callback)) {
            throw bad("query is too old and response timeout expired or query ID is invalid");
        }
        notifyAll();
        return BooleanNode.TRUE;
    }

    synchronized Set<String> unanswered() {
        return Set.copyOf(openCallbacks);
    }

    synchronized List<FakeMessage> all(long chat) {
        return new ArrayList<>(messages.getOrDefault(chat, new TreeMap<>()).values());
    }

    synchronized void delete(long chat, long message) {
        open(chat).remove(message);
    }

    /** The first message changed after a revision that is as wanted, as soon as there is one. */
    synchronized Optional<FakeMessage> await(long chat, long after, Predicate<FakeMessage> wanted, long seconds)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            var found = all(chat).stream()
                    .filter(message -> message.ours() && message.revision() > after)
                    .filter(wanted)
                    .min(java.util.Comparator.comparingLong(FakeMessage::revision));
            if (found.isPresent() || System.nanoTime() > end) {
                return found;
            }
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, end - System.nanoTime()));
        }
    }

    long now() {
        return clock.instant().getEpochSecond();
    }
}
