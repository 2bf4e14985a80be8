package org.pokana.messaging;

import static org.pokana.kernel.Phrase.phrase;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pokana.kernel.Attachment.Copyable;
import org.pokana.kernel.Attachment.File;
import org.pokana.kernel.Attachment.Media;
import org.pokana.kernel.Attachment.Place;
import org.pokana.kernel.Choice;
import org.pokana.kernel.Line;
import org.pokana.kernel.Localized;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Copy;
import org.pokana.settings.Chosen;

/** Puts phrases into people's languages: every word anybody sees comes from {@code messages/} through here. */
public final class Words {

    private static final String USUAL = Chosen.USUAL_LANGUAGE;

    /** Stand in phrases for when the quiet hours begin and end. */
    private static final String EVENING = "@20:00@";

    private static final String MORNING = "@08:00@";

    private final Map<String, Map<String, String>> byLanguage;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();
    private final Supplier<Chosen> chosen;

    Words(Map<String, Map<String, String>> byLanguage) {
        this(byLanguage, () -> Chosen.NOTHING);
    }

    private Words(Map<String, Map<String, String>> byLanguage, Supplier<Chosen> chosen) {
        this.byLanguage = byLanguage;
        this.chosen = chosen;
    }

    /** Reads every {@code <feature>_<language>.properties}; those in the folder win, key by key, over the packaged. */
    public static Words read(Optional<java.nio.file.Path> folder) {
        return read(folder, () -> Chosen.NOTHING);
    }

    /** The same, with what the organizers have chosen to say, and in which languages. */
    static Words read(Optional<java.nio.file.Path> folder, Supplier<Chosen> chosen) {
        return new Words(PhraseFiles.read(folder), chosen);
    }

    /** The languages there are phrases in, by tag. */
    public Set<String> languages() {
        return byLanguage.keySet();
    }

    /** Those people can choose; Bulgarian always, and first. */
    public List<String> offered() {
        return byLanguage.keySet().stream()
                .filter(chosen.get()::offers)
                .sorted(Comparator.comparing((String tag) -> !tag.equals(USUAL)).thenComparing(tag -> tag))
                .toList();
    }

    /** The language itself if it is offered, else Bulgarian. */
    public Locale spoken(@Nullable Locale wanted) {
        return wanted != null && offered().contains(wanted.getLanguage())
                ? Locale.forLanguageTag(wanted.getLanguage())
                : Locale.forLanguageTag(USUAL);
    }

    public boolean has(String key, Locale language) {
        return byLanguage.getOrDefault(language.getLanguage(), Map.of()).containsKey(key);
    }

    /** @throws IllegalArgumentException when the language has no words for the phrase */
    public String say(Phrase phrase, Locale language) {
        return write(phrase, language).text();
    }

    private Written write(Phrase phrase, Locale language) {
        return Written.read(marked(phrase, language));
    }

    private String marked(Phrase phrase, Locale language) {
        if (phrase.key().equals("moment")) {
            var words = String.valueOf(inWords(phrase.arguments().get(0), language));
            return Written.marked((Instant) phrase.arguments().get(1), words);
        }
        if (phrase.key().equals("verbatim")) {
            return String.valueOf(inWords(phrase.arguments().get(0), language));
        }
        var own = chosen.get().phrase(phrase.key(), language.getLanguage());
        if (own.isPresent()) {
            return Written.unmarked(own.get());
        }
        Object[] arguments = phrase.arguments().stream()
                .map(argument -> inWords(argument, language))
                .toArray();
        var format = (MessageFormat) format(phrase.key(), language).clone(); // formats are not safe to share
        return format.format(arguments);
    }

    public Content content(Line line, Locale language) {
        var attachment = line.attachment();
        if (attachment instanceof File file) {
            return new Content.Document(file.name(), file.type(), file.bytes(), say(line.phrase(), language));
        }
        if (attachment instanceof Place place) {
            return new Content.Place(
                    say(place.title(), language), say(place.address(), language), place.latitude(), place.longitude());
        }
        var text = text(line, language);
        return attachment instanceof Media media ? new Content.Media(media.items(), text) : text;
    }

    private Content.Text text(Line line, Locale language) {
        var written = write(line.phrase(), language);
        return new Content.Text(
                written.text(),
                buttons(line.choices(), language),
                line.lasting(),
                written.moments(),
                line.attachment() instanceof Copyable copyable ? copy(copyable, language) : null);
    }

    private Copy copy(Copyable copyable, Locale language) {
        var label = copyable.label() == null ? phrase("format.copy", copyable.text()) : copyable.label();
        return new Copy(copyable.text(), say(label, language));
    }

    private List<Button> buttons(List<Choice> choices, Locale language) {
        return choices.stream()
                .map(choice -> new Button(choice.pick(), say(choice.label(), language), choice.tone()))
                .toList();
    }

    private Object inWords(Object argument, Locale language) {
        if (argument instanceof Localized localized) {
            return Written.unmarked(localized.in(language));
        }
        if (argument instanceof Phrase phrase) {
            return marked(phrase, language);
        }
        if (argument instanceof ZonedDateTime moment) {
            return Written.marked(
                    moment.toInstant(), pattern("format.moment", language).format(moment));
        }
        if (argument instanceof LocalDateTime moment) {
            return pattern("format.short", language).format(moment);
        }
        if (argument instanceof LocalDate day) {
            return pattern("format.day", language).format(day);
        }
        return argument instanceof String words ? Written.unmarked(words) : argument;
    }

    private DateTimeFormatter pattern(String key, Locale language) {
        return DateTimeFormatter.ofPattern(raw(key, language), language);
    }

    private MessageFormat format(String key, Locale language) {
        var words = raw(key, language);
        return formats.computeIfAbsent(language.getLanguage() + " " + words, any -> new MessageFormat(words, language));
    }

    private static String atNight(String words) {
        var night = QuietHours.now();
        return words.replace(EVENING, night.evening().toString())
                .replace(MORNING, night.morning().toString());
    }

    /** The text of a phrase as it stands in its file, such as a list of words people type. */
    public String raw(String key, Locale language) {
        var words = byLanguage.getOrDefault(language.getLanguage(), Map.of()).get(key);
        if (words == null) {
            throw new IllegalArgumentException("messages/ has no " + language.getLanguage() + " words for " + key);
        }
        return words.contains(EVENING) || words.contains(MORNING) ? atNight(words) : words;
    }
}
