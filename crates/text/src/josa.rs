//! Korean particles, whose form follows the sound before them.

/// How a word ends, as far as a particle cares.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    Vowel,
    /// The one consonant after which `로` stays `로`.
    Rieul,
    Consonant,
}

/// The one of a pair of particles, written as `이/가` with the form after a consonant first, that fits a text.
pub fn particle<'a>(text: &str, pair: &'a str) -> &'a str {
    let (after_consonant, after_vowel) = pair.split_once('/').unwrap_or((pair, pair));
    match ending(text) {
        Ending::Vowel => after_vowel,
        Ending::Rieul if after_vowel == "로" => after_vowel,
        Ending::Rieul | Ending::Consonant => after_consonant,
    }
}

/// Looks at the last letter that is spoken.
fn ending(text: &str) -> Ending {
    let silent = |letter: &char| letter.is_ascii_punctuation() || "”’…」 ".contains(*letter);
    match text.chars().rev().find(|letter| !silent(letter)) {
        Some(syllable @ '가'..='힣') => match (u32::from(syllable) - u32::from('가')) % 28 {
            0 => Ending::Vowel,
            8 => Ending::Rieul,
            _ => Ending::Consonant,
        },
        // 일, 칠, 팔; the letters 엘 and 알.
        Some('1' | '7' | '8' | 'L' | 'l' | 'R' | 'r') => Ending::Rieul,
        // 영 (or 십, 백, 천), 삼, 육; 엠, 엔.
        Some('0' | '3' | '6' | 'M' | 'm' | 'N' | 'n') => Ending::Consonant,
        _ => Ending::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::particle;

    #[test]
    fn a_particle_fits_the_sound_before_it() {
        for (text, pair, with) in [
            ("라이터", "이/가", "라이터가"),
            ("점장", "이/가", "점장이"),
            ("사본 F", "은/는", "사본 F는"),
            ("LSN", "을/를", "LSN을"),
            ("VCL", "이/가", "VCL이"),
            ("LSN 1010", "이/가", "LSN 1010이"),
            ("LSN 1012", "으로/로", "LSN 1012로"),
            ("LSN 1011", "으로/로", "LSN 1011로"),
            ("LSN 1013", "으로/로", "LSN 1013으로"),
            ("서울", "으로/로", "서울로"),
            ("서울", "이/가", "서울이"),
            ("레코드(3개)", "을/를", "레코드(3개)를"),
            ("“값”", "을/를", "“값”을"),
        ] {
            assert_eq!(format!("{text}{}", particle(text, pair)), with);
        }
    }
}
