//! What the browser remembers of a person's choices. It may refuse to; then nothing is remembered.

use base::Lens;
use session::{Language, Settings, Theme};

use crate::dom;

/// The names of what is remembered.
const THEME: &str = "aurorascope.theme";
const LANGUAGE: &str = "aurorascope.lang";
const LENS: &str = "aurorascope.lens";
const KEYS: &str = "aurorascope.keys";

fn recall(name: &str) -> Option<String> {
    dom::window().local_storage().ok()??.get_item(name).ok()?
}

fn remember(name: &str, value: &str) {
    if let Ok(Some(storage)) = dom::window().local_storage() {
        storage.set_item(name, value).ok();
    }
}

/// The theme that was chosen last.
pub(crate) fn theme() -> Option<Theme> {
    Theme::from_name(&recall(THEME)?)
}

/// The language that was chosen last.
pub(crate) fn language() -> Option<Language> {
    Language::from_code(&recall(LANGUAGE)?)
}

/// The lens that was chosen last.
pub(crate) fn lens() -> Option<Lens> {
    Lens::from_name(&recall(LENS)?)
}

/// Whether single keys work as shortcuts.
pub(crate) fn shortcuts() -> bool {
    recall(KEYS).as_deref() != Some("off")
}

/// Remembers whether single keys work as shortcuts.
pub(crate) fn keep_shortcuts(on: bool) {
    remember(KEYS, if on { "on" } else { "off" });
}

/// Remembers what differs between two settings.
pub(crate) fn keep(before: Settings, after: Settings) {
    if before.theme != after.theme {
        remember(THEME, after.theme.name());
    }
    if before.language != after.language && after.language != Language::Pseudo {
        remember(LANGUAGE, after.language.code());
    }
    if before.lens != after.lens {
        remember(LENS, after.lens.name());
    }
}
