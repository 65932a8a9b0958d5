//! The engine's speed in a browser: the same figures, in the same JSON lines, as `aurorascope bench` prints natively.
#![cfg(target_family = "wasm")]

use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use world::pattern;

wasm_bindgen_test_configure!(run_in_browser);

/// Messages delivered in one measurement.
const MESSAGES: u64 = 3_000_000;

#[wasm_bindgen_test]
fn six_copies() {
    let clock = || js_sys::Date::now() as u64 * 1_000;
    for measured in pattern::measure(MESSAGES, clock) {
        console_log!(
            "{}",
            serde_json::to_string(&measured).expect("plain numbers and names")
        );
    }
}
