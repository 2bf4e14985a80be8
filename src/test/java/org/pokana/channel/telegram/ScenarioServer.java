package org.pokana.channel.telegram;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A Bot API server with people in front of it, as far as the scenarios need one. */
interface ScenarioServer extends AutoCloseable {

    /** A call as the server heard it. @param at in nanoseconds of no particular origin */
    record Call(String method, Map<String, JsonNode> fields, Set<String> files, long at) {

        String text(String field) {
            var value = fields.get(field);
            return value == null || value.isNull() ? "" : value.asString(value.toString());
        }
    }

    String url();

    ScenarioPerson person(long id, String language);

    /** Everything the bot has called so far, in order. */
    List<Call> calls();

    /** The next call of a method for one chat is refused. @param retryAfter in seconds, or zero */
    void refusesNext(String method, long chat, int code, String description, int retryAfter);

    /** Whether no button that was tapped still spins. */
    boolean hasAnsweredAllTaps();

    @Override
    void close();
}
