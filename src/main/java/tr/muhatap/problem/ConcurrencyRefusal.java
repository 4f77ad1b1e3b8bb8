package tr.muhatap.problem;

/** Why a change is not saved, though no rule forbids it. */
enum ConcurrencyRefusal implements RefusalCode {
    KAYIT_DEGISTI
}
