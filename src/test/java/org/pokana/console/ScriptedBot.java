package org.pokana.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.pokana.kernel.Choice.Tone;
import org.pokana.messaging.Channel;
import org.pokana.messaging.Content;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Delivery.Delivered;
import org.pokana.messaging.Incoming;
import org.pokana.messaging.Lane;

/** A bot with a handful of fixed answers, to show every kind of message on a page; anything else it repeats. */
final class ScriptedBot {

    private static final Button MENU = new Button("/menu", "Меню", Tone.AWAY);

    private final Channel.Editable channel;

    ScriptedBot(Channel.Editable channel) {
        this.channel = channel;
    }

    void hear(Incoming incoming) {
        var asked = incoming.pick() != null ? incoming.pick() : incoming.text();
        for (Content content : answer(asked)) {
            channel.send(incoming.from(), content, Lane.REPLY);
        }
        if (asked.equals("промени")) {
            var sent = (Delivered) channel.send(incoming.from(), Content.text("Форумът е на 25 февруари."), Lane.REPLY);
            channel.edit(incoming.from(), sent.receipt(), Content.text("Форумът е на 26 февруари."), Lane.REPLY);
        }
    }

    private static List<Content> answer(String asked) {
        return switch (asked) {
            case "Как се записва дете в училище?" ->
                List.of(Content.text(
                        "Всяко дете до 16 години има право на място в училище, независимо от документите на родителите му.\n\nПодайте заявление в училището; то уведомява РУО Хасково, което определя класа.\n\nИзточник: https://ruo-haskovo.bg/priem · проверено на 12 октомври 2026 г. Информация, не правен съвет.",
                        new Button("good", "Полезно", Tone.GOOD),
                        new Button("bad", "Не помогна", Tone.PLAIN),
                        new Button("/person", "Питай човек", Tone.PLAIN),
                        MENU));
            case "/forum haskovo" ->
                List.of(Content.text(
                        "Кой какво прави: институциите и интеграцията в област Хасково\n\nчетвъртък, 25 февруари 2027 г., 09:00–16:30 ч.\nХасково, заседателна зала в областния център\nСвободни места: 14 от 50",
                        new Button("/register haskovo", "Запиши ме", Tone.GOOD),
                        new Button("/agenda haskovo", "Програма", Tone.PLAIN),
                        new Button("/cancel haskovo", "Откажи участие", Tone.DANGER),
                        MENU));
            case "/register haskovo" ->
                List.of(
                        Content.text("Записани сте (№ 46). Ще ви напомня седмица и ден преди форума."),
                        new Content.Document(
                                "forum-haskovo-2027-02-25.ics",
                                "text/calendar",
                                "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".getBytes(UTF_8),
                                "Добавете форума в календара си."),
                        new Content.Place(
                                "Заседателна зала в областния център", "Хасково, пл. „Свобода“ 5", 41.9344, 25.5556));
            case "промени" -> List.of();
            default -> List.of(Content.text("Казахте: " + asked, MENU));
        };
    }
}
