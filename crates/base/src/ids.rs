//! The names of things: zones, copies, protection groups, segments, pages, clients, requests, events.

use std::fmt;
use std::num::NonZeroU32;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id_vec::Id;

/// Copies of every protection group (P-1, Q-2).
pub const COPIES: u8 = 6;
/// Letters a group has for its copies: six members, and two newcomers while members change (M-5, M-8).
pub const SLOTS: u8 = 8;
/// Availability Zones the copies are spread over (P-2, Q-3).
pub const ZONES: u8 = 3;

/// An id that goes by one of a few names.
macro_rules! named_id {
    ($(#[$doc:meta])* $name:ident($inner:ty) as $names:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $inner);

        impl $name {
            /// The names, in order.
            pub const NAMES: &'static [&'static str] = &$names;
        }

        impl Id for $name {
            fn from_index(index: usize) -> Self {
                $name(<$inner>::try_from(index).expect("more things than the id can name"))
            }
            #[inline]
            fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(Self::NAMES[self.index()])
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "enum": $names })
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                let place = Self::NAMES.iter().position(|known| *known == name);
                place
                    .map(Self::from_index)
                    .ok_or_else(|| D::Error::unknown_variant(&name, Self::NAMES))
            }
        }
    };
}

macro_rules! plain_id {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl Id for $name {
            fn from_index(index: usize) -> Self {
                $name(<$inner>::try_from(index).expect("more things than the id can name"))
            }
            #[inline]
            fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

named_id! {
    /// An Availability Zone: 0 is zone a. Written by its letter.
    ZoneId(u8) as ["a", "b", "c"]
}
named_id! {
    /// A copy of a protection group: 0 is copy A. Of the six a group begins with, two follow each other in a zone
    /// a member that is replaced makes room for one with a letter that is free (M-5). Written by its letter.
    CopyId(u8) as ["A", "B", "C", "D", "E", "F", "G", "H"]
}

named_id! {
    /// A Region of the world, by the name it goes by.
    RegionId(u8) as [
        "us-east-1", "us-west-2", "ca-central-1", "sa-east-1", "eu-west-1", "eu-central-1", "af-south-1", "ap-south-1",
        "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "ap-northeast-2",
    ]
}

/// A protection group: six copies of one slice of the volume. Shown and written from 1 on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupId(pub u32);

impl Id for GroupId {
    fn from_index(index: usize) -> Self {
        GroupId(u32::try_from(index).expect("more groups than the id can name"))
    }
    #[inline]
    fn index(self) -> usize {
        self.0 as usize
    }
}

impl Serialize for GroupId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.number())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for GroupId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "GroupId".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 1 })
    }
}

impl<'de> Deserialize<'de> for GroupId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        NonZeroU32::deserialize(deserializer).map(|number| GroupId(number.get() - 1))
    }
}

/// A reader of the volume (RP-1). Shown and written from 1 on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReaderId(pub u32);

impl Id for ReaderId {
    fn from_index(index: usize) -> Self {
        ReaderId(u32::try_from(index).expect("more readers than the id can name"))
    }
    #[inline]
    fn index(self) -> usize {
        self.0 as usize
    }
}

impl ReaderId {
    /// The number people see, counted from 1.
    pub const fn number(self) -> u32 {
        self.0 + 1
    }
}

impl Serialize for ReaderId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.number())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ReaderId {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ReaderId".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 1, "maximum": 16 })
    }
}

impl<'de> Deserialize<'de> for ReaderId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        std::num::NonZeroU8::deserialize(deserializer)
            .map(|number| ReaderId(u32::from(number.get()) - 1))
    }
}

plain_id! {
    /// A page of the volume. The protection group that owns it follows from its number.
    PageId(u32)
}
plain_id! {
    /// A database instance, in the order they came up.
    InstanceId(u32)
}
plain_id! {
    /// A client of the database.
    ClientId(u32)
}
plain_id! {
    /// One question a client has put: a write or a read.
    RequestId(u64)
}
plain_id! {
    /// A transaction of the writer.
    TxnId(u64)
}
plain_id! {
    /// The place of an event in the journal, counted from 0.
    EventId(u64)
}

