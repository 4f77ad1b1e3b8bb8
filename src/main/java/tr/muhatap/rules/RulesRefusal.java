package tr.muhatap.rules;

import tr.muhatap.problem.RefusalCode;

/** Why a decision table is not changed or published. */
enum RulesRefusal implements RefusalCode {
    TABLO_SATIR_SINIRI,
    TABLO_BU_ARADA_YAYIMLANDI,
    TASLAKTA_HATA_VAR,
    TASLAK_AYNI,
    TABLO_YALIN_DEGIL,
    KURAL_TASLAGI_DEGISTI
}
