package org.pokana.channel.telegram;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person with a phone: writes, taps, blocks, and reads what is on the screen. */
public final class FakePerson {

    private static final long PATIENCE = 60;

    private final FakeTelegram fake;
    private final long id;
    private final @Nullable String language;
    private String firstName = "Олена";
    private String lastName = "";
    private long seen;

    FakePerson(FakeTelegram fake, long id, @Nullable String language) {
        this.fake = fake;
        this.id = id;
        this.language = language;
    }

    /** What the profile says. */
    public FakePerson called(String first, String last) {
        firstName = first;
        lastName = last;
        return this;
    }

    public long id() {
        return id;
    }

    /** Opens the bot by a link, whose payload may be empty. */
    public long starts(String payload) {
        return says(("/start " + payload).strip());
    }

    public long says(String text) {
        return saysIn(id, text);
    }

    /** Says something in a group where the bot is. */
    public long saysIn(long group, String text) {
        return sends(group, FakeContent.text(text, null), "", 0);
    }

    /** Says something as an answer to a message, in whatever chat that is. */
    public long replies(FakeMessage message, String text) {
        return sends(message.chat(), FakeContent.text(text, null), "", message.id());
    }

    public long sendsPhoto(byte[] picture, String caption) {
        return sends(FakeMedia.photo(picture, caption));
    }

    public long sendsDocument(String name, String type, byte[] content, String caption) {
        return sends(FakeMedia.document(name, type, content, caption));
    }

    public long sendsVoice(byte[] sound) {
        return sends(FakeMedia.voice(sound));
    }

    public long sends(FakeMedia media) {
        return sendsIn(id, media);
    }

    public long sendsIn(long chat, FakeMedia media) {
        return sends(chat, media.on(fake.chats().files()), "", 0);
    }

    /** Several at once: each comes as an update of its own, and all say that they belong to the same album. */
    public List<Long> sendsAlbum(FakeMedia... media) {
        var album = fake.chats().album();
        return Arrays.stream(media)
                .map(each -> sends(id, each.on(fake.chats().files()), album, 0))
                .toList();
    }

    /** Sends something else than text: {@code sticker}, {@code contact}, {@code location} … with its content as JSON. */
    public long shows(String kind, String content) {
        return sends(id, FakeContent.shown(kind, "", JsonMapper.shared().readTree(content)), "", 0);
    }

    private long sends(long chat, FakeContent content, String album, long replyTo) {
        var heard = fake.chats().hear(chat, user(), content, album, replyTo);
        var message = heard.json();
        if (replyTo != 0) {
            fake.chats().find(chat, replyTo).ifPresent(target -> message.set("reply_to_message", target.json()));
        }
        return fake.update("message", message);
    }

    public long adds(long group) {
        fake.chats().meet(group);
        fake.chats().close(group, null);
        return member(group, "left", "member");
    }

    public long removes(long group) {
        fake.chats().close(group, "bot was kicked from the supergroup chat");
        return member(group, "member", "kicked");
    }

    /** Taps a button of the newest message that has it. */
    public long taps(String label) {
        var messages = fake.messages(id);
        for (int i = messages.size() - 1; i >= 0; i--) {
            var button = messages.get(i).button(label);
            if (button.isPresent()) {
                return taps(messages.get(i), button.get().data());
            }
        }
        throw new AssertionError("no message on the screen has a button '" + label + "': " + screen());
    }

    /** Taps a button of the oldest message that ever had it, even if it was edited away since. */
    public long tapsOld(String label) {
        var old = fake.everSent(id).stream()
                .filter(message -> message.button(label).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no message ever had a button '" + label + "'"));
        return taps(old, old.button(label).orElseThrow().data());
    }

    /** Taps a button whose data is this, whether or not there is one. */
    public long taps(FakeMessage message, String data) {
        if (data.isEmpty()) {
            throw new AssertionError("nobody is told when this button is tapped: " + message.labels());
        }
        var callback = callback(data);
        // As it is now, which is what the server looks up, and not as it was when it had the button.
        var now = fake.chats().find(message.chat(), message.id()).orElse(message);
        callback.set("message", now.json());
        return fake.update("callback_query", callback);
    }

    /** Taps a button of a message so old that the bot no longer gets to see it. */
    public long tapsInaccessible(String data) {
        var callback = callback(data);
        var message = callback.putObject("message");
        message.put("message_id", 7).put("date", 0);
        message.set("chat", FakeChats.chat(id));
        return fake.update("callback_query", callback);
    }

    private ObjectNode callback(String data) {
        var callback = JsonMapper.shared().createObjectNode();
        callback.put("id", fake.chats().tap()).put("data", data).put("chat_instance", "1");
        callback.set("from", user());
        return callback;
    }

    public long blocks() {
        blocksSilently();
        return member(id, "member", "kicked");
    }

    public long unblocks() {
        fake.chats().close(id, null);
        return member(id, "kicked", "member");
    }

    /** The bot is blocked, but the update that says so never arrives. */
    public void blocksSilently() {
        fake.chats().close(id, "bot was blocked by the user");
    }

    /** Leaves Telegram for good. */
    public void deletesTheAccount() {
        fake.chats().close(id, "user is deactivated");
    }

    private long member(long chat, String before, String after) {
        var change = JsonMapper.shared().createObjectNode();
        change.put("date", fake.chats().now());
        change.set("from", user());
        change.set("chat", FakeChats.chat(chat));
        change.putObject("old_chat_member").put("status", before).set("user", FakeProfile.bot());
        change.putObject("new_chat_member").put("status", after).set("user", FakeProfile.bot());
        return fake.update("my_chat_member", change);
    }

    private ObjectNode user() {
        var user = JsonMapper.shared().createObjectNode();
        user.put("id", id).put("is_bot", false).put("first_name", firstName);
        if (!lastName.isEmpty()) {
            user.put("last_name", lastName);
        }
        if (language != null) {
            user.put("language_code", language);
        }
        return user;
    }

    /** Waits for a new or newly edited message of the bot with all these words or labels in it. */
    public FakeMessage waitsFor(String... words) {
        Optional<FakeMessage> found;
        try {
            found = fake.chats().await(id, seen, message -> has(message, words), PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
        var message = found.orElseThrow(() ->
                new AssertionError("waited in vain for " + Arrays.toString(words) + "; on the screen: " + screen()));
        seen = message.revision();
        return message;
    }

    private static boolean has(FakeMessage message, String... words) {
        return Arrays.stream(words)
                .allMatch(word ->
                        message.text().contains(word) || message.labels().contains(word));
    }

    /** All that is on the screen. */
    public String reads() {
        return String.join("\n", screen());
    }

    private List<String> screen() {
        return fake.messages(id).stream()
                .map(message -> message.text() + " " + message.labels())
                .toList();
    }
}
