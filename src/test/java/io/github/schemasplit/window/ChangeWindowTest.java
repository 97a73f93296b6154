package io.github.schemasplit.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In December 2026, the 5th is a Saturday. */
class ChangeWindowTest {
    private static Optional<String> at(String window, String time) {
        return ChangeWindow.parse(window).at(Instant.parse(time)).map(Opening::text);
    }

    private static Optional<String> next(String window, String time) {
        return ChangeWindow.parse(window).next(Instant.parse(time)).map(Opening::text);
    }

    @Test
    void aTimeThatComesOnceIsOpenFromItsFirstMomentToItsEnd() {
        String night = "2026-12-01T22:00/2026-12-02T02:00 Europe/Berlin";
        String text = "from 2026-12-01 22:00 to 2026-12-02 02:00 Europe/Berlin";
        assertThat(at(night, "2026-12-01T20:59:59Z")).isEmpty();
        assertThat(next(night, "2026-12-01T20:59:59Z")).contains(text);
        assertThat(at(night, "2026-12-01T21:00:00Z")).contains(text);
        assertThat(at(night, "2026-12-02T00:59:59Z")).contains(text);
        assertThat(next(night, "2026-12-02T00:59:59Z")).isEmpty();
        assertThat(at(night, "2026-12-02T01:00:00Z")).isEmpty();
        assertThat(ChangeWindow.parse(night)
                        .last(Instant.parse("2026-12-02T01:00:00Z"))
                        .map(Opening::endText))
                .contains("2026-12-02 02:00 Europe/Berlin");
        assertThat(at("2026-12-01T22:00+01:00/PT4H", "2026-12-02T00:59:59Z"))
                .contains("from 2026-12-01 22:00 to 2026-12-02 02:00 +01:00");
        assertThat(at("2026-12-01T21:00Z/2026-12-02T02:00+01:00", "2026-12-02T01:00:00Z"))
                .isEmpty();
    }

    @Test
    void anIntervalOfADayAndATimeGoesOverMidnightAndComesBackEachWeek() {
        String nights = "Sat, sunday 22:00 - 04:00 Europe/Berlin".replace(", ", ",");
        String sunday = "from 2026-12-06 22:00 to 2026-12-07 04:00 Europe/Berlin";
        assertThat(next(nights, "2026-12-05T20:59:59Z"))
                .contains("from 2026-12-05 22:00 to 2026-12-06 04:00 Europe/Berlin");
        assertThat(at(nights, "2026-12-06T02:59:59Z"))
                .contains("from 2026-12-05 22:00 to 2026-12-06 04:00 Europe/Berlin");
        assertThat(next(nights, "2026-12-06T02:59:59Z")).contains(sunday);
        assertThat(at(nights, "2026-12-06T03:00:00Z")).isEmpty();
        assertThat(at(nights, "2026-12-07T02:00:00Z")).contains(sunday);
        assertThat(next(nights, "2026-12-07T03:00:00Z"))
                .contains("from 2026-12-12 22:00 to 2026-12-13 04:00 Europe/Berlin");
        // On a Monday night it is Monday's only where the window begins on Monday.
        assertThat(at("Fri-Mon 22:00-04:00 UTC", "2026-12-08T03:00:00Z")).isPresent();
        assertThat(at("Fri-Mon 22:00-04:00 UTC", "2026-12-04T03:00:00Z")).isEmpty();
    }

    @Test
    void whatFollowsOnEachOtherIsOneOpeningAndPartsTakeTheLastZone() {
        String window = "Mon-Fri 22:00-24:00; Tue-Sat 00:00-05:00; 2026-12-08T05:00/2026-12-08T06:00 Asia/Tokyo";
        assertThat(at(window, "2026-12-07T13:30:00Z")).contains("from 2026-12-07 22:00 to 2026-12-08 06:00 Asia/Tokyo");
        assertThat(at("00:00-24:00 UTC", "2026-12-07T13:30:00Z")).isPresent();
        assertThat(at("daily 09:00-17:00 America/New_York", "2026-12-07T13:59:00Z"))
                .isEmpty();
    }

    /** Berlin's clocks go from 02:00 to 03:00 on 2027-03-28, and from 03:00 back to 02:00 on 2027-10-31. */
    @Test
    void clocksThatAreSetDoNotOpenAWindowWhenTheyShowSomethingElse() {
        assertThat(at("02:30-04:00 Europe/Berlin", "2027-03-28T00:59:59Z")).isEmpty();
        assertThat(at("02:30-04:00 Europe/Berlin", "2027-03-28T01:00:00Z"))
                .contains("from 2027-03-28 03:00 to 2027-03-28 04:00 Europe/Berlin");
        assertThat(at("22:00-02:30 Europe/Berlin", "2027-03-28T01:00:00Z")).isEmpty();
        // What the clocks skip as a whole comes on the next day.
        assertThat(next("02:10-02:50 Europe/Berlin", "2027-03-27T12:00:00Z"))
                .contains("from 2027-03-29 02:10 to 2027-03-29 02:50 Europe/Berlin");
        // 02:30 comes twice: it ends with the first and begins with the second.
        assertThat(at("22:00-02:30 Europe/Berlin", "2027-10-31T00:29:59Z")).isPresent();
        assertThat(at("22:00-02:30 Europe/Berlin", "2027-10-31T00:30:00Z")).isEmpty();
        assertThat(at("02:30-05:00 Europe/Berlin", "2027-10-31T01:29:59Z")).isEmpty();
        assertThat(at("02:30-05:00 Europe/Berlin", "2027-10-31T01:30:00Z")).isPresent();
        assertThat(at("02:10-02:50 Europe/Berlin", "2027-10-31T00:20:00Z")).isPresent();
    }

