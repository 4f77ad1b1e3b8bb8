package tr.muhatap.letter;

import tr.muhatap.problem.RefusalCode;

/** Why a letter cannot be numbered. */
enum LetterRefusal implements RefusalCode {
    YAZI_SAYISI_KULLANILMIS,
    YAZI_CEVAP_ONAYLANMADI,
    YAZI_AYARI_EKSIK,
    YAZI_BASILAMAZ
}
