//! The two ways to look at one run.

use serde::{Deserialize, Serialize};

/// Through which lens a run is shown and spoken of. What happens is the same; only words and drawing differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lens {
    /// Segments, LSNs, quorums.
    #[default]
    Engineer,
    /// The analogy: an important document kept in several safes.
    Everyday,
}

impl Lens {
    /// The name it goes by in links and files: `engineer` or `everyday`.
    pub const fn name(self) -> &'static str {
        match self {
            Lens::Engineer => "engineer",
            Lens::Everyday => "everyday",
        }
    }

    /// The lens that goes by this name.
    pub fn from_name(name: &str) -> Option<Lens> {
        [Lens::Engineer, Lens::Everyday]
            .into_iter()
            .find(|lens| lens.name() == name)
    }
}
