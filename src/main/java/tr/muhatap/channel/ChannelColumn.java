package tr.muhatap.channel;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.JdbcSimpleTypes;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.core.dialect.Dialect;

/** Stores a channel as its code. */
@Configuration(proxyBeanMethods = false)
class ChannelColumn {

    @Bean
    JdbcCustomConversions jdbcCustomConversions(Dialect dialect) {
        var own = new ArrayList<Object>(dialect.getConverters());
        own.addAll(JdbcCustomConversions.storeConverters());
        var simple = new SimpleTypeHolder(dialect.simpleTypes(), JdbcSimpleTypes.HOLDER);
        return new JdbcCustomConversions(
                CustomConversions.StoreConversions.of(simple, own), List.of(new Read(), new Write()));
    }

    @ReadingConverter
    private static final class Read implements Converter<String, Channel> {
        @Override
        public Channel convert(String code) {
            return Channel.valueOf(code);
        }
    }

    @WritingConverter
    private static final class Write implements Converter<Channel, String> {
        @Override
        public String convert(Channel channel) {
            return channel.name();
        }
    }
}
