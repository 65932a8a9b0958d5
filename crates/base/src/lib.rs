//! Words everyone uses: ids, log sequence numbers, simulated time, seeded chance and digests.
//!
//! Nothing here knows what a database is; everything here is the same on every machine. Positions and
//! spans have types of their own, whole numbers only, so that a run is the same natively and in a browser.

mod bytes;
mod chance;
mod digest;
mod few;
mod id_vec;
mod ids;
mod ledger;
mod lens;
mod lsn;
mod phrase;
mod time;
mod window;

pub use bytes::Bytes;
pub use chance::{Chance, Stream};
pub use digest::{Digest, Noted};
pub use few::sort_few;
pub use id_vec::{Id, IdVec};
pub use ids::{
    COPIES, ClientId, CopyId, EventId, GroupId, InstanceId, PageId, ReaderId, RegionId, RequestId,
    SLOTS, SegmentId, TxnId, ZONES, ZoneId,
};
pub use ledger::{Keep, Ledger};
pub use lens::Lens;
pub use lsn::Lsn;
pub use phrase::{Arg, Phrase};
pub use time::{SimSpan, SimTime};
pub use window::Window;
