//! How fast simulated time passes.

use base::Phrase;

/// Simulated nanoseconds in a second of real time, when time passes as it really does.
const REAL_TIME: u64 = 1_000_000_000;

/// A speed between 1/10,000 (a commit of 2 ms takes 20 s) and 3,600 (an hour in a second), on a scale on which
/// equal steps are equal factors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Speed {
    nanos_per_second: u64,
}

/// Positions per factor of ten.
const PER_DECADE: u32 = 20;
/// The factors within one factor of ten, in thousandths: 10^(n/20).
const FACTORS: [u64; PER_DECADE as usize] = [
    1_000, 1_122, 1_259, 1_413, 1_585, 1_778, 1_995, 2_239, 2_512, 2_818, 3_162, 3_548, 3_981,
    4_467, 5_012, 5_623, 6_310, 7_079, 7_943, 8_913,
];

impl Speed {
    /// The slowest: 1/10,000 of real time.
    pub const SLOWEST: Speed = Speed::ratio(1, 10_000);
    /// The fastest: 3,600 times real time.
    pub const FASTEST: Speed = Speed::ratio(3_600, 1);
    /// As fast as it would really be.
    pub const REAL: Speed = Speed::ratio(1, 1);
    /// The last position of a slider; the first is 0.
    pub const POSITION_MAX: u32 = 152;

    /// The speeds with a name of their own, slowest first.
    pub const STOPS: [Speed; 20] = [
        Speed::SLOWEST,
        Speed::ratio(1, 5_000),
        Speed::ratio(1, 2_000),
        Speed::ratio(1, 1_000),
        Speed::ratio(1, 500),
        Speed::ratio(1, 200),
        Speed::ratio(1, 100),
        Speed::ratio(1, 50),
        Speed::ratio(1, 20),
        Speed::ratio(1, 10),
        Speed::ratio(1, 5),
        Speed::ratio(1, 2),
        Speed::REAL,
        Speed::ratio(2, 1),
        Speed::ratio(5, 1),
        Speed::ratio(10, 1),
        Speed::ratio(60, 1),
        Speed::ratio(300, 1),
        Speed::ratio(1_000, 1),
        Speed::FASTEST,
    ];

    const fn ratio(times: u64, of: u64) -> Speed {
        Speed {
            nanos_per_second: REAL_TIME * times / of,
        }
    }

    /// Simulated nanoseconds that pass in a second of real time.
    pub const fn nanos_per_second(self) -> u64 {
        self.nanos_per_second
    }

    /// The speed at which so many simulated nanoseconds pass in a second; brought within the range.
    pub fn from_nanos_per_second(nanos: u64) -> Speed {
        Speed {
            nanos_per_second: nanos,
        }
        .clamp(Speed::SLOWEST, Speed::FASTEST)
    }

    /// The speed at a position of a slider, from 0 to [`Speed::POSITION_MAX`] (further is as far as it goes).
    /// Near a named speed it is that one.
    pub fn at_position(position: u32) -> Speed {
        let position = position.min(Speed::POSITION_MAX);
        let factor = FACTORS[(position % PER_DECADE) as usize];
        let plain = Speed::SLOWEST.nanos_per_second * factor * 10_u64.pow(position / PER_DECADE)
            / FACTORS[0];
        let near = |stop: &&Speed| {
            let stop = stop.nanos_per_second;
            // Nearer than half a position, which is about six in a hundred.
            stop.abs_diff(plain) * 100 < stop * 6
        };
        let stops = Speed::STOPS.iter().filter(near);
        stops
            .min_by_key(|stop| stop.nanos_per_second.abs_diff(plain))
            .copied()
            .unwrap_or_else(|| Speed::from_nanos_per_second(plain).rounded())
    }

    /// The nearest speed that is so many times real time, or one part in so many of it, in a number with few
    /// digits: what can be said is what is so.
    fn rounded(self) -> Speed {
        let speed = self.nanos_per_second;
        Speed::from_nanos_per_second(if speed < REAL_TIME {
            REAL_TIME / rounded(REAL_TIME, speed)
        } else {
            REAL_TIME * rounded(speed, REAL_TIME)
        })
    }

    /// The position of a slider that is nearest to this speed.
    pub fn position(self) -> u32 {
        (0..=Speed::POSITION_MAX)
            .min_by_key(|position| {
                let there = Speed::at_position(*position).nanos_per_second;
                there.abs_diff(self.nanos_per_second)
            })
            .expect("there are positions")
    }

