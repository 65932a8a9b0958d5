//! English made strange, to find words that no translator has seen.

/// Opens a pseudo-translated message.
pub const OPEN: char = '⟦';
/// Closes it.
pub const CLOSE: char = '⟧';

/// Writes the text with an accent on every letter that can carry one and with double vowels: readable, and about
/// a third longer, as translations are.
pub fn write_strange(out: &mut String, text: &str) {
    for letter in text.chars() {
        let (accented, times) = match letter {
            'a' => ('á', 2),
            'e' => ('é', 2),
            'i' => ('í', 2),
            'o' => ('ö', 2),
            'u' => ('û', 2),
            'A' => ('Å', 1),
            'C' => ('Ç', 1),
            'D' => ('Ð', 1),
            'E' => ('É', 1),
            'I' => ('Î', 1),
            'N' => ('Ñ', 1),
            'O' => ('Ö', 1),
            'S' => ('Š', 1),
            'T' => ('Ţ', 1),
            'U' => ('Û', 1),
            'Y' => ('Ý', 1),
            'c' => ('ç', 1),
            'd' => ('ð', 1),
            'g' => ('ĝ', 1),
            'h' => ('ĥ', 1),
            'k' => ('ķ', 1),
            'l' => ('ļ', 1),
            'n' => ('ñ', 1),
            'r' => ('ŕ', 1),
            's' => ('š', 1),
            't' => ('ţ', 1),
            'w' => ('ŵ', 1),
            'y' => ('ý', 1),
            other => (other, 1),
        };
        out.extend(std::iter::repeat_n(accented, times));
    }
}

#[cfg(test)]
mod tests {
    use super::write_strange;

    #[test]
    fn text_becomes_longer_by_about_a_third_and_stays_readable() {
        let text = "The writer sends records to all six copies of the group";
        let mut stranger = String::new();
        write_strange(&mut stranger, text);
        assert_eq!(
            stranger,
            "Ţĥéé ŵŕííţééŕ šééñðš ŕééçööŕðš ţöö ááļļ šííx çööpííééš ööf ţĥéé ĝŕööûûp"
        );
        let (before, after) = (text.chars().count(), stranger.chars().count());
        assert!(
            (125..=145).contains(&(after * 100 / before)),
            "{before} → {after}"
        );
    }
}
