package app.recount;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which test proves which promise, as the annotations on compiled tests say it. */
record ProofTable(List<Proof> proofs) {

    /**
     * One test, or all of a class.
     *
     * @param sentence the name of the test as a sentence; empty for all of the class
     */
    record Proof(Promise promise, String testClass, String sentence) {}

    static ProofTable of(JavaClasses tests) {
        return new ProofTable(tests.stream().flatMap(ProofTable::proofs).toList());
    }

    private static Stream<Proof> proofs(JavaClass tests) {
        var ofMethods = tests.getMethods().stream()
                .filter(method -> method.isAnnotatedWith(Proves.class))
                .flatMap(method -> Arrays.stream(
                                method.getAnnotationOfType(Proves.class).value())
                        .map(promise -> new Proof(
                                promise, topLevel(tests), method.getName().replace('_', ' '))));
        var ofClass = tests.isAnnotatedWith(Proves.class)
                ? Arrays.stream(tests.getAnnotationOfType(Proves.class).value())
                        .map(promise -> new Proof(promise, topLevel(tests), ""))
                : Stream.<Proof>empty();
        return Stream.concat(ofClass, ofMethods);
    }

    private static String topLevel(JavaClass tests) {
        var name = tests.getFullName().substring(tests.getPackageName().length() + 1);
        return name.replaceFirst("\\$.*", "");
    }

    List<Promise> unproven() {
        return Arrays.stream(Promise.values())
                .filter(promise -> proofs.stream().noneMatch(proof -> proof.promise() == promise))
                .toList();
    }

    /** In Markdown, in the order of the promises. */
    String text() {
        return Arrays.stream(Promise.values())
                .map(promise -> "| %s | %s |".formatted(promise.sentence(), proofsOf(promise)))
                .collect(joining("\n", "| promise | proof |\n| --- | --- |\n", "\n"));
    }

    private String proofsOf(Promise promise) {
        return proofs.stream()
                .filter(proof -> proof.promise() == promise)
                .collect(groupingBy(Proof::testClass, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(entry -> "`" + entry.getKey() + "`" + sentences(entry.getValue()))
                .collect(joining("<br>"));
    }

    /** All of the class says more than some of its tests. */
    private static String sentences(List<Proof> proofs) {
        if (proofs.stream().anyMatch(proof -> proof.sentence().isEmpty())) {
            return "";
        }
        return proofs.stream().map(Proof::sentence).sorted().distinct().collect(joining("; ", ": ", ""));
    }
}
