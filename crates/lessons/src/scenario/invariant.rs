//! The names of what can be violated.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use world::checkers;

/// The name of something that must hold, as the checkers call it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct InvariantName(pub &'static str);

impl<'de> Deserialize<'de> for InvariantName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        let known = checkers::known(&name).map(InvariantName);
        known.ok_or_else(|| D::Error::unknown_variant(&name, checkers::NAMES))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for InvariantName {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "InvariantName".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "enum": checkers::NAMES })
    }
}
