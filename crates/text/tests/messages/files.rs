//! The Fluent files, read as syntax trees.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fluent_syntax::ast;
use fluent_syntax::parser;

/// The folders of `ftl`.
pub const LANGUAGES: [&str; 4] = ["en", "ja", "zh", "ko"];

/// What stands under one name: the value of a message, or one of its attributes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The variables it names, and what they are used for.
    pub variables: BTreeMap<String, Use>,
    /// Every piece of plain text in it, variants included.
    pub pieces: Vec<String>,
}

/// What a variable is used for; each is more particular than the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Use {
    /// It is put into the text.
    #[default]
    Shown,
    /// A choice is made by its being such a word.
    Word,
    /// A choice is made by its number.
    Count,
    /// `NUMBER`
    Digits,
    /// `COPIES`
    Copies,
    /// `SHORT`
    Span,
}

/// A language: file name, then `id` or `id.attribute`, then what is said there.
pub type Language = BTreeMap<String, BTreeMap<String, Said>>;

/// Reads a language's files.
///
/// # Panics
/// If a file does not parse, or names a message twice.
pub fn language(code: &str) -> Language {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ftl").join(code);
    let mut language = Language::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let resource = parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        let messages = messages(&resource, &path);
        language.insert(name, messages);
    }
    language
}

fn messages(resource: &ast::Resource<&str>, path: &Path) -> BTreeMap<String, Said> {
    let mut all = BTreeMap::new();
    let mut add = |name: String, pattern: &ast::Pattern<&str>| {
        let mut said = Said::default();
        read_pattern(pattern, &mut said);
        let twice = all.insert(name.clone(), said).is_some();
        assert!(!twice, "{}: {name} stands there twice", path.display());
    };
    for entry in &resource.body {
        match entry {
            ast::Entry::Message(message) => {
                let id = message.id.name;
                let value = message.value.as_ref();
                add(
                    id.into(),
                    value.unwrap_or_else(|| panic!("{}: {id} has no value", path.display())),
                );
                for attribute in &message.attributes {
                    add(format!("{id}.{}", attribute.id.name), &attribute.value);
                }
            }
            ast::Entry::Term(term) => add(format!("-{}", term.id.name), &term.value),
            ast::Entry::Junk { content } => panic!("{}: {content}", path.display()),
            _ => {}
        }
    }
    all
}

fn read_pattern(pattern: &ast::Pattern<&str>, said: &mut Said) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => said.pieces.push((*value).into()),
            ast::PatternElement::Placeable { expression } => read_expression(expression, said),
        }
    }
}

fn read_expression(expression: &ast::Expression<&str>, said: &mut Said) {
    match expression {
        ast::Expression::Inline(inline) => read_inline(inline, Use::Shown, said),
        ast::Expression::Select { selector, variants } => {
            let is_count = |key: &str| key == "one" || key.parse::<u64>().is_ok();
            let counts = variants.iter().any(|variant| match variant.key {
                ast::VariantKey::NumberLiteral { .. } => true,
                ast::VariantKey::Identifier { name } => is_count(name),
            });
            let used = if counts { Use::Count } else { Use::Word };
            read_inline(selector, used, said);
            for variant in variants {
                read_pattern(&variant.value, said);
            }
        }
    }
}

fn read_inline(inline: &ast::InlineExpression<&str>, used: Use, said: &mut Said) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            let known = said.variables.entry(id.name.into()).or_default();
            *known = used.max(*known);
        }
        ast::InlineExpression::FunctionReference { id, arguments } => {
            let used = match id.name {
                "SHORT" => Use::Span,
                "COPIES" => Use::Copies,
                "NUMBER" => Use::Digits,
                _ => Use::Shown,
            };
            for argument in &arguments.positional {
                read_inline(argument, used, said);
            }
        }
        ast::InlineExpression::Placeable { expression } => read_expression(expression, said),
        _ => {}
    }
}
