//! What is wrong with a file, and where.

use base::Phrase;

/// A place in a text, as editors count: both from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl Place {
    /// The place of a byte of a text; the place behind its end if the byte lies beyond.
    pub fn of_byte(text: &str, byte: usize) -> Place {
        let before = text.get(..byte).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place {
            line: 1 + before.bytes().filter(|byte| *byte == b'\n').count() as u32,
            column: 1 + before[line_start..].chars().count() as u32,
        }
    }
}

/// Something that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Where.
    pub place: Place,
    /// The way there, such as `timeline[2].do.cut_zone`; empty for the file as a whole.
    pub path: String,
    /// What is wrong, and what to do.
    pub phrase: Phrase,
    /// What was probably meant.
    pub hint: Option<Phrase>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let text = "ab\n쓰기x\r\n";
        let place = |byte| {
            let Place { line, column } = Place::of_byte(text, byte);
            (line, column)
        };
        assert_eq!(place(0), (1, 1));
        assert_eq!(place(2), (1, 3));
        assert_eq!(place(3), (2, 1));
        assert_eq!(place(9), (2, 3), "behind two characters of three bytes");
        assert_eq!(place(text.len()), (3, 1));
        assert_eq!(place(999), (3, 1));
    }
}
