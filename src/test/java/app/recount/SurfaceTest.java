package app.recount;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import app.recount.desktop.shell.SystemFolderOpener;
import app.recount.desktop.shell.SystemNotification;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.io.ObjectInputStream;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What the program's own code never does, so that no input can make it do more than it says. */
class SurfaceTest {

    private static final JavaClasses RECOUNT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("app.recount");

    /** Each starts one program by its name, with arguments apart from it, and reads no words from the data into a shell. */
    @Test
    @Proves(Promise.NO_SHELL)
    void only_three_classes_start_another_program_and_none_a_shell() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(SystemFolderOpener.class, SystemNotification.class)
                .and()
                .doNotHaveFullyQualifiedName("app.recount.analysis.GitTags")
                .should()
                .dependOnClassesThat(type(ProcessBuilder.class))
                .check(RECOUNT);
        rule().callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(RECOUNT);
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("javax.script..", "java.awt"))
                .check(RECOUNT);
    }

    @Test
    @Proves(Promise.NO_TYPES_FROM_INPUT)
    void no_class_is_found_by_a_name_that_something_says() {
        rule().callMethod(Class.class, "forName", String.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
                .orShould()
                .callMethod(ClassLoader.class, "loadClass", String.class)
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.lang.reflect..", "javax.naming..", "java.rmi.."))
                .orShould()
                .dependOnClassesThat(type(ServiceLoader.class))
                .check(RECOUNT);
    }

    @Test
    @Proves(Promise.NO_TYPES_FROM_INPUT)
    void no_input_says_what_type_it_becomes() {
        rule().dependOnClassesThat(type(ObjectInputStream.class))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.beans",
                        "com.fasterxml.jackson.annotation..",
                        "tools.jackson.databind.annotation..",
                        "tools.jackson.databind.jsontype..",
                        "org.snakeyaml.engine.v2.constructor.."))
                .orShould()
                .dependOnClassesThat(name("org.snakeyaml.engine.v2.api.Load"))
                .check(RECOUNT);
    }

    private static ClassesShould rule() {
        return noClasses().should();
    }
}
