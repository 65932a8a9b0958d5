//! From Fluent's syntax tree to the compact form.
//!
//! Only what the messages need of Fluent is understood: texts, variables, the crate's own functions of a variable, and
//! choices. Terms and references to other messages are not: phrases are nested by the program.

use std::collections::BTreeMap;

use fluent_syntax::ast;
use fluent_syntax::parser;
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::code;

/// A message in the compact form.
pub struct Message {
    value: String,
    everyday: Option<String>,
}

impl Message {
    /// The message as it stands in the string of its language.
    pub fn written(&self) -> String {
        let mut written = self.value.clone();
        if let Some(everyday) = &self.everyday {
            written.push(code::EVERYDAY);
            written.push_str(everyday);
        }
        written
    }
}

/// What the files have in common: the names of variables, in the order of their first use.
#[derive(Default)]
pub struct Compiler {
    variables: Vec<String>,
}

type Result<T> = std::result::Result<T, String>;

impl Compiler {
    /// The names of variables, in order.
    pub fn into_variables(self) -> Vec<String> {
        self.variables
    }

    /// Adds the messages of a file; returns what is wrong with it. Messages that are wrong are left out.
    pub fn compile(&mut self, text: &str, messages: &mut BTreeMap<String, Message>) -> Vec<String> {
        let (resource, mut problems) = match parser::parse(text) {
            Ok(resource) => (resource, Vec::new()),
            Err((rest, errors)) => (
                rest,
                errors.iter().map(|error| format!("{error}")).collect(),
            ),
        };
        for entry in &resource.body {
            let message = match entry {
                ast::Entry::Message(message) => message,
                ast::Entry::Term(term) => {
                    problems.push(format!("-{}: terms are not understood", term.id.name));
                    continue;
                }
                _ => continue,
            };
            match self.message(message) {
                Ok(compiled) => {
                    messages.insert(message.id.name.into(), compiled);
                }
                Err(problem) => problems.push(format!("{}: {problem}", message.id.name)),
            }
        }
        problems
    }

    fn message(&mut self, message: &ast::Message<&str>) -> Result<Message> {
        let value = message.value.as_ref().ok_or("it has no value")?;
        let value = self.pattern(value)?;
        let mut everyday = None;
        for attribute in &message.attributes {
            if attribute.id.name != "everyday" {
                return Err(format!(".{} is not understood", attribute.id.name));
            }
            everyday = Some(self.pattern(&attribute.value)?);
        }
        Ok(Message { value, everyday })
    }

    fn pattern(&mut self, pattern: &ast::Pattern<&str>) -> Result<String> {
        let mut out = String::new();
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => push_text(&mut out, value)?,
                ast::PatternElement::Placeable { expression } => {
                    self.expression(expression, &mut out)?;
                }
            }
        }
        Ok(out)
    }

    fn expression(&mut self, expression: &ast::Expression<&str>, out: &mut String) -> Result<()> {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline, out),
            ast::Expression::Select { selector, variants } => {
                let (function, variable) = self.selector(selector)?;
                out.extend([code::SELECT, function, variable]);
                let (others, default): (Vec<_>, Vec<_>) =
                    variants.iter().partition(|variant| !variant.default);
                for variant in others {
                    out.push(code::VARIANT);
                    let (ast::VariantKey::Identifier { name: key }
                    | ast::VariantKey::NumberLiteral { value: key }) = variant.key;
                    out.push_str(key);
                    out.push(code::END);
                    out.push_str(&self.pattern(&variant.value)?);
                }
                for variant in default {
                    out.extend([code::DEFAULT, code::END]);
                    out.push_str(&self.pattern(&variant.value)?);
                }
                out.push(code::END);
                Ok(())
            }
        }
    }

    fn inline(&mut self, inline: &ast::InlineExpression<&str>, out: &mut String) -> Result<()> {
        match inline {
            ast::InlineExpression::StringLiteral { value } => {
                push_text(out, &unescape_unicode_to_string(value))
            }
            ast::InlineExpression::Placeable { expression } => self.expression(expression, out),
            ast::InlineExpression::VariableReference { id } => {
                let variable = self.variable(id.name)?;
                out.extend([code::VARIABLE, variable]);
                Ok(())
            }
            ast::InlineExpression::FunctionReference { id, arguments } => {
                let (function, variable, pair) = self.call(id.name, arguments)?;
                out.extend([code::CALL, function, variable]);
                if let Some(pair) = pair {
                    push_text(out, &pair)?;
                    out.push(code::END);
                }
                Ok(())
            }
            _ => Err("only texts, variables and functions are understood".into()),
        }
    }

    /// What a choice is made by.
    fn selector(&mut self, selector: &ast::InlineExpression<&str>) -> Result<(char, char)> {
        match selector {
            ast::InlineExpression::VariableReference { id } => {
                Ok((code::PLAIN, self.variable(id.name)?))
            }
            ast::InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
                let (function, variable, _) = self.call(id.name, arguments)?;
                Ok((function, variable))
            }
            _ => Err("a choice is made by a variable or NUMBER of one".into()),
        }
    }

    fn call(
        &mut self,
        name: &str,
        arguments: &ast::CallArguments<&str>,
    ) -> Result<(char, char, Option<String>)> {
        let function = match name {
            "SHORT" => code::SHORT,
            "COPIES" => code::COPIES,
            "NUMBER" => code::NUMBER,
            "CAP" => code::CAP,
            "JOSA" => code::JOSA,
            _ => return Err(format!("there is no function {name}")),
        };
        if !arguments.named.is_empty() {
            return Err(format!("{name} takes no named arguments"));
        }
        match (function, arguments.positional.as_slice()) {
            (
                code::JOSA,
                [
                    ast::InlineExpression::VariableReference { id },
                    ast::InlineExpression::StringLiteral { value: pair },
                ],
            ) if pair.contains('/') => {
                Ok((function, self.variable(id.name)?, Some((*pair).into())))
            }
            (code::JOSA, _) => Err("JOSA takes a variable and a pair such as \"이/가\"".into()),
            (_, [ast::InlineExpression::VariableReference { id }]) => {
                Ok((function, self.variable(id.name)?, None))
            }
            _ => Err(format!("{name} takes one variable")),
        }
    }

    /// The character that stands for a variable's name.
    fn variable(&mut self, name: &str) -> Result<char> {
        let place = self
            .variables
            .iter()
            .position(|known| known == name)
            .unwrap_or_else(|| {
                self.variables.push(name.into());
                self.variables.len() - 1
            });
        u32::try_from(place)
            .ok()
            .and_then(|place| char::from_u32(u32::from(code::FIRST) + place))
            .ok_or_else(|| "there are too many variables".into())
    }
}

fn push_text(out: &mut String, text: &str) -> Result<()> {
    if text.chars().any(|letter| letter < ' ' && letter != '\n') {
        return Err("a text has a control character".into());
    }
    out.push_str(text);
    Ok(())
}
