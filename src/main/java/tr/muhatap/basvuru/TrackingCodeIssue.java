package tr.muhatap.basvuru;

import org.jspecify.annotations.Nullable;

/**
 * Which tracking code is valid.
 *
 * @param codeIssue how often a code was issued; 0 for a random one of earlier versions
 * @param codeHash keyed hash of a random one; null if the code is derived
 */
record TrackingCodeIssue(int codeIssue, @Nullable String codeHash) {

    static TrackingCodeIssue first() {
        return new TrackingCodeIssue(Basvuru.FIRST_CODE_ISSUE, null);
    }

    TrackingCodeIssue next() {
        return new TrackingCodeIssue(codeIssue + 1, null);
    }
}
