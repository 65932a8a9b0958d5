//! Stories told through whole runs, named by the fact they show. The same file runs natively and in a browser.

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod stories {
    mod broken_rule;
    mod caches;
    mod clients;
    mod determinism;
    mod endpoints;
    mod failover;
    mod global;
    mod global_rules;
    mod growth;
    mod instances;
    mod members;
    mod names;
    mod operations;
    mod pipeline;
    mod points;
    mod quorum;
    mod reads;
    mod recovery;
    mod regions;
    mod replicas;
    mod scaling;
    mod storage;
    mod transactions;
    mod truncation;
}
