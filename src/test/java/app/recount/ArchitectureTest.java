package app.recount;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemoryConnection;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URL;
import java.net.URLConnection;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.JDBC;

/** Who may call whom; docs/architecture.md says why. */
class ArchitectureTest {

    private static final JavaClasses RECOUNT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("app.recount");

    private static final int LONGEST_FILE = 300;

    private static final Set<String> SERVICES = Set.of(
            "store",
            "memory",
            "payload",
            "consent",
            "delivery",
            "rehearsal",
            "demo",
            "session",
            "analysis",
            "generation",
            "report");

    /** Besides itself, problem and text, which everything may use. */
    private static final Map<String, Set<String>> MAY_CALL = Map.ofEntries(
            entry("problem", Set.of()),
            entry("text", Set.of()),
            entry("store", Set.of()),
            entry("memory", Set.of("store")),
            entry("session", Set.of("store")),
            entry("payload", Set.of("store", "memory")),
            entry("consent", Set.of("store", "memory", "payload")),
            entry("delivery", Set.of("store", "memory", "payload", "consent")),
            entry("rehearsal", Set.of()),
            entry("analysis", Set.of("store", "session")),
            entry("generation", Set.of("store", "memory", "session", "analysis")),
            entry("report", Set.of("memory", "session", "analysis", "generation", "payload", "delivery")),
            entry("demo", Set.of("store", "memory", "session", "rehearsal")),
            entry("cli", SERVICES),
            entry("desktop", SERVICES));

    static Stream<String> packages() {
        return RECOUNT.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals("app.recount"))
                .map(name -> name.split("\\.", -1)[2])
                .distinct()
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_calls_only_those_that_it_may(String caller) {
        var others = Objects.requireNonNull(MAY_CALL.get(caller), "every package stands in the table");
        var allowed = Stream.concat(Stream.of(caller, "problem", "text"), others.stream())
                .map(name -> "app.recount." + name + "..")
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage("app.recount." + caller + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("app.recount..")).or(resideInAnyPackage(allowed)))
                .check(RECOUNT);
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("app.recount.(*)..").should().beFreeOfCycles().check(RECOUNT);
        slices().matching("app.recount.desktop.(*)..").should().beFreeOfCycles().check(RECOUNT);
    }

    @Test
    void javafx_and_its_companions_stay_in_the_desktop() {
        only("app.recount.desktop..")
                .dependOnClassesThat(resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."))
                .check(RECOUNT);
    }

    @Test
    void models_know_no_scene_and_no_stage() {
        noClasses()
                .that()
                .resideInAPackage("app.recount.desktop..")
                .and()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application.."))
                .allowEmptyShould(true)
                .check(RECOUNT);
    }

    @Test
    void sql_stays_where_queries_are_owned() {
        only(
                        "app.recount.store..",
                        "app.recount.memory..",
                        "app.recount.delivery..",
                        "app.recount.session..",
                        "app.recount.analysis..",
                        "app.recount.generation..",
                        "app.recount.demo..")
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite.."))
                .check(RECOUNT);
    }

    /** What is prepared elsewhere would be read unseen. */
    @Test
    void a_memory_database_is_opened_and_asked_in_one_place() {
        noClasses()
                .that()
                .resideOutsideOfPackages("app.recount.store..", "app.recount.demo..")
                .and()
                .doNotHaveFullyQualifiedName(MemoryConnection.class.getName())
                .should()
                .dependOnClassesThat(type(JDBC.class)
                        .or(type(DriverManager.class))
                        .or(resideInAPackage("javax.sql.."))
                        .or(resideInAPackage("org.sqlite.jdbc..")))
                .orShould()
                .callMethod(Statement.class, "getConnection")
                .orShould()
                .callMethod(PreparedStatement.class, "getConnection")
                .check(RECOUNT);
        noClasses()
                .that()
                .resideInAPackage("app.recount.memory..")
                .and()
                .doNotHaveFullyQualifiedName(MemoryConnection.class.getName())
                .should()
                .dependOnClassesThat(type(Connection.class))
                .check(RECOUNT);
    }

    @Test
    @Proves(Promise.NETWORK_IN_TWO_PLACES)
    void the_network_stays_in_delivery_and_rehearsal() {
        noClasses()
                .that()
                .resideOutsideOfPackages("app.recount.delivery..", "app.recount.rehearsal..")
                .and()
                .doNotBelongToAnyOf(XServer.class)
                .should()
                .dependOnClassesThat(opensSockets())
                .orShould()
                .callMethod(URL.class, "openConnection")
                .orShould()
                .callMethod(URL.class, "openStream")
                .check(RECOUNT);
    }

    @Test
    @Proves(Promise.NETWORK_IN_TWO_PLACES)
    void the_x_server_is_greeted_through_a_file_of_this_machine() {
        noClasses()
                .that()
                .belongToAnyOf(XServer.class)
                .should()
                .dependOnClassesThat(resideInAPackage("java.net..")
                        .and(not(type(SocketAddress.class)))
                        .and(not(type(UnixDomainSocketAddress.class)))
                        .as("could name another machine"))
                .check(RECOUNT);
    }

    private static DescribedPredicate<JavaClass> opensSockets() {
        return resideInAnyPackage("java.net.http..", "javax.net..", "com.sun.net.httpserver..", "com.posthog..")
                .or(type(InetAddress.class))
                .or(type(Socket.class))
                .or(type(ServerSocket.class))
                .or(type(DatagramSocket.class))
                .or(type(URLConnection.class))
                .or(type(HttpURLConnection.class))
                .or(type(SocketChannel.class))
                .or(type(ServerSocketChannel.class))
                .or(type(AsynchronousSocketChannel.class))
                .or(type(AsynchronousServerSocketChannel.class))
                .or(type(DatagramChannel.class))
                .as("open sockets or look names up");
    }

    @Test
    void only_the_command_line_and_the_entry_point_print() {
        noClasses()
                .that()
                .resideOutsideOfPackages("app.recount", "app.recount.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(RECOUNT);
    }

    @Test
    void there_is_no_static_state() {
        fields().that().areStatic().should().haveModifier(JavaModifier.FINAL).check(RECOUNT);
    }

    @Test
    void names_say_what_a_class_is() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Data|Info)")
                .check(RECOUNT);
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(RECOUNT.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allMatch(each -> each.isAnnotatedWith(NullMarked.class), "has a package-info with @NullMarked");
    }

    @Test
    void no_source_file_is_long() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allMatch(file -> lines(file) <= LONGEST_FILE, "has at most %d lines".formatted(LONGEST_FILE));
        }
    }

    /** The build runs classes by their names, and passes over others without a word. */
    @Test
    void every_class_with_tests_is_one_that_the_build_runs() {
        classes()
                .that()
                .containAnyMethodsThat(annotatedWith(Test.class)
                        .or(annotatedWith(ParameterizedTest.class))
                        .or(annotatedWith(Property.class)))
                .should()
                .haveNameMatching(".*(Test|IT)(\\$.*)?")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages("app.recount"));
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The start of a rule: nobody outside these packages should. */
    private static ClassesShould only(String... packages) {
        return noClasses().that().resideOutsideOfPackages(packages).should();
    }
}
