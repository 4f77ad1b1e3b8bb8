@org.jspecify.annotations.NullMarked
package tr.muhatap.knowledge;
