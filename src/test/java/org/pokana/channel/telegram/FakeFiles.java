package org.pokana.channel.telegram;

import static org.pokana.channel.telegram.FakeRefusal.bad;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The files on Telegram's servers: sent again by their id, and downloaded from a path that is told to whoever asks. */
final class FakeFiles {

    private static final int LARGEST_DOWNLOAD = 20 << 20;

    /** TDLib's names for the kinds that cannot stand in for one another. */
    private static final Map<String, String> TYPES = Map.of(
            "photo",
            "Photo",
            "document",
            "Document",
            "audio",
            "Audio",
            "voice",
            "VoiceNote",
            "video",
            "Video",
            "animation",
            "Animation");

    private final Map<String, List<FakeFile>> files = new HashMap<>();
    private final Map<String, FakeFile> paths = new HashMap<>();
    private int last = 10;

    /** Pictures are kept in several sizes, smallest first, each a file with an id of its own. */
    synchronized List<FakeFile> keep(String kind, FakeUpload upload) {
        if (upload.bytes().length == 0) {
            throw bad("file must be non-empty");
        }
        var kept = new ArrayList<FakeFile>();
        for (FakeUpload size : kind.equals("photo") ? FakePicture.sizes(upload) : List.of(upload)) {
            kept.add(file(kind, size));
        }
        kept.forEach(file -> files.put(file.id(), List.copyOf(kept)));
        return kept;
    }

    private FakeFile file(String kind, FakeUpload upload) {
        int number = ++last;
        var id = "BQACAgIAAxkBAAI" + Integer.toHexString(upload.bytes().length) + "_" + kind.charAt(0) + number + "AAQ";
        if (!kind.equals("photo")) {
            return new FakeFile(id, number, kind, upload.name(), upload.type(), upload.bytes(), 0, 0);
        }
        var image = FakePicture.read(upload);
        return new FakeFile(id, number, kind, "", "image/jpeg", upload.bytes(), image.getWidth(), image.getHeight());
    }

    /** What was uploaded or received earlier, to be sent again as it is. */
    synchronized List<FakeFile> again(String kind, String id) {
        var known = files.get(id);
        if (known == null) {
            throw bad("wrong file identifier/HTTP URL specified");
        }
        var was = known.get(0).kind();
        if (was.equals("photo") != kind.equals("photo")) {
            throw bad("can't use file of type " + TYPES.get(was) + " as " + TYPES.get(kind));
        }
        return known;
    }

    /** Answers {@code getFile}: only from now on there is something to download. */
    synchronized JsonNode describe(String id) {
        if (id.isEmpty()) {
            throw bad("file_id not specified");
        }
        var file = files.getOrDefault(id, List.of()).stream()
                .filter(any -> any.id().equals(id))
                .findFirst()
                .orElseThrow(() -> bad("invalid file_id"));
        if (file.bytes().length > LARGEST_DOWNLOAD) {
            throw bad("file is too big");
        }
        paths.put(file.path(), file);
        return tools.jackson.databind.json.JsonMapper.shared()
                .createObjectNode()
                .put("file_id", file.id())
                .put("file_unique_id", file.uniqueId())
                .put("file_size", file.bytes().length)
                .put("file_path", file.path());
    }

    synchronized Optional<FakeFile> at(String path) {
        return Optional.ofNullable(paths.get(path));
    }

    /** Links are good for an hour, ids for long, but nothing is for ever. */
    synchronized void forget() {
        files.clear();
        paths.clear();
    }
}
