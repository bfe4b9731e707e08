package app.recount.faults;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the test method in a process whose surroundings are harder than those of the tests. It only counts as skipped, and says so, where
 * the system does not allow them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChildExtension.class)
public @interface InChild {

    Surroundings value();

    /** What is harder. */
    enum Surroundings {
        /** Permissions count also for the superuser: it has lost the right to pass over them. No process where nobody is superuser. */
        PERMISSIONS_COUNT,
        /** All temporary folders lie on a file system of 4 MB. */
        SMALL_DISK
    }
}
