//! The names of things there are only in a global database.

use base::Id;
use serde::{Deserialize, Serialize};

/// A database of one or more Regions: the first is the global database the run begins with; a Region that is detached
/// becomes another.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct DatabaseId(pub u8);

impl Id for DatabaseId {
    fn from_index(index: usize) -> Self {
        DatabaseId(u8::try_from(index).expect("more databases than the id can name"))
    }
    fn index(self) -> usize {
        self.0.into()
    }
}
