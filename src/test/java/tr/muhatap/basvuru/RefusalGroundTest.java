package tr.muhatap.basvuru;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalGroundTest {

    @ParameterizedTest
    @EnumSource
    void eachGroundIsFoundByItsArticle(RefusalGround ground) {
        assertThat(RefusalGround.ofArticle(ground.article())).contains(ground);
        assertThat(ground.label()).contains(ground.article().replace("Y", "") + ": ");
    }

    @Test
    void theLawKnowsNoOther() {
        assertThat(RefusalGround.ofArticle("9")).isEmpty();
        assertThat(RefusalGround.values()).hasSize(18);
    }
}
