package com.sun.glass.ui.unpainted;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.View;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessView;

/**
 * JavaFX's platform without a display, for {@code -Dglass.platform=Unpainted}: JavaFX finds it by this name. What was painted is not
 * copied to the imagined screen, pixel by pixel, which took a third of the time of all tests with a window. Nobody looks there: pictures
 * are snapshots of scenes.
 */
public final class UnpaintedPlatformFactory extends HeadlessPlatformFactory {

    @Override
    public Application createApplication() {
        return new Unpainted();
    }

    private static final class Unpainted extends HeadlessApplication {

        @Override
        public View createView() {
            return new UnpaintedView();
        }
    }

    private static final class UnpaintedView extends HeadlessView {

        @Override
        protected void _uploadPixels(long view, Pixels pixels) {
            // stays where it is
        }
    }
}
