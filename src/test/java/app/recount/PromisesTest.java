package app.recount;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Example;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Every promise has a proof, and the table of docs/privacy.md names it. With {@code -Drecount.writeProofs=true} the table is
 * written instead of compared.
 */
class PromisesTest {

    private static final Path PAGE = Path.of("docs", "privacy.md");
    private static final String BEGIN = "<!-- proofs: written by PromisesTest -->\n";
    private static final String END = "<!-- end of proofs -->";

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("app.recount");

    private final ProofTable table = ProofTable.of(TESTS);

    @Test
    void every_promise_has_a_proof() {
        assertThat(table.unproven()).as("promises that no test proves").isEmpty();
    }

    @Test
    void a_promise_without_a_proof_would_be_named() {
        var withoutOne = new ProofTable(table.proofs().stream()
                .filter(proof -> proof.promise() != Promise.OFFLINE)
                .toList());

        assertThat(withoutOne.unproven()).containsExactly(Promise.OFFLINE);
    }

    @Test
    void the_page_shows_the_table() throws IOException {
        var page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        assertThat(page).contains(BEGIN, END);

        if (Boolean.getBoolean("recount.writeProofs")) {
            Files.writeString(PAGE, page.substring(0, from) + table.text() + page.substring(to));
        } else {
            assertThat(page.substring(from, to))
                    .as("the table of proofs in %s; -Drecount.writeProofs=true writes it", PAGE)
                    .isEqualTo(table.text());
        }
    }

    @Test
    void a_proof_is_a_test_that_the_build_runs() {
        methods()
                .that()
                .areAnnotatedWith(Proves.class)
                .should()
                .beAnnotatedWith(Test.class)
                .orShould()
                .beAnnotatedWith(ParameterizedTest.class)
                .orShould()
                .beAnnotatedWith(Property.class)
                .orShould()
                .beAnnotatedWith(Example.class)
                .check(TESTS);
        methods()
                .that()
                .areAnnotatedWith(Proves.class)
                .should()
                .notBeAnnotatedWith(Disabled.class)
                .check(TESTS);
        classes()
                .that()
                .areAnnotatedWith(Proves.class)
                .or()
                .containAnyMethodsThat(annotatedWith(Proves.class))
                .should()
                .haveNameMatching(".*(Test|IT)(\\$.*)?")
                .andShould()
                .notBeAnnotatedWith(Disabled.class)
                .check(TESTS);
    }
}
