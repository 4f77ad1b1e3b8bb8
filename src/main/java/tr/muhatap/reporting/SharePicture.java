package tr.muhatap.reporting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.reporting.BarPicture.Bar;

/** Bar charts of percentages. */
public final class SharePicture {

    private static final double WHOLE = 100;

    private SharePicture() {}

    /**
     * SVG of the rows with a share.
     *
     * @param id unique id within the page
     * @return null if no row has one
     */
    public static @Nullable String of(String id, String title, List<OpenData.Share> shares) {
        var bars = new ArrayList<Bar>();
        for (var share : shares) {
            var percent = share.onTimePercent();
            if (percent != null) {
                bars.add(new Bar(share.name(), percent, WHOLE - percent, "%" + percent));
            }
        }
        return bars.isEmpty() ? null : BarPicture.of(id, title, bars, WHOLE);
    }
}
