//! What the memory begins with, and which of it the first view needs.
//!
//! Half of what stands in the memory at first (texts, tables) is of use to the rest alone. The linker says, in a map,
//! where each **object** begins and ends. The first part keeps the objects that its functions speak of, and what these
//! point at; the rest brings the others and puts them where they were.
//!
//! A function speaks of an object by its address, which is a constant or the offset of a load. Compilers also make
//! addresses a little before a table (`table[i - 1]`) or just past its end, so what lies there is counted too; and what
//! is not an anonymous constant (a static, a table made of a `match`) stays in any case. What stays without need weighs
//! a little; what were missing would be read as zeros.

use std::ops::Range;

use anyhow::{Result, bail, ensure};

use super::module::Data;

/// How far before a table an address may lie that means it.
const BEFORE: u32 = 64;
/// What is shorter stays: to move it would take as much as it weighs.
const SHORT: u32 = 16;
/// In the linker's map, what the names of anonymous constants begin with.
const ANONYMOUS: &str = ".rodata..Lanon.";

/// Something that has a place in memory from the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Object {
    places: Range<u32>,
    may_move: bool,
}

/// The objects that the linker's map names, in the order of their addresses.
///
/// # Errors
/// When the map names none, or has a form that is not known here.
pub fn objects(map: &str) -> Result<Vec<Object>> {
    let mut objects = Vec::new();
    for line in map.lines() {
        let Some((place, name)) = line.rsplit_once(":(") else {
            continue;
        };
        if !name.starts_with(".rodata") && !name.starts_with(".data") {
            continue;
        }
        // Address, place in the file, size: all in hexadecimal digits.
        let mut numbers = place
            .split_whitespace()
            .map(|it| u32::from_str_radix(it, 16));
        let (Some(Ok(address)), Some(Ok(_)), Some(Ok(size))) =
            (numbers.next(), numbers.next(), numbers.next())
        else {
            bail!("the linker's map has a line of a form that is not known: {line}");
        };
        objects.push(Object {
            places: address..address + size,
            may_move: name.starts_with(ANONYMOUS),
        });
    }
    objects.sort_by_key(|it| it.places.start);
    ensure!(!objects.is_empty(), "the linker's map names no objects");
    Ok(objects)
}

/// What the memory begins with in the first part, whose functions speak of these addresses, and what the rest adds.
///
/// # Errors
/// When the objects are not of this memory.
pub fn divided<'a>(
    data: &[Data<'a>],
    objects: &[Object],
    addresses: impl Iterator<Item = u32>,
) -> Result<(Vec<Data<'a>>, Vec<Data<'a>>)> {
    let all = ends_of(objects, |it| it.places.clone());
    let filled = ends_of(data, Data::places);
    ensure!(
        all.start == filled.start && filled.end <= all.end,
        "the linker's map is of another module: remove the folder target"
    );
    let mut search = Search {
        memory: Memory::new(data, all),
        objects,
        needed: vec![false; objects.len()],
        open: Vec::new(),
    };
    for (place, object) in objects.iter().enumerate() {
        if !object.may_move {
            search.need(place);
        }
    }
    for address in addresses {
        search.spoken_of(address);
    }
    search.follow();
    let moved = search.unneeded();
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for piece in data {
        let all = piece.places();
        let mut begins = all.start;
        for places in &moved {
            let (from, to) = (places.start.max(begins), places.end.min(all.end));
            if from < to {
                first.extend(piece.part(begins..from));
                rest.extend(piece.part(from..to));
                begins = to;
            }
        }
        first.extend(piece.part(begins..all.end));
    }
    Ok((first, rest))
}

fn ends_of<T>(all: &[T], places: impl Fn(&T) -> Range<u32>) -> Range<u32> {
    let begins = all.first().map_or(0, |it| places(it).start);
    let ends = all.last().map_or(0, |it| places(it).end);
    begins..ends
}

/// The memory as it is at first.
struct Memory {
    begins: u32,
    bytes: Vec<u8>,
}

impl Memory {
    fn new(data: &[Data], places: Range<u32>) -> Self {
        let mut bytes = vec![0; places.len()];
        for piece in data {
            let from = (piece.address - places.start) as usize;
            bytes[from..from + piece.bytes.len()].copy_from_slice(piece.bytes);
        }
        let begins = places.start;
        Self { begins, bytes }
    }

    fn of(&self, places: &Range<u32>) -> &[u8] {
        &self.bytes[(places.start - self.begins) as usize..(places.end - self.begins) as usize]
    }

    /// Text is read from its beginning, and points at nothing.
    fn is_text(&self, places: &Range<u32>) -> bool {
        let text = std::str::from_utf8(self.of(places));
        text.is_ok_and(|it| !it.contains(|letter: char| letter.is_control() && letter != '\n'))
    }
}

/// The search for what is needed: from what is spoken of to what that points at.
struct Search<'a> {
    memory: Memory,
    objects: &'a [Object],
    needed: Vec<bool>,
    /// Needed objects that have not been looked into yet.
    open: Vec<usize>,
}