    /// The next slower named speed.
    #[must_use]
    pub fn slower(self) -> Speed {
        let mut slower = Speed::STOPS.into_iter().rev();
        slower.find(|stop| *stop < self).unwrap_or(Speed::SLOWEST)
    }

    /// The next faster named speed.
    #[must_use]
    pub fn faster(self) -> Speed {
        let mut faster = Speed::STOPS.into_iter();
        faster.find(|stop| *stop > self).unwrap_or(Speed::FASTEST)
    }

    /// The speed in words: slowed so many times, as it really is, or sped up so many times.
    pub fn phrase(self) -> Phrase {
        let speed = self.nanos_per_second;
        match speed.cmp(&REAL_TIME) {
            std::cmp::Ordering::Less => {
                Phrase::new("speed-slowed").with("times", rounded(REAL_TIME, speed))
            }
            std::cmp::Ordering::Equal => Phrase::new("speed-real"),
            std::cmp::Ordering::Greater => {
                Phrase::new("speed-sped-up").with("times", rounded(speed, REAL_TIME))
            }
        }
    }

    /// The speed as it stands in a link: `1/2000`, `1` or `60`.
    pub fn to_text(self) -> String {
        let speed = self.nanos_per_second;
        if speed < REAL_TIME {
            format!("1/{}", rounded(REAL_TIME, speed))
        } else {
            rounded(speed, REAL_TIME).to_string()
        }
    }

    /// Reads what [`Speed::to_text`] writes. `None` if it is no such text, or out of range.
    pub fn from_text(text: &str) -> Option<Speed> {
        let (times, of) = match text.split_once('/') {
            Some((times, of)) => (times.parse().ok()?, of.parse().ok()?),
            None => (text.parse().ok()?, 1_u64),
        };
        let nanos = REAL_TIME.checked_mul(times)?.checked_div(of)?;
        (Speed::SLOWEST.nanos_per_second..=Speed::FASTEST.nanos_per_second)
            .contains(&nanos)
            .then(|| Speed::from_nanos_per_second(nanos))
    }
}

impl Default for Speed {
    /// A commit of 2 ms takes four seconds.
    fn default() -> Speed {
        Speed::ratio(1, 2_000)
    }
}

/// The quotient as a whole number with two digits that count.
fn rounded(dividend: u64, divisor: u64) -> u64 {
    let exact = (dividend + divisor / 2) / divisor;
    let mut unit = 1;
    while exact / unit >= 1_000 {
        unit *= 10;
    }
    // Named speeds keep all their digits.
    if exact * divisor == dividend {
        exact
    } else {
        (exact + unit / 2) / unit * unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slider_reaches_both_ends_and_every_stop_and_never_turns_back() {
        assert_eq!(Speed::at_position(0), Speed::SLOWEST);
        assert_eq!(Speed::at_position(Speed::POSITION_MAX), Speed::FASTEST);
        assert_eq!(Speed::at_position(u32::MAX), Speed::FASTEST);
        let all: Vec<Speed> = (0..=Speed::POSITION_MAX).map(Speed::at_position).collect();
        assert!(all.is_sorted());
        for stop in Speed::STOPS {
            assert!(all.contains(&stop), "{stop:?}");
            assert_eq!(Speed::at_position(stop.position()), stop);
        }
    }

    #[test]
    fn slower_and_faster_walk_over_the_stops() {
        assert_eq!(Speed::REAL.slower(), Speed::ratio(1, 2));
        assert_eq!(Speed::REAL.faster(), Speed::ratio(2, 1));
        assert_eq!(Speed::SLOWEST.slower(), Speed::SLOWEST);
        assert_eq!(Speed::FASTEST.faster(), Speed::FASTEST);
        let between = Speed::from_nanos_per_second(REAL_TIME * 3 / 2);
        assert_eq!(
            (between.slower(), between.faster()),
            (Speed::REAL, Speed::ratio(2, 1))
        );
    }

    #[test]
    fn what_a_link_says_is_read_back() {
        for stop in Speed::STOPS {
            assert_eq!(Speed::from_text(&stop.to_text()), Some(stop), "{stop:?}");
        }
        for position in 0..=Speed::POSITION_MAX {
            let speed = Speed::at_position(position);
            assert_eq!(Speed::from_text(&speed.to_text()), Some(speed), "{speed:?}");
        }
        assert_eq!(Speed::default().to_text(), "1/2000");
        for wrong in [
            "",
            "fast",
            "0",
            "1/0",
            "1/",
            "-1",
            "1/20000",
            "3601",
            "99999999999999999999",
        ] {
            assert_eq!(Speed::from_text(wrong), None, "{wrong}");
        }
    }
}
