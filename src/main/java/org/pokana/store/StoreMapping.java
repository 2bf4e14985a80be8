package org.pokana.store;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** How our records become documents: no class names inside, and local dates and times as the text people would write. */
final class StoreMapping {

    private StoreMapping() {}

    static MappingMongoConverter converter(
            MongoDatabaseFactory databases, MongoMappingContext context, MongoCustomConversions conversions) {
        MappingMongoConverter converter = new MappingMongoConverter(new DefaultDbRefResolver(databases), context);
        converter.setCustomConversions(conversions);
        // A renamed class must not make stored documents unreadable.
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        return converter;
    }

    /** Spring Data would store a local date as an instant of the JVM's zone, and read another day on another machine. */
    static MongoCustomConversions conversions() {
        return new MongoCustomConversions(List.of(
                new LocaleToText(),
                new TextToLocale(),
                new ZoneToText(),
                new TextToZone(),
                new DurationToText(),
                new TextToDuration(),
                new DateToText(),
                new TextToDate(),
                new TimeToText(),
                new TextToTime(),
                new DateTimeToText(),
                new TextToDateTime(),
                new MonthToText(),
                new TextToMonth()));
    }

    @WritingConverter
    static final class LocaleToText implements Converter<Locale, String> {
        @Override
        public String convert(Locale source) {
            return source.toLanguageTag();
        }
    }

    @ReadingConverter
    static final class TextToLocale implements Converter<String, Locale> {
        @Override
        public Locale convert(String source) {
            return Locale.forLanguageTag(source);
        }
    }

    @WritingConverter
    static final class ZoneToText implements Converter<ZoneId, String> {
        @Override
        public String convert(ZoneId source) {
            return source.getId();
        }
    }

    @ReadingConverter
    static final class TextToZone implements Converter<String, ZoneId> {
        @Override
        public ZoneId convert(String source) {
            return ZoneId.of(source);
        }
    }

    @WritingConverter
    static final class DurationToText implements Converter<Duration, String> {
        @Override
        public String convert(Duration source) {
            return source.toString();
        }
    }

    @ReadingConverter
    static final class TextToDuration implements Converter<String, Duration> {
        @Override
        public Duration convert(String source) {
            return Duration.parse(source);
        }
    }

    @WritingConverter
    static final class DateToText implements Converter<LocalDate, String> {
        @Override
        public String convert(LocalDate source) {
            return source.toString();
        }
    }

    @ReadingConverter
    static final class TextToDate implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String source) {
            return LocalDate.parse(source);
        }
    }

    @WritingConverter
    static final class TimeToText implements Converter<LocalTime, String> {
        @Override
        public String convert(LocalTime source) {
            return source.toString();
        }
    }

    @ReadingConverter
    static final class TextToTime implements Converter<String, LocalTime> {
        @Override
        public LocalTime convert(String source) {
            return LocalTime.parse(source);
        }
    }

    @WritingConverter
    static final class DateTimeToText implements Converter<LocalDateTime, String> {
        @Override
        public String convert(LocalDateTime source) {
            return source.toString();
        }
    }

    @ReadingConverter
    static final class TextToDateTime implements Converter<String, LocalDateTime> {
        @Override
        public LocalDateTime convert(String source) {
            return LocalDateTime.parse(source);
        }
    }

    @WritingConverter
    static final class MonthToText implements Converter<YearMonth, String> {
        @Override
        public String convert(YearMonth source) {
            return source.toString();
        }
    }

    @ReadingConverter
    static final class TextToMonth implements Converter<String, YearMonth> {
        @Override
        public YearMonth convert(String source) {
            return YearMonth.parse(source);
        }
    }
}
