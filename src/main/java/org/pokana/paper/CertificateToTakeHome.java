package org.pokana.paper;

import java.util.List;
import java.util.Locale;
import org.pokana.followup.Keepsakes;
import org.pokana.forum.Forum;
import org.pokana.forum.Registration;
import org.pokana.kernel.Attachment;
import org.springframework.stereotype.Component;

/** Gives those who came their certificate once they have said how it was. */
@Component
class CertificateToTakeHome implements Keepsakes {

    private final Certificates certificates;

    CertificateToTakeHome(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public List<Attachment.File> of(Forum forum, Registration registration, Locale language) {
        var name = "pokana-certificate-" + forum.id() + ".pdf";
        return certificates
                .of(forum, registration, language)
                .map(certificate -> new Attachment.File(name, "application/pdf", certificate.pdf()))
                .stream()
                .toList();
    }
}
