package tr.muhatap.engine;

import tr.muhatap.problem.RefusalCode;

/** Why the engine's interface refuses a request. */
public enum EngineRefusalCode implements RefusalCode {
    BASVURU_DEGISTI,
    IS_USTLENILMIS,
    KAYIT_VAR_YA_DA_BAGLI,
    ISTEK_YERINE_GETIRILEMEDI,
    IS_KENDI_UZERINE_ALINIR,
    IS_KENDI_UZERINDEN_BIRAKILIR,
    IS_ZAMANI_DEGISMEZ,
    DENEME_SAYISI,
    ZAMANLAYICI_DEGISMEZ,
    GONDERIM_TEK_TEK,
    YASAK_KAYDI_TUTULMAZ,
    KENDI_HESABI_SILINMEZ,
    SON_SISTEM_YONETICISI,
    EPOSTA_GIRIS_SUNUCUSUNDAN
}
