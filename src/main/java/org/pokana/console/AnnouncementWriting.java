package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pokana.announcement.Addressees;
import org.pokana.announcement.Announcement.State;
import org.pokana.announcement.Composing;
import org.pokana.announcement.Composing.Preview;
import org.pokana.announcement.Dispatches;
import org.pokana.announcement.Enclosing;
import org.pokana.announcement.Enclosing.Enclosed;
import org.pokana.announcement.Enclosing.Upload;
import org.pokana.announcement.Letter;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.kernel.Ids;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Writes to many people: what is written is shown as it will arrive, and sent only when just that is confirmed. */
@DeskPage
class AnnouncementWriting {

    private final Composing composing;
    private final Addressees addressees;
    private final Enclosing enclosing;
    private final Dispatches dispatches;
    private final Audit audit;
    private final Ids ids;

    AnnouncementWriting(
            Composing composing,
            Addressees addressees,
            Enclosing enclosing,
            Dispatches dispatches,
            Audit audit,
            Ids ids) {
        this.composing = composing;
        this.addressees = addressees;
        this.enclosing = enclosing;
        this.dispatches = dispatches;
        this.audit = audit;
        this.ids = ids;
    }

    /** @param again an announcement that is said once more to those who did nothing about it */
    @GetMapping("/desk/announcements/new")
    String form(@RequestParam(defaultValue = "") String again, Model model) {
        var id = ids.next();
        var before = composing.toTheSilent(again, id);
        if (!again.isEmpty() && before.isEmpty()) {
            return "redirect:/desk/announcements?done=announcement-nobody-silent";
        }
        var form = before.map(AnnouncementForm::of).orElseGet(() -> AnnouncementForm.empty(id));
        var media = before.map(written -> written.media()).orElse(List.of());
        return page(model, form, new Enclosed(media, null), null);
    }

    private String page(Model model, AnnouncementForm form, Enclosed enclosed, @Nullable String fault) {
        model.addAttribute("form", form);
        model.addAttribute("enclosed", enclosed);
        model.addAttribute("fault", fault);
        model.addAttribute("to", addressees.offered(form.to()));
        model.addAttribute("except", addressees.offered(form.except()));
        model.addAttribute("reached", addressees.reached(form.to(), form.except()));
        model.addAttribute("moments", composing.moments());
        model.addAttribute("longest", Composing.LONGEST);
        model.addAttribute("longestReason", Composing.LONGEST_REASON);
        return "desk/announcement-new";
    }

    /** How many people that is just now, as one ticks. */
    @GetMapping("/desk/announcements/reach")
    String reach(@RequestParam MultiValueMap<String, String> fields, Model model) {
        var form = new AnnouncementForm(fields);
        model.addAttribute("reached", addressees.reached(form.to(), form.except()));
        return "desk/announcement-new :: reach";
    }

    /** Sent twice it is one announcement: its id was in the form before. */
    @PostMapping("/desk/announcements/new")
    String write(
            @ModelAttribute("me") Organizer me,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            Model model) {
        var form = new AnnouncementForm(fields);
        var id = form.id().orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        if (dispatches.find(id).isPresent()) {
            return sent(id, "announcement-sent");
        }
        var enclosed = enclosing.take(form.files(), uploads(files), me.contact());
        var read = composing.read(form.written(enclosed.items()));
        var letter = read.letter();
        if (letter == null || TooMuch.isIn(request)) {
            return page(model, form, enclosed, TooMuch.isIn(request) ? "FILES" : String.valueOf(read.fault()));
        }
        var preview = composing.preview(letter);
        if (!isSure(form, letter, preview)) {
            return preview(model, form, enclosed, letter, preview, null);
        }
        if (form.get("go").equals("test")) {
            boolean arrives = composing.test(letter, me.contact());
            model.addAttribute("tested", arrives ? "announcement-tested" : "announcement-not-tested");
            return preview(model, form, enclosed, letter, preview, null);
        }
        if (preview.many() && !form.get("count").strip().equals(String.valueOf(preview.people()))) {
            return preview(model, form, enclosed, letter, preview, "COUNT");
        }
        return send(me, letter, form.get("go").equals("morning"));
    }

    private static List<Upload> uploads(@Nullable List<MultipartFile> files) {
        return Optional.ofNullable(files).orElse(List.of()).stream()
                .filter(file -> !String.valueOf(file.getOriginalFilename()).isEmpty())
                .map(AnnouncementWriting::upload)
                .toList();
    }

    private static Upload upload(MultipartFile file) {
        try {
            return new Upload(String.valueOf(file.getOriginalFilename()), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it was confirmed by somebody who saw just this, by day or by night, and wrote nothing else since. */
    private static boolean isSure(AnnouncementForm form, Letter letter, Preview preview) {
        return form.has("go") && form.get("seen").equals(mark(letter, preview));
    }

    private static String mark(Letter letter, Preview preview) {
        return Integer.toHexString(letter.fingerprint()) + (preview.night() ? "-night" : "");
    }

    private String preview(
            Model model,
            AnnouncementForm form,
            Enclosed enclosed,
            Letter letter,
            Preview preview,
            @Nullable String fault) {
        model.addAttribute("preview", preview);
        model.addAttribute("scheduled", letter.terms().timing() != null);
        model.addAttribute("seen", mark(letter, preview));
        return page(model, form, enclosed, fault);
    }

    private String send(Organizer me, Letter letter, boolean inTheMorning) {
        var sent = composing.send(letter, me.contact(), inTheMorning);
        boolean waits = sent.state() == State.SCHEDULED;
        audit.note(
                "announced:" + sent.id(),
                me.id(),
                waits ? "scheduled an announcement" : "sent an announcement",
                sent.id());
        return sent(
                sent.id(),
                waits ? "announcement-scheduled" : inTheMorning ? "announcement-waits" : "announcement-sent");
    }

    private static String sent(String id, String done) {
        return "redirect:/desk/announcements/" + id + "?done=" + done;
    }
}
