package tr.muhatap.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Collects every text of the program that people read, from the files in which an editor finds it. */
final class VisibleTexts {

    /** The people a text is for; the editor's list is grouped by them. */
    enum Reader {
        CITIZEN("Başvuru sahipleri"),
        OFFICE("Görevliler"),
        SYSTEM("Bağlı sistemler ve süreç sahipleri");

        private final String label;

        Reader(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** One text. A value that is filled in when the text is shown stands in it as “…”. */
    record VisibleText(Reader reader, Path file, int line, String key, String words) {
        @Override
        public String toString() {
            return file + ":" + line + " " + words;
        }
    }

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final List<Path> ROOTS = List.of(RESOURCES, Path.of("forms"), Path.of("bpmn"));
    private static final String GAP = "…";

    /** Where a branch of a template begins or ends. */
    private static final String CUT = "\u0000";

    private static final Set<String> CITIZENS_PAGES = Set.of(
            "adres.html",
            "aydinlatma.html",
            "baslangic.html",
            "basvuru.html",
            "basvuru-alindi.html",
            "durum.html",
            "hizmet-standartlari.html",
            "takip.html",
            "makbuz.html");

    private static final Pattern HTML_IGNORED =
            Pattern.compile("(?s)<!--.*?-->|<style.*?</style>|<script(?! [^>]*src)[^>]*>.*?</script>");
    private static final Pattern TAG = Pattern.compile("(?s)<(/?)([a-zA-Z][\\w:-]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:-]+)=\"([^\"]*)\"");
    private static final Set<String> READ_ATTRIBUTES = Set.of("title", "alt", "aria-label", "placeholder", "label");
    private static final Pattern INLINE_TAGS =
            Pattern.compile("(?s)</?(?:a|b|i|em|strong|span|kbd|code|abbr|small|br|th:block)(?=[\\s>/])"
                    + "(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>");
    private static final Pattern EXPRESSION_LITERAL = Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\\|([^|]*)\\|");
    private static final Pattern TEXT_TAG =
            Pattern.compile("(?s)\\[#\\s*(th:[^\\]]*)]|\\[/]|\\[\\((.*?)\\)]|\\[\\[(.*?)]]");
    private static final Pattern SCRIPT_LITERAL = Pattern.compile(
            "(?s)/\\*.*?\\*/|(?<![:\\w\"'])//[^\\n]*|'((?:[^'\\\\\\n]|\\\\.)*)'|\"((?:[^\"\\\\\\n]|\\\\.)*)\"|`((?:[^`\\\\]|\\\\.)*)`");
    private static final Pattern MODEL_TEXT = Pattern.compile(
            "(?s) (?:name|label)=\"([^\"]*)\"|<(?:bpmn:)?(?:documentation|text|description)>(.*?)</(?:bpmn:)?(?:documentation|text|description)>");
    private static final Pattern SQL_LITERAL = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern SQL_REPLACED =
            Pattern.compile("(?:text = |replace\\(\\w+, )'((?:[^']|'')*)'(?!\\s+where)");

    /** A text that comes into the answers' templates, by its template's id. */
    private static final Pattern SQL_TEMPLATE =
            Pattern.compile("update cevap_sablonu set text = '((?:[^']|'')*)'\\s+where id = '([\\w-]+)'"
                    + "|\\('([\\w-]+)', 1, '(?:[^']|'')*', (?:null|'[\\w-]+'), '\\w+',\\s+'((?:[^']|'')*)'");

    private static final Pattern QUOTED = Pattern.compile("^\"(.*)\"$");
    private static final Pattern CODE = Pattern.compile("[a-z0-9_./:#{}$&;=?,-]*|[A-Z0-9_.%{}…-]+|[a-z]+[A-Z]\\w*");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");
    private static final Pattern SQL = Pattern.compile(
            "(?s)^\\s*(?:select|insert|update|delete|from|where|and|or|join|order|group|union|with|set|on|values|left|create|\\) )\\b.*");
    private static final Pattern TURKISH_LETTER = Pattern.compile("[çğıöşüÇĞİÖŞÜâîû“”’]");
    private static final Pattern TURKISH = Pattern.compile(
            "[çğıöşüÇĞİÖŞÜâîû“”’]|\\b(?:bir|ve|veya|bu|numara\\w*|tarih\\w*|dosya\\w*|birim\\w*|karar\\w*|neden\\w*|cevap\\w*|kanal\\w*|"
                    + "kurum\\w*|metin\\w*|konu\\w*|ad|soyad|unvan|adres\\w*|telefon\\w*|e-posta\\w*|sonuc\\w*|kapat|kaydet|sil|ekle|"
                    + "yeni|eski|evet|durum\\w*|liste\\w*|sayfa\\w*|tatil\\w*|tablo\\w*|taslak\\w*|rapor\\w*|mobil|posta|kurul\\w*|"
                    + "iptal|edildi|eklendi|silindi|kaydedil\\w*|bilinmeyen|beklen\\w*|gerek\\w*|komut|tutar|belge\\w*|makbuz\\w*|talep\\w*|"
                    + "parola\\w*|kural\\w*|hizmet\\w*|ekler|elle|ile|olabilir|olamaz|yok|saniye|dakika|hepsi|takip|sistem\\w*|"
                    + "\\w{3,}(?:iyor|uyor|edilir|amaz|emez|siniz|sunuz))\\b",
            Pattern.CASE_INSENSITIVE);

    private VisibleTexts() {}

    /** Read once in a test run. */
    private static final class Read {
        private static final List<VisibleText> ALL = collected();
    }

    static List<VisibleText> all() {
        return Read.ALL;
    }

    private static List<VisibleText> collected() {
        var found = new ArrayList<VisibleText>();
        for (Path root : ROOTS) {
            for (Path file : files(root)) {
                String name = file.toString();
                if (name.endsWith(".html")) {
                    html(file, found);
                } else if (name.endsWith(".txt") && name.contains("templates")) {
                    template(file, found);
                } else if (name.endsWith(".js")) {
                    script(file, found);
                } else if (name.endsWith("tr.json")) {
                    json(file, found);
                } else if (name.endsWith(".properties")) {
                    properties(file, found);
                } else if (name.endsWith(".csv")) {
                    csv(file, found);
                } else if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
                    model(file, found);
                }
            }
        }
        migrations(found);
        readme(found);
        java(found);
        return found;
    }

