//! Whoever builds the site may ask the linker for a map of what it has put where in memory.

fn main() {
    println!("cargo::rerun-if-env-changed=LINK_MAP");
    if let Ok(map) = std::env::var("LINK_MAP") {
        println!("cargo::rerun-if-changed={map}");
        println!("cargo::rustc-link-arg-bin=web=-Map={map}");
    }
}
