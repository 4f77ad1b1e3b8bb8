package tr.muhatap.inquiry;

import tr.muhatap.problem.RefusalCode;

/** Why a link is not given, taken back or answered. */
enum InquiryRefusal implements RefusalCode {
    SORU_KAPALI_BASVURU,
    SORU_COK,
    SORU_SONUCLANMIS,
    SORU_KAPALI,
    SORU_CEVAPLANMIS
}
