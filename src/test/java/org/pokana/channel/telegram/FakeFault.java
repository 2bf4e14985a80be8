package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;

/**
 * Something that goes wrong with the next calls of a method.
 *
 * @param method which, or {@code *} for all; {@code download} for the files
 * @param pause how long it takes, or how long to wait before trying again
 * @param after whether the call takes effect before it goes wrong
 * @param chat the chat it must concern; zero for any
 */
public record FakeFault(
        String method, int times, Kind kind, int code, String description, Duration pause, boolean after, long chat) {

    /** How the answer goes wrong. */
    public enum Kind {
        REFUSE,
        HTML,
        TRUNCATE,
        DROP,
        /** Has its effect at once, but is answered late. */
        STALL,
        /** Has its effect late, and is then answered. */
        DAWDLE,
        GARBAGE
    }

    boolean concerns(FakeCall call) {
        return times > 0 && concerns(call.method()) && (chat == 0 || chat == call.number("chat_id", 0));
    }

    private boolean concerns(String called) {
        return method.equals("*") || method.equalsIgnoreCase(called);
    }

    FakeFault once() {
        return new FakeFault(method, times - 1, kind, code, description, pause, after, chat);
    }

    FakeServer.Answer answer() {
        if (kind == Kind.REFUSE) {
            return FakeServer.Answer.of(new FakeRefusal(code, description, (int) pause.toSeconds()));
        }
        var type = kind == Kind.HTML ? "text/html" : "application/json";
        return new FakeServer.Answer(code, type, description.getBytes(UTF_8));
    }

    /** Says what goes wrong; nothing happens before one of its methods is called. */
    public static final class Script {

        private final FakeTelegram fake;
        private final String method;
        private int times = 1;
        private long chat;

        Script(FakeTelegram fake, String method) {
            this.fake = fake;
            this.method = method;
        }

        public Script times(int count) {
            times = count;
            return this;
        }

        /** Only calls that concern this chat. */
        public Script to(long onlyChat) {
            chat = onlyChat;
            return this;
        }

        public void throttles(int seconds) {
            var wait = Duration.ofSeconds(seconds);
            add(Kind.REFUSE, 429, "Too Many Requests: retry after " + seconds, wait, false);
        }

        public void refuses(int code, String description) {
            add(Kind.REFUSE, code, description, Duration.ZERO, false);
        }

        /** A gateway in between answers with a web page. */
        public void answersHtml(int code) {
            add(Kind.HTML, code, "<html><body><h1>502 Bad Gateway</h1></body></html>", Duration.ZERO, false);
        }

        public void answersGarbage() {
            add(Kind.GARBAGE, 200, "{\"ok\":true,\"result\":[[[", Duration.ZERO, true);
        }

        /** The answer breaks off in the middle. */
        public void breaksOff() {
            add(Kind.TRUNCATE, 200, "", Duration.ZERO, true);
        }

        /** The connection closes before anything happened. */
        public void drops() {
            add(Kind.DROP, 0, "", Duration.ZERO, false);
        }

        /** The call takes effect, then the connection closes without an answer. */
        public void deliversThenDrops() {
            add(Kind.DROP, 0, "", Duration.ZERO, true);
        }

        /** The call takes effect, then the answer is long in coming. */
        public void stalls(Duration duration) {
            add(Kind.STALL, 0, "", duration, true);
        }

        /** The call is long in taking effect. */
        public void dawdles(Duration duration) {
            add(Kind.DAWDLE, 0, "", duration, false);
        }

        private void add(Kind kind, int code, String description, Duration pause, boolean after) {
            fake.add(new FakeFault(method, times, kind, code, description, pause, after, chat));
        }
    }
}
