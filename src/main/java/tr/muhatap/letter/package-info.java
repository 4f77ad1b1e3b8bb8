/** The official letter (2020/2646 sayılı Resmî Yazışma Yönetmeliği): its words, its number, its PDF. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"access", "attachment", "basvuru", "calendar", "deadline", "problem", "text"})
@org.jspecify.annotations.NullMarked
package tr.muhatap.letter;