    /** Whether the words are Turkish, and neither English of logs nor a selector of a script. */
    static boolean isTurkish(VisibleText text) {
        boolean code = text.file().toString().matches(".*\\.(?:java|js)");
        return !code || TURKISH.matcher(text.words()).find() && !text.words().matches(".*\\[[a-z-]+[=\\]].*");
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(List<VisibleText> to, Path file, String whole, int at, String key, String words) {
        String plain = words.replaceAll("\\s+", " ").strip();
        if (!LETTERS.matcher(plain).find()
                || CODE.matcher(plain).matches()
                || SQL.matcher(plain).matches()) {
            return;
        }
        int line =
                1 + (int) whole.substring(0, at).chars().filter(c -> c == '\n').count();
        to.add(new VisibleText(readerOf(file), file, line, key, plain));
    }

    private static Reader readerOf(Path file) {
        String name = file.toString();
        String last = file.getFileName().toString();
        if (name.contains("templates/mesaj")
                || name.contains("templates/yazi")
                || name.contains("templates/aydinlatma")
                || last.equals("error.html")
                || name.matches(".*(?:muhatap|metinler)/(?:basvuru|intake|takip|letter|attachment|notification)[/.].*")
                || name.contains("templates/portal") && CITIZENS_PAGES.contains(last)) {
            return Reader.CITIZEN;
        }
        if (name.endsWith(".bpmn")
                || name.endsWith(".dmn")
                || name.contains("cockpit")
                || name.contains("webjars/camunda/app/admin")
                || last.equals("metinler.properties")
                || name.contains("muhatap/engine/")
                || name.contains("muhatap/operation/")) {
            return Reader.SYSTEM;
        }
        return Reader.OFFICE;
    }

    private static void html(Path file, List<VisibleText> to) {
        String whole = blanked(HTML_IGNORED, read(file));
        Matcher tags = TAG.matcher(whole);
        while (tags.find()) {
            Matcher attributes = ATTRIBUTE.matcher(tags.group(3));
            while (attributes.find()) {
                int at = tags.start(3) + attributes.start(2);
                String name = attributes.group(1);
                if (name.startsWith("th:")
                        && !name.matches("th:(?:id|for|name|href|action|class|classappend|each|with|src|value)")) {
                    expression(file, whole, at, attributes.group(2), to);
                } else if (name.matches("th:(?:each|with)")) {
                    expression(file, whole, at, attributes.group(2), to);
                } else if (READ_ATTRIBUTES.contains(name)) {
                    add(to, file, whole, at, name, attributes.group(2));
                }
            }
        }
        String flat = blanked(INLINE_TAGS, whole);
        Matcher between = Pattern.compile("(?s)(?<=>|^)([^<>]+)(?=<|$)").matcher(flat);
        while (between.find()) {
            int skip =
                    between.group(1).length() - between.group(1).stripLeading().length();
            add(to, file, whole, between.start(1) + skip, "", between.group(1));
        }
    }

    private static void expression(Path file, String whole, int at, String expression, List<VisibleText> to) {
        Matcher literals = EXPRESSION_LITERAL.matcher(expression.replace("&#39;", "’"));
        while (literals.find()) {
            String words = literals.group(1) != null ? literals.group(1) : literals.group(2);
            add(to, file, whole, at, "", words.replaceAll("\\$\\{(?:[^{}]|\\{[^}]*})*}", GAP));
        }
    }

    private static void template(Path file, List<VisibleText> to) {
        String whole = read(file);
        var words = new StringBuilder();
        Matcher tags = TEXT_TAG.matcher(whole);
        int from = 0;
        while (tags.find()) {
            words.append(whole, from, tags.start());
            if (tags.group(2) != null || tags.group(3) != null) {
                words.append(GAP);
                expression(file, whole, tags.start(), tags.group(2) != null ? tags.group(2) : tags.group(3), to);
            } else {
                words.append(CUT);
            }
            words.append("\n"
                    .repeat((int) tags.group().chars().filter(c -> c == '\n').count()));
            from = tags.end();
        }
        words.append(whole.substring(from));
        lines(file, words.toString(), to);
    }

    private static void lines(Path file, String whole, List<VisibleText> to) {
        int at = 0;
        for (String line : whole.split("\n", -1)) {
            for (String part : line.split(CUT)) {
                add(to, file, whole, Math.min(at, whole.length()), "", part);
            }
            at += line.length() + 1;
        }
    }

    private static void script(Path file, List<VisibleText> to) {
        String whole = read(file);
        Matcher literals = SCRIPT_LITERAL.matcher(whole);
        while (literals.find()) {
            for (int group = 1; group <= 3; group++) {
                if (literals.group(group) != null) {
                    String words = literals.group(group)
                            .replaceAll("\\$\\{[^}]*}", GAP)
                            .replace("\\n", " ");
                    for (String part : words.contains("<") ? words.split("<[^>]*>") : new String[] {words}) {
                        add(to, file, whole, literals.start(), "", part);
                    }
                }
            }
        }
    }

    private static void json(Path file, List<VisibleText> to) {
        try {
            String whole = read(file);
            walk(new ObjectMapper().readTree(whole), "", file, whole, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void walk(JsonNode node, String key, Path file, String whole, List<VisibleText> to) {
        if (node.isTextual()) {
            int at = Math.max(0, whole.indexOf("\"" + key.substring(key.lastIndexOf('.') + 1) + "\":"));
            add(to, file, whole, at, key, node.asText());
        }
        node.properties()
                .forEach(e -> walk(e.getValue(), key.isEmpty() ? e.getKey() : key + "." + e.getKey(), file, whole, to));
        if (node.isArray()) {
            node.forEach(item -> walk(item, key, file, whole, to));
        }
    }

    private static void properties(Path file, List<VisibleText> to) {
        String whole = read(file);
        int at = 0;
        for (String line : whole.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                add(
                        to,
                        file,
                        whole,
                        at,
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).replace("\\n", " "));
            }
            at += line.length() + 1;
        }
    }

    private static void csv(Path file, List<VisibleText> to) {
        String whole = read(file);
        int at = 0;
        for (String line : whole.split("\n", -1)) {
            if (at > 0) {
                Matcher cells = Pattern.compile("\"([^\"]*)\"|([^,\"]+)").matcher(line);
                while (cells.find()) {
                    add(to, file, whole, at, "", cells.group(1) != null ? cells.group(1) : cells.group(2));
                }
            }
            at += line.length() + 1;
        }
    }

    private static void model(Path file, List<VisibleText> to) {
        String whole = read(file);
        Matcher texts = MODEL_TEXT.matcher(whole);
        while (texts.find()) {
            String words = texts.group(1) != null ? texts.group(1) : texts.group(2);
            Matcher quoted = QUOTED.matcher(words.strip());
            add(to, file, whole, texts.start(), "", quoted.matches() ? quoted.group(1) : words);
        }
    }

    /**
     * The rows that migrations bring, as they are after the last one: a text that a later migration looks for is
     * replaced.
     */
    private static void migrations(List<VisibleText> to) {
        var all = files(RESOURCES.resolve("db/migration")).stream()
                // The columns of other systems' lists are named as those systems name them
                .filter(file ->
                        file.toString().endsWith(".sql") && !file.toString().contains("aktarim"))
                .toList();
        var replaced = new HashSet<String>();
        var templates = new HashMap<String, VisibleText>();
        for (Path file : all) {
            String whole = read(file);
            SQL_REPLACED.matcher(whole).results().forEach(match -> replaced.add(match.group(1)));
            SQL_TEMPLATE.matcher(whole).results().forEach(match -> {
                boolean update = match.group(1) != null;
                String id = update ? match.group(2) : match.group(3);
                String words = update ? match.group(1) : match.group(4);
                templates.put(id, sql(file, whole, match.start(), id, words));
            });
        }
        to.addAll(templates.values());
        for (Path file : all) {
            String whole = read(file);
            String bare = blanked(SQL_TEMPLATE, blanked(Pattern.compile("--[^\\n]*"), whole));
            SQL_LITERAL.matcher(bare).results().forEach(match -> {
                String words = match.group(1);
                if (words.contains(" ")
                        && !words.contains("%")
                        && TURKISH.matcher(words).find()
                        && !replaced.contains(words)) {
                    to.add(sql(file, whole, match.start(), "", words));
                }
            });
        }
    }

    private static VisibleText sql(Path file, String whole, int at, String key, String words) {
        int line =
                1 + (int) whole.substring(0, at).chars().filter(c -> c == '\n').count();
        return new VisibleText(Reader.OFFICE, file, line, key, words.replace("''", "'"));
    }

    /** What the README shows of the program's own words: terms of the glossary and what commands print. */
    private static void readme(List<VisibleText> to) {
        Path file = Path.of("README.md");
        int line = 0;
        for (String words : read(file).split("\n", -1)) {
            line++;
            Matcher shown = Pattern.compile("^(?:    (?!\\S*[$#])|\\| (?=\\p{Lu}))([^|`]+)")
                    .matcher(words);
            if (shown.find() && TURKISH_LETTER.matcher(shown.group(1)).find()) {
                to.add(new VisibleText(
                        Reader.SYSTEM, file, line, "", shown.group(1).strip()));
            }
        }
    }

    private static String blanked(Pattern what, String whole) {
        return what.matcher(whole)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().replaceAll("[^\\n]", " ").replaceFirst("^ (?= *$)", " ")));
    }

