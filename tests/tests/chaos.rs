//! Chaos, then peace, over seeds. A failure names its seeds and how to run one again.

use std::panic::catch_unwind;

use tests::chaos::chaos_then_peace;

#[test]
fn nothing_is_lost_whatever_happens() {
    let failed: Vec<u64> = seeds(0..40)
        .filter(|seed| catch_unwind(|| drop(chaos_then_peace(*seed))).is_err())
        .collect();
    if let Some(first) = failed.first() {
        panic!(
            "seeds {failed:?} failed; one alone: CHAOS_SEEDS={first}..{} cargo test -p tests --test chaos",
            first + 1
        );
    }
}

/// The seeds to try: those of `CHAOS_SEEDS`, such as `17..18`, or else the usual ones.
fn seeds(usual: std::ops::Range<u64>) -> std::ops::Range<u64> {
    let Ok(asked) = std::env::var("CHAOS_SEEDS") else {
        return usual;
    };
    let range = asked
        .split_once("..")
        .and_then(|(from, to)| Some(from.parse().ok()?..to.parse().ok()?));
    range.expect("CHAOS_SEEDS looks like 0..5000")
}
