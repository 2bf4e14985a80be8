package org.pokana.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pokana.SettableClock;
import org.pokana.contact.Contact;
import org.pokana.contact.Contacts;
import org.pokana.contact.Profile;
import org.pokana.contact.Responsible;
import org.pokana.conversation.Rehearsal;
import org.pokana.kernel.Address;
import org.pokana.kernel.Attachment;
import org.pokana.kernel.ContactId;
import org.pokana.messaging.Message;
import org.pokana.messaging.Remembers;
import org.pokana.store.TestStore;
import tools.jackson.databind.json.JsonMapper;

class PrivacyTests {

    private static final PrivacySettings NINETY_DAYS = new PrivacySettings(90);

    private final TestStore store = TestStore.inMemory(Contact.class, Message.class, Erasure.class);
    private final SettableClock clock = SettableClock.at("2027-02-01T08:00:00Z");
    private final Contacts contacts = new Contacts(store.mongo(), () -> "new", clock);
    private final Erasures erasures = new Erasures(store.mongo(), contacts, List.of(), clock);
    private final Contact olena =
            Rehearsal.contact("olena", new Profile("ngo", "haskovo", "Център „Заедно“", "Олена Коваль"));
    private final Rehearsal rehearsal = new Rehearsal(
            privacy(new Responsible("РСО „Марица“", "data@example.org")),
            new MyData(new Memories(List.of(new Known(contacts), new Said()), Rehearsal.WORDS), NINETY_DAYS),
            new Forget(erasures, Rehearsal.WORDS));
    private final Rehearsal.Bot bot = rehearsal.bot;
    private final Rehearsal.Person person = rehearsal.person;

    PrivacyTests() {
        store.mongo().save(olena);
        rehearsal.playedBy(() -> olena);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void saysWhoIsResponsibleAndHowLongThingsAreKept() {
        person.opens("/privacy");
        assertThat(bot.wording()).contains("РСО „Марица“", "data@example.org", "90 дни");
        bot.ends("privacy.notice");

        person.picks("/privacy more");
        assertThat(bot.wording()).contains("data@example.org", "www.cpdp.bg");
        bot.ends("privacy.more");
    }

    @Test
    void saysSoWhenNobodyIsNamed() {
        rehearsal.deploy(privacy(new Responsible(null, " ")));
        person.opens("/privacy");
        assertThat(bot.wording()).contains("още не е вписал името си", "още не е вписана");
        bot.ends("privacy.notice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg", "en"})
    void everyScreenFitsAPhone(String tag) {
        var language = Locale.forLanguageTag(tag);
        var longest = new Responsible("Регионално сдружение на общини „Марица“", "data-protection@example.org");
        rehearsal.deploy(privacy(longest));
        for (String command : List.of("/privacy", "/privacy more", "/mydata", "/forget")) {
            person.opens(command);
            var line = bot.line();
            assertThat(Rehearsal.WORDS.say(line.phrase(), language)).as(command).hasSizeLessThanOrEqualTo(600);
            line.choices().forEach(choice -> assertThat(Rehearsal.WORDS.say(choice.label(), language))
                    .hasSizeLessThanOrEqualTo(25));
        }
    }

    @Test
    void listsWhatIsKeptAndHandsItOver() throws Exception {
        person.opens("/mydata");
        assertThat(bot.wording())
                .contains("• профил", "• 2 съобщения, ваши и мои")
                .doesNotContain("започнат");
        bot.ends("mydata.list");

        person.picks("/mydata download");
        var file = (Attachment.File) Objects.requireNonNull(bot.line().attachment());
        bot.ends("mydata.what-next");

        assertThat(file.name()).isEqualTo("pokana-my-data.json");
        var all = JsonMapper.shared().readTree(new String(file.bytes(), StandardCharsets.UTF_8));
        assertThat(all.at("/contact/0/profile/name").asString()).isEqualTo("Олена Коваль");
        assertThat(all.at("/contact/0/reaches/0/at").asString()).isEqualTo("webchat:olena");
        assertThat(all.at("/messages/1/text").asString()).isEqualTo("Благодаря");
        assertThat(all.at("/messages/0/at").asString()).isEqualTo("2027-01-05T10:00:00.000Z");
    }

    @Test
    void countsWhatWasSaidOnceAlthoughThePageHasACopy() {
        var copy = new Said() {
            @Override
            public String name() {
                return "web-chat";
            }
        };
        rehearsal.deploy(new MyData(new Memories(List.of(new Said(), copy), Rehearsal.WORDS), NINETY_DAYS));
        person.opens("/mydata");

        assertThat(bot.wording()).containsOnlyOnce("2 ").contains("• копие на казаното");
        bot.ends("mydata.list");
    }

    @Test
    void doesNotStartWhenAKindOfDataHasNoWords() {
        var unnamed = new Said() {
            @Override
            public String name() {
                return "rumours";
            }
        };
        assertThatThrownBy(() -> new Memories(List.of(unnamed), Rehearsal.WORDS))
                .hasMessageContaining("mydata.kept.rumours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ИЗТРИЙ", "изтрий", "„Изтрий“!", "iztriy", "iztrii", "DELETE", "изтрий всичко"})
    void erasesOnceTheWordIsTyped(String word) {
        asked();
        person.says(word);
        bot.ends("forget.done");
        assertThat(wishes()).containsExactly("olena");
    }

    @Test
    void erasesAtTheButtonWithoutAskingOnceMore() {
        asked();
        person.picks("erase");
        bot.ends("forget.done");
        assertThat(wishes()).containsExactly("olena");
    }

    @ParameterizedTest
    @ValueSource(strings = {"да", "yes", "ок", "не изтривай", "изтрий ли?", "do not delete"})
    void erasesNothingOnAnyOtherWord(String word) {
        asked();
        person.says(word);
        assertThat(bot.wording()).contains("Още нищо не е изтрито", "напишете ИЗТРИЙ");
        bot.asks("forget.really.misunderstood", "keep", "erase");
        assertThat(wishes()).isEmpty();
    }

    @Test
    void keepsEverythingWhenThePersonThinksBetterOfIt() {
        asked();
        person.picks("keep");
        bot.ends("forget.kept");
        assertThat(wishes()).isEmpty();
    }

    private void asked() {
        person.opens("/forget");
        bot.asks("forget.really", "keep", "/mydata download", "erase");
    }

    private List<String> wishes() {
        return store.mongo().findAll(Erasure.class).stream()
                .map(Erasure::contact)
                .toList();
    }

    private static Privacy privacy(Responsible responsible) {
        return new Privacy(responsible, NINETY_DAYS);
    }

    /** Two messages, as they are stored. */
    private static class Said implements Remembers {

        @Override
        public String name() {
            return "messages";
        }

        @Override
        public List<?> of(ContactId contact, List<Address> addresses) {
            return List.of(
                    new Document("text", "Здравейте")
                            .append("at", java.util.Date.from(Instant.parse("2027-01-05T10:00:00Z"))),
                    new Document("text", "Благодаря"));
        }
    }
}
