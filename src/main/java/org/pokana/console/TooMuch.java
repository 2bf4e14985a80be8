package org.pokana.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form with more in its files than is taken: the server would give all of it up, and with it what shows that the form
 * is ours. So its words are read here and its files left out; the page says that, and whoever wrote loses no word.
 */
class TooMuch extends OncePerRequestFilter {

    private static final String MARK = TooMuch.class.getName();

    /** Of one field; more than any of ours takes. */
    private static final int LONGEST = 100_000;

    private static final int MOST_FIELDS = 1_000;

    private final long most;

    /** @param most how large a form may be as a whole, in bytes */
    TooMuch(long most) {
        this.most = most;
    }

    /** Whether the form's files were left out. */
    static boolean isIn(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !DeskDoor.leadsTo(request)
                || request.getContentLengthLong() <= most
                || type == null
                || !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // What strangers send is not worth reading; they are shown where to sign in.
        boolean known = SecurityContextHolder.getContext().getAuthentication() != null;
        request.setAttribute(MARK, true);
        chain.doFilter(new Words(request, known ? words(request) : Map.of()), response);
    }

    /** To its end, though it is forgotten as it comes: a browser shows no answer before it has sent everything. */
    private static Map<String, List<String>> words(HttpServletRequest request) throws IOException {
        var words = new LinkedHashMap<String, List<String>>();
        int fields = 0;
        try {
            var items = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (items.hasNext()) {
                FileItemStream item = items.next();
                if (item.isFormField() && ++fields <= MOST_FIELDS) {
                    var text = new String(item.openStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
                    words.computeIfAbsent(item.getFieldName(), name -> new ArrayList<>())
                            .add(text);
                }
            }
        } catch (FileUploadException noFormOfOurs) {
            words.clear(); // then nothing shows that it is ours
        }
        return words;
    }

    /** As if it had been a form without files. */
    private static final class Words extends HttpServletRequestWrapper {

        private final Map<String, List<String>> words;

        Words(HttpServletRequest request, Map<String, List<String>> words) {
            super(request);
            this.words = words;
        }

        @Override
        public String getContentType() {
            return MediaType.APPLICATION_FORM_URLENCODED_VALUE;
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = words.get(name);
            return values == null ? null : values.get(0);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = words.get(name);
            return values == null ? null : values.toArray(String[]::new);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var all = new LinkedHashMap<String, String[]>();
            words.forEach((name, values) -> all.put(name, values.toArray(String[]::new)));
            return all;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(words.keySet());
        }
    }
}
