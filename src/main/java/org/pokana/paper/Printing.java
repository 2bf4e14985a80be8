package org.pokana.paper;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.pokana.messaging.Words;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Makes PDFs out of the pages in {@code templates/paper}. What it takes is loaded with the first paper rather than at the
 * start; nothing in a page is fetched from anywhere.
 */
@Component
class Printing {

    private static final String FONT = "DejaVu Sans";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final Words words;
    private final FSCacheEx<String, FSCacheValue> measures = new FSDefaultCacheStore();
    private @Nullable SpringTemplateEngine pages;

    Printing(Words words) {
        this.words = words;
    }

    byte[] print(String page, Locale language, Map<String, Object> facts) {
        var context = new Context(language, facts);
        context.setVariable("words", new PaperWords(words, language));
        return pdf(pages().process(page, context));
    }

    private synchronized SpringTemplateEngine pages() {
        if (pages == null) {
            var files = new ClassLoaderTemplateResolver(Printing.class.getClassLoader());
            files.setPrefix("templates/paper/");
            files.setSuffix(".html");
            files.setCharacterEncoding("UTF-8");
            var engine = new SpringTemplateEngine();
            engine.setTemplateResolver(files);
            pages = engine;
            quieten();
        }
        return pages;
    }

    /** It tells of every page it makes. */
    private static void quieten() {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private byte[] pdf(String page) {
        var pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(() -> font("DejaVuSans.ttf"), FONT, REGULAR, FontStyle.NORMAL, true)
                    .useFont(() -> font("DejaVuSans-Bold.ttf"), FONT, BOLD, FontStyle.NORMAL, true)
                    .useCacheStore(CacheStore.PDF_FONT_METRICS, measures)
                    .useUriResolver((from, address) -> address.startsWith("data:") ? address : null)
                    .usePdfUaAccessibility(true) // for screen readers; and no font is looked for on the machine
                    .withHtmlContent(page, null)
                    .withProducer("Pokana")
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("the paper cannot be printed", e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font(String file) {
        var font = Printing.class.getResourceAsStream("/paper/" + file);
        if (font == null) {
            throw new IllegalStateException("the font " + file + " is not packaged");
        }
        return font;
    }
}
