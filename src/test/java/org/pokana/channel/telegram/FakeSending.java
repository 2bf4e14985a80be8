package org.pokana.channel.telegram;

import static org.pokana.channel.telegram.FakeRefusal.bad;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;

/** Everything that makes a new message. */
final class FakeSending {

    private static final int LARGEST_ALBUM = 10;

    /** Of these an album holds nothing else beside. */
    private static final Map<String, String> AMONG_THEMSELVES = Map.of("document", "Document", "audio", "Audio");

    private static final Set<String> IN_ALBUMS = Set.of("photo", "video", "document", "audio");

    private final FakeChats chats;

    FakeSending(FakeChats chats) {
        this.chats = chats;
    }

    void methods(Map<String, Function<FakeCall, JsonNode>> methods) {
        methods.put("sendMessage", call -> sent(call, text(call)));
        methods.put("sendPhoto", call -> sent(call, file(call, "photo")));
        methods.put("sendDocument", call -> sent(call, file(call, "document")));
        methods.put("sendVoice", call -> sent(call, file(call, "voice")));
        methods.put("sendAudio", call -> sent(call, file(call, "audio")));
        methods.put("sendVideo", call -> sent(call, file(call, "video")));
        methods.put("sendAnimation", call -> sent(call, file(call, "animation")));
        methods.put("sendVenue", call -> sent(call, venue(call)));
        methods.put("sendMediaGroup", this::album);
        methods.put("copyMessage", this::copy);
        methods.put("sendChatAction", this::chatAction);
    }

    private JsonNode sent(FakeCall call, FakeContent content) {
        return chats.send(call, content).json();
    }

    static FakeContent text(FakeCall call) {
        var marks = FakeMarks.of(call.text("text"), call.tree("entities").orElse(null));
        return FakeContent.text(marks.text(), marks.entities());
    }

    private FakeContent file(FakeCall call, String kind) {
        return file(call, kind, call.text(kind), FakeMarks.caption(call));
    }

    /** @param named the id of a file known already, or where among the uploaded ones it is */
    private FakeContent file(FakeCall call, String kind, String named, FakeMarks caption) {
        var part = named.startsWith("attach://") ? named.substring("attach://".length()) : kind;
        var upload = call.files().get(part);
        if (named.isEmpty() || named.startsWith("attach://")) {
            if (upload == null) {
                throw bad("there is no " + kind + " in the request");
            }
            return new FakeContent(
                    kind, caption.text(), caption.entities(), chats.files().keep(kind, upload), null);
        }
        return new FakeContent(
                kind, caption.text(), caption.entities(), chats.files().again(kind, named), null);
    }

    private static FakeContent venue(FakeCall call) {
        var venue = JsonMapper.shared().createObjectNode();
        venue.putObject("location")
                .put("latitude", Double.parseDouble(call.text("latitude")))
                .put("longitude", Double.parseDouble(call.text("longitude")));
        venue.put("title", call.text("title")).put("address", call.text("address"));
        return FakeContent.shown("venue", call.text("title") + "\n" + call.text("address"), venue);
    }

    private JsonNode album(FakeCall call) {
        var contents = new ArrayList<FakeContent>();
        var kinds = new HashSet<String>();
        for (JsonNode item : call.tree("media").orElseThrow(() -> bad("Parameter \"media\" is required"))) {
            var kind = item.path("type").asString("");
            if (!IN_ALBUMS.contains(kind)) {
                throw bad("can't parse InputMedia: type \"" + kind + "\" can't be used in sendMediaGroup");
            }
            kinds.add(kind);
            contents.add(item(call, kind, item));
        }
        check(contents.size(), kinds);
        var answer = JsonMapper.shared().createArrayNode();
        chats.sendAlbum(call, contents).forEach(message -> answer.add(message.json()));
        return answer;
    }

    FakeContent item(FakeCall call, String kind, JsonNode item) {
        var media = item.path("media").asString("");
        boolean missing = media.startsWith("attach://") && !call.files().containsKey(media.substring(9));
        if (media.isEmpty() || missing) {
            throw bad("can't parse InputMedia: media not found");
        }
        return file(call, kind, media, FakeMarks.caption(item));
    }

    private static void check(int count, Set<String> kinds) {
        if (count == 0) {
            throw bad("there are no messages to send");
        }
        if (count > LARGEST_ALBUM) {
            throw bad("too many messages to send as an album");
        }
        for (String kind : kinds) {
            if (kinds.size() > 1 && AMONG_THEMSELVES.containsKey(kind)) {
                throw bad(AMONG_THEMSELVES.get(kind) + " can't be mixed with other media types");
            }
        }
    }

    /** A new message without a word about where it comes from; only its number is told. */
    private JsonNode copy(FakeCall call) {
        var original = chats.find(call.number("from_chat_id", 0), call.number("message_id", 0))
                .orElseThrow(() -> bad("message to copy not found"));
        var caption = FakeMarks.caption(call);
        var content = call.fields().containsKey("caption")
                ? original.content().saying(caption.text(), caption.entities())
                : original.content();
        return JsonMapper.shared()
                .createObjectNode()
                .put("message_id", chats.send(call, content).id());
    }

    private JsonNode chatAction(FakeCall call) {
        chats.open(call.number("chat_id", 0));
        return BooleanNode.TRUE;
    }
}
