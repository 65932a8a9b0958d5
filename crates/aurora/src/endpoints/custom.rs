//! Custom endpoints: names for some of the instances (I-8 to I-16).
//!
//! Each is made for a list of instances, or for all but a list of them (I-11); with the second kind a new instance joins by
//! itself, if its role fits. Of its members, those that answer take connections, each as likely as any other (I-10, I-13).
//! Who is connected stays so, whatever becomes of the list (I-14).
//!
//! What a change of roles does has changed over the years (I-16, DT-15), so it can be chosen.

use base::ReaderId;
use serde::{Deserialize, Serialize};

use super::Able;

/// Custom endpoints a cluster may have at once (I-8).
pub const CUSTOM_MAX: u8 = 5;
/// The longest name, in characters (I-8).
pub const NAME_MAX: u32 = 63;

/// A custom endpoint, by the order in which they were made; no number is given out twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EndpointId(pub u16);

/// Whom a custom endpoint is for (I-9).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Members that are readers.
    Reader,
    /// Members, be one of them the writer or not: what a console makes (I-12).
    #[default]
    Any,
}

/// Who its members are: one list or the other, not both (I-11).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Members {
    /// These.
    Only(Vec<ReaderId>),
    /// All but these: new ones join by themselves.
    Except(Vec<ReaderId>),
}

impl Members {
    /// Whether an instance is one of them.
    pub fn include(&self, reader: ReaderId) -> bool {
        match self {
            Members::Only(list) => list.contains(&reader),
            Members::Except(list) => !list.contains(&reader),
        }
    }

    /// The list as it was written down.
    pub fn list(&self) -> &[ReaderId] {
        let (Members::Only(list) | Members::Except(list)) = self;
        list
    }
}

/// What becomes of a member of a READER endpoint that is promoted (I-16, DT-15).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RoleChange {
    /// It leaves, as long as it is the writer: the text of 2025.
    #[default]
    #[serde(rename = "2025")]
    Leaves,
    /// The list stays as it is: what the text of 2023 says of endpoints that a program has made.
    #[serde(rename = "2023")]
    Stays,
}

/// One custom endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Custom {
    /// Its name.
    pub name: String,
    /// Whom it is for.
    pub kind: Kind,
    /// Its members.
    pub members: Members,
    /// Whether it was deleted.
    pub deleted: bool,
}

/// Why a custom endpoint cannot be as it is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndpointProblem {
    /// There are as many as there may be (I-8).
    TooMany,
    /// A name begins with a letter, and is made of letters, digits and single hyphens, none of them at its end.
    BadName,
    /// The name is longer than [`NAME_MAX`] (I-8).
    NameTooLong {
        /// How many characters it has.
        characters: u32,
    },
    /// Another endpoint has this name.
    NameTaken,
    /// It has both lists (I-11).
    BothLists,
    /// The cluster has no such instance.
    NoSuchInstance(ReaderId),
    /// There is no endpoint of that name.
    NoSuchEndpoint,
    /// Only a cluster that looks after its writer has endpoints.
    NoCluster,
}

/// All custom endpoints of a cluster.
#[derive(Clone, Debug, Default)]
pub struct CustomEndpoints {
    all: Vec<Custom>,
    role_change: RoleChange,
}

impl CustomEndpoints {
    /// None yet; a change of roles does this.
    pub fn under(role_change: RoleChange) -> CustomEndpoints {
        CustomEndpoints {
            all: Vec::new(),
            role_change,
        }
    }

