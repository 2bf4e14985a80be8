package org.pokana.channel.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoOperations;

/** What comes from Telegram at its worst: several times, in any order, and mangled. */
@Tag("faults")
class TelegramHearingTests extends TelegramTrial {

    @Test
    void answersOnceWhatComesSeveralTimes() {
        start();
        fake.repeatsUpdates(30);

        everybodyAsksAndIsAnsweredOnce(20, 10);
    }

    @Test
    void answersEverythingOnceThoughItComesInAnyOrderAndSeveralTimes() {
        startWithWebhook();
        fake.repeatsUpdates(30);
        fake.shufflesUpdates(10);

        everybodyAsksAndIsAnsweredOnce(20, 10);
    }

    private void everybodyAsksAndIsAnsweredOnce(int people, int questions) {
        var crowd = LongStream.range(5000, 5000L + people)
                .mapToObj(id -> fake.person(id, "bg"))
                .toList();
        crowd.forEach(person -> person.starts(""));
        await().atMost(LONG).until(() -> crowd.stream().allMatch(person -> heard(person) == 1));
        for (int i = 0; i < questions * SCALE; i++) {
            crowd.forEach(person -> person.says("/help"));
        }
        int due = 1 + questions * SCALE;
        await().atMost(LONG).until(() -> crowd.stream().allMatch(person -> heard(person) >= due));
        await().during(Duration.ofSeconds(1)).atMost(LONG).until(() -> crowd.stream()
                .allMatch(person -> heard(person) == due));
    }

    /** The number of an update is all that tells a repetition from the same words said again. */
    @Test
    void wouldAnswerTwiceIfTheNumberDidNotCount() {
        start();
        olena.starts("");
        olena.says("/help");
        olena.says("/help");

        await().until(() -> heard(olena) == 3);
    }

    @Test
    void survivesTwentyThousandMangledBodies() throws Exception {
        startWithWebhook();
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var threads = Executors.newFixedThreadPool(8);
        var random = new Random(17);
        var deliveries = new ArrayList<Callable<Integer>>();
        for (byte[] body : mangledBodies(20_000, random)) {
            deliveries.add(
                    () -> client.send(delivery(body), BodyHandlers.discarding()).statusCode());
        }
        int accepted = 0;
        for (var delivery : threads.invokeAll(deliveries)) {
            accepted += delivery.get() / 100 == 2 ? 1 : 0;
        }
        threads.shutdown();

        assertThat(accepted).isEqualTo(20_000);
        assertThat(service.getBean(MongoOperations.class)
                        .getCollection("inbox")
                        .countDocuments(new org.bson.Document("state", "FAILED")))
                .isZero();
        var somebody = fake.person(77, "bg");
        somebody.starts("");
        somebody.waitsFor("Здравейте");
    }

    private HttpRequest delivery(byte[] body) {
        return HttpRequest.newBuilder(URI.create(fake.webhook()))
                .header("Content-Type", "application/json")
                .header(TelegramWebhook.SECRET, SECRET)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    /** Half of them are still JSON. */
    private static List<byte[]> mangledBodies(int count, Random random) throws IOException {
        var samples = new SpecSamples(new BotApiSpec());
        var kinds = samples.updateKinds();
        assertThat(kinds).hasSizeGreaterThan(20);
        var mangle = new Mangle(random);
        var json = new ObjectMapper();
        var whole = new HashMap<String, JsonNode>(); // making one takes longer than mangling it
        for (var kind : kinds) {
            whole.put(kind, json.readTree(samples.of(kind)));
        }
        var bodies = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            var kind = kinds.get(i % kinds.size());
            var update = json.createObjectNode().put("update_id", 1_000_000 + i).set(kind, whole.get(kind));
            byte[] body = mangle.of(update).toString().getBytes(UTF_8);
            if (random.nextBoolean()) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
                body = Arrays.copyOf(body, 1 + random.nextInt(body.length));
            }
            bodies.add(body);
        }
        return bodies;
    }
}
