package tr.muhatap.calendar;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database of its own with the empty holiday table, made by the migrations' scripts. */
final class HolidayDatabaseFixture {

    private HolidayDatabaseFixture() {}

    static DataSource emptyTable() {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V001__holidays.sql"),
                        new ClassPathResource("db/migration/V090__tatil_degisiklik.sql"),
                        new ClassPathResource("db/migration/V270__room_for_names_of_holidays.sql"))
                .execute(database);
        return database;
    }
}
