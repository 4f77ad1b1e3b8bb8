package tr.muhatap.reporting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tr.muhatap.reporting.BarPicture.Bar;

/** Shares out of a hundred as bars. */
public final class SharePicture {

    private static final double WHOLE = 100;

    private SharePicture() {}

    /**
     * SVG of those that have a share.
     *
     * @param id of the picture, once on a page
     * @return null if none has one
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
