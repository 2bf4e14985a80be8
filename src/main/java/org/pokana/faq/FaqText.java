package org.pokana.faq;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.pokana.kernel.Localized;

/** Writes entries as they stand in a file; the same entry is always the same text. */
final class FaqText {

    /** As many as the file has under this name; the others are examples. */
    private static final int ALTERNATIVES = 4;

    private final StringBuilder text = new StringBuilder();

    private FaqText() {}

    static String of(List<FaqEntry> entries) {
        var text = new FaqText();
        entries.forEach(text::entry);
        return text.text.toString();
    }

    /** Two entries with the same mark say the same. */
    static String mark(FaqEntry entry) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var whole = of(List.of(entry)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(whole), 0, 12);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private void entry(FaqEntry entry) {
        line("- id: ", entry.id());
        line("  topic: ", entry.topic());
        words("  question:", "    ", entry.question());
        words("  label:", "    ", entry.label());
        phrasings("  alternatives:", entry, all -> all.subList(0, Math.min(ALTERNATIVES, all.size())));
        phrasings("  examples:", entry, all -> all.subList(Math.min(ALTERNATIVES, all.size()), all.size()));
        words("  answer:", "    ", entry.answer());
        text.append("  source:\n");
        for (var source : entry.sources()) {
            words("    - name:", "        ", source.name());
            if (source.url() != null) {
                line("      url: ", quoted(source.url()));
            }
        }
        line(
                "  checked: ",
                entry.checked().map(month -> quoted(month.toString())).orElse("false"));
        if (entry.note() != null) {
            line("  note: ", quoted(entry.note()));
        }
        if (!entry.related().isEmpty()) {
            line("  related: ", "[" + String.join(", ", entry.related()) + "]");
        }
    }

    private void words(String field, String indent, Localized words) {
        text.append(field).append('\n');
        inOrder(words.words()).forEach(each -> line(indent + each.getKey() + ": ", quoted(each.getValue())));
    }

    private void phrasings(String field, FaqEntry entry, Function<List<String>, List<String>> some) {
        var filled = inOrder(entry.phrasings()).stream()
                .filter(each -> !some.apply(each.getValue()).isEmpty())
                .toList();
        if (filled.isEmpty()) {
            return;
        }
        text.append(field).append('\n');
        for (var each : filled) {
            text.append("    ").append(each.getKey()).append(":\n");
            some.apply(each.getValue()).forEach(phrasing -> line("      - ", quoted(phrasing)));
        }
    }

    private static <T> List<Map.Entry<String, T>> inOrder(Map<String, T> byLanguage) {
        return byLanguage.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }

    private void line(String before, String value) {
        text.append(before).append(value).append('\n');
    }

    private static String quoted(String words) {
        var quoted = new StringBuilder("\"");
        words.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(c);
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (isPlain(c)) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append(String.format("\\U%08x", c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE;
    }
}
