package app.recount.cli;

import app.recount.problem.Action;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;

/**
 * The places where the program makes a {@link app.recount.problem.Problem}, found in the syntax trees of its sources. What is said of it
 * and what can be done is put together in one expression, at most with the help of a method that takes the problem or makes it.
 */
final class ProblemSites {

    private static final Path SOURCES = Path.of("src/main/java/app/recount");

    /** They make problems of what others give them. */
    private static final Set<String> GENERAL = Set.of("Problem", "KeptProblem");

    private static final Set<String> EXCEPTIONS = Set.of("ProblemException", "AmbiguousSessionException");

    private final Map<String, TreePath> methods = new HashMap<>();
    private final Map<String, ExpressionTree> constants = new HashMap<>();
    private final List<Site> sites = new ArrayList<>();

    private ProblemSites() {}

    /**
     * One place.
     *
     * @param area the package below the program's own
     * @param code with “…” for what is known only while the program runs
     * @param message the key of its sentence; empty if that is no single text
     * @param causes the keys of what may be said behind it, as far as they are given here
     * @param thrown whether it becomes an exception here
     */
    record Site(
            String area,
            String code,
            Optional<String> message,
            Set<String> causes,
            List<Action> actions,
            boolean thrown) {}

    static List<Site> inSources() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = Files.walk(SOURCES);
                var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            return new ProblemSites().of(task.parse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Site> of(Iterable<? extends CompilationUnitTree> units) {
        units.forEach(unit -> new Declarations().scan(unit, null));
        StreamSupport.stream(units.spliterator(), false)
                .filter(unit -> !GENERAL.contains(owner(unit)))
                .forEach(unit -> new Places().scan(unit, null));
        return List.copyOf(sites);
    }

    private static Path file(CompilationUnitTree unit) {
        return SOURCES.relativize(Path.of(unit.getSourceFile().getName()));
    }

    /** The class that the file is called after. */
    private static String owner(CompilationUnitTree unit) {
        return file(unit).getFileName().toString().replace(".java", "");
    }

    private static String area(CompilationUnitTree unit) {
        return file(unit).getName(0).toString();
    }

    /** The method of the program that is called, if it takes a problem or makes one. */
    private Optional<TreePath> called(MethodInvocationTree call, TreePath place) {
        var name = call.getMethodSelect().toString();
        var key = name.contains(".") ? name : owner(place.getCompilationUnit()) + "." + name;
        return Optional.ofNullable(methods.get(key));
    }

    private static Optional<String> literal(Tree tree) {
        return tree instanceof LiteralTree literal && literal.getValue() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    /** The keys of all texts that are named within. */
    private static Set<String> texts(Tree tree) {
        var keys = new LinkedHashSet<String>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                if (call.getMethodSelect().toString().equals("Wording.of")) {
                    literal(call.getArguments().getFirst()).ifPresent(keys::add);
                }
                return super.visitMethodInvocation(call, null);
            }
        }.scan(tree, null);
        return keys;
    }

    /** What a place may refer to: constants, and methods that take a problem or make one. */
    private final class Declarations extends TreePathScanner<Void, Void> {

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            var made = String.valueOf(method.getReturnType());
            boolean takes = method.getParameters().stream().anyMatch(Declarations::isProblem);
            if (takes || made.equals("Problem") || EXCEPTIONS.contains(made)) {
                methods.put(key(method.getName()), getCurrentPath());
            }
            return super.visitMethod(method, null);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void none) {
            if (variable.getInitializer() != null) {
                constants.put(key(variable.getName()), variable.getInitializer());
            }
            return super.visitVariable(variable, null);
        }

        private static boolean isProblem(VariableTree parameter) {
            return String.valueOf(parameter.getType()).equals("Problem");
        }

