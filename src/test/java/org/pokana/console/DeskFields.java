package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pokana.console.DeskForm.Field;

/** Goes through the forms of the desk as whoever means harm would: every payload into every field, whatever it is for. */
final class DeskFields {

    private static final String ALL = String.join(" ", Payloads.all());
    private static final List<String> SHORT =
            Payloads.all().stream().filter(each -> each.length() <= 60).toList();

    /** What an address may hold. */
    private static final int ADDRESS = 7_000;

    private static final List<String> PARTS = parts();

    private final DeskVisitor who;
    private final Map<String, Map<String, String>> meant;
    private final Set<String> known = new HashSet<>();
    private final Set<String> tried = new TreeSet<>();
    private final Map<String, String> shown = new HashMap<>();
    private int next;

    /** @param meant by route what somebody would write there, so that what comes after it is seen, too */
    DeskFields(DeskVisitor who, Map<String, Map<String, String>> meant) {
        this.who = who;
        this.meant = meant;
    }

    /** Each as route and name. */
    Set<String> tried() {
        return tried;
    }

    void comeTo(String page) {
        var there = who.get(page);
        assertThat(there.statusCode()).as(page).isEqualTo(200);
        readHere(page, there);
    }

    private void readHere(String page, HttpResponse<String> there) {
        for (DeskForm form : DeskForm.on(page, harmless(page, there))) {
            if (known.add(form.mark())) {
                fill(form);
            }
        }
    }

    /** What is written freely goes along all at once, much too long as it is; then once more, short enough to be taken. */
    private void fill(DeskForm form) {
        var fresh = form.fields().stream()
                .filter(field -> !field.isFile() && tried.add(form.route() + " " + field.name()))
                .sorted(Comparator.comparing(Field::isButton)) // as a button may be the last that is pressed there
                .toList();
        var free =
                fresh.stream().filter(Field::isFree).map(Field::name).distinct().toList();
        if (!free.isEmpty()) {
            (form.posts() ? List.of(ALL) : PARTS).forEach(text -> send(form, each(free, name -> text)));
            var words = fresh.stream()
                    .filter(Field::isWords)
                    .map(Field::name)
                    .distinct()
                    .toList();
            send(form, each(words, name -> SHORT.get(next++ % SHORT.size())));
        }
        fresh.stream()
                .filter(field -> !field.isFree())
                .forEach(field -> send(form, Map.of(field.name(), form.posts() ? ALL : PARTS.get(0))));
        var sensible = meant.get(form.route());
        if (sensible != null) {
            var after = send(form, sensible);
            if (after.statusCode() == 200) {
                readHere(form.page(), after);
            }
        }
    }

    private static Map<String, String> each(List<String> names, UnaryOperator<String> text) {
        return names.stream().collect(Collectors.toMap(name -> name, text));
    }

    private static List<String> parts() {
        var parts = new ArrayList<String>();
        var part = "";
        for (String payload : Payloads.all()) {
            if (encoded(part + payload).length() > ADDRESS) {
                parts.add(part);
                part = "";
            }
            part += payload + " ";
        }
        parts.add(part);
        return parts;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As it is on its page now, or as it was, once it is gone from there or where it was the answer to another one. */
    private DeskForm again(DeskForm form) {
        return DeskForm.on(form.page(), shown.computeIfAbsent(form.page(), this::look)).stream()
                .filter(each -> each.mark().equals(form.mark()) && each.action().equals(form.action()))
                .findFirst()
                .orElse(form);
    }

    private String look(String page) {
        return harmless(page, who.get(page));
    }

    private HttpResponse<String> send(DeskForm seen, Map<String, String> instead) {
        var form = seen.posts() ? again(seen) : seen;
        var fields = new LinkedHashMap<String, String>();
        form.fields().stream().filter(Field::sent).forEach(field -> fields.put(field.name(), field.value()));
        fields.putAll(instead);
        var answer = form.posts() ? who.submits(form.action(), flat(fields)) : who.get(form.action() + query(fields));
        var what = form.route() + " " + instead.keySet();
        harmless(what, answer);
        answer.headers().firstValue("Location").ifPresent(to -> {
            shown.clear(); // something has changed
            look(to);
        });
        return answer;
    }

    private static String[] flat(Map<String, String> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .reduce((some, more) -> some + "&" + more)
                .map(all -> "?" + all)
                .orElse("");
    }

    private static String harmless(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        assertThat(Payloads.alive(answer.body())).as(what).isEmpty();
        return answer.body();
    }
}
