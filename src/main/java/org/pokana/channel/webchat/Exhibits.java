package org.pokana.channel.webchat;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.pokana.messaging.KeptFile;
import org.pokana.messaging.KeptFiles;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows kept files to whoever knows their unguessable names: everybody who got a message with one. Pictures and sounds
 * are shown in the page, everything else is only ever saved, so that nothing in it can run here.
 */
@RestController
class Exhibits {

    private static final Set<String> SHOWN = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "audio/ogg",
            "audio/mpeg",
            "audio/mp4",
            "audio/wav",
            "video/mp4",
            "video/webm");

    private final KeptFiles files;

    Exhibits(KeptFiles files) {
        this.files = files;
    }

    /** Parts of it, too, as players ask for. Asked for each time, as it may be taken back; sent again only if changed. */
    @GetMapping("/chat/media/{id}")
    ResponseEntity<Resource> show(HttpServletRequest request, @PathVariable String id) {
        var file = files.find(id);
        if (file.isEmpty()) {
            return gone();
        }
        var tag = "\"" + id + "\"";
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        Optional<byte[]> bytes = files.bytes(file.get());
        return bytes.isEmpty() ? gone() : shown(file.get(), bytes.get(), tag);
    }

    private static ResponseEntity<Resource> gone() {
        return ResponseEntity.notFound()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static ResponseEntity<Resource> shown(KeptFile file, byte[] bytes, String tag) {
        boolean inPage = SHOWN.contains(file.type());
        var disposition = (inPage ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .eTag(tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .contentType(inPage ? MediaType.parseMediaType(file.type()) : MediaType.APPLICATION_OCTET_STREAM)
                .body(new ByteArrayResource(bytes));
    }
}
