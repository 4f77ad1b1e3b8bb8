package tr.muhatap.retention;

import tr.muhatap.problem.RefusalCode;

/** Why a step with a proposal is refused. */
enum RetentionRefusal implements RefusalCode {
    /** One proposal waits for its approval, or is being carried out. */
    SAKLAMA_ONERISI_ACIK,
    /** It was decided already, or another one was shown. */
    SAKLAMA_ONERISI_DEGISTI
}
