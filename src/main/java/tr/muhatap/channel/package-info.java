/** What a channel is: one row each, asked by everything that treats one channel otherwise than another. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "access")
@org.jspecify.annotations.NullMarked
package tr.muhatap.channel;
