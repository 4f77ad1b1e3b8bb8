package tr.muhatap.rules;

import tr.muhatap.problem.RefusalCode;

/** Why a change or publication of a decision table is refused. */
enum RulesRefusal implements RefusalCode {
    TABLO_SATIR_SINIRI,
    TABLO_BU_ARADA_YAYIMLANDI,
    TASLAKTA_HATA_VAR,
    TASLAK_AYNI,
    TABLO_YALIN_DEGIL,
    KURAL_TASLAGI_DEGISTI
}
