package org.pokana.channel.telegram;

import static org.pokana.kernel.Choice.Tone.AWAY;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Content.Button;
import org.pokana.messaging.Content.Copy;
import org.pokana.messaging.Content.Text;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Lays buttons out in rows whose labels a phone can show, those that lead away together at the end. */
final class Keyboard {

    static final int MOST_ROWS = 8;
    static final int WIDEST = 3;
    private static final int LONG_LABEL = 12;
    private static final int VERY_SHORT_LABEL = 4;

    private Keyboard() {}

    static @Nullable InlineKeyboardMarkup of(Text text) {
        var rows = new ArrayList<InlineKeyboardRow>();
        var copy = text.copy();
        if (copy != null) {
            rows.add(new InlineKeyboardRow(copying(copy)));
        }
        for (List<Button> row : rows(text.buttons(), MOST_ROWS - rows.size())) {
            rows.add(new InlineKeyboardRow(
                    row.stream().map(button -> button(button, text.lasting())).toList()));
        }
        return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows);
    }

    private static InlineKeyboardButton copying(Copy copy) {
        return InlineKeyboardButton.builder()
                .text(copy.label())
                .copyText(CopyTextButton.builder().text(copy.text()).build())
                .build();
    }

    static List<List<Button>> rows(List<Button> buttons, int most) {
        var on = buttons.stream().filter(button -> button.tone() != AWAY).toList();
        var away = buttons.stream().filter(button -> button.tone() == AWAY).toList();
        for (int width = comfortableWidth(on); width <= WIDEST; width++) {
            var rows = new ArrayList<>(inRows(on, width));
            rows.addAll(inRows(away, longest(away) > LONG_LABEL ? 2 : WIDEST));
            if (rows.size() <= most) {
                return rows;
            }
        }
        return inRows(buttons, WIDEST);
    }

    private static int comfortableWidth(List<Button> buttons) {
        int longest = longest(buttons);
        return longest > LONG_LABEL ? 1 : longest > VERY_SHORT_LABEL ? 2 : WIDEST;
    }

    private static int longest(List<Button> buttons) {
        return buttons.stream()
                .mapToInt(button -> button.label().length())
                .max()
                .orElse(0);
    }

    private static List<List<Button>> inRows(List<Button> buttons, int width) {
        var rows = new ArrayList<List<Button>>();
        for (int i = 0; i < buttons.size(); i += width) {
            rows.add(buttons.subList(i, Math.min(i + width, buttons.size())));
        }
        return rows;
    }

    private static InlineKeyboardButton button(Button button, boolean lasting) {
        return InlineKeyboardButton.builder()
                .text(button.label())
                .callbackData(new CallbackData(button.pick(), lasting).text())
                .style(style(button))
                .build();
    }

    private static @Nullable String style(Button button) {
        return switch (button.tone()) {
            case GOOD -> "success";
            case DANGER -> "danger";
            case PLAIN, AWAY -> null;
        };
    }
}
