//! What must be seen in a run.
//!
//! An expectation is a [`Claim`] and [`When`] it must hold: `{ "at": "10ms", "that": { … } }`.
//!
//! | when | a claim about the **state** holds | a claim about **events** counts those |
//! |---|---|---|
//! | `"at": t` | after everything due up to and including `t` | at exactly `t` |
//! | `"within": [a, b]` | at some moment from `a` to `b` | from `a` to `b` |
//! | `"throughout": [a, b]` | at every moment from `a` to `b` | (makes no sense, refused) |
//! | `"before": t` | at some moment up to `t` | up to `t` |
//! | `"after": t` | at some moment from `t` to the end | from `t` to the end |
//!
//! Both ends of a span belong to it. The moments at which a state is looked at are the beginning of the span
//! (after everything due up to then) and every step of the run within the span: between two steps nothing
//! changes.

use base::{CopyId, GroupId, Phrase, SimTime, ZoneId};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::events::{EventName, MessageName};
use super::invariant::InvariantName;
use super::time::TimeText;

/// Something that must be seen in a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    try_from = "Written<C>",
    into = "Written<C>",
    bound(
        serialize = "C: Clone + Serialize",
        deserialize = "C: Deserialize<'de>"
    )
)]
pub struct Expectation<C = Claim> {
    /// When.
    pub when: When,
    /// What.
    pub that: C,
}

/// When a claim must hold; the table above says what each means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// At a moment.
    At(SimTime),
    /// At some moment of a span.
    Within(SimTime, SimTime),
    /// At every moment of a span.
    Throughout(SimTime, SimTime),
    /// At some moment up to this one.
    Before(SimTime),
    /// At some moment from this one on.
    After(SimTime),
}

impl When {
    /// The span it speaks of in a run that ends at `until`.
    pub fn span(self, until: SimTime) -> (SimTime, SimTime) {
        match self {
            When::At(at) => (at, at),
            When::Within(from, to) | When::Throughout(from, to) => (from, to),
            When::Before(to) => (SimTime::ZERO, to),
            When::After(from) => (from, until),
        }
    }

    /// When, in words; `at` is when it was seen that a claim does not hold throughout.
    pub(crate) fn phrase(self, at: SimTime) -> Phrase {
        match self {
            When::At(at) => Phrase::new("when-at").with("at", at),
            When::Within(from, to) => Phrase::new("when-within").with("from", from).with("to", to),
            When::Before(to) => Phrase::new("when-before").with("to", to),
            When::After(from) => Phrase::new("when-after").with("from", from),
            When::Throughout(from, to) => Phrase::new("when-throughout")
                .with("from", from)
                .with("to", to)
                .with("at", at),
        }
    }

    /// The field that says so in a file.
    pub(crate) fn field(self) -> &'static str {
        match self {
            When::At(_) => "at",
            When::Within(..) => "within",
            When::Throughout(..) => "throughout",
            When::Before(_) => "before",
            When::After(_) => "after",
        }
    }
}

/// What is claimed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Claim {
    /// How many commits stand where. At least one of the fields is given.
    Commits(Commits),
    /// How far a group is durable (L-6).
    Pgcl {
        /// The group.
        group: GroupId,
        /// Where it stands.
        is: Compare<Level>,
    },
    /// How far the volume is complete (L-7).
    Vcl(Compare<Level>),
    /// How far the volume is durable (L-11).
    Vdl(Compare<Level>),
    /// The highest LSN handed out.
    Allocated(Compare<Level>),
    /// How far one copy of one group is complete (L-4), as the copy itself knows it.
    Scl {
        /// The copy.
        copy: CopyId,
        /// The group.
        group: GroupId,
        /// Where it stands.
        is: Compare<Level>,
    },
    /// What a group can do, seen from outside: by which of its copies run and can be reached.
    Ability {
        /// The group.
        group: GroupId,
        /// What it can do.
        is: Ability,
    },
    /// How a copy is.
    Copy {
        /// The copy.
        copy: CopyId,
        /// Of this group only; without it, of every group.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<GroupId>,
        /// How it is.
        is: CopyState,
    },
    /// How a zone is.
    Zone {
        /// The zone.
        zone: ZoneId,
        /// How it is.
        is: ZoneState,
    },
    /// What a row holds at the VDL.
    Row {
        /// The row's key.
        key: String,
        /// Its value; null if there must be no such row.
        #[serde(deserialize_with = "Option::deserialize")]
        #[cfg_attr(feature = "schema", schemars(schema_with = "text_or_null"))]
        value: Option<String>,
    },
    /// How often something that must hold has been seen violated up to now; for scenarios under a rule that is wrong
    /// on purpose.
    Violation {
        /// What: the ID of an invariant or of another fact.
        invariant: InvariantName,
        /// How often; without it, at least once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<Compare<u64>>,
    },
    /// How many events of a kind happen.
    Event(EventClaim),
}

