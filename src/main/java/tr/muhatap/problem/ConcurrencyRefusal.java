package tr.muhatap.problem;

/** Why a change is refused for concurrency reasons. */
enum ConcurrencyRefusal implements RefusalCode {
    KAYIT_DEGISTI
}