        private String key(CharSequence name) {
            return owner(getCurrentPath().getCompilationUnit()) + "." + name;
        }
    }

    private final class Places extends TreePathScanner<Void, Void> {

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            if (call.getMethodSelect().toString().equals("Problem.of")) {
                var what = literal(call.getArguments().getFirst()).orElseThrow();
                var draft = new Draft(what.replaceFirst("\\..*", ""), Optional.of("problem." + what));
                draft.follow(getCurrentPath());
                draft.keep(getCurrentPath());
            } else {
                called(call, getCurrentPath())
                        .flatMap(ProblemSites::constructor)
                        .ifPresent(constructor -> {
                            var draft = draft(constructor, call);
                            draft.follow(constructor);
                            draft.follow(getCurrentPath());
                            draft.keep(getCurrentPath());
                        });
            }
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void none) {
            if (made.getIdentifier().toString().equals("Problem")) {
                literal(made.getArguments().getFirst()).ifPresent(code -> {
                    var message = texts(made.getArguments().get(1)).stream().findFirst();
                    var draft = new Draft(code, message);
                    draft.follow(getCurrentPath());
                    draft.keep(getCurrentPath());
                });
            }
            return super.visitNewClass(made, null);
        }

        /** A problem whose code or message are given to the method that makes it. */
        private Draft draft(TreePath constructor, MethodInvocationTree call) {
            var arguments = ((NewClassTree) constructor.getLeaf()).getArguments();
            var code = given(arguments.get(0), constructor, call);
            var message = texts(given(arguments.get(1), constructor, call));
            var draft = new Draft(
                    code instanceof BinaryTree sum
                            ? literal(sum.getLeftOperand()).orElseThrow() + "…"
                            : literal(code).orElseThrow(),
                    message.stream().findFirst());
            call.getArguments().forEach(argument -> draft.causes.addAll(texts(argument)));
            draft.causes.removeAll(message);
            return draft;
        }

        /** What a call gives for a parameter; anything else as it stands. */
        private static ExpressionTree given(ExpressionTree argument, TreePath place, MethodInvocationTree call) {
            var parameters = method(place).getParameters();
            return IntStream.range(0, parameters.size())
                    .filter(index -> parameters.get(index).getName().contentEquals(argument.toString()))
                    .<ExpressionTree>mapToObj(call.getArguments()::get)
                    .findFirst()
                    .orElse(argument);
        }
    }

    private static MethodTree method(TreePath place) {
        var path = place;
        while (!(path.getLeaf() instanceof MethodTree)) {
            path = path.getParentPath();
        }
        return (MethodTree) path.getLeaf();
    }

    /** Where a method makes a problem with a code that is no literal. */
    private static Optional<TreePath> constructor(TreePath method) {
        var found = new ArrayList<TreePath>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitNewClass(NewClassTree made, Void none) {
                if (made.getIdentifier().toString().equals("Problem")
                        && literal(made.getArguments().getFirst()).isEmpty()) {
                    found.add(getCurrentPath());
                }
                return super.visitNewClass(made, null);
            }
        }.scan(method, null);
        return found.stream().findFirst();
    }

    /** A problem as far as it is put together. */
    private final class Draft {

        private final String code;
        private final Optional<String> message;
        private final Set<String> causes = new LinkedHashSet<>();
        private List<Action> actions = List.of();
        private boolean thrown;

        Draft(String code, Optional<String> message) {
            this.code = code;
            this.message = message;
        }

        void keep(TreePath place) {
            sites.add(new Site(area(place.getCompilationUnit()), code, message, causes, actions, thrown));
        }

        /** What becomes of the problem that an expression stands for. */
        void follow(TreePath expression) {
            var whole = expression;
            while (whole.getParentPath().getLeaf() instanceof MemberSelectTree select
                    && whole.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call) {
                whole = whole.getParentPath().getParentPath();
                apply(select.getIdentifier().toString(), call.getArguments(), whole);
            }
            if (whole.getParentPath().getLeaf() instanceof MethodInvocationTree call) {
                given(call, whole);
            }
            for (var path = whole; !(path.getLeaf() instanceof MethodTree); path = path.getParentPath()) {
                thrown |= path.getLeaf() instanceof NewClassTree made
                        && EXCEPTIONS.contains(made.getIdentifier().toString());
            }
        }

        private void apply(String name, List<? extends ExpressionTree> arguments, TreePath place) {
            switch (name) {
                case "explained" -> causes.add(message.orElseThrow() + ".cause");
                case "because" -> arguments.forEach(argument -> causes.addAll(texts(argument)));
                case "advising" ->
                    actions = arguments.stream()
                            .flatMap(argument -> action(argument, place).stream())
                            .toList();
                default -> {}
            }
        }

        /** A method of the program that takes the problem goes on with it. */
        private void given(MethodInvocationTree call, TreePath problem) {
            called(call, problem).ifPresent(method -> {
                int index = call.getArguments().indexOf((ExpressionTree) problem.getLeaf());
                var parameter = ((MethodTree) method.getLeaf()).getParameters().get(index);
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitIdentifier(IdentifierTree identifier, Void none) {
                        if (identifier.getName().equals(parameter.getName())) {
                            follow(getCurrentPath());
                        }
                        return super.visitIdentifier(identifier, null);
                    }
                }.scan(method, null);
            });
        }

        /** Empty for those of another problem, which are known only while the program runs. */
        private Optional<Action> action(ExpressionTree expression, TreePath place) {
            if (expression instanceof IdentifierTree constant) {
                var key = owner(place.getCompilationUnit()) + "." + constant.getName();
                return action(Objects.requireNonNull(constants.get(key), key), place);
            }
            var call = (MethodInvocationTree) expression;
            var name = call.getMethodSelect().toString();
            if (!name.startsWith("Action.")) {
                return Optional.empty();
            }
            return Optional.of(
                    name.equals("Action.read")
                            ? Action.read(
                                    literal(call.getArguments().getFirst()).orElseThrow())
                            : made(name.substring("Action.".length())));
        }

        private static Action made(String name) {
            try {
                return (Action) Action.class.getMethod(name).invoke(null);
            } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(name, e);
            }
        }
    }
}
