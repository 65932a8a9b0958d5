//! Which pages still have room.

use base::{GroupId, PageId};
use litemap::LiteMap;

use crate::constants::{PAGE_BYTES, PAGES_PER_GROUP};
use crate::page;
use crate::protocol::Bytes;

/// Bytes a row takes besides its key and value `[choice]`.
const ROW_OVERHEAD: u32 = 8;

/// The rows of one page and the bytes they take.
#[derive(Clone, Debug, Default)]
struct Filled {
    rows: LiteMap<Bytes, u32>,
    bytes: u32,
}

/// The writer's map of free space.
#[derive(Clone, Debug, Default)]
pub struct Space {
    /// The pages of the groups that have been written to, by their place in the group.
    groups: LiteMap<GroupId, Vec<Filled>>,
}

impl Space {
    /// Gives a row its place on a page, in exchange for the row of the same key if there is one. Returns
    /// whether there is room; if not, nothing has changed.
    pub fn make_room(&mut self, page: PageId, key: &Bytes, value: &[u8]) -> bool {
        let empty = || vec![Filled::default(); PAGES_PER_GROUP as usize];
        let pages = self
            .groups
            .entry(page::group_of(page))
            .or_insert_with(empty);
        let filled = &mut pages[page::place_in_group(page)];
        let size = ROW_OVERHEAD + (key.len() + value.len()) as u32;
        match filled.rows.get_mut(key) {
            Some(held) if filled.bytes - *held + size <= PAGE_BYTES => {
                filled.bytes = filled.bytes - *held + size;
                *held = size;
                true
            }
            None if filled.bytes + size <= PAGE_BYTES => {
                filled.bytes += size;
                filled.rows.insert(key.clone(), size);
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_fills_up_and_a_row_can_be_exchanged() {
        let mut space = Space::default();
        let key = |n: u32| Bytes::from(n.to_le_bytes());
        let value = [0; 244];
        // 256 bytes a row, 64 rows a page of 16 KiB.
        for n in 0..64 {
            assert!(space.make_room(PageId(1), &key(n), &value));
        }
        assert!(!space.make_room(PageId(1), &key(64), &value));
        assert!(
            space.make_room(PageId(2), &key(64), &value),
            "another page has room"
        );
        assert!(
            space.make_room(PageId(1), &key(7), &value[..100]),
            "a shorter row in exchange"
        );
        assert!(space.make_room(PageId(1), &key(64), &value[..100]));
        assert!(!space.make_room(PageId(1), &key(7), &value));
    }
}
