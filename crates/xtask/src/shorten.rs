//! Short names between the module and its JavaScript.
//!
//! wasm-bindgen gives every function that passes between the two a long name with a fingerprint in it, which stands in
//! both files and does not compress: some 200 of them weigh 7 KB of the page. Nobody but these two files knows the
//! names, so both get short ones here; the JavaScript also loses its indentation and its comments.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};

/// Sections of a module that hold names for its surroundings.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// What is imported: functions only.
const FUNCTION: u8 = 0;
/// A module's first bytes: its mark and version 1.
const HEAD: [u8; 8] = *b"\0asm\x01\0\0\0";
/// Names of wasm-bindgen's making all have this in them.
const MADE: &str = "__";

/// Shortens the names in the module and the JavaScript that lie in a folder, one each.
///
/// # Errors
/// When there is not just one of each, or the module has a form that is not known here.
pub fn shorten(dist: &Path) -> Result<()> {
    let (module, script) = (only(dist, "_bg.wasm")?, only(dist, ".js")?);
    let mut names = Names::default();
    let shorter = rewrite(&fs::read(&module)?, &mut names)
        .with_context(|| format!("{} could not be read", module.display()))?;
    let told = names.tell(&fs::read_to_string(&script)?)?;
    fs::write(&module, shorter)?;
    fs::write(&script, bare(&told))?;
    Ok(())
}

/// The one file of the application whose name ends so.
pub fn only(dist: &Path, ending: &str) -> Result<PathBuf> {
    let mut found = None;
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("web-") && name.ends_with(ending) {
            ensure!(found.is_none(), "more than one web-*{ending}");
            found = Some(path);
        }
    }
    found.with_context(|| format!("no web-*{ending} in {}", dist.display()))
}

/// Long names and the short ones they get.
#[derive(Default)]
struct Names {
    short: BTreeMap<String, String>,
}

impl Names {
    fn of(&mut self, name: &str) -> String {
        if !name.contains(MADE) {
            return name.into();
        }
        let next = self.short.len();
        let short = self.short.entry(name.into());
        short.or_insert_with(|| format!("${next}")).clone()
    }

    /// The script with the short names in it.
    fn tell(&self, script: &str) -> Result<String> {
        ensure!(
            !has_short_names(script),
            "the JavaScript has names like $1 of its own"
        );
        let mut told = String::with_capacity(script.len());
        let mut rest = script;
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        while let Some(start) = rest.find(is_word) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|c| !is_word(c)).unwrap_or(from.len());
            let (word, after) = from.split_at(end);
            told += before;
            told += self.short.get(word).map_or(word, String::as_str);
            rest = after;
        }
        Ok(told + rest)
    }
}

fn has_short_names(script: &str) -> bool {
    script
        .split('$')
        .skip(1)
        .any(|after| after.starts_with(|c: char| c.is_ascii_digit()))
}

/// A script without indentation, empty lines and lines of comment.
fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| {
        let is_comment = ["//", "/*", "*/", "* "]
            .iter()
            .any(|mark| line.starts_with(mark));
        !line.is_empty() && *line != "*" && !is_comment
    });
    lines.fold(String::new(), |text, line| text + line + "\n")
}

/// The module with short names.
fn rewrite(module: &[u8], names: &mut Names) -> Result<Vec<u8>> {
    let mut rest = module.strip_prefix(&HEAD).context("it is no module")?;
    let mut out = HEAD.to_vec();
    while let Some((&kind, after)) = rest.split_first() {
        rest = after;
        let length = number(&mut rest)?;
        let section = take(&mut rest, length)?;
        let section = match kind {
            IMPORTS => imports(section, names)?,
            EXPORTS => exports(section, names)?,
            _ => section.to_vec(),
        };
        out.push(kind);
        put(&mut out, section.len());
        out.extend(section);
    }
    Ok(out)
}

