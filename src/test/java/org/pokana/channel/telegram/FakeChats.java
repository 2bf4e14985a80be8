package org.pokana.channel.telegram;

import static org.pokana.channel.telegram.FakeRefusal.bad;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** All chats of the bot: what stands in them, and who has blocked it. */
final class FakeChats {

    private final Clock clock;
    private final FakeFiles files = new FakeFiles();
    private final TreeMap<Long, TreeMap<Long, FakeMessage>> messages = new TreeMap<>();
    private final List<FakeMessage> history = new ArrayList<>();
    private final Map<Long, FakeRefusal> closed = new HashMap<>();
    private final Map<Long, Long> moved = new HashMap<>();
    private final Map<Long, Long> groupIds = new HashMap<>();
    private final Set<String> openCallbacks = new HashSet<>();
    private long lastId = 100;
    private long albums = 13_500_000_000_000_000L;
    private long taps = 4_382_000_000_000_000_000L;
    private long revision;

    FakeChats(Clock clock) {
        this.clock = clock;
    }

    static ObjectNode chat(long id) {
        var chat = JsonMapper.shared().createObjectNode().put("id", id);
        return id < 0
                ? chat.put("type", "supergroup").put("title", "Работна група")
                : chat.put("type", "private").put("first_name", "Олена");
    }

    FakeFiles files() {
        return files;
    }

    void forgetFiles() {
        files.forget();
    }

    synchronized void meet(long chat) {
        messages.computeIfAbsent(chat, any -> new TreeMap<>());
    }

    /** From now on the bot may not write there, in Telegram's words; null opens the chat again. */
    synchronized void close(long chat, @Nullable String why) {
        if (why == null) {
            closed.remove(chat);
        } else {
            closed.put(chat, new FakeRefusal(403, "Forbidden: " + why));
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
        if (closed.containsKey(chat)) {
            throw closed.get(chat);
        }
        return open;
    }

    /** One message of the bot. */
    synchronized FakeMessage send(FakeCall call, FakeContent content) {
        return send(call, content, "");
    }

    /** Several at once that belong together. */
    synchronized List<FakeMessage> sendAlbum(FakeCall call, List<FakeContent> contents) {
        var album = album();
        return contents.stream().map(content -> send(call, content, album)).toList();
    }

    private FakeMessage send(FakeCall call, FakeContent content, String album) {
        long chat = call.number("chat_id", 0);
        var rows = FakeMessage.rows(call.tree("reply_markup"));
        open(chat);
        return put(new FakeMessage(
                chat,
                nextId(chat),
                true,
                FakeProfile.bot(),
                content,
                rows,
                album,
                replied(call),
                now(),
                0,
                ++revision));
    }

    /** Nobody can answer what is not there, unless they do not insist. */
    private long replied(FakeCall call) {
        var reply = call.tree("reply_parameters").orElse(JsonMapper.shared().createObjectNode());
        long target = reply.path("message_id").asLong(0);
        if (target == 0 || open(call.number("chat_id", 0)).containsKey(target)) {
            return target;
        }
        if (!reply.path("allow_sending_without_reply").asBoolean(false)) {
            throw bad("message to be replied not found");
        }
        return 0;
    }

    /** In private chats numbers rise over all of them, while each supergroup counts for itself. */
    private long nextId(long chat) {
        return chat < 0 ? groupIds.merge(chat, 1L, Long::sum) : ++lastId;
    }

    synchronized String album() {
        return String.valueOf(++albums);
    }

    /** Something a person wrote or showed. */
    synchronized FakeMessage hear(long chat, ObjectNode from, FakeContent content, String album, long replyTo) {
        open(chat);
        return put(new FakeMessage(
                chat, nextId(chat), false, from, content, List.of(), album, replyTo, now(), 0, ++revision));
    }

    synchronized FakeMessage edit(FakeMessage message, FakeContent content, List<List<FakeMessage.Button>> rows) {
        return put(message.edited(content, rows, now(), ++revision));
    }

    synchronized Optional<FakeMessage> find(long chat, long id) {
        return Optional.ofNullable(open(chat).get(id));
    }

    private FakeMessage put(FakeMessage message) {
        open(message.chat()).put(message.id(), message);
        history.add(message);
        notifyAll();
        return message;
    }

    /** The number of a tap that now waits for its answer. */
    synchronized String tap() {
        var callback = String.valueOf(++taps);
        openCallbacks.add(callback);
        return callback;
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

    /** Every message and every edit of the bot, as it was then. */
    synchronized List<FakeMessage> everSent(long chat) {
        return history.stream()
                .filter(message -> message.ours() && message.chat() == chat)
                .toList();
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
                    .min(Comparator.comparingLong(FakeMessage::revision));
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
