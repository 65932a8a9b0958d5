//! How a person wants to be shown and told things.

use base::Lens;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Japanese.
    Ja,
    /// Simplified Chinese.
    Zh,
    /// Korean.
    Ko,
    /// No language: English made longer and odd, to find what was not translated. Only links can ask for it.
    Pseudo,
}

impl Language {
    /// The languages to choose from.
    pub const ALL: [Language; 4] = [Language::En, Language::Ja, Language::Zh, Language::Ko];

    /// The language tag: `en`, `ja`, `zh`, `ko`; `en-XA` for none.
    pub const fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Ja => "ja",
            Language::Zh => "zh",
            Language::Ko => "ko",
            Language::Pseudo => "en-XA",
        }
    }

    /// The language of a language tag; what follows the first part (`zh-CN`, `en_GB`) does not matter.
    pub fn from_code(code: &str) -> Option<Language> {
        if code.eq_ignore_ascii_case(Language::Pseudo.code()) {
            return Some(Language::Pseudo);
        }
        let first = code.split(['-', '_']).next()?;
        let mut all = Language::ALL.into_iter();
        all.find(|language| language.code().eq_ignore_ascii_case(first))
    }
}

/// How the page is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Theme {
    /// As the machine it runs on.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// With the strongest contrast, for projectors.
    Contrast,
}

impl Theme {
    /// All themes.
    pub const ALL: [Theme; 4] = [Theme::System, Theme::Light, Theme::Dark, Theme::Contrast];

    /// The name it goes by in links: `system`, `light`, `dark` or `contrast`.
    pub const fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        }
    }

    /// The theme that goes by this name.
    pub fn from_name(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// Everything about a person's wishes; a run does not depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The lens.
    pub lens: Lens,
    /// The language.
    pub language: Language,
    /// The theme.
    pub theme: Theme,
    /// How much is said in the log, from 1 (what everybody wants to know) to 3 (everything).
    pub verbosity: u8,
}

/// The verbosities there are.
pub(crate) const VERBOSITIES: std::ops::RangeInclusive<u8> = 1..=3;

impl Default for Settings {
    fn default() -> Self {
        Settings {
            lens: Lens::default(),
            language: Language::default(),
            theme: Theme::default(),
            verbosity: *VERBOSITIES.start(),
        }
    }
}
