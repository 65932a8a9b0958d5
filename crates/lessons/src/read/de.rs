//! Driving the derived readers over the tree, and keeping places and reasons.
//!
//! What a reader asks for is compared with what stands there before the reader sees it; so "expected a whole
//! number, found a text" is known here, in parts, and not only as prose from a library.

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, Deserializer, Visitor};

use super::error::{Error, Kind};
use super::tree::name_of;
use crate::scenario::Step;

/// One value of the tree.
#[derive(Clone, Copy)]
pub struct Node<'t> {
    value: &'t Value<'t>,
}

type Read<T> = Result<T, Error>;

impl<'t> Node<'t> {
    pub fn new(value: &'t Value<'t>) -> Node<'t> {
        Node { value }
    }

    fn byte(self) -> usize {
        self.value.start()
    }

    /// Lets a reader read this value.
    fn feed<S: de::DeserializeSeed<'t>>(self, seed: S) -> Read<S::Value> {
        seed.deserialize(self)
            .map_err(|error| error.at(self.byte()))
    }

    fn error(self, kind: Kind) -> Error {
        Error::new(kind, self.byte())
    }

    #[inline(never)]
    pub fn wrong(self, expected: &'static str) -> Error {
        self.error(Kind::Wrong {
            expected,
            found: kind_of(self.value),
        })
    }

    /// A whole number up to `max`.
    #[inline(never)]
    fn number(self, max: u64) -> Read<u64> {
        let Value::NumberLit(number) = self.value else {
            return Err(self.wrong("kind-whole-number"));
        };
        let digits = number.value.strip_prefix('-').unwrap_or(number.value);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(self.error(Kind::Wrong {
                expected: "kind-whole-number",
                found: "kind-fraction",
            }));
        }
        number
            .value
            .parse()
            .ok()
            .filter(|number| *number <= max)
            .ok_or_else(|| {
                self.error(Kind::OutOfRange {
                    found: number.value.to_owned(),
                    min: 0,
                    max,
                })
            })
    }

    #[inline(never)]
    fn text(self) -> Read<&'t str> {
        match self.value {
            Value::StringLit(text) => Ok(&text.value),
            _ => Err(self.wrong("kind-text")),
        }
    }

    #[inline(never)]
    fn object(self) -> Read<&'t Object<'t>> {
        match self.value {
            Value::Object(object) => Ok(object),
            _ => Err(self.wrong("kind-object")),
        }
    }

    fn visit_object<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        let object = self.object()?;
        visitor
            .visit_map(Fields { object, next: 0 })
            .map_err(|error: Error| error.at(self.byte()))
    }

    fn visit_list<V: Visitor<'t>>(self, length: Option<usize>, visitor: V) -> Read<V::Value> {
        let Value::Array(array) = self.value else {
            return Err(self.wrong("kind-list"));
        };
        let found = array.elements.len();
        if let Some(expected) = length
            && expected != found
        {
            let (found, expected) = (found as u64, expected as u64);
            return Err(self.error(Kind::WrongLength { found, expected }));
        }
        visitor
            .visit_seq(Entries {
                entries: &array.elements,
                next: 0,
            })
            .map_err(|error: Error| error.at(self.byte()))
    }

    fn visit_text<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        visitor
            .visit_borrowed_str(self.text()?)
            .map_err(|error: Error| error.at(self.byte()))
    }
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::StringLit(_) => "kind-text",
        Value::NumberLit(_) => "kind-number",
        Value::BooleanLit(_) => "kind-true-or-false",
        Value::Object(_) => "kind-object",
        Value::Array(_) => "kind-list",
        Value::NullKeyword(_) => "kind-null",
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $number:ty)*) => {
        $(fn $method<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
            let number = self.number(<$number>::MAX.into())?;
            visitor.$visit(number as $number).map_err(|error: Error| error.at(self.byte()))
        })*
    };
}