    private static void java(List<VisibleText> to) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = manager.getJavaFileObjectsFromPaths(files(MAIN).stream()
                    .filter(f -> f.toString().endsWith(".java"))
                    .toList());
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, sources);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of("")
                        .toAbsolutePath()
                        .relativize(Path.of(unit.getSourceFile().toUri()));
                unit.accept(new Literals(unit, positions, file, read(file), to), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds the literals of one source, a concatenation as one text. */
    private static final class Literals extends TreeScanner<Void, Void> {

        private static final Pattern OF_DEVELOPERS = Pattern.compile(
                "(?:LOG|log|logger)\\..*|.*\\b(?:sql|query|queryForList|matches|compile|replaceAll|split|getLogger|setMessage|"
                        + "addKeyValue|description|baseUnit|tag|ofPattern)");
        private static final Pattern BUGS = Pattern.compile(
                "(?:IllegalStateException|IllegalArgumentException|AssertionError|IOException|UncheckedIOException|"
                        + "PostponeJobException|SocketTimeoutException|AddressException|SQLException)");
        private static final Map<String, String> READ_BY_DEVELOPERS = Map.of(
                "SuppressWarnings", "", "JsonProperty", "", "Pattern", "", "Value", "", "ConditionalOnProperty", "");

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Path file;
        private final String whole;
        private final List<VisibleText> to;

        Literals(CompilationUnitTree unit, SourcePositions positions, Path file, String whole, List<VisibleText> to) {
            this.unit = unit;
            this.positions = positions;
            this.file = file;
            this.whole = whole;
            this.to = to;
        }

        @Override
        public Void visitAnnotation(AnnotationTree node, Void nothing) {
            return READ_BY_DEVELOPERS.containsKey(node.getAnnotationType().toString())
                    ? null
                    : super.visitAnnotation(node, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree node, Void nothing) {
            String called = node.getMethodSelect().toString();
            String name = called.length() > 400 ? called.substring(called.lastIndexOf('.') + 1) : called;
            if (OF_DEVELOPERS.matcher(name.replaceAll("\\s", "")).matches()) {
                return scan(node.getMethodSelect(), nothing);
            }
            return super.visitMethodInvocation(node, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree node, Void nothing) {
            return BUGS.matcher(node.getIdentifier().toString()).matches() ? null : super.visitNewClass(node, nothing);
        }

        @Override
        public Void visitLiteral(LiteralTree node, Void nothing) {
            if (node.getValue() instanceof String words) {
                found(node, words);
            }
            return null;
        }

        @Override
        public Void visitBinary(BinaryTree node, Void nothing) {
            var parts = new ArrayList<ExpressionTree>();
            if (node.getKind() != Tree.Kind.PLUS || !flatten(node, parts)) {
                return super.visitBinary(node, nothing);
            }
            var words = new StringBuilder();
            for (ExpressionTree part : parts) {
                if (part instanceof LiteralTree literal && literal.getValue() != null) {
                    words.append(literal.getValue());
                } else {
                    words.append(GAP);
                    scan(part, nothing);
                }
            }
            found(node, words.toString());
            return null;
        }

        private static boolean flatten(ExpressionTree node, List<ExpressionTree> parts) {
            if (node instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                boolean left = flatten(sum.getLeftOperand(), parts);
                boolean right = flatten(sum.getRightOperand(), parts);
                return left || right;
            }
            if (node instanceof ParenthesizedTree inner && inner.getExpression() instanceof BinaryTree) {
                parts.add(node);
                return false;
            }
            parts.add(node);
            return node instanceof LiteralTree literal && literal.getValue() instanceof String;
        }

        private void found(Tree node, String words) {
            int at = (int) Math.max(0, positions.getStartPosition(unit, node));
            add(to, file, whole, at, "", words.replaceAll("%[sd]", GAP));
        }
    }
}
