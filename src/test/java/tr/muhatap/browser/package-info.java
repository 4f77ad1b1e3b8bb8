/** The program as its users see it, in a real browser. */
@NullMarked
package tr.muhatap.browser;

import org.jspecify.annotations.NullMarked;