/// The row's value must be written down even where there is none.
#[cfg(feature = "schema")]
pub(crate) fn text_or_null(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "type": ["string", "null"] })
}

/// How many commits stand where; what is left out does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Commits {
    /// Acknowledged so far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acknowledged: Option<Compare<u64>>,
    /// Written, and waiting for the commit record to become durable (W-7).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<Compare<u64>>,
    /// Held back before they were written, because the log may not run further ahead (L-15).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<Compare<u64>>,
    /// Acknowledged, and yet not to be read back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lost: Option<Compare<u64>>,
}

/// Which events are meant, and how many. What is left out does not matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EventClaim {
    /// Its name.
    pub name: EventName,
    /// The zone it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<ZoneId>,
    /// The copy it is about; of a message, its sender or receiver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<CopyId>,
    /// The group it is about; of a message, its sender's or receiver's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// The kind of message; only with `sent`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageName>,
    /// How many; without it, at least one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<Compare<u64>>,
}

/// A comparison with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename = "Compare_{T}")
)]
#[serde(rename_all = "snake_case")]
pub enum Compare<T> {
    /// Equal.
    Exactly(T),
    /// Equal or greater.
    AtLeast(T),
    /// Equal or smaller.
    AtMost(T),
    /// Greater.
    Above(T),
    /// Smaller.
    Below(T),
}

impl<T> Compare<T> {
    /// What is compared with.
    pub fn with(&self) -> &T {
        match self {
            Compare::Exactly(with)
            | Compare::AtLeast(with)
            | Compare::AtMost(with)
            | Compare::Above(with)
            | Compare::Below(with) => with,
        }
    }

    /// Whether `found` passes, once it is known what number `with` stands for.
    pub fn holds(&self, found: u64, with: u64) -> bool {
        match self {
            Compare::Exactly(_) => found == with,
            Compare::AtLeast(_) => found >= with,
            Compare::AtMost(_) => found <= with,
            Compare::Above(_) => found > with,
            Compare::Below(_) => found < with,
        }
    }
}

/// A place in the log: a number, or wherever one of the points stands at that moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Level {
    /// This LSN.
    Lsn(u64),
    /// Where this point stands.
    Point(Point),
}

/// A point that moves along the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Point {
    /// The volume complete LSN (L-7).
    Vcl,
    /// The volume durable LSN (L-11).
    Vdl,
    /// The highest LSN handed out.
    Allocated,
    /// The protection group complete LSN (L-6).
    Pgcl {
        /// The group.
        group: GroupId,
    },
    /// The segment complete LSN (L-4).
    Scl {
        /// The copy.
        copy: CopyId,
        /// The group.
        group: GroupId,
    },
    /// The newest record of a group.
    Newest {
        /// The group.
        group: GroupId,
    },
}

impl Point {
    /// The group it belongs to, if it does not belong to the whole volume.
    pub fn group(self) -> Option<GroupId> {
        match self {
            Point::Pgcl { group } | Point::Scl { group, .. } | Point::Newest { group } => {
                Some(group)
            }
            Point::Vcl | Point::Vdl | Point::Allocated => None,
        }
    }
}

impl<'de> Deserialize<'de> for Level {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::value::{MapAccessDeserializer, StrDeserializer};

