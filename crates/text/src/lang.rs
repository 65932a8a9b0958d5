//! The languages there are, and which one suits a reader.

/// A language the page speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Japanese.
    Ja,
    /// Chinese in simplified characters.
    Zh,
    /// Korean.
    Ko,
    /// English made strange: accented, longer, in brackets. What still looks ordinary has escaped translation.
    Pseudo,
}

impl Lang {
    /// The languages a reader can choose from.
    pub const ALL: [Lang; 4] = [Lang::En, Lang::Ja, Lang::Zh, Lang::Ko];

    /// The BCP 47 code, as the `lang` attribute of a page and in links.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ja => "ja",
            Lang::Zh => "zh-Hans",
            Lang::Ko => "ko",
            Lang::Pseudo => "en-XA",
        }
    }

    /// What the language calls itself; the same in every language.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Ja => "日本語",
            Lang::Zh => "简体中文",
            Lang::Ko => "한국어",
            Lang::Pseudo => "⟦Þšéûðö⟧",
        }
    }

    /// The language a code stands for, whatever its region, script and case: `ja-JP`, `zh`, `ZH_tw`. Chinese in
    /// traditional characters is answered with simplified ones, the nearest there is.
    pub fn from_code(code: &str) -> Option<Lang> {
        if code.eq_ignore_ascii_case(Lang::Pseudo.code()) {
            return Some(Lang::Pseudo);
        }
        let primary = code.trim().split(['-', '_']).next()?;
        Lang::ALL.into_iter().find(|lang| {
            let own = &lang.code()[..2];
            own.eq_ignore_ascii_case(primary)
        })
    }

    /// The first language of a reader's list, such as a browser's, that the page speaks; else English.
    pub fn negotiate<'a>(preferred: impl IntoIterator<Item = &'a str>) -> Lang {
        preferred
            .into_iter()
            .find_map(Lang::from_code)
            .unwrap_or_default()
    }

    /// The plural form (CLDR's category) in which this language speaks of so many things.
    pub(crate) const fn plural_form(self, number: u64) -> &'static str {
        match (self, number) {
            (Lang::En | Lang::Pseudo, 1) => "one",
            _ => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn a_code_is_understood_with_any_region_script_and_case() {
        for (code, lang) in [
            ("en", Lang::En),
            ("en-GB", Lang::En),
            ("ja-JP", Lang::Ja),
            ("JA", Lang::Ja),
            ("zh", Lang::Zh),
            ("zh-CN", Lang::Zh),
            ("zh-Hans", Lang::Zh),
            ("zh_Hant_TW", Lang::Zh),
            ("ko-KR", Lang::Ko),
            ("en-XA", Lang::Pseudo),
        ] {
            assert_eq!(Lang::from_code(code), Some(lang), "{code}");
        }
        for code in ["", "-", "fr", "eng", "jam", "kok-IN", "日本語"] {
            assert_eq!(Lang::from_code(code), None, "{code}");
        }
    }

    #[test]
    fn every_code_leads_back_to_its_language() {
        for lang in Lang::ALL.into_iter().chain([Lang::Pseudo]) {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
        }
    }

    #[test]
    fn the_first_known_language_of_a_list_is_taken() {
        assert_eq!(Lang::negotiate(["fr-FR", "ko", "en"]), Lang::Ko);
        assert_eq!(Lang::negotiate(["ja-JP", "ja", "en-US"]), Lang::Ja);
        assert_eq!(Lang::negotiate(["de", "en-US", "ja"]), Lang::En);
        assert_eq!(Lang::negotiate(["de", "fr"]), Lang::En);
        assert_eq!(Lang::negotiate([]), Lang::En);
    }
}
