package org.pokana.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Turns an update into something nearly like it: parts are missing, or strange. */
final class Mangle {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> STRANGE = List.of(
            "null",
            "[]",
            "{}",
            "true",
            "-1",
            "99999999999999999999",
            "1e308",
            "\"\"",
            "\"\\u0000\"",
            "\"🙂\"",
            "[[[]]]");

    private final Random random;

    Mangle(Random random) {
        this.random = random;
    }

    JsonNode of(JsonNode node) {
        if (random.nextInt(20) == 0) {
            return tree(STRANGE.get(random.nextInt(STRANGE.size())));
        }
        if (node.isObject()) {
            var mangled = JSON.createObjectNode();
            node.properties().forEach(field -> {
                if (random.nextInt(20) > 0) {
                    mangled.set(field.getKey(), of(field.getValue()));
                }
            });
            return mangled;
        }
        if (node.isArray()) {
            var mangled = new ArrayList<JsonNode>();
            node.forEach(element -> mangled.add(of(element)));
            return JSON.createArrayNode().addAll(mangled);
        }
        return node;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