fn imports(mut from: &[u8], names: &mut Names) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let count = number(&mut from)?;
    put(&mut out, count);
    for _ in 0..count {
        let module = text(&mut from)?;
        put_text(&mut out, module);
        put_text(&mut out, &names.of(text(&mut from)?));
        let kind = take(&mut from, 1)?[0];
        if kind != FUNCTION {
            bail!("it imports something that is no function");
        }
        out.push(kind);
        put(&mut out, number(&mut from)?);
    }
    Ok(out)
}

fn exports(mut from: &[u8], names: &mut Names) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let count = number(&mut from)?;
    put(&mut out, count);
    for _ in 0..count {
        put_text(&mut out, &names.of(text(&mut from)?));
        out.push(take(&mut from, 1)?[0]);
        put(&mut out, number(&mut from)?);
    }
    Ok(out)
}

fn take<'a>(from: &mut &'a [u8], length: usize) -> Result<&'a [u8]> {
    let (taken, rest) = from.split_at_checked(length).context("it ends too early")?;
    *from = rest;
    Ok(taken)
}

fn text<'a>(from: &mut &'a [u8]) -> Result<&'a str> {
    let length = number(from)?;
    std::str::from_utf8(take(from, length)?).context("a name in it is no text")
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, text.len());
    out.extend(text.as_bytes());
}

/// A number in groups of seven bits, the lowest first (LEB128).
fn number(from: &mut &[u8]) -> Result<usize> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let byte = take(from, 1)?[0];
        number |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok(number);
        }
    }
    bail!("a number in it is too long")
}

fn put(out: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        out.push(number as u8 & 0x7f | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "__wbg_log_0123456789abcdef";

    /// A module that imports a function and exports another and its memory.
    fn module(import: &str, export: &str) -> Vec<u8> {
        let mut imports = vec![1];
        put_text(&mut imports, "./web_bg.js");
        put_text(&mut imports, import);
        imports.extend([FUNCTION, 3]);
        let mut exports = vec![2];
        put_text(&mut exports, "memory");
        exports.extend([2, 0]);
        put_text(&mut exports, export);
        exports.extend([FUNCTION, 200, 1]);
        let mut whole = HEAD.to_vec();
        for (kind, section) in [(1, vec![0; 300]), (IMPORTS, imports), (EXPORTS, exports)] {
            whole.push(kind);
            put(&mut whole, section.len());
            whole.extend(section);
        }
        whole
    }

    #[test]
    fn both_files_get_the_same_short_names() {
        let mut names = Names::default();
        let shorter = rewrite(&module(LONG, "__start"), &mut names).unwrap();
        assert_eq!(shorter, module("$0", "$1"));
        let script = format!(
            "const i = {{ {LONG}: function() {{}} }};\nwasm.__start(wasm.memory, x__start);"
        );
        assert_eq!(
            names.tell(&script).unwrap(),
            "const i = { $0: function() {} };\nwasm.$1(wasm.memory, x__start);"
        );
    }

    #[test]
    fn a_script_with_such_names_of_its_own_is_refused() {
        assert!(Names::default().tell("let $1 = 2;").is_err());
        assert!(Names::default().tell("let text = `${value}`;").is_ok());
    }

    #[test]
    fn a_script_loses_what_is_for_readers() {
        let script =
            "/**\n * Says.\n */\nfunction say() {\n    // softly\n\n    return 2 * 3;\n}\n";
        assert_eq!(bare(script), "function say() {\nreturn 2 * 3;\n}\n");
    }

    #[test]
    fn what_is_no_whole_module_is_refused() {
        let whole = module(LONG, "__start");
        for wrong in [&b""[..], b"<!doctype html>", &whole[..whole.len() - 1]] {
            assert!(rewrite(wrong, &mut Names::default()).is_err());
        }
        let mut memory = HEAD.to_vec();
        memory.extend([IMPORTS, 7, 1, 1, b'a', 1, b'b', 2, 0]);
        assert!(rewrite(&memory, &mut Names::default()).is_err());
    }
}
