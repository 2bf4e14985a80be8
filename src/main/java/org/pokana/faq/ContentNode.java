package org.pokana.faq;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A place in a content file that knows its line, so that whatever is wrong with it can be said in one sentence. */
record ContentNode(String file, Node node) {

    BadContent wrong(String reason) {
        return new BadContent(file, node.getStartMark().getLine() + 1, reason);
    }

    List<ContentNode> items() {
        if (!(node instanceof SequenceNode list)) {
            throw wrong("a list is expected here");
        }
        return list.getValue().stream().map(item -> new ContentNode(file, item)).toList();
    }

    /** The fields by name; one that nobody knows is most likely a slip of the keyboard. */
    Map<String, ContentNode> fields(Set<String> known) {
        if (!(node instanceof MappingNode map)) {
            throw wrong("fields like “name: value” are expected here");
        }
        var fields = new LinkedHashMap<String, ContentNode>();
        for (var field : map.getValue()) {
            var key = new ContentNode(file, field.getKeyNode());
            var name = key.text(100);
            if (!known.contains(name)) {
                throw key.wrong("unknown field “" + name + "”");
            }
            if (fields.put(name, new ContentNode(file, field.getValueNode())) != null) {
                throw key.wrong("the field “" + name + "” stands here twice");
            }
        }
        return fields;
    }

    ContentNode required(Map<String, ContentNode> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow(() -> wrong("“" + name + "” is missing"));
    }

    String text(int longest) {
        var text = scalar();
        if (node.getTag().equals(Tag.NULL) || text.isBlank()) {
            throw wrong("a text is missing here");
        }
        if (!node.getTag().equals(Tag.STR)) {
            throw wrong("a text is expected here, not “" + text + "”; put it in quotes");
        }
        if (text.length() > longest) {
            throw wrong("the text has " + text.length() + " characters, at most " + longest + " fit");
        }
        return text.strip();
    }

    boolean isFalse() {
        return node.getTag().equals(Tag.BOOL) && scalar().equalsIgnoreCase("false");
    }

    List<String> texts(int fewest, int most, int longest) {
        var items = items();
        if (items.size() < fewest || items.size() > most) {
            throw wrong(items.size() + " given here, " + fewest + " to " + most + " are expected");
        }
        var seen = new HashSet<String>();
        for (var item : items) {
            if (!seen.add(item.text(longest))) {
                throw item.wrong("“" + item.text(longest) + "” stands here twice");
            }
        }
        return items.stream().map(item -> item.text(longest)).toList();
    }

    private String scalar() {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("a text is expected here, not a list or fields");
        }
        return scalar.getValue();
    }
}
