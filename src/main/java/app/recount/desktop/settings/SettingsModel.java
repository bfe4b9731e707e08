package app.recount.desktop.settings;

import app.recount.desktop.shell.DisplayScale;
import app.recount.desktop.shell.SystemNotification;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.problem.Problem;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.Settings;
import app.recount.store.Settings.Own;
import app.recount.store.Settings.Theme;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/**
 * What can be set, what stands in its way, and whether the environment wins. Host and key are kept only when they may be used; until
 * then the fields hold what was typed.
 */
final class SettingsModel {

    /** Changes the settings; given by whoever keeps them. */
    @FunctionalInterface
    interface Change {
        void apply(UnaryOperator<Settings> change);
    }

    final StringProperty host = new SimpleStringProperty("");
    final StringProperty key = new SimpleStringProperty("");

    /** Why the host as typed may not be used. */
    final ObjectBinding<Optional<Problem>> hostProblem =
            Bindings.createObjectBinding(() -> typed(host).flatMap(SettingsModel::refusedHost), host);

    /** Why the key as typed may not be used. */
    final ObjectBinding<Optional<Problem>> keyProblem;

    final ObjectBinding<DataDirectory> dataDirectory;

    private final Environment environment;
    private final Environment bare;
    private final ObservableValue<Settings> settings;
    private final Change change;
    private final Optional<Integer> shownScale;

    SettingsModel(Environment environment, ObservableValue<Settings> settings, Change change) {
        this.environment = environment;
        // the same surroundings without variables: what a setting alone would give
        this.bare = new Environment(java.util.Map.of(), environment.home(), environment.os());
        this.settings = settings;
        this.change = change;
        this.shownScale = settings.getValue().scale();
        keyProblem = Bindings.createObjectBinding(() -> typed(key).flatMap(this::refusedKey), key);
        dataDirectory =
                Bindings.createObjectBinding(() -> DataDirectory.locate(environment, own().dataDirectory()), settings);
        revert();
    }

    /** The destination that holds now, and where it comes from. */
    Destination destination() {
        return Destination.find(environment, own().host());
    }

    /** The key that holds now, and where it comes from. */
    ApiKey apiKey() {
        return ApiKey.find(environment, own().apiKey());
    }

    Theme theme() {
        return settings.getValue().theme();
    }

    boolean hasOwnDataDirectory() {
        return own().dataDirectory().isPresent();
    }

    /** Keeps what was typed if it may be used; an empty field gives the setting up. */
    void keepHost() {
        if (hostProblem.get().isEmpty() && !typed(host).equals(own().host())) {
            var typed = typed(host);
            change.apply(now -> now.withOwn(own -> own.withHost(typed)));
        }
    }

    void keepKey() {
        if (keyProblem.get().isEmpty() && !typed(key).equals(own().apiKey())) {
            var typed = typed(key);
            change.apply(now -> now.withOwn(own -> own.withApiKey(typed)));
        }
    }

    void chooseTheme(Theme theme) {
        change.apply(now -> now.withTheme(theme));
    }

    /** In percent; empty: as the display says. */
    Optional<Integer> scale() {
        return settings.getValue().scale();
    }

    /** Whether this system lets a program choose. */
    boolean canScale() {
        return DisplayScale.isPossible(environment);
    }

    /** Whether another scale was chosen than the one that the window started with. */
    boolean isScaleForNextStart() {
        return !scale().equals(shownScale);
    }

    void chooseScale(Optional<Integer> percent) {
        change.apply(now -> now.withScale(percent));
    }

    boolean notifications() {
        return settings.getValue().notifications();
    }

    /** Whether this system has a program that shows notifications. */
    boolean canNotify() {
        return new SystemNotification(environment).isPossible();
    }

    void chooseNotifications(boolean wanted) {
        change.apply(now -> now.withNotifications(wanted));
    }

    void chooseDataDirectory(Optional<Path> folder) {
        change.apply(now -> now.withOwn(own -> own.withDataDirectory(folder)));
    }

    /** The fields show again what is kept. */
    void revert() {
        host.set(own().host().orElse(""));
        key.set(own().apiKey().orElse(""));
    }

    private Own own() {
        return settings.getValue().own();
    }

    private static Optional<String> typed(StringProperty field) {
        return Optional.of(field.get().strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<Problem> refusedHost(String host) {
        return Destination.at(host, Destination.Origin.SETTINGS).problem();
    }

    private Optional<Problem> refusedKey(String key) {
        return ApiKey.find(bare, Optional.of(key)).problem();
    }
}
