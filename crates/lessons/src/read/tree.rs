//! The tree of JSON values with their places.

use litemap::LiteMap;

use base::Phrase;
use jsonc_parser::ast::{ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};

use super::error::{Error, Kind};
use crate::scenario::{Step, VERSION, version_problem};

/// JSON as it is defined, without any of the liberties people take with it.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Reads text as JSON.
pub fn parse(text: &str) -> Result<Value<'_>, Error> {
    match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Ok(parsed) => parsed
            .value
            .ok_or_else(|| Error::said("problem-json-empty", 0)),
        Err(error) => Err(Error::said(message_of(error.kind()), error.range().start)),
    }
}

fn message_of(kind: &ParseErrorKind) -> &'static str {
    match kind {
        ParseErrorKind::CommentsNotAllowed | ParseErrorKind::UnterminatedCommentBlock => {
            "problem-json-comment"
        }
        ParseErrorKind::TrailingCommasNotAllowed => "problem-json-trailing-comma",
        ParseErrorKind::ExpectedComma => "problem-json-comma-missing",
        ParseErrorKind::ExpectedColonAfterObjectKey => "problem-json-colon-missing",
        ParseErrorKind::ExpectedObjectValue => "problem-json-value-missing",
        ParseErrorKind::ExpectedStringObjectProperty
        | ParseErrorKind::SingleQuotedStringsNotAllowed
        | ParseErrorKind::UnexpectedWord => "problem-json-quotes-missing",
        ParseErrorKind::UnterminatedObject => "problem-json-brace-missing",
        ParseErrorKind::UnterminatedArray => "problem-json-bracket-missing",
        ParseErrorKind::MultipleRootJsonValues => "problem-json-more-text",
        ParseErrorKind::NestingDepthExceeded => "problem-json-too-deep",
        ParseErrorKind::String(ParseStringErrorKind::UnterminatedStringLiteral) => {
            "problem-json-quote-missing"
        }
        ParseErrorKind::String(_) => "problem-json-escape",
        ParseErrorKind::BareDecimalPointNumbersNotAllowed
        | ParseErrorKind::ExpectedDigit
        | ParseErrorKind::ExpectedDigitFollowingNegativeSign
        | ParseErrorKind::ExpectedPlusMinusOrDigitInNumberLiteral
        | ParseErrorKind::HexadecimalNumbersNotAllowed
        | ParseErrorKind::NonFiniteNumbersNotAllowed
        | ParseErrorKind::UnaryPlusNumbersNotAllowed => "problem-json-number",
        ParseErrorKind::UnexpectedCloseBrace
        | ParseErrorKind::UnexpectedCloseBracket
        | ParseErrorKind::UnexpectedColon
        | ParseErrorKind::UnexpectedComma
        | ParseErrorKind::UnexpectedToken
        | ParseErrorKind::UnexpectedTokenInObject => "problem-json-unexpected",
    }
}

/// What no file of ours may have, whatever stands in it: a name twice in one object, a bare control character
/// in a text (the parser lets it pass), another version.
pub fn flaws(tree: &Value, text: &str) -> Vec<Error> {
    if let Some(Value::NumberLit(number)) = field(tree, "version")
        && number.value.parse() != Ok(VERSION)
    {
        let phrase = version_problem(clipped(number.value));
        let error = Error::new(Kind::Phrase(phrase), number.range.start);
        return vec![error.inside(Step::from("version"))];
    }
    let mut flaws = Vec::new();
    find_flaws(tree, text, &mut Vec::new(), &mut flaws);
    flaws
}

fn find_flaws(value: &Value, text: &str, path: &mut Vec<Step>, flaws: &mut Vec<Error>) {
    let mut flaw = |phrase: Phrase, byte: usize, path: &[Step]| {
        let error = Error::new(Kind::Phrase(phrase), byte);
        flaws.push(path.iter().rev().cloned().fold(error, Error::inside));
    };
    let bare_control = |start: usize, end: usize| {
        text[start..end]
            .bytes()
            .position(|byte| byte < b' ')
            .map(|offset| start + offset)
    };
    match value {
        Value::Object(object) => {
            let mut seen = LiteMap::new_vec();
            for property in &object.properties {
                let (name, range) = (name_of(property), property.name.range());
                if let Some(byte) = bare_control(range.start, range.end) {
                    flaw(Phrase::new("problem-json-control"), byte, path);
                }
                if seen.insert(name, ()).is_some() {
                    let phrase = Phrase::new("problem-duplicate-field").with("name", clipped(name));
                    flaw(phrase, range.start, path);
                }
            }
            for property in &object.properties {
                path.push(Step::from(name_of(property)));
                find_flaws(&property.value, text, path, flaws);
                path.pop();
            }
        }
        Value::Array(array) => {
            for (index, element) in array.elements.iter().enumerate() {
                path.push(Step::from(index));
                find_flaws(element, text, path, flaws);
                path.pop();
            }
        }
        Value::StringLit(literal) => {
            if let Some(byte) = bare_control(literal.range.start, literal.range.end) {
                flaw(Phrase::new("problem-json-control"), byte, path);
            }
        }
        Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => {}
    }
}

/// The name of a property.
pub fn name_of<'t>(property: &'t ObjectProp) -> &'t str {
    property.name.as_str()
}

/// The value of a field of an object.
pub fn field<'t, 'a>(value: &'t Value<'a>, name: &str) -> Option<&'t Value<'a>> {
    let object = value.as_object()?;
    let property = object
        .properties
        .iter()
        .find(|property| name_of(property) == name)?;
    Some(&property.value)
}

/// Where the value at the end of a path begins; if the path leaves the tree, where it does so.
pub fn byte_at(tree: &Value, path: &[Step]) -> usize {
    let mut value = tree;
    for step in path {
        let next = match (step, value) {
            (Step::Field(name), _) => field(value, name),
            (Step::Entry(entry), Value::Array(array)) => array.elements.get(*entry as usize),
            _ => None,
        };
        match next {
            Some(next) => value = next,
            None => break,
        }
    }
    value.start()
}

/// What somebody has written, cut to a length that fits into a sentence.
pub fn clipped(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
