//! How much the page may weigh.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail, ensure};

/// What the page loads, each file compressed by `gzip -9`: what a school's slow line must carry before a learner
/// sees anything. 746 KB \[choice\]: a page with one writer and six copies took 296; recovery, members, growth,
/// readers, failover and the checkers took the rest; a second run on the same clock took six, transactions and
/// clusters that are built 36, and the lists to build them with ten; 26 came with what storage nodes, readers and
/// rules have learnt since, 64 with a global database and its world view, 36 with scaling, caches and transactions
/// put together on the page and with what scenario files say of Regions, 11 with Regions looked into, write
/// forwarding, readers near their Region and the rules of two eras. Of the languages, which lie in a folder of
/// their own, the page loads one at most: the heaviest counts. What is loaded only when a chapter is opened does
/// not.
const BUDGET_BYTES: u64 = 746_000;

/// The folder of the languages.
const LANGUAGES: &str = "words/";

/// How the names of files begin that come when a chapter is opened.
const LATER: [&str; 2] = ["chapters/", "words/chapters-"];

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
    weights.retain(|weight| !LATER.iter().any(|later| weight.name.starts_with(later)));
    leave_one_language(&mut weights);
    let (table, total) = table(&weights);
    println!("{table}");
    if total > BUDGET_BYTES {
        bail!(
            "the page weighs {} KB, which is {} KB too much",
            kilo(total),
            kilo(total - BUDGET_BYTES)
        );
    }
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

fn table(weights: &[Weight]) -> (String, u64) {
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
    let allowed = format!("total (at most {})", kilo(BUDGET_BYTES));
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
        let (text, total) = table(&[
            weight("a.wasm", 500_000, 200_001),
            weight("index.html", 1_000, 499),
        ]);
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
        weights.retain(|weight| !LATER.iter().any(|later| weight.name.starts_with(later)));
        leave_one_language(&mut weights);
        let names: Vec<_> = weights.iter().map(|weight| weight.name.as_str()).collect();
        assert_eq!(names, ["page.wasm", "words/ja.txt", "page.css"]);
    }
}
