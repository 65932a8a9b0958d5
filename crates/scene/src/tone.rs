//! How something said or drawn is meant.

/// The mood of a phrase or mark. It chooses a colour and a shape, never a colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tone {
    /// Done, safe, complete.
    Good,
    /// On its way, not there yet.
    Waiting,
    /// Broken or cut off.
    Fault,
    /// Nothing to remark.
    #[default]
    Quiet,
    /// About reading.
    Read,
}