    /// Makes another.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub fn create(
        &mut self,
        name: &str,
        kind: Kind,
        members: Members,
    ) -> Result<EndpointId, EndpointProblem> {
        check_name(name)?;
        if self.find(name).is_ok() {
            return Err(EndpointProblem::NameTaken);
        }
        if self.iter().count() >= usize::from(CUSTOM_MAX) {
            return Err(EndpointProblem::TooMany);
        }
        self.all.push(Custom {
            name: name.to_owned(),
            kind,
            members,
            deleted: false,
        });
        Ok(EndpointId(self.all.len() as u16 - 1))
    }

    /// The endpoint of a name.
    ///
    /// # Errors
    /// There is none.
    pub fn find(&self, name: &str) -> Result<EndpointId, EndpointProblem> {
        let mut all = self.iter();
        let found = all.find(|(_, custom)| custom.name == name);
        found
            .map(|(id, _)| id)
            .ok_or(EndpointProblem::NoSuchEndpoint)
    }

    /// Gives one another list of members, and another kind if one is named.
    pub fn edit(&mut self, id: EndpointId, kind: Option<Kind>, members: Members) {
        let custom = &mut self.all[usize::from(id.0)];
        custom.kind = kind.unwrap_or(custom.kind);
        custom.members = members;
    }

    /// Deletes one; who is connected stays so.
    pub fn delete(&mut self, id: EndpointId) {
        self.all[usize::from(id.0)].deleted = true;
    }

    /// One of them, be it deleted.
    pub fn get(&self, id: EndpointId) -> Option<&Custom> {
        self.all.get(usize::from(id.0))
    }

    /// Those there are, in the order they were made.
    pub fn iter(&self) -> impl Iterator<Item = (EndpointId, &Custom)> {
        let all = (0..).map(EndpointId).zip(&self.all);
        all.filter(|(_, custom)| !custom.deleted)
    }

    /// Whether an instance belongs to one in its role, whether it answers or not.
    pub fn includes(&self, id: EndpointId, reader: ReaderId, writes: bool) -> bool {
        self.get(id).is_some_and(|custom| {
            let fits = !writes || custom.kind == Kind::Any || self.role_change == RoleChange::Stays;
            !custom.deleted && fits && custom.members.include(reader)
        })
    }

    /// The members of one that take connections, the writer last.
    pub fn able(&self, id: EndpointId, able: Able<'_>) -> Vec<ReaderId> {
        let readers = able.readers.iter().copied();
        let readers = readers.filter(|reader| self.includes(id, *reader, false));
        let writer = Some(able.writer).filter(|_| able.writer_answers);
        let writer = writer.filter(|writer| self.includes(id, *writer, true));
        readers.chain(writer).collect()
    }
}

fn check_name(name: &str) -> Result<(), EndpointProblem> {
    let characters = name.chars().count() as u32;
    if characters > NAME_MAX {
        return Err(EndpointProblem::NameTooLong { characters });
    }
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic());
    if !begins || name.ends_with('-') || name.contains("--") || !name.chars().all(allowed) {
        return Err(EndpointProblem::BadName);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITER: ReaderId = ReaderId(4);

    fn readers(numbers: &[u32]) -> Vec<ReaderId> {
        numbers.iter().copied().map(ReaderId).collect()
    }

    fn able(endpoints: &CustomEndpoints, id: EndpointId, there: &[u32]) -> Vec<u32> {
        let able = Able {
            writer: WRITER,
            writer_answers: true,
            readers: &readers(there),
        };
        endpoints.able(id, able).iter().map(|it| it.0).collect()
    }

    #[test]
    fn i_11_with_an_exclusion_list_a_new_instance_joins_by_itself() {
        let mut all = CustomEndpoints::default();
        let except = Members::Except(readers(&[0]));
        let except = all.create("reports", Kind::Reader, except).unwrap();
        let only = Members::Only(readers(&[1, 2]));
        let only = all.create("few", Kind::Reader, only).unwrap();
        for there in [&[0, 1, 2][..], &[0, 1, 2, 3]] {
            assert_eq!(able(&all, except, there), &there[1..]);
            assert_eq!(able(&all, only, there), [1, 2]);
        }
        assert_eq!(able(&all, only, &[0, 2]), [2], "I-13: one is broken");
    }

    #[test]
    fn i_16_who_is_promoted_leaves_a_reader_endpoint_or_stays_by_the_date() {
        for (role_change, stays) in [(RoleChange::Leaves, false), (RoleChange::Stays, true)] {
            let mut all = CustomEndpoints::under(role_change);
            let list = || Members::Only(vec![ReaderId(0), WRITER]);
            let reader = all.create("r", Kind::Reader, list()).unwrap();
            let any = all.create("a", Kind::Any, list()).unwrap();
            assert_eq!(able(&all, any, &[0]), [0, 4], "I-10");
            assert_eq!(able(&all, reader, &[0]).contains(&4), stays);
        }
    }

    #[test]
    fn i_8_five_with_names_of_63_characters() {
        let mut all = CustomEndpoints::default();
        let mut make = |name: &str| all.create(name, Kind::Any, Members::Except(Vec::new()));
        let long = "a".repeat(63);
        for name in ["a", "b", "c-1", "D", &long] {
            make(name).unwrap();
        }
        assert_eq!(make("a"), Err(EndpointProblem::NameTaken));
        assert_eq!(make("f"), Err(EndpointProblem::TooMany));
        for bad in ["", "1a", "a-", "a--b", "a b", "é"] {
            assert_eq!(make(bad), Err(EndpointProblem::BadName), "{bad}");
        }
        let too_long = make(&"a".repeat(64));
        let characters = 64;
        assert_eq!(too_long, Err(EndpointProblem::NameTooLong { characters }));
        let first = all.find("a").unwrap();
        all.delete(first);
        assert_eq!(all.find("a"), Err(EndpointProblem::NoSuchEndpoint));
        all.create("a", Kind::Any, Members::Except(Vec::new()))
            .expect("there is room again");
    }
}