    @Test
    void aTimeThatComesOnceIsNoneThatClocksSkipOrShowTwiceUnlessItHasItsOffset() {
        for (String skipped : List.of(
                "2027-03-28T02:30/2027-03-28T04:00 Europe/Berlin",
                "2027-03-28T02:30/PT1H Europe/Berlin",
                "2027-03-27T22:00/2027-03-28T02:30 Europe/Berlin")) {
            assertThatThrownBy(() -> ChangeWindow.parse(skipped))
                    .hasMessage(
                            "'" + skipped + "' has 2027-03-28T02:30, which the clocks of Europe/Berlin skip: write a"
                                    + " time that they show, or that one with its offset, 2027-03-28T02:30+01:00 or"
                                    + " 2027-03-28T02:30+02:00");
        }
        for (String twice : List.of(
                "2027-10-31T02:30/2027-10-31T04:00 Europe/Berlin",
                "2027-10-31T02:30/PT1H Europe/Berlin",
                "2027-10-30T22:00/2027-10-31T02:30 Europe/Berlin")) {
            assertThatThrownBy(() -> ChangeWindow.parse(twice))
                    .hasMessage(
                            "'" + twice + "' has 2027-10-31T02:30, which the clocks of Europe/Berlin show twice: write"
                                    + " that one with its offset, 2027-10-31T02:30+02:00 or 2027-10-31T02:30+01:00");
        }
        String second = "2027-10-30T22:00/2027-10-31T02:30+01:00 Europe/Berlin";
        assertThat(at(second, "2027-10-31T01:29:59Z"))
                .contains("from 2027-10-30 22:00 to 2027-10-31 02:30 Europe/Berlin");
        assertThat(at(second, "2027-10-31T01:30:00Z")).isEmpty();
        assertThat(at("2027-10-31T02:30+02:00/2027-10-31T04:00 Europe/Berlin", "2027-10-31T00:30:00Z"))
                .isPresent();
        assertThat(at("2027-10-31T02:59:59/2027-10-31T04:00 UTC", "2027-10-31T03:00:00Z"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "tonight|'tonight' is neither a time that comes once nor one that comes each week",
                "22:00-04:00|'22:00-04:00' lacks its time zone",
                "2026-12-01T22:00/2026-12-02T02:00|'2026-12-01T22:00/2026-12-02T02:00' lacks its time zone",
                "22:00-04:00 Europe/Atlantis|there is no time zone 'Europe/Atlantis'",
                "Sat,Xyz 22:00-04:00 UTC|'Sat,Xyz 22:00-04:00 UTC' has a day that is none, 'Xyz'",
                "Mon-Tue-Wed 22:00-04:00 UTC|'Mon-Tue-Wed 22:00-04:00 UTC' has a day that is none, 'Mon-Tue-Wed'",
                "22:00-25:00 UTC|'22:00-25:00 UTC' has a time of day that is none, 25:00",
                "22:00-22:00 UTC|'22:00-22:00 UTC' ends when it begins; a whole day is 00:00-24:00",
                "2026-12-02T22:00/2026-12-01T02:00 UTC|'2026-12-02T22:00/2026-12-01T02:00 UTC' ends before it begins",
                "2026-13-02T22:00/2026-12-01T02:00 UTC|'2026-13-02T22:00/2026-12-01T02:00 UTC' has a date or a time that is none",
                "2026-12-01T22:00/-PT4H UTC|'2026-12-01T22:00/-PT4H UTC' has a date or a time that is none",
                "2026-12-01T22:00Z/PT4H UTC|'2026-12-01T22:00Z/PT4H UTC' has both an offset and a time zone",
                "2026-12-01T22:00Z/2026-12-02T02:00|'2026-12-01T22:00Z/2026-12-02T02:00' lacks its time zone",
                "22:00-04:00 UTC;|'' is neither a time that comes once nor one that comes each week"
            })
    void whatIsNoWindowSaysWhy(String text, String why) {
        assertThatThrownBy(() -> ChangeWindow.parse(text))
                .isInstanceOf(WindowException.class)
                .hasMessage(why);
    }
}
