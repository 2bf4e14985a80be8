package org.pokana.messaging;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A place in a content file that knows its line, so that whatever is wrong with it can be said in one sentence. */
public record ContentNode(String file, Node node) {

    public BadContent wrong(String reason) {
        return new BadContent(file, node.getStartMark().getLine() + 1, reason);
    }

    public List<ContentNode> items() {
        if (!(node instanceof SequenceNode list)) {
            throw wrong("a list is expected here");
        }
        return list.getValue().stream().map(item -> new ContentNode(file, item)).toList();
    }

    /** The fields by name; one that nobody knows is most likely a slip of the keyboard. */
    public Map<String, ContentNode> fields(Set<String> known) {
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

    public ContentNode required(Map<String, ContentNode> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow(() -> wrong("“" + name + "” is missing"));
    }

    public String text(int longest) {
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

    public int number(int least, int most) {
        var digits = scalar();
        if (!node.getTag().equals(Tag.INT) || !digits.matches("\\d{1,9}")) {
            throw wrong("a whole number is expected here, not “" + digits + "”");
        }
        int number = Integer.parseInt(digits);
        if (number < least || number > most) {
            throw wrong("the number is " + number + ", it must be from " + least + " to " + most);
        }
        return number;
    }

    public double decimal(double least, double most) {
        var digits = scalar();
        if (!digits.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
            throw wrong("a number like 41.9344 is expected here, not “" + digits + "”");
        }
        double number = Double.parseDouble(digits);
        if (number < least || number > most) {
            throw wrong("the number is " + digits + ", it must be from " + least + " to " + most);
        }
        return number;
    }

    /** Read by a parser that throws for what it cannot read, such as a date's. */
    public <T> T as(String expected, Function<String, T> parser) {
        var text = text(200);
        try {
            return parser.apply(text);
        } catch (RuntimeException unreadable) {
            throw wrong("“" + text + "” is not " + expected);
        }
    }

    public boolean isFalse() {
        return node.getTag().equals(Tag.BOOL) && scalar().equalsIgnoreCase("false");
    }

    public List<String> texts(int fewest, int most, int longest) {
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
