//! How much the page may weigh.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};

use crate::split;

/// What a page loads that has been opened and not been touched, each file compressed by `gzip -9`: what a school's slow
/// line must carry before a learner sees anything. Of the languages, which lie in a folder of their own, it loads one at
/// most: the heaviest counts. What comes later does not; it has a budget of its own.
const BUDGET_BYTES: u64 = 300_000;

/// What comes later and everybody loads who stays: the rest of the page's module, and styles.
const REST_BUDGET_BYTES: u64 = 490_000;

/// The folder of the languages.
const LANGUAGES: &str = "words/";

/// How the names of files begin that come when a chapter is opened.
const OF_CHAPTERS: [&str; 2] = ["chapters/", "words/chapters-"];

struct Weight {
    name: String,
    raw_bytes: u64,
    gzip_bytes: u64,
}

/// Weighs every file under `dist`, prints a table and compares the sum with the budget.
///
/// # Errors
/// When the sum exceeds the budget or a file cannot be read.
pub fn check(dist: &Path) -> Result<()> {
    let mut weights = Vec::new();
    for file in files_under(dist)? {
        weights.push(Weight {
            name: file
                .strip_prefix(dist)
                .unwrap_or(&file)
                .display()
                .to_string(),
            raw_bytes: fs::metadata(&file)?.len(),
            gzip_bytes: gzip_bytes(&file)?,
        });
    }
    ensure!(!weights.is_empty(), "{} is empty", dist.display());
    weights.sort_by_key(|weight| std::cmp::Reverse(weight.gzip_bytes));
    weights.retain(|weight| !is_of_chapters(weight));
    leave_one_language(&mut weights);
    let (rest, first): (Vec<_>, Vec<_>) = weights
        .into_iter()
        .partition(|weight| split::is_of_rest(&weight.name));
    hold(&first, "the page as it opens", BUDGET_BYTES)?;
    hold(&rest, "the rest", REST_BUDGET_BYTES)
}

fn is_of_chapters(weight: &Weight) -> bool {
    OF_CHAPTERS.iter().any(|of| weight.name.starts_with(of))
}

/// Prints a table and compares its sum with a budget.
fn hold(weights: &[Weight], what: &str, budget_bytes: u64) -> Result<()> {
    let (table, total) = table(weights, what, budget_bytes);
    println!("{table}");
    ensure!(
        total <= budget_bytes,
        "{what} weighs {} KB, which is {} KB too much",
        kilo(total),
        kilo(total - budget_bytes)
    );
    Ok(())
}

/// Of the languages, leaves the heaviest. The weights are sorted, the heaviest first.
fn leave_one_language(weights: &mut Vec<Weight>) {
    let mut found = false;
    weights.retain(|weight| {
        let language = weight.name.starts_with(LANGUAGES);
        !language || !std::mem::replace(&mut found, true)
    });
}

fn table(weights: &[Weight], what: &str, budget_bytes: u64) -> (String, u64) {
    let total = |bytes: fn(&Weight) -> u64| weights.iter().map(bytes).sum::<u64>();
    let (raw, gzip) = (total(|w| w.raw_bytes), total(|w| w.gzip_bytes));
    let width = weights
        .iter()
        .map(|weight| weight.name.len())
        .max()
        .unwrap_or(0)
        .max(20);
    let mut text = format!(
        "  {:<width$} {:>9} {:>9}\n",
        "weight in KB", "raw", "gzip -9"
    );
    for Weight {
        name,
        raw_bytes,
        gzip_bytes,
    } in weights
    {
        text += &format!(
            "  {name:<width$} {:>9} {:>9}\n",
            kilo(*raw_bytes),
            kilo(*gzip_bytes)
        );
    }
    let allowed = format!("{what} (at most {})", kilo(budget_bytes));
    text += &format!("  {allowed:<width$} {:>9} {:>9}", kilo(raw), kilo(gzip));
    (text, gzip)
}

/// Thousands of bytes with one decimal.
fn kilo(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries = fs::read_dir(folder)
        .with_context(|| format!("could not look into {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files.extend(files_under(&entry.path())?);
        } else {
            files.push(entry.path());
        }
    }
    Ok(files)
}

fn gzip_bytes(file: &Path) -> Result<u64> {
    let output = Command::new("gzip")
        .arg("-9c")
        .stdin(fs::File::open(file)?)
        .stderr(Stdio::inherit())
        .output()
        .context("`gzip` could not be started; it is needed to weigh the page")?;
    ensure!(
        output.status.success(),
        "gzip could not read {}",
        file.display()
    );
    Ok(output.stdout.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_adds_up() {
        let weight = |name: &str, raw_bytes, gzip_bytes| Weight {
            name: name.into(),
            raw_bytes,
            gzip_bytes,
        };
        let weights = [
            weight("a.wasm", 500_000, 200_001),
            weight("index.html", 1_000, 499),
        ];
        let (text, total) = table(&weights, "all", 300_000);
        assert_eq!(total, 200_500);
        assert!(text.contains("200.1"), "{text}");
        assert!(text.ends_with("501.0     200.5"), "{text}");
    }

    #[test]
    fn of_the_languages_the_heaviest_counts() {
        let weight = |name: &str, gzip_bytes| Weight {
            name: name.into(),
            raw_bytes: gzip_bytes,
            gzip_bytes,
        };
        let mut weights = vec![
            weight("page.wasm", 200),
            weight("words/ja.txt", 10),
            weight("words/ko.txt", 9),
            weight("page.css", 5),
        ];
        weights.retain(|weight| !is_of_chapters(weight));
        leave_one_language(&mut weights);
        let names: Vec<_> = weights.iter().map(|weight| weight.name.as_str()).collect();
        assert_eq!(names, ["page.wasm", "words/ja.txt", "page.css"]);
    }
}