        /// A number stands for itself; anything else must be the name of a point. (The derived reader of an
        /// untagged enum would try both and could then say of neither what was wrong.)
        struct Visitor;

        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Level;

            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str(LEVEL)
            }
            fn visit_u64<E: Error>(self, lsn: u64) -> Result<Level, E> {
                Ok(Level::Lsn(lsn))
            }
            fn visit_str<E: Error>(self, name: &str) -> Result<Level, E> {
                Point::deserialize(StrDeserializer::new(name)).map(Level::Point)
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Level, A::Error> {
                Point::deserialize(MapAccessDeserializer::new(map)).map(Level::Point)
            }
        }

        deserializer.deserialize_any(Visitor)
    }
}

/// What a [`Level`] is called when something else stands in its place: the name of a message.
pub const LEVEL: &str = "kind-level";

/// What a group can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ability {
    /// Both quorums are possible.
    ReadWrite,
    /// Only the read quorum is left.
    ReadOnly,
    /// Neither quorum is possible.
    Unavailable,
}

impl From<world::Ability> for Ability {
    fn from(ability: world::Ability) -> Ability {
        match ability {
            world::Ability::ReadWrite => Ability::ReadWrite,
            world::Ability::ReadOnly => Ability::ReadOnly,
            world::Ability::Unavailable => Ability::Unavailable,
        }
    }
}

/// How a copy is. A stopped copy may be cut off besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CopyState {
    /// It runs, and neither it nor its zone is cut off.
    Up,
    /// It is stopped.
    Stopped,
    /// It, or its zone, is cut off.
    Cut,
}

/// How a zone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ZoneState {
    /// It can be reached.
    Open,
    /// It is cut off.
    Cut,
}

/// An expectation that says not once, or more than once, when. The name of the message that says so.
pub const ONE_WHEN: &str = "problem-one-when";

/// An expectation as it stands in a file: exactly one of the five says when.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Written<C> {
    /// After everything due up to and including this moment; of events: at exactly this moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<TimeText>,
    /// At some moment of this span, both ends included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    within: Option<(TimeText, TimeText)>,
    /// At every moment of this span, both ends included. Not for events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    throughout: Option<(TimeText, TimeText)>,
    /// At some moment up to this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    before: Option<TimeText>,
    /// At some moment from this one on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<TimeText>,
    /// What is claimed.
    that: C,
}

impl<C> TryFrom<Written<C>> for Expectation<C> {
    type Error = &'static str;

    fn try_from(written: Written<C>) -> Result<Expectation<C>, &'static str> {
        let Written {
            at,
            within,
            throughout,
            before,
            after,
            that,
        } = written;
        let all = [
            at.map(|at| When::At(at.0)),
            within.map(|(from, to)| When::Within(from.0, to.0)),
            throughout.map(|(from, to)| When::Throughout(from.0, to.0)),
            before.map(|to| When::Before(to.0)),
            after.map(|from| When::After(from.0)),
        ];
        let mut given = all.into_iter().flatten();
        match (given.next(), given.next()) {
            (Some(when), None) => Ok(Expectation { when, that }),
            _ => Err(ONE_WHEN),
        }
    }
}

impl<C> From<Expectation<C>> for Written<C> {
    fn from(Expectation { when, that }: Expectation<C>) -> Written<C> {
        let mut written = Written {
            at: None,
            within: None,
            throughout: None,
            before: None,
            after: None,
            that,
        };
        match when {
            When::At(at) => written.at = Some(TimeText(at)),
            When::Within(from, to) => written.within = Some((TimeText(from), TimeText(to))),
            When::Throughout(from, to) => written.throughout = Some((TimeText(from), TimeText(to))),
            When::Before(to) => written.before = Some(TimeText(to)),
            When::After(from) => written.after = Some(TimeText(from)),
        }
        written
    }
}

#[cfg(feature = "schema")]
impl<C: schemars::JsonSchema> schemars::JsonSchema for Expectation<C> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("ExpectationOf{}", C::schema_name()).into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = Written::<C>::json_schema(generator);
        let one = ["at", "within", "throughout", "before", "after"]
            .map(|when| serde_json::json!({ "required": [when] }));
        schema.insert("oneOf".to_owned(), one.as_slice().into());
        schema
    }
}
