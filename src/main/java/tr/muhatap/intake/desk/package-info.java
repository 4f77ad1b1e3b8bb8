/** The desk that takes applications down from the applicant's mouth: who the applicant is, and what is alike. */
@org.springframework.modulith.NamedInterface("desk")
@org.jspecify.annotations.NullMarked
package tr.muhatap.intake.desk;
