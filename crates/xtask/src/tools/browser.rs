//! Chromium and its driver, for tests in a real browser.

use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Result, bail};

use super::on_path;
use crate::{
    project::{output_of, run},
    say,
};

/// What to do where this program may not install a browser itself.
const BY_HAND: &str = "Install Chromium and its driver of the same version (on Debian and Ubuntu: `apt-get install \
                       chromium chromium-driver`), or set CHROME and CHROMEDRIVER to the paths of the two programs.";

/// The packages that bring them, and glyphs for Chinese, Japanese and Korean text, which tests measure.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// A browser and the program that drives it.
pub struct Browser {
    /// The browser itself.
    pub chrome: PathBuf,
    /// Its WebDriver.
    pub driver: PathBuf,
}

impl Browser {
    /// Takes the programs that CHROME and CHROMEDRIVER name, else those on PATH, else installs Debian's.
    ///
    /// # Errors
    /// One sentence that says what to install, when there are none and they may not be installed from here, or
    /// when browser and driver do not belong together.
    pub fn ensure() -> Result<Self> {
        let browser = match Self::find()? {
            Some(browser) => browser,
            None => {
                install()?;
                match Self::find()? {
                    Some(browser) => browser,
                    None => bail!("The installed packages brought no browser. {BY_HAND}"),
                }
            }
        };
        browser.check_versions()?;
        Ok(browser)
    }

    fn find() -> Result<Option<Self>> {
        let chrome = find_one(
            "CHROME",
            &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
            ],
        )?;
        let driver = find_one("CHROMEDRIVER", &["chromedriver"])?;
        Ok(chrome
            .zip(driver)
            .map(|(chrome, driver)| Self { chrome, driver }))
    }

    fn check_versions(&self) -> Result<()> {
        let version = |program: &PathBuf| output_of(Command::new(program).arg("--version"));
        let (chrome, driver) = (version(&self.chrome), version(&self.driver));
        let majors = (
            chrome.as_deref().and_then(major),
            driver.as_deref().and_then(major),
        );
        match majors {
            (Some(chrome), Some(driver)) if chrome == driver => Ok(()),
            (Some(chrome), Some(driver)) => {
                bail!(
                    "The browser is version {chrome}, but its driver is version {driver}. {BY_HAND}"
                )
            }
            (None, _) => bail!(
                "{} does not tell its version. {BY_HAND}",
                self.chrome.display()
            ),
            (_, None) => bail!(
                "{} does not tell its version. {BY_HAND}",
                self.driver.display()
            ),
        }
    }
}

/// The program that a variable names, else the first of some names on PATH.
fn find_one(variable: &str, names: &[&str]) -> Result<Option<PathBuf>> {
    match env::var_os(variable).filter(|value| !value.is_empty()) {
        Some(value) => {
            let path = PathBuf::from(value);
            if !path.is_file() {
                bail!(
                    "{variable} names {}, and there is no such program.",
                    path.display()
                );
            }
            Ok(Some(path))
        }
        None => Ok(names.iter().find_map(|name| on_path(name))),
    }
}

/// The first number of "Chromium 156.0.8078.79 built on …".
fn major(answer: &str) -> Option<u32> {
    answer
        .split_whitespace()
        .find_map(|word| word.split_once('.')?.0.parse().ok())
}

fn install() -> Result<()> {
    let Some(as_root) = way_to_root() else {
        bail!("The tests need a browser, and this program may not install one. {BY_HAND}");
    };
    say::timed("Installing Chromium, its driver and CJK fonts by apt-get, for tests in a real browser (once, a minute)", || {
        // Package lists may be absent or out of date; only then are they fetched.
        if apt_get(as_root, &["install", "--yes", "--no-install-recommends"], &PACKAGES).is_ok() {
            return Ok(());
        }
        println!("  fetching newer package lists, because that did not work …");
        apt_get(as_root, &["update"], &[])?;
        apt_get(as_root, &["install", "--yes", "--no-install-recommends"], &PACKAGES)
    })
    .map_err(|error| error.context(format!("apt-get could not install the browser. {BY_HAND}")))
}

/// The words to put before `apt-get`, or `None` where this user may not install packages.
fn way_to_root() -> Option<&'static [&'static str]> {
    on_path("apt-get")?;
    if output_of(Command::new("id").arg("-u"))?.trim() == "0" {
        return Some(&[]);
    }
    on_path("sudo")?;
    output_of(Command::new("sudo").args(["-n", "true"]))?;
    Some(&["sudo", "-n"])
}

fn apt_get(as_root: &[&str], arguments: &[&str], packages: &[&str]) -> Result<()> {
    let words = [
        as_root,
        &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"],
        arguments,
        packages,
    ]
    .concat();
    run(Command::new(words[0])
        .args(&words[1..])
        .stdin(Stdio::null())
        .stdout(Stdio::null()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(
            major("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"),
            Some(156)
        );
        assert_eq!(
            major(
                "ChromeDriver 155.0.1.2 (a21ce95c24ce3964416f09ae1862f53f319eb4d0-refs/branch-heads/8078@{#1704})"
            ),
            Some(155)
        );
        assert_eq!(major("no such thing"), None);
    }
}
