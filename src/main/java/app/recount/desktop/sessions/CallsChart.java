package app.recount.desktop.sessions;

import app.recount.desktop.sessions.CallBins.Bin;
import app.recount.desktop.widget.ChartLayer;
import app.recount.desktop.widget.Durations;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Times;
import app.recount.desktop.widget.ValueAxis;
import app.recount.session.Call;
import app.recount.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/**
 * Tokens of a session's calls over time, a bar for each span; what subagents used stands on top in another colour. The
 * arrow keys read it span by span.
 */
final class CallsChart extends Pane {

    private static final double TOP = 20;
    private static final double BOTTOM = 18;
    private static final double SLOT = 7;

    private final Texts texts;
    private final Label headline = Labels.styled("", "chart-headline", "muted", "small");
    private final ChartLayer drawn = new ChartLayer();
    private final Tooltip tooltip = new Tooltip();
    private Optional<List<Call>> calls = Optional.empty();
    private CallBins bins = CallBins.of(List.of(), 1);
    private double left;
    private int at = -1;

    CallsChart(SessionsModel model, Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("day-chart", "calls-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        getChildren().addAll(drawn, headline);
        getChildren().forEach(node -> node.setMouseTransparent(true));
        headline.setManaged(false);
        tooltip.setShowDelay(javafx.util.Duration.millis(250));
        Tooltip.install(this, tooltip);
        setOnMouseMoved(this::hover);
        setOnKeyPressed(this::key);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                choose(-1);
            }
        });
        model.calls().subscribe(this::show);
    }

    private void show(Optional<List<Call>> read) {
        calls = read;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        drawn.clear();
        double width = getWidth();
        if (width < 80 || calls.isEmpty()) {
            headline.setText("");
            bins = CallBins.of(List.of(), 1);
            return;
        }
        bins = CallBins.of(calls.get(), Math.max(2, (int) ((width - 40) / SLOT)));
        // a narrower chart has fewer spans
        at = Math.min(at, bins.bins().size() - 1);
        headline.setText(at < 0 ? headline() : words(bins.bins().get(at)));
        headline.resizeRelocate(0, 0, width, 16);
        if (!bins.bins().isEmpty()) {
            var scale = ValueAxis.upTo((double) bins.highest(), 2);
            left = drawn.values(scale, value -> y(value, scale)) + 8;
            drawn.rules(scale, value -> y(value, scale), left, width - left);
            if (at >= 0) {
                drawn.region("band").resizeRelocate(left + at * slot(), TOP, slot(), getHeight() - TOP - BOTTOM);
            }
            for (int n = 0; n < bins.bins().size(); n++) {
                layoutBar(bins.bins().get(n), n, scale);
            }
            layoutTimes();
        }
        applyCss();
        setAccessibleText(at < 0 ? spoken() : headline.getText());
    }

    private void layoutBar(Bin bin, int at, ValueAxis scale) {
        if (bin.total() == 0) {
            return;
        }
        double x = left + at * slot();
        double width = Math.max(1, Math.min(14, Math.floor(slot() * 0.7)));
        double base = y(0, scale);
        // what is not zero is seen
        double height = Math.max(2, base - y((double) bin.total(), scale));
        double own = height * bin.own() / bin.total();
        double middle = Math.rint(x + (slot() - width) / 2);
        drawn.region("bar").resizeRelocate(middle, base - own, width, own);
        if (bin.subagents() > 0) {
            drawn.region("bar", "subagents").resizeRelocate(middle, base - height, width, height - own);
        }
    }

    private void layoutTimes() {
        var first = bins.bins().getFirst().from();
        var end = bins.bins().getLast().from().plus(bins.width());
        var begin = drawn.label(time(first, first, end), "axis-label");
        begin.relocate(left, getHeight() - BOTTOM + 2);
        var last = drawn.label(time(end, first, end), "axis-label");
        double x = getWidth() - last.getWidth();
        last.relocate(x, getHeight() - BOTTOM + 2);
        last.setVisible(x > left + begin.getWidth() + 8);
    }

    /** The day only where there are several, the time only where a day is not all that matters. */
    private static String time(Instant at, Instant first, Instant end) {
        var day = Figures.dayAndMonth(LocalDate.ofInstant(at, ZoneOffset.UTC));
        if (Duration.between(first, end).toDays() >= 7) {
            return day;
        }
        var clock = Times.clock(at).substring(0, 5);
        boolean oneDay = LocalDate.ofInstant(first, ZoneOffset.UTC).equals(LocalDate.ofInstant(end, ZoneOffset.UTC));
        return oneDay ? clock : day + " " + clock;
    }

    private String headline() {
        if (bins.bins().isEmpty()) {
            return texts.get(bins.timeless() == 0 ? "sessions.chart.noCalls" : "sessions.chart.noTimes");
        }
        var words = texts.get("sessions.chart.title", Durations.rough(bins.width()));
        return bins.hasSubagents() ? words + " · " + texts.get("sessions.chart.subagents") : words;
    }

    private String spoken() {
        if (bins.bins().isEmpty()) {
            return headline.getText();
        }
        var first = bins.bins().getFirst().from();
        var end = bins.bins().getLast().from().plus(bins.width());
        return texts.get(
                "sessions.chart.spoken",
                headline.getText(),
                Figures.of(bins.calls()),
                Times.minute(first),
                Times.minute(end),
                Figures.of(bins.highest()));
    }

    private void hover(MouseEvent event) {
        int over = (int) Math.floor((event.getX() - left) / slot());
        if (over >= 0 && over < bins.bins().size()) {
            tooltip.setText(words(bins.bins().get(over)));
        } else {
            tooltip.setText(headline.getText());
        }
    }

    private void key(KeyEvent event) {
        int last = bins.bins().size() - 1;
        if (last < 0) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> choose(at < 0 ? last : Math.max(0, at - 1));
            case RIGHT -> choose(at < 0 ? last : Math.min(last, at + 1));
            case HOME -> choose(0);
            case END -> choose(last);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** A span to be read, or none: −1. */
    private void choose(int span) {
        at = span;
        requestLayout();
    }

    private String words(Bin bin) {
        return texts.get("sessions.chart.span", Times.second(bin.from()), bin.calls(), Figures.of(bin.total()));
    }

    private double slot() {
        return (getWidth() - left) / Math.max(1, bins.bins().size());
    }

    private double y(double value, ValueAxis scale) {
        return TOP + (getHeight() - TOP - BOTTOM) * (1 - value / scale.top());
    }
}
