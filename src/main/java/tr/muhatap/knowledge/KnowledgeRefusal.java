package tr.muhatap.knowledge;

import tr.muhatap.problem.RefusalCode;

/** Why an answer is not kept, though its fields are right. */
enum KnowledgeRefusal implements RefusalCode {
    CEVAP_DEGISTI
}
