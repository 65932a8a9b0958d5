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

/// Makes the letter at `start` large, if it is one of the 26 that need no tables.
pub fn enlarge(text: &mut str, start: usize) {
    if let Some(first) = text.get_mut(start..start + 1) {
        first.make_ascii_uppercase();
    }
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
        for (start, text, large) in [
            (0, "the writer", "The writer"),
            (0, "écrit", "écrit"),
            (5, "then copy F", "then Copy F"),
            (0, "", ""),
        ] {
            let mut out = text.to_owned();
            enlarge(&mut out, start);
            assert_eq!(out, large);
        }
    }
}
