//! The machines of the database, without clock, network or chance of their own.
//!
//! Follow a record from the writer to a page:
//!
//! 1. [`writer`] turns a client's write into mini-transactions and gives each record its LSN and back links
//!    ([`redo`]), puts it into the buffers of the six copies and sends them (`writer::boxcar`);
//! 2. a [`storage_node::Segment`] takes the batch in, makes it durable and answers with its SCL;
//! 3. `writer::points` turns six SCLs into PGCL, VCL and VDL with the arithmetic of [`quorum`], and
//!    `writer::commits` acknowledges what has become durable;
//! 4. a read asks one segment, which builds a [`page`] from its log.
//!
//! What the writer has made durable a [`replica`] shows, a little later, from the same storage.
//!
//! When the writer fails, [`failover`] chooses who writes next, and its [`endpoints`] lead there.
//!
//! How many readers there are is looked after by [`scaling`], and who takes over finds warm pages by
//! [`cache_management`].
//!
//! Who the copies of a group are, and how one is replaced while all of that goes on, is [`membership`].
//!
//! Every machine is driven in the same way: tell it something (`handle_…`), take what it wants done
//! (`poll_effect` until `None`), ask when it wants to be woken (`poll_wakeup`).

pub mod cache_management;
pub mod constants;
pub mod endpoints;
pub mod epoch;
pub mod failover;
pub mod instance;
pub mod membership;
pub mod object_store;
pub mod page;
pub mod protocol;
pub mod quorum;
pub mod recovery;
pub mod redo;
pub mod replica;
pub mod scaling;
pub mod storage_node;
pub mod writer;
pub mod wrong_rule;
