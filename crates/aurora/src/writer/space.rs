//! Which pages still have room.

use base::{GroupId, PageId};
use litemap::LiteMap;

use crate::constants::PAGES_PER_GROUP;
use crate::page::{self, Page};
use crate::protocol::Bytes;

/// Bytes a row takes besides its key and value `[choice]`.
const ROW_OVERHEAD: u32 = 8;

/// New rows leave one part in so many of a page free where they can go elsewhere `[choice]`.
const SPARE_PART: u32 = 4;

/// The rows of one page and the bytes they take.
///
/// They are looked up with every write, so they stand in the order of their keys' hashes: one number is compared where
/// keys would have to be, and it is worked out about where a row must be.
#[derive(Clone, Debug, Default)]
struct Filled {
    rows: Vec<Row>,
    bytes: u32,
}

#[derive(Clone, Debug)]
struct Row {
    hash: u64,
    key: Bytes,
    /// The bytes it takes.
    size: u32,
}

impl Filled {
    /// Where a row stands, or would have to.
    fn find(&self, hash: u64, key: &Bytes) -> Result<usize, usize> {
        let first = self.first_from(hash);
        let rest = &self.rows[first..];
        let alike = rest.iter().take_while(|row| row.hash == hash);
        let places = first..first + alike.count();
        places
            .clone()
            .find(|place| self.rows[*place].key == *key)
            .ok_or(places.end)
    }

    /// The place of the first row whose hash is not below this one.
    ///
    /// Hashes lie evenly between nothing and the highest number, so it is near where it would be if they lay quite evenly:
    /// mostly in a piece of memory that need only be fetched once.
    fn first_from(&self, hash: u64) -> usize {
        let rows = self.rows.len();
        let mut place = ((u128::from(hash) * rows as u128) >> u64::BITS) as usize;
        while place < rows && self.rows[place].hash < hash {
            place += 1;
        }
        while place > 0 && self.rows[place - 1].hash >= hash {
            place -= 1;
        }
        place
    }

    fn holds(&self, key: &Bytes) -> bool {
        self.find(page::hash_of_key(key), key).is_ok()
    }
}

/// The writer's map of free space.
#[derive(Clone, Debug)]
pub struct Space {
    page_bytes: u32,
    /// Pages of which nothing is known yet must be read before they are written to.
    cold: bool,
    /// The pages of each group, by their place in it; none of a group that has not been written to.
    groups: Vec<Vec<Filled>>,
    /// The pages that have been read since the start.
    read: LiteMap<PageId, ()>,
    /// Groups from this one on were added since the start.
    own_from: GroupId,
}

impl Space {
    /// Nothing is written yet, on pages of so many bytes.
    pub fn new(page_bytes: u32) -> Space {
        Space {
            page_bytes,
            cold: false,
            groups: Vec::new(),
            read: LiteMap::new(),
            own_from: GroupId(u32::MAX),
        }
    }

    /// What it keeps of a group nothing was ever written to, in bytes of memory.
    pub(super) const fn bytes_per_idle_group() -> usize {
        size_of::<Vec<Filled>>()
    }

    /// Whether a row fits on a page that holds nothing else.
    pub fn fits(&self, key: &Bytes, value: &[u8]) -> bool {
        size(key, value) <= self.page_bytes
    }

    /// Whether a row of this key stands on the page.
    pub fn holds(&self, page: PageId, key: &Bytes) -> bool {
        let pages = self.groups.get(page::group_of(page).0 as usize);
        let filled = pages.and_then(|pages| pages.get(page::place_in_group(page)));
        filled.is_some_and(|filled| filled.holds(key))
    }

    /// The map of a writer that has just started on a volume with pages.
    pub fn cold(page_bytes: u32) -> Space {
        Space {
            cold: true,
            ..Space::new(page_bytes)
        }
    }

    /// Whether it is known what stands on a page.
    pub fn knows(&self, page: PageId) -> bool {
        !self.cold || page::group_of(page) >= self.own_from || self.read.contains_key(&page)
    }

    /// A group was added: nothing stands on its pages.
    pub fn add_group(&mut self, group: GroupId) {
        self.own_from = self.own_from.min(group);
    }

    /// Takes over what stands on a page that was read.
    pub fn learn(&mut self, page: &Page) {
        self.read.insert(page.id(), ());
        for (key, value) in page.all_rows() {
            self.make_room(page.id(), &key.into(), value);
        }
    }

    /// Gives a row its place on a page, in exchange for the row of the same key if there is one. Returns
    /// whether there is room; if not, nothing has changed.
    pub fn make_room(&mut self, page: PageId, key: &Bytes, value: &[u8]) -> bool {
        self.make_room_sparing(page, key, value, 0)
    }

    /// As [`Space::make_room`], but a new row must leave a part of the page to those that are there and become
    /// longer.
    pub fn make_room_for_new(&mut self, page: PageId, key: &Bytes, value: &[u8]) -> bool {
        self.make_room_sparing(page, key, value, self.page_bytes / SPARE_PART)
    }

    fn make_room_sparing(&mut self, page: PageId, key: &Bytes, value: &[u8], spare: u32) -> bool {
        let group = page::group_of(page).0 as usize;
        if group >= self.groups.len() {
            self.groups.resize(group + 1, Vec::new());
        }
        let pages = &mut self.groups[group];
        if pages.is_empty() {
            pages.resize(PAGES_PER_GROUP as usize, Filled::default());
        }
        let filled = &mut pages[page::place_in_group(page)];
        let size = size(key, value);
        let hash = page::hash_of_key(key);
        match filled.find(hash, key) {
            Ok(place) => {
                let held = &mut filled.rows[place].size;
                let bytes = filled.bytes - *held + size;
                let fits = bytes <= self.page_bytes;
                if fits {
                    (filled.bytes, *held) = (bytes, size);
                }
                fits
            }
            Err(place) => {
                let fits = filled.bytes + size + spare <= self.page_bytes;
                if fits {
                    filled.bytes += size;
                    let key = key.clone();
                    filled.rows.insert(place, Row { hash, key, size });
                }
                fits
            }
        }
    }
}

/// The bytes a row takes.
fn size(key: &[u8], value: &[u8]) -> u32 {
    ROW_OVERHEAD + (key.len() + value.len()) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_fills_up_and_a_row_can_be_exchanged() {
        let mut space = Space::new(crate::constants::PAGE_BYTES);
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
