package org.pokana.console;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pokana.audit.Audit;
import org.pokana.desk.DeskSessions.Organizer;
import org.pokana.faq.Exchange;
import org.pokana.faq.Exchange.Plan;
import org.pokana.messaging.BadContent;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * All entries as a file and back. What a file would change is shown first; it goes along with the form that confirms it,
 * so that nothing is kept in between and another instance may take it.
 */
@DeskPage
class ExchangePages {

    /** What fits into a form together with how it is written there; several times what all entries take today. */
    static final int LARGEST = 1_400_000;

    private final Exchange exchange;
    private final Audit audit;

    ExchangePages(Exchange exchange, Audit audit) {
        this.exchange = exchange;
        this.audit = audit;
    }

    @GetMapping("/desk/knowledge/entries.yaml")
    ResponseEntity<byte[]> export(@ModelAttribute("me") Organizer me) {
        audit.note(me.id(), "downloaded the answers", "yaml");
        var name = ContentDisposition.attachment().filename("pokana-answers.yaml");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_YAML)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.build().toString())
                .body(exchange.export().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/desk/knowledge/import")
    String form() {
        return "desk/import";
    }

    @PostMapping("/desk/knowledge/import")
    String preview(
            @RequestParam(required = false) @Nullable MultipartFile file, HttpServletRequest request, Model model)
            throws IOException {
        if (TooMuch.isIn(request)) {
            model.addAttribute("fault", "large");
            return form();
        }
        if (file == null || file.isEmpty()) {
            model.addAttribute("fault", "none");
            return form();
        }
        if (file.getSize() > LARGEST) {
            model.addAttribute("fault", "large");
            return form();
        }
        return preview(file.getBytes(), model);
    }

    private String preview(byte[] yaml, Model model) {
        var plan = plan(yaml, model);
        if (plan != null) {
            model.addAttribute("plan", plan);
            model.addAttribute("mark", mark(plan));
            model.addAttribute("yaml", Base64.getUrlEncoder().withoutPadding().encodeToString(yaml));
        }
        return form();
    }

    private @Nullable Plan plan(byte[] yaml, Model model) {
        try {
            return exchange.plan("yaml", yaml);
        } catch (BadContent bad) {
            model.addAttribute("fault", "bad");
            model.addAttribute("reason", bad.getMessage());
            return null;
        }
    }

    /** Two plans with the same mark change the same entries from the same versions. */
    private static String mark(Plan plan) {
        var added = plan.added().stream().map(entry -> entry.id() + " new");
        var changed = plan.changed().stream().map(each -> each.after().id() + " v" + each.seen());
        var all = Stream.concat(added, changed).collect(Collectors.joining("\n"));
        return Integer.toHexString(all.hashCode());
    }

    @PostMapping("/desk/knowledge/import/taking")
    String take(@ModelAttribute("me") Organizer me, @RequestParam String yaml, @RequestParam String mark, Model model) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(yaml);
        } catch (IllegalArgumentException notOurs) {
            model.addAttribute("fault", "none");
            return form();
        }
        var plan = plan(bytes, model);
        if (plan == null) {
            return form();
        }
        if (!mark(plan).equals(mark)) {
            model.addAttribute("fault", "meanwhile");
            return preview(bytes, model);
        }
        var taken = exchange.take(plan, me.id());
        audit.note(me.id(), "took a file of answers in", taken.added() + " + " + taken.changed());
        int changed = taken.added() + taken.changed();
        return "redirect:/desk/knowledge?done=" + (taken.overtaken().isEmpty() ? "file-taken" : "file-taken-partly")
                + "&about=" + changed;
    }
}
