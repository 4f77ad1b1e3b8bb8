package tr.muhatap.attachment;

import tr.muhatap.problem.RefusalCode;

/** Why a file is refused or cannot be removed. */
enum AttachmentRefusal implements RefusalCode {
    CEVABA_DOSYA_EKLENMEZ,
    KAPALI_BASVURUYA_DOSYA_EKLENMEZ,
    DOSYA_KALDIRILMAZ,
    VIRUS_TARAMASI_YAPILAMIYOR
}
