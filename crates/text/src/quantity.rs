//! Numbers and times as each language writes them, in whole numbers throughout.

use std::fmt::{self, Write};

use base::{SimSpan, SimTime};

use crate::Lang;

/// Keeps a number and its unit on one line.
const NO_BREAK_SPACE: &str = "\u{a0}";

const MILLI: u64 = 1_000;
const SECOND: u64 = 1_000_000;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;

/// How a language writes the units of time.
struct Units {
    /// Between a number and its unit.
    gap: &'static str,
    /// Between hours and minutes, minutes and seconds.
    join: &'static str,
    micro: &'static str,
    milli: &'static str,
    second: &'static str,
    minute: &'static str,
    hour: &'static str,
}

const SYMBOLS: Units = Units {
    gap: NO_BREAK_SPACE,
    join: NO_BREAK_SPACE,
    micro: "µs",
    milli: "ms",
    second: "s",
    minute: "min",
    hour: "h",
};
const JAPANESE: Units = Units {
    gap: "",
    join: "",
    micro: "マイクロ秒",
    milli: "ミリ秒",
    second: "秒",
    minute: "分",
    hour: "時間",
};
const CHINESE: Units = Units {
    gap: NO_BREAK_SPACE,
    join: NO_BREAK_SPACE,
    micro: "微秒",
    milli: "毫秒",
    second: "秒",
    minute: "分",
    hour: "小时",
};
const KOREAN: Units = Units {
    gap: "",
    join: NO_BREAK_SPACE,
    micro: "마이크로초",
    milli: "밀리초",
    second: "초",
    minute: "분",
    hour: "시간",
};

const fn units_of(lang: Lang) -> &'static Units {
    match lang {
        Lang::En | Lang::Pseudo => &SYMBOLS,
        Lang::Ja => &JAPANESE,
        Lang::Zh => &CHINESE,
        Lang::Ko => &KOREAN,
    }
}

/// Writes a whole number in groups of three digits, which is the form of all four languages: `12,345`.
pub fn write_number(out: &mut impl Write, number: u64) -> fmt::Result {
    if number < 1_000 {
        return write!(out, "{number}");
    }
    write_number(out, number / 1_000)?;
    write!(out, ",{:03}", number % 1_000)
}

/// Writes a moment, exact to the microsecond and with a fixed number of digits, so that a running clock stands
/// still: `0.482 ms`, `12.482 ms`, `3.012482 s`, `2 min 03.012482 s`.
pub fn write_time(out: &mut impl Write, lang: Lang, time: SimTime) -> fmt::Result {
    let micros = time.micros();
    let units = units_of(lang);
    let Units { gap, join, .. } = units;
    if micros < SECOND {
        let (whole, rest) = (micros / MILLI, micros % MILLI);
        return write!(out, "{whole}.{rest:03}{gap}{}", units.milli);
    }
    let (seconds, rest) = (micros % MINUTE / SECOND, micros % SECOND);
    if micros < MINUTE {
        return write!(out, "{seconds}.{rest:06}{gap}{}", units.second);
    }
    let minutes = micros % HOUR / MINUTE;
    if micros < HOUR {
        write!(out, "{minutes}{gap}{}{join}", units.minute)?;
    } else {
        write_number(out, micros / HOUR)?;
        write!(
            out,
            "{gap}{}{join}{minutes:02}{gap}{}{join}",
            units.hour, units.minute
        )?;
    }
    write!(out, "{seconds:02}.{rest:06}{gap}{}", units.second)
}

/// Writes a length of time in the largest unit that it fills, without zeros at the end: `350 µs`, `40 ms`,
/// `1.5 s`, `2 min 3 s`, `1 h 2 min`.
pub fn write_span(out: &mut impl Write, lang: Lang, span: SimSpan) -> fmt::Result {
    write_length(out, units_of(lang), span.micros(), 1)
}

/// Writes a length of time with three significant digits and the unit's symbol: `12.5 ms`.
pub fn write_span_short(out: &mut impl Write, span: SimSpan) -> fmt::Result {
    let micros = span.micros();
    let mut coarse = 1;
    // Above a minute the two largest units are written, which is coarse enough.
    while micros < MINUTE && micros / coarse >= 1_000 {
        coarse *= 10;
    }
    write_length(out, &SYMBOLS, micros, coarse)
}

/// Writes a length rounded to a multiple of `coarse` microseconds.
fn write_length(out: &mut impl Write, units: &Units, micros: u64, coarse: u64) -> fmt::Result {
    // Seconds are written to the millisecond, whatever the caller asks for.
    let coarse = if micros < SECOND {
        coarse
    } else {
        coarse.max(MILLI)
    };
    let micros = round(micros, coarse);
    let Units { gap, join, .. } = units;
    match micros {
        0..MILLI => write!(out, "{micros}{gap}{}", units.micro),
        MILLI..SECOND => {
            write_thousandths(out, micros)?;
            write!(out, "{gap}{}", units.milli)
        }
        SECOND..MINUTE => {
            write_thousandths(out, micros / MILLI)?;
            write!(out, "{gap}{}", units.second)
        }
        MINUTE..HOUR => {
            let (minutes, seconds) = (micros / MINUTE, micros % MINUTE / SECOND);
            write!(out, "{minutes}{gap}{}", units.minute)?;
            if seconds > 0 {
                write!(out, "{join}{seconds}{gap}{}", units.second)?;
            }
            Ok(())
        }
        HOUR.. => {
            let minutes = micros % HOUR / MINUTE;
            write_number(out, micros / HOUR)?;
            write!(out, "{gap}{}", units.hour)?;
            if minutes > 0 {
                write!(out, "{join}{minutes}{gap}{}", units.minute)?;
            }
            Ok(())
        }
    }
}

