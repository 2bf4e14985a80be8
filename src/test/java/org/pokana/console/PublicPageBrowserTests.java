package org.pokana.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.pokana.kernel.Address;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Content;
import org.pokana.messaging.Delivery.Delivered;
import org.pokana.messaging.Forgets;
import org.pokana.messaging.Lane;

@Tag("browser")
class PublicPageBrowserTests {

    private static final String QUESTION = "Как се записва дете в училище?";
    private static final String ANSWER = "Всяко дете до 16 години";

    private static WebStage stage;
    private static Browser browser;

    @BeforeAll
    static void open() {
        stage = WebStage.open("--pokana.webchat.per-address=1000", "--pokana.webchat.new-sessions=1000");
        browser = new Browser();
        browser.open(stage.url());
    }

    @AfterAll
    static void close() {
        browser.close();
        stage.close();
    }

    @BeforeEach
    void arriveForTheFirstTime() {
        browser.forget();
        browser.size(390, 844);
        browser.prefers("light");
        browser.open(stage.url() + "/?lang=bg");
    }

    @AfterEach
    void hearNoComplaints() {
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void saysWhatItIsAndWhatToDo() {
        assertThat(browser.find("h1").getText()).contains("Питайте");
        assertThat(browser.find(".welcome").getText()).contains("чатбот", "не човек");
        assertThat(browser.texts(".welcome .picks button"))
                .containsExactly("Начало", "Форуми", "Имам въпрос", "English");
        assertThat(browser.texts(".card .seats"))
                .containsExactly("14 свободни места", "1 свободно място", "Няма свободни места");
        assertThat(browser.texts(".card .when")).contains("четвъртък, 9:00–16:30 ч.");
    }

    @Test
    void givesNoCookieToThoseWhoOnlyLookAround() {
        browser.open(stage.url());

        assertThat(browser.script(
                        "return fetch('/chat/history').then(answer => answer.json()).then(page => page.session)"))
                .isEqualTo(false);
    }

    @Test
    void answersAQuestion() {
        say(QUESTION);

        assertThat(heard().getText()).contains(ANSWER);
        assertThat(browser.texts(".person .text")).containsExactly(QUESTION);
        assertThat(browser.focused().getAttribute("id")).isEqualTo("chat-input");
        browser.until(any -> browser.texts(".person .state").equals(List.of("изпратено")));
        assertThat(browser.find(".bot:not(.welcome) .text a").getAttribute("href"))
                .isEqualTo("https://ruo-haskovo.bg/priem");
    }

    @Test
    void worksByKeyboardAlone() {
        browser.keys(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Към разговора");
        browser.keys(Keys.ENTER);
        browser.keys(Keys.TAB); // the log, which can be scrolled
        assertThat(browser.focused().getAttribute("role")).isEqualTo("log");
        browser.keys(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Начало");
        tabTo("chat-input");
        browser.keys(QUESTION, Keys.ENTER);
        heard();
        assertThat(browser.focused().getAttribute("id")).isEqualTo("chat-input");

        browser.keys(Keys.chord(Keys.SHIFT, Keys.TAB));
        assertThat(browser.focused().getText()).isEqualTo("Меню");
        browser.keys(Keys.SPACE);
        browser.until(any -> browser.texts(".person .text").equals(List.of(QUESTION, "Меню")));
        assertThat(browser.focused().getText()).isEqualTo("Меню");
    }

    @Test
    void writesOnASecondLineWithShift() {
        browser.find("#chat-input").sendKeys("едно", Keys.chord(Keys.SHIFT, Keys.ENTER), "две", Keys.ENTER);

        browser.until(any -> browser.texts(".bot:not(.welcome) .text").equals(List.of("Казахте: едно\nдве")));
    }

    @Test
    void showsAPressedButtonAsThePersonsOwnWords() {
        browser.find(".card .go").click();

        assertThat(heard().getText()).contains("25 февруари 2027");
        assertThat(browser.texts(".person .text")).containsExactly("Запиши ме: Форум Хасково");
        browser.find(".bot:not(.welcome) .picks .good").click();
        browser.until(any -> browser.texts(".place-title").size() == 1);
        assertThat(browser.texts(".person .text")).endsWith("Запиши ме");
        assertThat(
                        browser.script(
                                "return fetch(document.querySelector('a.file').href).then(file => file.text()).then(JSON.stringify)"))
                .isEqualTo("\"BEGIN:VCALENDAR\\r\\nEND:VCALENDAR\\r\\n\"");
        assertThat(browser.find(".place-map").getAttribute("href")).startsWith("https://www.openstreetmap.org/");
    }

    @Test
    void keepsTheTalkAcrossAReload() {
        say(QUESTION);
        heard();
        browser.reload();

        browser.until(any -> browser.texts(".bubble:not(.welcome) .text").size() == 2);
        assertThat(browser.texts(".person .text")).containsExactly(QUESTION);
        assertThat(browser.find(".chat-news").getAttribute("textContent")).isBlank();
    }

    @Test
    void keepsTheTalkAndWhatWasTypedMeanwhileAcrossARestartOfTheServer() {
        browser.size(390, 480);
        say("преди");
        heard();
        stage.stop();
        browser.until(any -> browser.find(".chat-state").getText().contains("Няма връзка"));
        say("докато го няма");
        browser.until(any -> browser.texts(".person.stuck .state").equals(List.of("чака връзка")));
        assertThat(browser.script("""
                const log = document.querySelector('.chat-log').getBoundingClientRect();
                return document.querySelector('.person.stuck').getBoundingClientRect().bottom <= log.bottom;
                """)).isEqualTo(true);
        assertThat(browser.texts(".retry")).containsExactly("Опитай пак");
        stage.restart();

        browser.until(any ->
                browser.texts(".bot:not(.welcome) .text").equals(List.of("Казахте: преди", "Казахте: докато го няма")));
        browser.until(any -> browser.find(".chat-state").getText().equals("Автоматичен помощник"));
        assertThat(browser.texts(".person .text")).containsExactly("преди", "докато го няма");
        browser.complaints(); // about the server that was away
    }

    @Test
    void keepsWhatWasTypedWithoutAServerEvenAcrossAReload() {
        say("преди");
        heard();
        browser.script("""
                const letter = { id: 'letter-from-before', at: Date.now(), text: 'от преди', language: 'bg' };
                localStorage.setItem('pokana.unsent.0.broken', '{"id":');
                localStorage.setItem(`pokana.unsent.${letter.at}.${letter.id}`, JSON.stringify(letter));
                """);
        browser.reload();

        browser.until(any ->
                browser.texts(".bot:not(.welcome) .text").equals(List.of("Казахте: преди", "Казахте: от преди")));
        browser.until(any -> browser.script("return localStorage.length").equals(0L));
    }

    @Test
    void waitsAndGoesOnByItselfWhenItWritesTooMuch() {
        for (int i = 1; i <= 21; i++) {
            say("съобщение " + i);
        }
        browser.until(
                any -> browser.texts(".chat-form .chat-note").toString().contains("ще тръгне само след 3 секунди"));
        assertThat(browser.texts(".person.stuck .text")).containsExactly("съобщение 21");
        stage.clock.advance(Duration.ofSeconds(3));

        browser.until(any -> browser.all(".bot:not(.welcome)").size() == 21);
        assertThat(browser.texts(".person .text")).hasSize(21).endsWith("съобщение 21");
        browser.until(any -> browser.texts(".chat-form .chat-note").isEmpty());
        browser.complaints(); // about being asked to wait
    }

    @Test
    void showsEarlierMessagesOnDemand() {
        say("здравейте");
        heard();
        for (int i = 1; i <= 120; i++) {
            stage.bean(Channel.class).send(session(), Content.text("вест " + i), Lane.ANNOUNCEMENT);
        }
        browser.reload();
        browser.until(any -> browser.texts(".bubble .text").contains("вест 120"));
        assertThat(browser.texts(".bubble .text")).doesNotContain("вест 20", "здравейте");
        browser.script("document.querySelector('.chat-log').scrollTop = 0");
        browser.find(".chat-earlier").click();

        browser.until(any -> browser.texts(".bubble:not(.welcome) .text").size() == 122);
        assertThat(browser.texts(".bubble:not(.welcome) .text"))
                .startsWith("здравейте", "Казахте: здравейте", "вест 1");
        assertThat(browser.texts(".chat-earlier")).isEmpty();
    }

    @Test
    void opensAnInvitationOnce() {
        browser.open(stage.url() + "/?start=forum-haskovo-2027-02&lang=bg");

        assertThat(heard().getText()).contains("/start forum-haskovo-2027-02");
        assertThat(browser.texts(".person .text")).containsExactly("Отворих поканата");
        assertThat(browser.address()).isEqualTo(stage.url() + "/?lang=bg");
        browser.reload();
        browser.until(any -> browser.texts(".bubble:not(.welcome) .text").size() == 2);
    }

    @Test
    void showsAChangedMessageInItsPlace() {
        say("здравейте");
        heard();
        var olena = session();
        var channel = stage.bean(Channel.Editable.class);
        var sent = (Delivered) channel.send(olena, Content.text("Форумът е на 25 февруари."), Lane.REMINDER);
        channel.send(olena, Content.text("Друго съобщение"), Lane.REMINDER);
        browser.until(any -> browser.texts(".bot:not(.welcome) .text").size() == 3);
        channel.edit(olena, sent.receipt(), Content.text("Форумът е на 26 февруари."), Lane.REMINDER);

        var changed = List.of("Казахте: здравейте", "Форумът е на 26 февруари.", "Друго съобщение");
        browser.until(any -> browser.texts(".bot:not(.welcome) .text").equals(changed));
        assertThat(browser.texts(".changed")).containsExactly("променено");
        browser.reload();
        browser.until(any -> browser.texts(".bot:not(.welcome) .text").equals(changed));
    }

    @Test
    void emptiesThePageWhenThePersonIsForgotten() {
        say("здравейте");
        heard();
        var olena = session();
        stage.bean("webChatMemory", Forgets.class).forget(new org.pokana.kernel.ContactId("olena"), List.of(olena));

        browser.until(any -> browser.texts(".chat-remark").toString().contains("Разговорът беше изтрит"));
        assertThat(browser.texts(".bubble:not(.welcome) .text")).isEmpty();
        say("здравейте отново");
        heard();
        assertThat(session()).isNotEqualTo(olena);
    }

    @Test
    void offersNothingEarlierOnceThePersonIsForgotten() {
        say("здравейте");
        heard();
        var olena = session();
        for (int i = 1; i <= 120; i++) {
            stage.bean(Channel.class).send(olena, Content.text("вест " + i), Lane.ANNOUNCEMENT);
        }
        browser.reload();
        browser.until(any -> browser.texts(".chat-earlier").equals(List.of("По-ранни съобщения")));
        stage.bean("webChatMemory", Forgets.class).forget(new org.pokana.kernel.ContactId("olena"), List.of(olena));

        browser.until(any -> browser.texts(".chat-remark").toString().contains("Разговорът беше изтрит"));
        assertThat(browser.texts(".chat-earlier")).isEmpty();
    }

    @Test
    void tellsAScreenReaderOnlyWhatIsNew() {
        say(QUESTION);
        heard();

        assertThat(browser.find("[role=log]").getAttribute("aria-live")).isEqualTo("off");
        assertThat(browser.find(".chat-news").getAttribute("aria-live")).isEqualTo("polite");
        assertThat(browser.find(".chat-news").getAttribute("textContent"))
                .contains(ANSWER, "Може да изберете: Полезно, Не помогна, Питай човек, Меню")
                .doesNotContain(QUESTION);
    }

    @Test
    void leavesATextThatIsTooLongWhereItIs() {
        browser.script("document.querySelector('#chat-input').value = 'ж'.repeat(4097)");
        browser.find("#chat-input").sendKeys(Keys.ENTER);

        browser.until(any -> browser.texts(".chat-form .chat-note").toString().contains("твърде дълго"));
        assertThat(browser.find("#chat-input").getAttribute("value")).hasSize(4097);
        assertThat(browser.texts(".person .text")).isEmpty();
    }

    @Test
    void showsWhatPeopleTypeAsText() {
        say("<img src=x onerror=document.title='x'><script>document.title='x'</script>");

        assertThat(heard().getText()).contains("<img src=x");
        assertThat(browser.all(".chat-log img, .chat-log script")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"320,640,bg", "320,640,en", "320,256,bg", "390,844,bg", "768,1024,bg", "1280,800,en"})
    void neverScrollsSideways(int width, int height, String language) {
        browser.size(width, height);
        browser.open(stage.url() + "/?lang=" + language);
        say(QUESTION);
        heard();
        say("ж".repeat(300));
        browser.until(any -> browser.texts(".bot:not(.welcome) .text").size() == 2);
        browser.find(".card .go").click();
        browser.until(any -> browser.texts(".bot:not(.welcome) .text").size() == 3);

        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo((long) width);
        assertThat(browser.script(
                        "const log = document.querySelector('.chat-log'); return log.scrollWidth - log.clientWidth"))
                .isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void putsUpNoBarriers(String colours) {
        browser.prefers(colours);
        say(QUESTION);
        heard();
        browser.find(".card .go").click();
        browser.until(any -> browser.texts(".picks .danger").size() == 1);
        browser.all(".bot .picks .good").get(1).click();
        browser.until(any -> browser.texts(".place-title").size() == 1);

        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void findsABarrierWhereThereIsOne() {
        browser.script("document.querySelector('label[for=chat-input]').remove();"
                + "document.querySelector('#chat-input').placeholder = ''");

        assertThat(browser.barriers()).anySatisfy(barrier -> assertThat(barrier).startsWith("label:"));
    }

    @Test
    void loadsLittleAndNothingFromElsewhere() {
        var loaded = (List<?>) browser.script("return performance.getEntriesByType('resource').map(each => each.name)");
        var bytes = (Number) browser.script("""
                const all = ['/', ...performance.getEntriesByType('resource').map(each => each.name)];
                return Promise.all(all.map(each => fetch(each).then(answer => answer.arrayBuffer())))
                  .then(bodies => bodies.reduce((sum, body) => sum + body.byteLength, 0));
                """);

        assertThat(loaded).isNotEmpty().allSatisfy(address -> assertThat(address.toString())
                .startsWith(stage.url()));
        assertThat(bytes.intValue()).isBetween(30_000, 150_000);
    }

    @Test
    void takesTheTalkAlongIntoAnotherLanguage() {
        browser.find(".languages a[hreflang=en]").click();
        browser.until(any -> browser.find("h1").getText().startsWith("Ask"));
        assertThat(browser.texts(".person .text")).as("nothing was said yet").isEmpty();
        browser.find(".languages a[hreflang=bg]").click();
        say(QUESTION);
        heard();

        browser.find(".languages a[hreflang=en]").click();

        browser.until(any -> browser.texts(".bot:not(.welcome) .text").contains("Казахте: /language en"));
        assertThat(browser.texts(".person .text")).containsExactly(QUESTION, "English");
    }

    @Test
    void speaksEnglish() {
        browser.find(".languages a[lang=en]").click();
        browser.until(any -> browser.find("h1").getText().startsWith("Ask."));
        browser.open(stage.url());

        assertThat(browser.find("html").getAttribute("lang")).isEqualTo("en");
        assertThat(browser.texts(".card .seats")).startsWith("14 free seats", "1 free seat");
    }

    private static void say(String words) {
        browser.find("#chat-input").sendKeys(words, Keys.ENTER);
    }

    /** The first answer, once it is there. */
    private static WebElement heard() {
        return browser.find(".bot:not(.welcome)");
    }

    private static void tabTo(String id) {
        for (int i = 0; i < 20; i++) {
            if (browser.focused().getAttribute("id").equals(id)) {
                return;
            }
            browser.keys(Keys.TAB);
        }
        throw new AssertionError("nothing with the id " + id + " can be reached by tab");
    }

    private static Address session() {
        return new Address("webchat", browser.cookie("pokana_chat"));
    }
}
