package org.pokana.console;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.QuietHours;
import org.pokana.settings.Chosen;

/** The settings as somebody fills them in: all of them text, and what is left empty is as the operator has it. */
public record SettingsForm(Map<String, String> fields) {

    static final int LONGEST = 120;

    /** What is ticked rather than written. */
    private static final List<String> TICKS = List.of("english", "emblem");

    private static final Map<String, String> LABELS = labels();

    private static final int LONGEST_FUNDING = 600;

    /** @param reminders one a line, in words */
    static SettingsForm of(Chosen chosen, String reminders) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("version", String.valueOf(chosen.version()));
        put(fields, "organisation", chosen.organisation());
        put(fields, "contact", chosen.contact());
        put(fields, "address", chosen.address());
        put(fields, "evening", chosen.evening());
        put(fields, "morning", chosen.morning());
        fields.put("reminders", chosen.reminders() == null ? "" : reminders);
        var languages = chosen.languages();
        if (languages == null || languages.contains("en")) {
            fields.put("english", "yes");
        }
        var funding = Objects.requireNonNullElse(chosen.funding(), Map.<String, String>of());
        funding.forEach((language, text) -> fields.put("funding-" + language, text));
        if (!Boolean.FALSE.equals(chosen.emblem())) {
            fields.put("emblem", "yes");
        }
        return new SettingsForm(fields);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        fields.put(name, Objects.requireNonNullElse(value, ""));
    }

    public String get(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    public boolean is(String name) {
        return !get(name).isEmpty();
    }

    long version() {
        return get("version").matches("\\d{1,12}") ? Long.parseLong(get("version")) : -1;
    }

    /** What cannot be taken; the end of its phrase {@code console.fault-…}. */
    Optional<String> fault() {
        for (String name : List.of("organisation", "contact", "address")) {
            if (get(name).length() > LONGEST || get(name).chars().anyMatch(Character::isISOControl)) {
                return Optional.of("LONG");
            }
        }
        if (is("funding-bg") != is("funding-en")) {
            return Optional.of("FUNDING");
        }
        if (get("funding-bg").length() > LONGEST_FUNDING || get("funding-en").length() > LONGEST_FUNDING) {
            return Optional.of("LONG");
        }
        return isNight() ? Optional.empty() : Optional.of("NIGHT");
    }

    /** Both ends or none; a night that goes past midnight and leaves a day. */
    private boolean isNight() {
        if (!is("evening") && !is("morning")) {
            return true;
        }
        try {
            return QuietHours.Night.isOne(LocalTime.parse(get("evening")), LocalTime.parse(get("morning")));
        } catch (DateTimeParseException noTime) {
            return false;
        }
    }

    /** @param reminders as they were read */
    Chosen chosen(List<String> reminders) {
        return new Chosen(
                Chosen.NOTHING.id(),
                version(),
                given("organisation"),
                given("contact"),
                given("address"),
                is("english") ? null : List.of("bg"),
                reminders.isEmpty() ? null : reminders,
                given("evening"),
                given("morning"),
                is("funding-bg") ? Map.of("bg", get("funding-bg"), "en", get("funding-en")) : null,
                is("emblem") ? null : Boolean.FALSE,
                null,
                null);
    }

    private @Nullable String given(String name) {
        return is(name) ? get(name) : null;
    }

    /** @param said the reminders as they will be said, however they were written; empty for just as they were */
    SettingsForm withReminders(Optional<String> said) {
        var fields = new LinkedHashMap<>(this.fields);
        said.ifPresent(lines -> fields.put("reminders", lines));
        return new SettingsForm(fields);
    }

    private static Map<String, String> labels() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("organisation", "console.organisation-name");
        labels.put("contact", "console.organisation-contact");
        labels.put("address", "console.organisation-address");
        labels.put("english", "public.language-en");
        labels.put("reminders", "console.reminders-label");
        labels.put("evening", "console.night-from");
        labels.put("morning", "console.night-until");
        labels.put("funding-bg", "console.funding-bg");
        labels.put("funding-en", "console.funding-en");
        labels.put("emblem", "console.funding-emblem");
        return labels;
    }

    /** What of it is not as it is now. */
    List<TooLate.Left> left(SettingsForm now, PageWords words) {
        return TooLate.of(
                LABELS, TooLate.withTicks(fields, TICKS, words), TooLate.withTicks(now.fields(), TICKS, words));
    }

    /** What is different, by name, for the audit. */
    static String changes(Chosen before, Chosen after) {
        var changes = new ArrayList<String>();
        compare(changes, "organisation", before.organisation(), after.organisation());
        compare(changes, "contact", before.contact(), after.contact());
        compare(changes, "address", before.address(), after.address());
        compare(changes, "languages", before.languages(), after.languages());
        compare(changes, "reminders", before.reminders(), after.reminders());
        compare(
                changes,
                "quiet hours",
                before.evening() + "-" + before.morning(),
                after.evening() + "-" + after.morning());
        compare(changes, "funding", before.funding(), after.funding());
        compare(changes, "emblem", before.emblem(), after.emblem());
        return String.join(", ", changes);
    }

    private static void compare(List<String> changes, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(name);
        }
    }
}