impl InstanceId {
    /// The instance a cluster begins with.
    pub const FIRST: InstanceId = InstanceId(0);

    /// The number people see, counted from 1.
    pub const fn number(self) -> u32 {
        self.0 + 1
    }
}

impl ZoneId {
    /// Every zone, in order.
    pub fn all() -> impl DoubleEndedIterator<Item = ZoneId> + Clone {
        (0..ZONES).map(ZoneId)
    }

    /// The letter a zone goes by: `a`, `b` or `c`.
    pub const fn letter(self) -> char {
        (b'a' + self.0) as char
    }

    /// The two copies that live in this zone.
    pub fn copies(self) -> impl DoubleEndedIterator<Item = CopyId> + Clone {
        let per_zone = COPIES / ZONES;
        (self.0 * per_zone..(self.0 + 1) * per_zone).map(CopyId)
    }
}

impl CopyId {
    /// The six copies a group begins with, in order.
    pub fn all() -> impl DoubleEndedIterator<Item = CopyId> + Clone {
        (0..COPIES).map(CopyId)
    }

    /// Every copy a group may have in the midst of a change of its members, in order.
    pub fn slots() -> impl DoubleEndedIterator<Item = CopyId> + Clone {
        (0..SLOTS).map(CopyId)
    }

    /// The letter a copy goes by: `A` … `H`.
    pub const fn letter(self) -> char {
        (b'A' + self.0) as char
    }

    /// Its place among the letters, as a number to count with.
    pub const fn index_u16(self) -> u16 {
        self.0 as u16
    }

    /// The zone in which a group that never changed its members has this copy, one of the six (P-2, Q-3).
    pub const fn zone(self) -> ZoneId {
        debug_assert!(
            self.0 < COPIES,
            "where a newcomer lives is said by its group's membership"
        );
        ZoneId(self.0 / (COPIES / ZONES))
    }
}

impl GroupId {
    /// The number people see, counted from 1.
    pub const fn number(self) -> u32 {
        self.0 + 1
    }
}

impl fmt::Display for ZoneId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.letter().fmt(f)
    }
}

impl fmt::Display for CopyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.letter().fmt(f)
    }
}

/// One copy of one protection group, the unit of failure and repair.
///
/// Packed into one number, so that an address of a message stays small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SegmentId(u32);

impl SegmentId {
    /// Bits of the packed number that say which copy it is; the group stands above them.
    const COPY_BITS: u32 = 3;

    /// The segment that is copy `copy` of group `group`.
    pub const fn new(group: GroupId, copy: CopyId) -> SegmentId {
        SegmentId(group.0 << Self::COPY_BITS | copy.0 as u32)
    }

    /// The protection group it belongs to.
    pub const fn group(self) -> GroupId {
        GroupId(self.0 >> Self::COPY_BITS)
    }

    /// Which of the six copies it is.
    pub const fn copy(self) -> CopyId {
        CopyId((self.0 & ((1 << Self::COPY_BITS) - 1)) as u8)
    }

    /// Group and copy in one number.
    pub const fn packed(self) -> u32 {
        self.0
    }

    /// The five other copies of the same group.
    pub fn peers(self) -> impl Iterator<Item = SegmentId> + Clone {
        CopyId::all()
            .filter(move |copy| *copy != self.copy())
            .map(move |copy| SegmentId::new(self.group(), copy))
    }
}

impl Id for SegmentId {
    fn from_index(index: usize) -> Self {
        let copies = COPIES as usize;
        let copy = CopyId::from_index(index % copies);
        SegmentId::new(GroupId::from_index(index / copies), copy)
    }
    #[inline]
    fn index(self) -> usize {
        self.group().index() * COPIES as usize + self.copy().index()
    }
}

impl Serialize for SegmentId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for SegmentId {
    /// The copy's letter and the group's number, such as `F2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.copy(), self.group().number())
    }
}
