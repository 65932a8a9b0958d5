//! Times as people write them: a number and a unit, such as `"250us"`, `"5ms"`, `"1.5s"` or `"2min"`.
//!
//! Whole-number arithmetic only, so that what is written is what is meant: `"0.1s"` is 100,000 microseconds
//! everywhere, and `"0.5us"` is refused instead of rounded.

use base::SimTime;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The units and how many microseconds each has.
const UNITS: [(&str, u64); 5] = [
    ("us", 1),
    ("ms", 1_000),
    ("s", 1_000_000),
    ("min", 60_000_000),
    ("h", 3_600_000_000),
];

/// More decimals than this are refused; the shortest are a few microseconds even of an hour.
const DECIMALS_MAX: usize = 9;

/// What is wrong with a time. Its text is the name of the message that says so.
pub const BAD_TIME: &str = "problem-bad-time";
/// A time finer than a microsecond.
pub const TIME_TOO_FINE: &str = "problem-time-too-fine";
/// A time beyond all counting.
pub const TIME_TOO_LONG: &str = "problem-time-too-long";

/// A moment as it stands in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeText(pub SimTime);

/// Reads a time.
///
/// # Errors
/// The name of the message that says what is wrong.
pub fn parse(text: &str) -> Result<SimTime, &'static str> {
    let text = text.trim();
    let number_end = text.find(|c: char| !c.is_ascii_digit() && c != '.');
    let (number, unit) = text.split_at(number_end.unwrap_or(text.len()));
    let unit = unit.trim_start();
    let micros_per_unit = UNITS
        .iter()
        .find(|(name, _)| *name == unit)
        .ok_or(BAD_TIME)?
        .1;
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    if whole.is_empty() || fraction.is_empty() || fraction.contains('.') {
        return Err(BAD_TIME);
    }
    let whole: u64 = whole.parse().map_err(|_| TIME_TOO_LONG)?;
    let micros = whole.checked_mul(micros_per_unit).ok_or(TIME_TOO_LONG)?;
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > DECIMALS_MAX {
        return Err(TIME_TOO_FINE);
    }
    let parts = 10_u64.pow(fraction.len() as u32);
    let share: u64 = fraction
        .bytes()
        .fold(0, |value, digit| value * 10 + u64::from(digit - b'0'));
    // Below 10⁹ × 3.6 × 10⁹: no overflow.
    let share = share * micros_per_unit;
    if !share.is_multiple_of(parts) {
        return Err(TIME_TOO_FINE);
    }
    let micros = micros.checked_add(share / parts).ok_or(TIME_TOO_LONG)?;
    Ok(SimTime::from_micros(micros))
}

/// Writes a time in the largest unit in which it stays short and exact.
pub fn to_text(time: SimTime) -> String {
    let micros = time.micros();
    let in_thousandths = |unit: &str, thousandth: u64| {
        let (whole, rest) = (micros / (thousandth * 1_000), micros / thousandth % 1_000);
        let fraction = format!(".{rest:03}");
        format!(
            "{whole}{}{unit}",
            fraction.trim_end_matches('0').trim_end_matches('.')
        )
    };
    match micros {
        0 => "0ms".to_owned(),
        1..1_000 => format!("{micros}us"),
        _ if micros.is_multiple_of(60_000_000) => format!("{}min", micros / 60_000_000),
        _ if micros >= 1_000_000 && micros.is_multiple_of(1_000) => in_thousandths("s", 1_000),
        _ => in_thousandths("ms", 1),
    }
}

impl Serialize for TimeText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&to_text(self.0))
    }
}

impl<'de> Deserialize<'de> for TimeText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        parse(&text).map(TimeText).map_err(D::Error::custom)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for TimeText {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Time".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A moment of simulated time since the run began: a number and a unit, in whole microseconds.",
            "type": "string",
            "pattern": "^\\s*[0-9]+(\\.[0-9]+)?\\s*(us|ms|s|min|h)\\s*$",
            "examples": ["250us", "5ms", "1.5s", "2min"],
        })
    }
}

/// For `#[serde(with = "…")]` on a field that holds a [`SimTime`].
pub mod text {
    use super::{Deserialize, Deserializer, Serialize, Serializer, SimTime, TimeText};

    pub fn serialize<S: Serializer>(time: &SimTime, serializer: S) -> Result<S::Ok, S::Error> {
        TimeText(*time).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<SimTime, D::Error> {
        TimeText::deserialize(deserializer).map(|time| time.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn micros(text: &str) -> Result<u64, &'static str> {
        parse(text).map(SimTime::micros)
    }

    #[test]
    fn a_number_and_a_unit() {
        for (text, expected) in [
            ("0ms", 0),
            ("250us", 250),
            ("5ms", 5_000),
            ("1.5s", 1_500_000),
            ("2min", 120_000_000),
            ("24h", 86_400_000_000),
            ("0.001ms", 1),
            ("0.1s", 100_000),
            ("1.000000s", 1_000_000),
            ("0.5min", 30_000_000),
            ("1.25min", 75_000_000),
            ("0.00000125h", 4_500),
            (" 5 ms ", 5_000),
        ] {
            assert_eq!(micros(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_time() {
        for text in [
            "",
            "5",
            "ms",
            "5 parsecs",
            "-5ms",
            "1.2.3s",
            ".5s",
            "5.s",
            "5MS",
            "1e3ms",
            "٣ms",
        ] {
            assert_eq!(micros(text), Err(BAD_TIME), "{text}");
        }
        for text in ["0.5us", "1.0001ms", "0.0000001s"] {
            assert_eq!(micros(text), Err(TIME_TOO_FINE), "{text}");
        }
        for text in ["99999999999999999999us", "9999999999999999h"] {
            assert_eq!(micros(text), Err(TIME_TOO_LONG), "{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let mut chance = base::Chance::new(1, base::Stream::Scenario);
        let edges = [
            0,
            1,
            999,
            1_000,
            1_001,
            999_999,
            1_000_000,
            60_000_000,
            86_400_000_000,
        ];
        let drawn = (0..2_000).map(|_| {
            let bits = u64::from(chance.bits()) << 5;
            bits >> chance.below(37)
        });
        for micros in edges.into_iter().chain(drawn) {
            let time = SimTime::from_micros(micros);
            assert_eq!(parse(&to_text(time)), Ok(time), "{}", to_text(time));
        }
        let text = |micros| to_text(SimTime::from_micros(micros));
        assert_eq!(
            [text(1_500_000), text(12_482), text(120_000_000)],
            ["1.5s", "12.482ms", "2min"]
        );
    }
}
