//! Lists of copies, and letters at the beginning of a sentence.

use crate::Lang;

/// The letters of a set of copies as a list: `ABE` is `A, B and E` in English.
pub fn list(lang: Lang, letters: &str) -> String {
    let (comma, last, none) = match lang {
        Lang::En | Lang::Pseudo => (", ", " and ", "none"),
        Lang::Ja => ("、", "、", "なし"),
        Lang::Zh => ("、", " 和 ", "无"),
        Lang::Ko => (", ", ", ", "없음"),
    };
    let mut out = String::new();
    let mut rest = letters.chars().peekable();
    while let Some(letter) = rest.next() {
        if !out.is_empty() {
            out.push_str(if rest.peek().is_some() { comma } else { last });
        }
        out.push(letter);
    }
    if out.is_empty() { none.into() } else { out }
}

/// The text with its first letter made large.
pub fn with_large_first(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_lists_in_its_own_way() {
        for (lang, many, none) in [
            (Lang::En, "A, B and E", "none"),
            (Lang::Ja, "A、B、E", "なし"),
            (Lang::Zh, "A、B 和 E", "无"),
            (Lang::Ko, "A, B, E", "없음"),
        ] {
            assert_eq!(list(lang, "ABE"), many);
            assert_eq!(list(lang, "F"), "F");
            assert_eq!(list(lang, ""), none);
        }
        assert_eq!(list(Lang::En, "AB"), "A and B");
    }

    #[test]
    fn only_the_first_letter_grows() {
        assert_eq!(with_large_first("the writer"), "The writer");
        assert_eq!(with_large_first("copy F"), "Copy F");
        assert_eq!(with_large_first("écrit"), "Écrit");
        assert_eq!(with_large_first(""), "");
    }
}
