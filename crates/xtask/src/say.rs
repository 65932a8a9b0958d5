//! How progress is told: plain lines, each long step with the time it took.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Says what is about to happen, does it, and says how long it took.
///
/// # Errors
/// Whatever `work` fails with.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("{what} …");
    let start = Instant::now();
    let result = work()?;
    println!("  done in {}.", elapsed(start.elapsed()));
    Ok(result)
}

/// A duration as a person reads it: `0.4 s`, `12 s`, `7 min 5 s`.
pub fn elapsed(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..60 => format!("{seconds} s"),
        _ => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_well() {
        let read = |millis| elapsed(Duration::from_millis(millis));
        assert_eq!(read(420), "0.4 s");
        assert_eq!(read(12_900), "12 s");
        assert_eq!(read(425_000), "7 min 5 s");
    }
}