/// The nearest multiple of `step`; half goes up.
const fn round(number: u64, step: u64) -> u64 {
    number.saturating_add(step / 2) / step * step
}

/// Writes so many thousandths as a decimal number without zeros at the end.
fn write_thousandths(out: &mut impl Write, thousandths: u64) -> fmt::Result {
    let (whole, rest) = (thousandths / 1_000, thousandths % 1_000);
    match rest {
        0 => write!(out, "{whole}"),
        _ if rest % 100 == 0 => write!(out, "{whole}.{}", rest / 100),
        _ if rest % 10 == 0 => write!(out, "{whole}.{:02}", rest / 10),
        _ => write!(out, "{whole}.{rest:03}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written, with ordinary spaces.
    fn written(write: impl FnOnce(&mut String) -> fmt::Result) -> String {
        let mut out = String::new();
        write(&mut out).unwrap();
        out.replace(NO_BREAK_SPACE, " ")
    }

    fn span(lang: Lang, micros: u64) -> String {
        written(|out| write_span(out, lang, SimSpan::from_micros(micros)))
    }

    fn short(micros: u64) -> String {
        written(|out| write_span_short(out, SimSpan::from_micros(micros)))
    }

    fn time(lang: Lang, micros: u64) -> String {
        written(|out| write_time(out, lang, SimTime::from_micros(micros)))
    }

    #[test]
    fn numbers_come_in_groups_of_three_and_lose_nothing() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (12_345, "12,345"),
            (1_000_007, "1,000,007"),
            (u64::MAX, "18,446,744,073,709,551,615"),
        ] {
            assert_eq!(written(|out| write_number(out, number)), text);
        }
    }

    #[test]
    fn a_span_takes_the_largest_unit_it_fills() {
        for (micros, text) in [
            (0, "0 µs"),
            (350, "350 µs"),
            (1_000, "1 ms"),
            (12_482, "12.482 ms"),
            (12_400, "12.4 ms"),
            (12_480, "12.48 ms"),
            (12_008, "12.008 ms"),
            (40_000, "40 ms"),
            (999_999, "999.999 ms"),
            (1_500_000, "1.5 s"),
            (1_500_499, "1.5 s"),
            (1_500_500, "1.501 s"),
            (59_999_500, "1 min"),
            (123_000_000, "2 min 3 s"),
            (3_600_000_000, "1 h"),
            (3_720_000_000, "1 h 2 min"),
        ] {
            assert_eq!(span(Lang::En, micros), text);
        }
    }

    #[test]
    fn every_language_has_its_own_units() {
        for (lang, texts) in [
            (
                Lang::En,
                ["482 µs", "12.482 ms", "1.5 s", "2 min 3 s", "1 h 2 min"],
            ),
            (
                Lang::Ja,
                [
                    "482マイクロ秒",
                    "12.482ミリ秒",
                    "1.5秒",
                    "2分3秒",
                    "1時間2分",
                ],
            ),
            (
                Lang::Zh,
                [
                    "482 微秒",
                    "12.482 毫秒",
                    "1.5 秒",
                    "2 分 3 秒",
                    "1 小时 2 分",
                ],
            ),
            (
                Lang::Ko,
                [
                    "482마이크로초",
                    "12.482밀리초",
                    "1.5초",
                    "2분 3초",
                    "1시간 2분",
                ],
            ),
        ] {
            let spans = [482, 12_482, 1_500_000, 123_000_000, 3_720_000_000];
            assert_eq!(spans.map(|micros| span(lang, micros)), texts);
        }
    }

    #[test]
    fn a_short_span_has_three_significant_digits() {
        for (micros, text) in [
            (0, "0 µs"),
            (482, "482 µs"),
            (1_204, "1.2 ms"),
            (12_482, "12.5 ms"),
            (999_499, "999 ms"),
            (999_500, "1 s"),
            (1_234_567, "1.23 s"),
            (59_960_000, "1 min"),
            (123_456_789, "2 min 3 s"),
        ] {
            assert_eq!(short(micros), text);
        }
    }

    #[test]
    fn a_moment_is_exact_and_keeps_its_width() {
        for (micros, text) in [
            (0, "0.000 ms"),
            (482, "0.482 ms"),
            (12_482, "12.482 ms"),
            (999_999, "999.999 ms"),
            (1_000_000, "1.000000 s"),
            (3_012_482, "3.012482 s"),
            (123_012_482, "2 min 03.012482 s"),
            (3_723_012_482, "1 h 02 min 03.012482 s"),
        ] {
            assert_eq!(time(Lang::En, micros), text);
        }
        assert_eq!(time(Lang::Ja, 123_012_482), "2分03.012482秒");
        assert_eq!(time(Lang::Zh, 12_482), "12.482 毫秒");
        assert_eq!(time(Lang::Ko, 123_012_482), "2분 03.012482초");
    }

    #[test]
    fn the_longest_times_can_be_written() {
        assert_eq!(
            time(Lang::En, u64::MAX),
            "5,124,095,576 h 01 min 49.551615 s"
        );
        assert_eq!(span(Lang::En, u64::MAX), "5,124,095,576 h 1 min");
        assert_eq!(short(u64::MAX), "5,124,095,576 h 1 min");
    }
}
