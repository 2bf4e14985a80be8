package org.pokana.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.pokana.channel.telegram.FakeMessage;
import org.pokana.channel.telegram.FakePerson;
import org.pokana.channel.telegram.FakeTelegram;

/** Somebody who registers, asks and leaves at random, and remembers what they were promised. */
final class CrashPerson {

    /** An answer may take as long as a restart and what piled up meanwhile. */
    private static final long PATIENCE_MILLIS = 120_000;

    private static final int MOST_STEPS = 40;
    private static final Pattern SEATED = Pattern.compile("(?s).*[Зз]аписани(?: сте)?(?: за .*?)?, № (\\d+).*");

    /** What they typed when the bot asked for something. */
    private static final Map<String, String> ANSWERS = Map.of(
            "Съгласни ли сте", "Давам съгласие",
            "Каква организация", "НПО",
            "От коя община", "Харманли",
            "вашата организация", "Фондация Мост",
            "Как се казвате", "Олена Ковал",
            "Да ви запиша ли така", "Запиши ме",
            "Да откажа ли", "Да, откажи",
            "Да ви извадя ли", "Да, откажи");

    /** By forum: the words they were promised a seat with. */
    final Map<String, String> promised = new HashMap<>();

    final Map<String, String> titles = Map.of(
            "haskovo-2027-02", "Кой какво прави",
            "dimitrovgrad-2027-03", "Език, училище и работа",
            "harmanli-2027-04", "На едно гише",
            "svilengrad-2027-06", "От казус до мярка");
    final Map<String, String> towns = Map.of(
            "haskovo-2027-02", "Хасково",
            "dimitrovgrad-2027-03", "Димитровград",
            "harmanli-2027-04", "Харманли",
            "svilengrad-2027-06", "Свиленград");
    int asked;
    long slowest;

    private final FakeTelegram telegram;
    private final FakePerson phone;
    private final long id;
    private final List<String> forums;
    private final Random random;
    private final List<String> diary = new ArrayList<>();
    private int heard;
    private boolean turn;
    private volatile boolean goingHome;

    CrashPerson(FakeTelegram telegram, long id, List<String> forums, long seed) {
        this.telegram = telegram;
        this.phone = telegram.person(id, "bg");
        this.id = id;
        this.forums = forums;
        this.random = new Random(seed);
    }

    void goesHome() {
        goingHome = true;
    }

    void talks() throws InterruptedException {
        asks("/start");
        settles();
        while (!goingHome) {
            var forum = forums.get(random.nextInt(forums.size()));
            switch (random.nextInt(4)) {
                case 0 -> asks("/forum " + forum);
                case 1 -> gives(forum);
                default -> registers(forum);
            }
            Thread.sleep(random.nextInt(50));
        }
    }

    private void registers(String forum) {
        settles();
        var end = goesThrough("/register " + forum);
        var seated = SEATED.matcher(end);
        if (seated.matches() && end.contains(titles.get(forum))) {
            promised.put(forum, "№ " + seated.group(1));
        }
    }

    /** From the moment they agree, nobody can say whether the seat is still theirs, until they are told. */
    private void gives(String forum) {
        settles();
        promised.remove(forum);
        goesThrough("/unregister " + forum);
    }

    /**
     * Leaves whatever is open and waits until the answers to everything said so far are here. After a kill an answer may
     * come twice; without this wait the second copy of an old promise would pass for a new one. The two commands take
     * turns, so that a second copy of the last wait's answer does not end this one.
     */
    void settles() {
        asks("/cancel");
        turn = !turn;
        awaits(turn ? "/help" : "/language", turn ? "Пишете със свои думи" : "На какъв език");
    }

    private void awaits(String text, String sign) {
        int before = diary.size();
        var reply = asks(text);
        while (!reply.contains(sign)) {
            reply = listens(text);
        }
        // what came between is part of no conversation
        diary.add("-- settled after " + (diary.size() - before));
    }

    /** Answers whatever is asked until nothing is. */
    private String goesThrough(String command) {
        var reply = asks(command);
        for (int step = 0; step < MOST_STEPS; step++) {
            var question = reply;
            var answer = ANSWERS.keySet().stream().filter(question::contains).findFirst();
            if (answer.isEmpty()) {
                return reply;
            }
            reply = asks(ANSWERS.get(answer.get()));
        }
        throw new AssertionError(this + " is asked without end: " + reply);
    }

    /** Says something and waits for the answer: everything that came after it. */
    String asks(String text) {
        heard = telegram.answers(id).size();
        phone.says(text);
        asked++;
        diary.add("> " + text);
        return listens(text);
    }

    private String listens(String text) {
        long start = System.nanoTime();
        while (telegram.answers(id).size() == heard) {
            if ((System.nanoTime() - start) / 1_000_000 > PATIENCE_MILLIS) {
                throw new AssertionError(this + " never got an answer to " + text + "\n" + diary());
            }
            pause(100); // fifty people who look more often leave the service no processor to start on
        }
        pause(60); // an answer may come in several messages
        slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
        var answers = telegram.answers(id);
        var reply = String.join(
                "\n",
                answers.subList(heard, answers.size()).stream()
                        .map(FakeMessage::text)
                        .toList());
        heard = answers.size();
        diary.add("< " + reply.replace('\n', ' '));
        return reply;
    }

    /** What was said lately, for whoever has to find out what went wrong. */
    String diary() {
        return String.join("\n", diary.subList(Math.max(0, diary.size() - 120), diary.size()));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public String toString() {
        return "person " + id;
    }
}
