package tr.muhatap.takip;

import tr.muhatap.problem.RefusalCode;

/** Why a citizen's word about the service is not taken. */
enum TakipRefusal implements RefusalCode {
    DEGERLENDIRME_YAPILAMAZ,
    DEGERLENDIRME_VERILMIS
}
