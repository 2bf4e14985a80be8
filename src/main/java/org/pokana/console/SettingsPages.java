package org.pokana.console;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.contact.Responsible;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.kernel.ContactId;
import org.pokana.kernel.Phrase;
import org.pokana.messaging.QuietHours;
import org.pokana.messaging.Words;
import org.pokana.reminder.UsualReminders;
import org.pokana.settings.Chosen;
import org.pokana.settings.Settings;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an owner can set without an operator: who we are, in which languages and when we speak, who funds us. */
@DeskPage
class SettingsPages {

    private static final String SAVED = "redirect:/desk/settings?done=settings";

    private final Settings settings;
    private final UsualReminders reminders;
    private final Responsible responsible;
    private final Installed installed;
    private final TeamNames names;
    private final Audit audit;
    private final Words words;
    private final ZoneId zone;

    SettingsPages(
            Settings settings,
            UsualReminders reminders,
            Responsible responsible,
            Installed installed,
            TeamNames names,
            Audit audit,
            Words words,
            ConsoleSettings console) {
        this.settings = settings;
        this.reminders = reminders;
        this.responsible = responsible;
        this.installed = installed;
        this.names = names;
        this.audit = audit;
        this.words = words;
        this.zone = console.zone();
    }

    @GetMapping("/desk/settings")
    String form(Locale language, Model model) {
        return page(settings.latest(), null, null, language, model);
    }

    /** @param form as somebody filled it in; null for what holds */
    private String page(
            Chosen chosen, @Nullable SettingsForm form, @Nullable String fault, Locale language, Model model) {
        var page = new PageWords(words, language);
        model.addAttribute("form", form == null ? SettingsForm.of(chosen, lines(reminders.now(), language)) : form);
        model.addAttribute("fault", fault);
        model.addAttribute("usual", responsible.installed());
        model.addAttribute("usualReminders", lines(reminders.installed(), language));
        model.addAttribute("usualNight", QuietHours.USUAL);
        model.addAttribute("installed", installed.all());
        var by = chosen.by();
        var at = chosen.at();
        model.addAttribute(
                "by", by == null ? page.say("console.somebody-forgotten") : names.of(new ContactId(by), page));
        model.addAttribute("at", at == null ? null : at.atZone(zone));
        return "desk/settings";
    }

    private String lines(List<Phrase> phrases, Locale language) {
        return phrases.stream().map(phrase -> words.say(phrase, language)).collect(Collectors.joining("\n"));
    }

    @PostMapping("/desk/settings")
    String save(
            @ModelAttribute("me") Organizer me,
            @RequestParam Map<String, String> fields,
            Locale language,
            Model model) {
        var now = settings.latest();
        var form = new SettingsForm(fields);
        if (form.version() != now.version()) {
            return tooLate(form, language, model);
        }
        var read = reminders.read(form.get("reminders")).orElse(null);
        var fault = form.fault().orElse(read == null ? "REMINDERS" : null);
        if (fault != null || read == null) {
            return page(now, form, fault, language, model);
        }
        var wanted = form.chosen(read);
        var changes = SettingsForm.changes(now, wanted);
        if (!changes.isEmpty()) {
            reminders.prepare(read);
            if (settings.change(wanted, me.id()).isEmpty()) {
                return tooLate(form, language, model);
            }
            audit.note(me.id(), "changed the settings", changes);
        }
        return SAVED;
    }

    /** Nothing that was written is lost; what is sent twice is saved already. */
    private String tooLate(SettingsForm form, Locale language, Model model) {
        var chosen = settings.latest();
        var now = SettingsForm.of(chosen, lines(reminders.now(), language));
        var said = form.withReminders(reminders.said(form.get("reminders")).map(rules -> lines(rules, language)));
        var left = said.left(now, new PageWords(words, language));
        model.addAttribute("theirs", left);
        return left.isEmpty() ? SAVED : page(chosen, now, "SETTINGS-MEANWHILE", language, model);
    }
}