impl Search<'_> {
    fn need(&mut self, place: usize) {
        if !self.needed[place] {
            self.needed[place] = true;
            self.open.push(place);
        }
    }

    /// A function has that address: something is there, ends there, or is a table that begins a little after it.
    fn spoken_of(&mut self, address: u32) {
        let from = self.objects.partition_point(|it| it.places.end < address);
        let objects = self.objects;
        for (place, object) in objects.iter().enumerate().skip(from) {
            let places = &object.places;
            if places.start > address.saturating_add(BEFORE) {
                break;
            }
            if places.start <= address || !self.memory.is_text(places) {
                self.need(place);
            }
        }
    }

    /// Something in memory may be a pointer at that address.
    fn pointed_at(&mut self, address: u32) {
        let place = self.objects.partition_point(|it| it.places.end <= address);
        let object = self.objects.get(place);
        if object.is_some_and(|it| it.places.contains(&address)) {
            self.need(place);
        }
    }

    /// Looks for addresses in what is needed, at every place where one can stand.
    fn follow(&mut self) {
        while let Some(place) = self.open.pop() {
            let places = self.objects[place].places.clone();
            let skipped = (places.start.next_multiple_of(4) - places.start) as usize;
            let aligned = self.memory.of(&places).get(skipped..).unwrap_or_default();
            let words: Vec<_> = aligned.as_chunks().0.to_vec();
            for word in words {
                self.pointed_at(u32::from_le_bytes(word));
            }
        }
    }

    /// Where the objects are that are not needed; neighbours taken together.
    fn unneeded(&self) -> Vec<Range<u32>> {
        let mut moved: Vec<Range<u32>> = Vec::new();
        let mut after_needed = true;
        for (object, needed) in self.objects.iter().zip(&self.needed) {
            match moved.last_mut() {
                _ if *needed => {}
                Some(last) if !after_needed => last.end = object.places.end,
                _ => moved.push(object.places.clone()),
            }
            after_needed = *needed;
        }
        moved.retain(|it| it.end - it.start >= SHORT);
        moved
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: &str = "    Addr      Off     Size Out     In      Symbol
  100000   21ea89       80 .rodata
  100000   21ea93       20         <internal>:(.rodata)
  100020   21eab3       14         /a b/web.o:(.rodata..Lanon.c6.2)
  100020   21eab3       14                 .Lanon.c6.2
  100034   21eac7        4         /a b/web.o:(.rodata..Lswitch.table.f)
     200      300       10         /a b/web.o:(f)";

    #[test]
    fn the_map_says_where_objects_are_and_which_may_move() {
        let object = |places, may_move| Object { places, may_move };
        assert_eq!(
            objects(MAP).unwrap(),
            [
                object(0x0010_0000..0x0010_0020, false),
                object(0x0010_0020..0x0010_0034, true),
                object(0x0010_0034..0x0010_0038, false),
            ]
        );
        assert!(objects("").is_err());
        assert!(objects("10 x y a.o:(.rodata.x)").is_err());
    }

    /// Three texts of 100 bytes, and a table that points at the second; only then something that may not move.
    fn memory() -> (Vec<u8>, Vec<Object>) {
        let mut bytes = b"read by itself. by the table... read by nobody. ".repeat(7);
        bytes.truncate(300);
        bytes.extend([1100_u32, 100].iter().flat_map(|it| it.to_le_bytes()));
        bytes.extend([1; 8]);
        let object = |(places, may_move)| Object { places, may_move };
        let objects = [
            (1000..1100, true),
            (1100..1200, true),
            (1200..1300, true),
            (1300..1308, true),
            (1308..1316, false),
        ];
        (bytes, objects.map(object).to_vec())
    }

    /// From where to where the first part's bytes go and those of the rest, by the addresses that the first part speaks of.
    fn cut(addresses: &[u32]) -> [Vec<(u32, u32)>; 2] {
        let (bytes, objects) = memory();
        let data = [Data {
            address: 1000,
            bytes: &bytes,
        }];
        let (first, rest) = divided(&data, &objects, addresses.iter().copied()).unwrap();
        [first, rest].map(|part| {
            let places = part.iter().map(Data::places);
            places.map(|it| (it.start, it.end)).collect()
        })
    }

    #[test]
    fn only_what_the_first_part_speaks_of_stays_and_what_may_not_move() {
        assert_eq!(
            cut(&[1000]),
            [vec![(1000, 1100), (1308, 1316)], vec![(1100, 1308)]]
        );
        assert_eq!(cut(&[]), [vec![(1308, 1316)], vec![(1000, 1308)]]);
    }

    #[test]
    fn what_a_table_points_at_stays_with_it() {
        assert_eq!(
            cut(&[1304]),
            [
                vec![(1100, 1200), (1300, 1316)],
                vec![(1000, 1100), (1200, 1300)]
            ]
        );
    }

    #[test]
    fn an_address_just_past_a_text_or_a_little_before_a_table_means_it_too() {
        let both = [vec![(1100, 1316)], vec![(1000, 1100)]];
        assert_eq!(cut(&[1300]), both);
        assert_eq!(cut(&[1292]), both);
    }

    #[test]
    fn a_map_of_another_module_is_refused() {
        let (bytes, objects) = memory();
        let data = [Data {
            address: 1004,
            bytes: &bytes,
        }];
        assert!(divided(&data, &objects, std::iter::empty()).is_err());
    }
}
