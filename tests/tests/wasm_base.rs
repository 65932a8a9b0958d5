//! Chance and fingerprints are the same natively and in the browser: both builds meet the same fixed numbers (INV-19).

use base::{Chance, Digest, Stream};
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test(unsupported = test)]
fn a_seed_draws_the_same_numbers_everywhere() {
    let mut chance = Chance::new(42, Stream::Network);
    let mut digest = Digest::default();
    for _ in 0..100_000 {
        digest.add(&chance.bits());
        digest.add(&chance.between(500, 1_500));
        digest.add(&chance.permille(20));
        digest.add(&chance.waiting_micros(1_000));
    }
    assert_eq!(digest.to_string(), "2f792739641a4e6e");
}

#[wasm_bindgen_test(unsupported = test)]
fn a_fingerprint_does_not_know_how_wide_a_machine_is() {
    let mut digest = Digest::default();
    digest.add(&(
        7_u8,
        7_usize,
        -7_isize,
        Some("seven"),
        vec![7_u64; 7],
        Stream::Clients as isize,
    ));
    assert_eq!(digest.to_string(), "70eae0b3952ec08f");
}
