package tr.muhatap.engine.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskListQueryRewriterTest {

    private static final String GRANTS =
            "SELECT A.* FROM ACT_RU_AUTHORIZATION A WHERE A.TYPE_ < 2 AND ( A.USER_ID_ in ( ?, '*') OR A.GROUP_ID_ IN (?) )"
                    + " AND ( A.RESOURCE_TYPE_ = ? AND A.PERMS_ & ? = ? )";

    private static final String JOIN =
            "inner join ( " + GRANTS + " ) AUTH ON (AUTH.RESOURCE_ID_ in (RES.ID_, D.KEY_, '*'))";

    private static final String PROCESS =
            " inner join ACT_RE_PROCDEF D on RES.PROC_DEF_ID_ = D.ID_ left join ACT_RU_EXECUTION E on E.ID_ = RES.EXECUTION_ID_ ";

    private static String list(String joined) {
        return "select distinct RES.* from ACT_RU_TASK RES" + PROCESS + joined + JOIN
                + " WHERE ( 1 = 1 ) and RES.SUSPENSION_STATE_ = ? order by RES.ID_ asc LIMIT ? OFFSET ?";
    }

    @Test
    void theGrantsAreAskedForFirstAndTheirConditionsByThemselves() {
        String sql = TaskListQueryRewriter.rewritten(list(""));

        assertThat(sql)
                .startsWith("with GRANTED as not materialized (" + GRANTS + ") select ")
                .doesNotContain("in (RES.ID_, D.KEY_, '*')", "distinct")
                .contains(
                        "exists (select 1 from GRANTED where GRANTED.RESOURCE_ID_ = '*')",
                        "or RES.ID_ in (select GRANTED.RESOURCE_ID_ from GRANTED)",
                        "where OF_GRANTED.KEY_ in (select GRANTED.RESOURCE_ID_ from GRANTED)")
                .endsWith("and RES.SUSPENSION_STATE_ = ? order by RES.ID_ asc LIMIT ? OFFSET ?");
    }

    /** Values are bound by position. */
    @Test
    void noParameterComesOrGoesOrChangesItsPlace() {
        String before = list("");
        String after = TaskListQueryRewriter.rewritten(before);

        assertThat(after.chars().filter(c -> c == '?'))
                .hasSameSizeAs(before.chars().filter(c -> c == '?').toArray());
        assertThat(after.indexOf(GRANTS)).isLessThan(after.indexOf("SUSPENSION_STATE_ = ?"));
    }

    @Test
    void theCountIsAskedTheSameWay() {
        String count = "select count(distinct RES.ID_) from ACT_RU_TASK RES" + PROCESS + JOIN + " WHERE RES.NAME_ = ?";

        assertThat(TaskListQueryRewriter.rewritten(count))
                .startsWith("with GRANTED as not materialized (")
                .contains("select count( RES.ID_)");
    }

    /** Otherwise a task would appear once per variable or candidate. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "inner join ACT_RU_IDENTITYLINK I on I.TASK_ID_ = RES.ID_ ",
                "left join ACT_RU_VARIABLE V on V.TASK_ID_ = RES.ID_ ",
                "LEFT JOIN act_ru_variable V on V.TASK_ID_ = RES.ID_ "
            })
    void rowsThatAJoinDoublesStayDistinct(String joined) {
        assertThat(TaskListQueryRewriter.rewritten(list(joined)))
                .startsWith("with GRANTED as")
                .contains("select distinct RES.*", joined);
    }

    @Test
    void theWayItIsWrittenDoesNotMatter() {
        String loose = list("").replace(" ) AUTH ON (", "\n )\n\tAUTH on (")
                .replace("in (RES.ID_, D.KEY_, '*')", "IN ( RES.ID_ ,\n D.KEY_ ,'*' ) ");

        assertThat(TaskListQueryRewriter.rewritten(loose)).startsWith("with GRANTED as");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select distinct RES.* from ACT_RU_TASK RES WHERE RES.ID_ = ?",
                "select RES.* from ACT_RU_TASK RES inner join (SELECT A.* FROM ACT_RU_AUTHORIZATION A WHERE A.X = ?) AUTH ON "
                        + "(AUTH.RESOURCE_ID_ in (RES.ID_, '*'))",
                ""
            })
    void otherQueriesPassUnchanged(String sql) {
        assertThat(TaskListQueryRewriter.rewritten(sql)).isEqualTo(sql);
    }

    /** If a value precedes the grants, they cannot come first. */
    @Test
    void aValueBeforeTheGrantsLeavesItAsItWas() {
        String sql = list("left join ACT_RU_VARIABLE V on V.TASK_ID_ = RES.ID_ and V.NAME_ = ? ");

        assertThat(TaskListQueryRewriter.rewritten(sql)).isEqualTo(sql);
    }

    @Test
    void whatIsBoundGoesWithTheRewrittenQuery() {
        var mappings = new Configuration();
        var mapping = new ParameterMapping.Builder(mappings, "suspension", Integer.class).build();
        var parameter = Map.of("suspension", 1);
        var query = new BoundSql(mappings, list(""), List.of(mapping), parameter);
        query.setAdditionalParameter("__frch_item_0", "halkla-iliskiler");

        var better = TaskListQueryRewriter.rewritten(mappings, query);

        assertThat(better.getSql()).startsWith("with GRANTED");
        assertThat(better.getParameterMappings()).containsExactly(mapping);
        assertThat(better.getParameterObject()).isSameAs(parameter);
        assertThat(better.getAdditionalParameter("__frch_item_0")).isEqualTo("halkla-iliskiler");
        var other = new BoundSql(mappings, "select 1", List.of(), parameter);
        assertThat(TaskListQueryRewriter.rewritten(mappings, other)).isSameAs(other);
    }
}
