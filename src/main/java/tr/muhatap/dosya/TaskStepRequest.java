package tr.muhatap.dosya;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step of the staff as it comes in; every field may lack or be wrong. */
record TaskStepRequest(
        @Schema(description = "Adımın modeldeki kimliği", example = "On_Inceleme") @Nullable
        String step,

        @Schema(description = "Karar; Birime_Sevk için boş bırakılır", example = "KABUL") @Nullable
        String decision,

        @Schema(description = "Sevk edilecek birimin kodu", example = "fen-isleri") @Nullable
        String unit,

        @Schema(description = "Ön incelemede konunun kodu", example = "yol-cukur") @Nullable
        String topic,

        @Schema(description = "Gerekçe; bazı kararlarda zorunlu, en çok 2.000 karakter") @Nullable
        String reason,

        @Schema(description = "YETKISIZ kararında gönderilecek kurum, MUKERRER kararında ana başvurunun numarası")
        @Nullable
        String target,

        @Schema(description = "Cevap_Hazirlama adımında taslağın son hâli") @Nullable
        DraftRequest answer,

        @Schema(description = "Taslağın görülen sürümü (ETag); arada değiştiyse 409") @Nullable
        String ifMatch) {}
