//! `words FOLDER`: writes the languages that the page loads when it needs them, one file each.

use std::path::PathBuf;
use std::{env, fs, io};

use text::Lang;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("usage: words FOLDER"))?;
    fs::create_dir_all(&folder)?;
    for lang in Lang::ALL {
        if let Some(written) = text::written(lang) {
            let file = folder.join(format!("{}.txt", lang.code()));
            // Left alone where nothing has changed, so that nobody who watches the folder is woken.
            if fs::read_to_string(&file).ok().as_ref() != Some(&written) {
                fs::write(file, written)?;
            }
        }
    }
    Ok(())
}
