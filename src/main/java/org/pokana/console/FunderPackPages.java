package org.pokana.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.pokana.desk.DeskSessions.Organizer;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The funder pack of a forum, in the language of the page. */
@DeskPage
class FunderPackPages {

    private final FunderPack pack;
    private final Downloads downloads;

    FunderPackPages(FunderPack pack, Downloads downloads) {
        this.pack = pack;
        this.downloads = downloads;
    }

    @GetMapping("/desk/forums/{id}/funder-pack.zip")
    void take(
            @ModelAttribute("me") Organizer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean photos,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        var forum = downloads.taken(me, id, photos ? "funder pack with photos" : "funder pack");
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Downloads.attached(FunderPack.fileName(forum, language)));
        pack.write(forum, language, photos, response.getOutputStream());
    }
}
