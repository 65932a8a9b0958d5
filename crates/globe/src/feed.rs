//! The redo of a global database, as it is sent to secondary Regions.
//!
//! What goes out is the primary's log up to its VDL, never more: so nothing a secondary has can be taken back by a
//! recovery in the primary. It is cut into parcels, each of which ends at a consistency point. Where the primary's volume was
//! recovered there is a mark, so that secondaries declare the same range of LSNs void. The feed keeps all of it from the
//! first record on: a secondary that is added or rebuilt gets its volume by it `[choice]`.

use std::sync::Arc;

use base::{Keep, Ledger, Lsn, SimTime};
use world::{Parcel, Range};

/// One thing that is sent.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub what: What,
    /// When its oldest and its newest record were durable in the primary.
    pub first_at: SimTime,
    pub at: SimTime,
}

#[derive(Clone, Debug)]
pub(crate) enum What {
    Redo(Arc<Parcel>),
    /// A range is void from here on.
    Void(Range),
}

impl Item {
    /// Where the log stands behind it.
    pub fn upto(&self) -> Lsn {
        match &self.what {
            What::Redo(parcel) => parcel.upto(),
            What::Void(range) => range.until,
        }
    }

    /// How many bytes it takes on the way.
    pub fn weight(&self) -> u64 {
        match &self.what {
            What::Redo(parcel) => parcel.weight(),
            What::Void(_) => 64,
        }
    }
}

/// All that is to be sent, in order.
#[derive(Clone, Debug)]
pub(crate) struct Feed {
    items: Ledger<Item>,
    upto: Lsn,
}

impl Feed {
    pub fn new() -> Feed {
        Feed {
            items: Ledger::new(Keep::All),
            upto: Lsn::ZERO,
        }
    }

    /// Where the log stands behind the newest item.
    pub fn upto(&self) -> Lsn {
        self.upto
    }

    /// How many items there are.
    pub fn len(&self) -> u64 {
        self.items.next_number()
    }

    pub fn get(&self, number: u64) -> Option<&Item> {
        self.items.get(number)
    }

    pub fn push(&mut self, item: Item) -> u64 {
        self.upto = item.upto();
        self.items.push(item)
    }

    /// Where the log stands before an item.
    pub fn before(&self, number: u64) -> Lsn {
        let before = number.checked_sub(1).and_then(|number| self.get(number));
        before.map_or(Lsn::ZERO, Item::upto)
    }

    /// The same as far as a recovery elsewhere has found it: up to the range, and the range.
    pub fn cut(&self, range: Range, at: SimTime) -> Feed {
        let mut cut = self.clone();
        let mut number = self.len();
        while number > 0 && self.before(number) > range.above {
            number -= 1;
        }
        let rest = self.get(number).cloned();
        cut.items.truncate(number);
        cut.upto = self.before(number);
        if let Some(Item {
            what: What::Redo(parcel),
            first_at,
            at,
        }) = rest
            && cut.upto < range.above
        {
            let what = What::Redo(Arc::new(parcel.cut(range.above)));
            cut.push(Item { what, first_at, at });
        }
        assert_eq!(cut.upto, range.above, "who goes on has had it from here");
        cut.push(Item {
            what: What::Void(range),
            first_at: at,
            at,
        });
        cut
    }
}
