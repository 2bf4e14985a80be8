package org.pokana.channel.telegram;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes one sample of every kind of update that the specification knows, with all fields in it, to a certain depth. */
final class SpecSamples {

    private static final int DEPTH = 2;

    private final BotApiSpec spec;

    SpecSamples(BotApiSpec spec) {
        this.spec = spec;
    }

    List<String> updateKinds() {
        return spec.type("Update").get("fields").propertyNames().stream()
                .filter(kind -> !kind.equals("update_id"))
                .toList();
    }

    String of(String updateKind) {
        var type = spec.type("Update")
                .get("fields")
                .get(updateKind)
                .get("types")
                .get(0)
                .asString();
        return value(type, updateKind, DEPTH).toString();
    }

    private JsonNode value(String type, String name, int depth) {
        if (type.startsWith("Array of ")) {
            return JsonMapper.shared().createArrayNode().add(value(type.substring("Array of ".length()), name, depth));
        }
        return switch (type) {
            case "Integer" -> JsonNodeFactory.instance.numberNode(name.endsWith("date") ? 1795428000 : 3527065);
            case "Float" -> JsonNodeFactory.instance.numberNode(1.5);
            case "Boolean", "True" -> JsonNodeFactory.instance.booleanNode(true);
            case "String" -> JsonNodeFactory.instance.stringNode(name.equals("type") ? "private" : "текст");
            default -> object(type, depth);
        };
    }

    private JsonNode object(String type, int depth) {
        var known = spec.type(type);
        if (known.has("subtypes")) {
            return object(known.get("subtypes").get(0).asString(), depth);
        }
        var object = JsonMapper.shared().createObjectNode();
        known.get("fields").properties().forEach(field -> {
            var fieldType = field.getValue().get("types").get(0).asString();
            boolean simple =
                    List.of("Integer", "Float", "Boolean", "True", "String").contains(fieldType);
            if (simple || depth > 0) {
                object.set(field.getKey(), value(fieldType, field.getKey(), depth - 1));
            }
        });
        return object;
    }
}
