package org.pokana.channel.telegram;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An error answer of the Bot API, in Telegram's own words. */
final class FakeRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int code;
    private final int retryAfter;
    private final long movedTo;

    FakeRefusal(int code, String description) {
        this(code, description, 0);
    }

    FakeRefusal(int code, String description, int retryAfter) {
        this(code, description, retryAfter, 0);
    }

    private FakeRefusal(int code, String description, int retryAfter, long movedTo) {
        super(description);
        this.code = code;
        this.retryAfter = retryAfter;
        this.movedTo = movedTo;
    }

    /** The group has grown and lives on elsewhere. */
    static FakeRefusal moved(long to) {
        return new FakeRefusal(400, "Bad Request: group chat was upgraded to a supergroup chat", 0, to);
    }

    static FakeRefusal bad(String description) {
        return new FakeRefusal(400, "Bad Request: " + description);
    }

    int code() {
        return code;
    }

    ObjectNode body() {
        var body = JsonMapper.shared().createObjectNode();
        body.put("ok", false).put("error_code", code).put("description", getMessage());
        if (retryAfter > 0) {
            body.putObject("parameters").put("retry_after", retryAfter);
        }
        if (movedTo != 0) {
            body.putObject("parameters").put("migrate_to_chat_id", movedTo);
        }
        return body;
    }
}
