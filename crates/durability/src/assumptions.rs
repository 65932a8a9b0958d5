//! What is assumed about parts and their repair.

use base::SimSpan;

/// Seconds of a year of 365 days.
pub const SECONDS_PER_YEAR: u64 = 365 * SECONDS_PER_DAY;
const SECONDS_PER_DAY: u64 = 86_400;
const MICROS_PER_SECOND: u64 = 1_000_000;

/// Bits on the wire for each byte of a segment: eight of data and two for framing, checks and acknowledgements
/// `[choice]`, so that 10 GB on 10 Gbit/s take the 10 s that are published (Q-15, P-4).
const WIRE_BITS_PER_BYTE: u64 = 10;

/// The repair of one 10 GB segment on a 10 Gbit/s link (Q-15, P-3, P-4).
pub const REPAIR_OF_A_SEGMENT: SimSpan = SimSpan::from_millis(10_000);
const _: () = assert!(
    Assumptions::ORDINARY.repair_span().micros() == REPAIR_OF_A_SEGMENT.micros(),
    "the ordinary segment is repaired in the time that is published"
);

/// Rates of failure, and what a repair consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumptions {
    /// Size of a segment in GB (10⁹ bytes), 1 to 65,536 (P-3).
    pub segment_gb: u32,
    /// Speed of the link a segment is copied over, in Gbit/s, 1 to 400.
    pub gbit_per_second: u32,
    /// Mean time between failures of one copy, in days, 1 to 36,500. A copy fails when its disk, its machine or the way
    /// to it does.
    pub copy_days: u32,
    /// Mean time between outages of one zone, in days, 1 to 36,500.
    pub zone_days: u32,
    /// How long a zone is out, in minutes, 1 to 10,080 (a week).
    pub zone_out_minutes: u32,
}

/// A field that is out of its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field.
    pub field: &'static str,
    /// What it says.
    pub value: u64,
    /// The smallest that works.
    pub min: u64,
    /// The largest that works.
    pub max: u64,
}

impl Assumptions {
    /// A segment and a link as published. The rates are `[choice]`: a copy fails once a year, a zone is out for
    /// an hour once in ten years.
    pub const ORDINARY: Assumptions = Assumptions {
        segment_gb: 10,
        gbit_per_second: 10,
        copy_days: 365,
        zone_days: 3_650,
        zone_out_minutes: 60,
    };

    /// Looks whether a study can be made of them.
    ///
    /// # Errors
    /// The first field that is out of its range.
    pub const fn check(&self) -> Result<(), Problem> {
        let fields = [
            ("segment-gb", self.segment_gb, 65_536),
            ("gbit-per-second", self.gbit_per_second, 400),
            ("copy-days", self.copy_days, 36_500),
            ("zone-days", self.zone_days, 36_500),
            ("zone-out-minutes", self.zone_out_minutes, 10_080),
        ];
        let mut place = 0;
        while place < fields.len() {
            let (field, value, max) = fields[place];
            if value < 1 || value > max {
                return Err(Problem {
                    field,
                    value: value as u64,
                    min: 1,
                    max: max as u64,
                });
            }
            place += 1;
        }
        Ok(())
    }

    /// How long a failed copy takes to be whole again: its segment over the link.
    pub const fn repair_span(&self) -> SimSpan {
        let bits = self.segment_gb as u64 * 1_000_000_000 * WIRE_BITS_PER_BYTE;
        let bits_per_micro = self.gbit_per_second as u64 * 1_000;
        SimSpan::from_micros(bits / bits_per_micro)
    }

    /// How long a zone is out.
    pub const fn outage_span(&self) -> SimSpan {
        SimSpan::from_micros(self.zone_out_minutes as u64 * 60 * MICROS_PER_SECOND)
    }

    /// Mean time between failures of one copy.
    pub const fn copy_span(&self) -> SimSpan {
        days(self.copy_days)
    }

    /// Mean time between outages of one zone.
    pub const fn zone_span(&self) -> SimSpan {
        days(self.zone_days)
    }
}

const fn days(days: u32) -> SimSpan {
    SimSpan::from_micros(days as u64 * SECONDS_PER_DAY * MICROS_PER_SECOND)
}
