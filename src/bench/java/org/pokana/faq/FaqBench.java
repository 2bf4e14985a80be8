package org.pokana.faq;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pokana.bench.Latencies;
import org.pokana.messaging.BadContent;
import org.pokana.messaging.ContentFile;

/** How fast questions are understood: with the entries as they come, and with a hundred times as many. */
class FaqBench {

    private static final int MANY = Integer.getInteger("bench.entries", 10_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final double MEGABYTE = 1024.0 * 1024;

    private final List<FaqEntry> real = KnowledgeBase.read(null).entries();

    @Test
    void answersInTime() throws IOException {
        var search = built("as they come", real, 5);
        asked(search, ROUNDS);
        report(real.size() + " entries", asked(search, ROUNDS), 10);
    }

    @Test
    void answersInTimeAmongMany() throws IOException {
        var search = built("many", new ManyEntries(real).make(MANY), 5);
        asked(search, 1);
        report(MANY + " entries", asked(search, ROUNDS), 50);
    }

    /** Each by itself: one that takes long is a hole, however fast the others are. */
    @Test
    void isNotHeldUpByAnybody() {
        var search = built("as they come", real, 5);
        Hostile.texts().forEach(search::understand);
        var texts = Hostile.texts()
                .mapToLong(text -> took(() -> search.understand(text)))
                .max();
        slowest("200 hostile texts", texts.orElseThrow());
        Hostile.files().forEach(file -> refuse(file));
        var files = Hostile.files().mapToLong(file -> took(() -> refuse(file))).max();
        slowest("20 hostile files", files.orElseThrow());
    }

    private static void refuse(String file) {
        try {
            var bytes = file.getBytes(StandardCharsets.UTF_8);
            var content = ContentFile.of("hostile", bytes, Exchange.LARGEST);
            new FaqFile(content, KnowledgeBase.TOPICS, false).read();
        } catch (BadContent refused) {
            return;
        }
        throw new AssertionError("taken: " + file.substring(0, Math.min(50, file.length())));
    }

    private static long took(Runnable what) {
        long begin = now();
        what.run();
        return now() - begin;
    }

    private static void slowest(String what, long nanos) {
        double millis = nanos / 1e6;
        System.out.printf(
                Locale.ROOT, "%s: the slowest %.1f ms (goal: 50 ms); : goal = %.2f%n", what, millis, millis / 50);
    }

    /** What all threads together took; two are at work where there are two processors. */
    private static double spent() {
        var times = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return times.getProcessCpuTime() / 1e9;
    }

    private Search built(String name, List<FaqEntry> entries, double goalSeconds) {
        var knowledge = new KnowledgeBase(entries);
        var lexicon = Lexicon.read(null);
        long before = used();
        double spentBefore = spent();
        long begin = System.nanoTime();
        var search = new Search(knowledge, lexicon);
        search.catchUp();
        double seconds = (System.nanoTime() - begin) / 1e9;
        double work = spent() - spentBefore;
        double megabytes = (used() - before) / MEGABYTE;
        System.out.printf(
                Locale.ROOT,
                "%nindex of %d entries (%s): %.1f s to build, %.1f s of work (goal %.0f; ratio %.2f), %.0f MB (goal 150; ratio %.2f)%n",
                entries.size(),
                name,
                seconds,
                work,
                goalSeconds,
                seconds / goalSeconds,
                megabytes,
                megabytes / 150);
        assertThat(search.matches("форум")).isNotNull();
        return search;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Latencies asked(Search search, int rounds) throws IOException {
        var questions = questions();
        var took = new Latencies();
        for (int round = 0; round < rounds; round++) {
            for (var question : questions) {
                long begin = now();
                search.understand(question);
                took.add(now() - begin);
            }
        }
        return took;
    }

    /** Of this thread alone: whatever else the machine does meanwhile is not our time. */
    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<String> questions() throws IOException {
        var all = new ArrayList<String>();
        for (var file : List.of("dev-questions.tsv", "second-questions.tsv", "third-questions.tsv")) {
            try (var in = FaqBench.class.getResourceAsStream("/faq/" + file)) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.split("\t")[0])
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static void report(String what, Latencies took, double goal) {
        System.out.printf(
                Locale.ROOT,
                "%s: %s (goal: p99 %.0f ms); p99 : goal = %.2f%n",
                what,
                took,
                goal,
                took.percentile(99) / goal);
    }
}
