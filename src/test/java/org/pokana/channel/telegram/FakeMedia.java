package org.pokana.channel.telegram;

/**
 * Something with a file in it that a person sends.
 *
 * @param kind {@code photo}, {@code document}, {@code voice}, {@code audio} or {@code video}
 */
public record FakeMedia(String kind, FakeUpload file, String caption) {

    public static FakeMedia photo(byte[] picture, String caption) {
        return new FakeMedia("photo", new FakeUpload("", "image/jpeg", picture), caption);
    }

    public static FakeMedia document(String name, String type, byte[] content, String caption) {
        return new FakeMedia("document", new FakeUpload(name, type, content), caption);
    }

    public static FakeMedia voice(byte[] sound) {
        return new FakeMedia("voice", new FakeUpload("", "audio/ogg", sound), "");
    }

    public static FakeMedia audio(String name, byte[] sound, String caption) {
        return new FakeMedia("audio", new FakeUpload(name, "audio/mpeg", sound), caption);
    }

    public static FakeMedia video(byte[] film, String caption) {
        return new FakeMedia("video", new FakeUpload("film.mp4", "video/mp4", film), caption);
    }

    /** On Telegram's servers, from where the bot can fetch it. */
    FakeContent on(FakeFiles servers) {
        return new FakeContent(kind, caption, null, servers.keep(kind, file), null);
    }
}
