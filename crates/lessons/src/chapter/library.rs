//! The chapters that come with AuroraScope.

macro_rules! library {
    ($($name:literal)*) => {
        /// The chapters' names, in the order of the course.
        pub const CHAPTERS: &[&str] = &[$($name),*];

        /// Each chapter's name and text, in the order of the course. The page does not carry the texts: it loads the one
        /// it needs.
        pub const fn chapters() -> &'static [(&'static str, &'static str)] {
            const TEXTS: &[(&str, &str)] =
                &[$(($name, include_str!(concat!("../../../../tests/chapters/", $name, ".json")))),*];
            TEXTS
        }
    };
}

library! {
    "storage-and-quorum"
    "storage-node"
    "commit-points"
    "reads"
    "endpoints"
    "failover"
    "membership"
    "global"
    "mirrored"
    "myths"
}