impl<'t> Deserializer<'t> for Node<'t> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        match self.value {
            Value::StringLit(_) => self.visit_text(visitor),
            Value::NumberLit(_) => self.deserialize_u64(visitor),
            Value::BooleanLit(literal) => visitor
                .visit_bool(literal.value)
                .map_err(|error: Error| error.at(self.byte())),
            Value::Object(_) => self.visit_object(visitor),
            Value::Array(_) => self.visit_list(None, visitor),
            Value::NullKeyword(_) => visitor
                .visit_unit()
                .map_err(|error: Error| error.at(self.byte())),
        }
    }

    whole_numbers! {
        deserialize_u8 visit_u8 u8
        deserialize_u16 visit_u16 u16
        deserialize_u32 visit_u32 u32
        deserialize_u64 visit_u64 u64
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        match self.value {
            Value::BooleanLit(literal) => visitor
                .visit_bool(literal.value)
                .map_err(|error: Error| error.at(self.byte())),
            _ => Err(self.wrong("kind-true-or-false")),
        }
    }

    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        self.visit_text(visitor)
    }

    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        self.visit_text(visitor)
    }

    fn deserialize_identifier<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        self.visit_text(visitor)
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        match self.value {
            Value::NullKeyword(_) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        self.visit_list(None, visitor)
    }

    fn deserialize_tuple<V: Visitor<'t>>(self, length: usize, visitor: V) -> Read<V::Value> {
        self.visit_list(Some(length), visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Read<V::Value> {
        self.visit_list(Some(length), visitor)
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Read<V::Value> {
        self.visit_object(visitor)
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.visit_object(visitor)
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let variant = match self.value {
            Value::StringLit(name) => Variant {
                name: &name.value,
                byte: name.range.start,
                content: None,
            },
            Value::Object(object) => {
                let [property] = object.properties.as_slice() else {
                    return Err(self.error(Kind::NotOneField {
                        found: object.properties.len() as u64,
                    }));
                };
                Variant {
                    name: name_of(property),
                    byte: property.name.start(),
                    content: Some(Node::new(&property.value)),
                }
            }
            _ => return Err(self.wrong("kind-object")),
        };
        visitor
            .visit_enum(variant)
            .map_err(|error: Error| error.at(self.byte()))
    }

    serde::forward_to_deserialize_any! {
        <V: Visitor<'t>>
        i8 i16 i32 i64 i128 u128 f32 f64 char bytes byte_buf unit unit_struct ignored_any
    }
}

/// The fields of an object, one after another.
struct Fields<'t> {
    object: &'t Object<'t>,
    next: usize,
}

impl<'t> de::MapAccess<'t> for Fields<'t> {
    type Error = Error;

    fn next_key_seed<K: de::DeserializeSeed<'t>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        let Some(property) = self.object.properties.get(self.next) else {
            return Ok(None);
        };
        self.next += 1;
        let name = BorrowedStrDeserializer::new(name_of(property));
        seed.deserialize(name)
            .map(Some)
            .map_err(|error: Error| error.at(property.name.start()))
    }

    fn next_value_seed<V: de::DeserializeSeed<'t>>(&mut self, seed: V) -> Read<V::Value> {
        let property = &self.object.properties[self.next - 1];
        let value = Node::new(&property.value).feed(seed);
        value.map_err(|error| error.inside(Step::from(name_of(property))))
    }
}

/// The entries of a list, one after another.
struct Entries<'t> {
    entries: &'t [Value<'t>],
    next: usize,
}

impl<'t> de::SeqAccess<'t> for Entries<'t> {
    type Error = Error;

    fn next_element_seed<T: de::DeserializeSeed<'t>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        let Some(entry) = self.entries.get(self.next) else {
            return Ok(None);
        };
        self.next += 1;
        let value = Node::new(entry).feed(seed);
        value
            .map(Some)
            .map_err(|error| error.inside(Step::from(self.next - 1)))
    }
}

/// One of several forms: a name alone, or an object whose one field has the name.
struct Variant<'t> {
    name: &'t str,
    byte: usize,
    content: Option<Node<'t>>,
}

impl<'t> Variant<'t> {
    fn content<T>(self, read: impl FnOnce(Node<'t>) -> Read<T>) -> Read<T> {
        let name = self.name;
        match self.content {
            Some(content) => read(content).map_err(|error| error.inside(Step::from(name))),
            None => Err(Error::new(
                Kind::Wrong {
                    expected: "kind-object",
                    found: "kind-text",
                },
                self.byte,
            )),
        }
    }
}

impl<'t> de::EnumAccess<'t> for Variant<'t> {
    type Error = Error;
    type Variant = Variant<'t>;

    fn variant_seed<V: de::DeserializeSeed<'t>>(self, seed: V) -> Read<(V::Value, Variant<'t>)> {
        let name = seed.deserialize(BorrowedStrDeserializer::new(self.name));
        match name {
            Ok(name) => Ok((name, self)),
            Err(error) => Err(Error::at(error, self.byte)),
        }
    }
}

impl<'t> de::VariantAccess<'t> for Variant<'t> {
    type Error = Error;

    fn unit_variant(self) -> Read<()> {
        match self.content {
            None => Ok(()),
            Some(content) => Err(content.wrong("kind-nothing").inside(Step::from(self.name))),
        }
    }

    fn newtype_variant_seed<T: de::DeserializeSeed<'t>>(self, seed: T) -> Read<T::Value> {
        self.content(|content| content.feed(seed))
    }

    fn tuple_variant<V: Visitor<'t>>(self, length: usize, visitor: V) -> Read<V::Value> {
        self.content(|content| content.visit_list(Some(length), visitor))
    }

    fn struct_variant<V: Visitor<'t>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.content(|content| content.visit_object(visitor))
    }
}
