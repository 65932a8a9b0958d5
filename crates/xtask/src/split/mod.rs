//! The page's module in two parts: what the first view needs, and the rest.
//!
//! A page that has just been opened shows one cluster at work. For that the browser needs less than half of the module:
//! no chapter is open, no Region, no reader; nobody has looked into anything yet. So the module is cut in two. The
//! **first part** is what runs from the moment the page is opened until somebody touches it; the **rest** is fetched when
//! somebody does, or when the address asks for more than the first view.
//!
//! Nobody can keep a list of 1,500 functions true by hand, so nobody does. The page is *watched*: a copy of the module in
//! which every function leaves a mark (`mark`) is opened in Chromium (`watch`), and the functions that left one are the
//! first part (`divide`). Every function of the rest that the first part may call keeps a **stub** there, which makes sure
//! that the rest has come and goes on through a table:
//!
//! ```text
//!   first part                         table            rest
//!   f ──calls──▶ stub of g ──slot 7──▶ [ … g … ] ◀──fills── g ──calls──▶ f, through f's export
//! ```
//!
//! Being wrong about what runs first costs a little time and nothing else: a stub that is reached before the rest has come
//! fetches it on the spot. Both parts share memory, tables and globals, so they are one program. What the memory begins with is
//! divided too (`memory`).

mod divide;
mod mark;
mod memory;
mod module;
mod watch;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, ensure};

use crate::{project::Project, shorten, tools::Toolbox};

/// Where the linker is to say what it has put where in memory, seen from the project's root.
pub const LINK_MAP: &str = "target/web.map";

/// What the rest is called in the folder of the site: `web-…_rest.wasm`.
const REST: &str = "_rest.wasm";

/// How the names of the style sheets begin that come with the rest: nothing in the first view wears them.
const LATER_STYLES: [&str; 11] = [
    "reader-",
    "inspector-",
    "help-",
    "chapter-",
    "plates-",
    "node-",
    "cluster-",
    "endpoints-",
    "desk-",
    "building-",
    "world-",
];

/// Whether a file of the site comes with the rest.
pub fn is_of_rest(name: &str) -> bool {
    let mut styles = LATER_STYLES.iter();
    name.ends_with(REST) || name.ends_with(".css") && styles.any(|style| name.starts_with(style))
}

/// Cuts the module of the site in `dist` in two.
///
/// # Errors
/// When the browser does not show the page, or the module or its JavaScript has a form that is not known here.
pub fn split(project: &Project, tools: &Toolbox, dist: &Path) -> Result<()> {
    let (file, script) = (
        shorten::only(dist, "_bg.wasm")?,
        shorten::only(dist, ".js")?,
    );
    let bytes = fs::read(&file)?;
    let whole = module::Module::read(&bytes).context("the page's module could not be read")?;
    let first = watch::first(project, tools, dist, &name(&file)?, &mark::marked(&whole)?)?;
    let objects = memory::objects(&project.read(LINK_MAP)?)?;
    let parts = divide::divide(&whole, &first, &objects)?;
    fs::write(&file, parts.first)?;
    let rest = rest_of(&file)?;
    fs::write(&rest, parts.rest)?;
    fs::write(&script, with_rest(&fs::read_to_string(&script)?)?)?;
    let page = dist.join("index.html");
    let html = name_rest(&fs::read_to_string(&page)?, &name(&file)?, &name(&rest)?)?;
    fs::write(page, without_later_styles(&html)?)?;
    Ok(())
}

fn rest_of(module: &Path) -> Result<PathBuf> {
    Ok(module.with_file_name(name(module)?.replace("_bg.wasm", REST)))
}

fn name(file: &Path) -> Result<String> {
    let name = file.file_name().context("it has no name")?;
    Ok(name.to_string_lossy().into_owned())
}

/// The script that wasm-bindgen wrote, which hands the first part the way to the rest.
fn with_rest(script: &str) -> Result<String> {
    let found = "\"./web_bg.js\": import0,\n";
    ensure!(
        script.matches(found).count() == 1,
        "wasm-bindgen's script names what it imports in a new way"
    );
    let with = format!(
        "{found}\"{}\": {{ \"\": () => bringRest(wasm) }},\n",
        divide::BRING
    );
    Ok(script.replace(found, &with))
}

/// The page, whose script element names the rest beside the first part.
fn name_rest(html: &str, first: &str, rest: &str) -> Result<String> {
    // Without quotation marks: Trunk has made the page smaller.
    let named = format!(" data-wasm=./{first} ");
    ensure!(
        html.matches(&named).count() == 1,
        "the page names its module in a new way"
    );
    Ok(html.replace(&named, &format!("{named}data-rest=./{rest} ")))
}

/// The page, whose later styles keep their places but are not loaded: `start.js` does that.
fn without_later_styles(html: &str) -> Result<String> {
    let mut html = html.to_owned();
    for style in LATER_STYLES {
        let link = format!("<link href=./{style}");
        ensure!(
            html.matches(&link).count() == 1,
            "the page names its style sheet {style}… in a new way"
        );
        html = html.replace(&link, &format!("<link data-href=./{style}"));
    }
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_both_parts() {
        let html = "<script data-wasm=./web-1_bg.wasm id=start>";
        let both = name_rest(html, "web-1_bg.wasm", "web-1_rest.wasm").unwrap();
        assert_eq!(
            both,
            "<script data-wasm=./web-1_bg.wasm data-rest=./web-1_rest.wasm id=start>"
        );
        assert!(name_rest("<script>", "web-1_bg.wasm", "web-1_rest.wasm").is_err());
    }

    #[test]
    fn later_styles_keep_their_places() {
        let link = |name: &str, key: &str| format!("<link {key}=./{name}2.css rel=stylesheet>");
        let links = |key: &str| LATER_STYLES.map(|name| link(name, key)).concat();
        let html = link("page-", "href") + &links("href");
        let later = without_later_styles(&html).unwrap();
        assert_eq!(later, link("page-", "href") + &links("data-href"));
        assert!(is_of_rest("chapter-2.css") && is_of_rest("web-1_rest.wasm"));
        assert!(!is_of_rest("page-1.css") && !is_of_rest("web-1_bg.wasm"));
        assert!(without_later_styles("<link>").is_err());
    }

    #[test]
    fn the_script_hands_over_the_way_to_the_rest() {
        let script = "return {\n\"./web_bg.js\": import0,\n};\n";
        let with = with_rest(script).unwrap();
        assert!(
            with.contains("\"rest\": { \"\": () => bringRest(wasm) },"),
            "{with}"
        );
        assert!(with_rest("return {};").is_err());
    }
}
