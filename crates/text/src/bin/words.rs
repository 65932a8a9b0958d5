//! `words FOLDER`: writes the languages, and what chapters say in them, that the page loads when it needs them, one file each.

use std::path::PathBuf;
use std::{env, fs, io};

use text::Lang;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("usage: words FOLDER"))?;
    fs::create_dir_all(&folder)?;
    for lang in Lang::ALL {
        let code = lang.code();
        let files = [
            (format!("{code}.txt"), text::written(lang)),
            (format!("chapters-{code}.txt"), text::written_chapters(lang)),
        ];
        for (name, written) in files {
            let (file, Some(written)) = (folder.join(name), written) else {
                continue;
            };
            // Left alone where nothing has changed, so that nobody who watches the folder is woken.
            if fs::read_to_string(&file).ok().as_ref() != Some(&written) {
                fs::write(file, written)?;
            }
        }
    }
    Ok(())
}
