//! Long texts that only the rest reads: the scenario files, which stand in the module as they stand in their folder.
//!
//! They are found in what the memory begins with, taken out of the first part and given to the rest, which puts them into
//! the memory where they were. What reads them is of the rest itself, so nobody reads them before they are there.

use std::{collections::BTreeMap, fs, ops::Range};

use anyhow::{Result, ensure};

use super::module::Data;
use crate::project::Project;

/// The folders of the scenario files that the module carries.
const FOLDERS: [&str; 2] = ["tests/scenarios", "tests/scenarios/myths"];

/// The texts of the scenario files.
///
/// # Errors
/// When one cannot be read.
pub fn of_scenarios(project: &Project) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for folder in FOLDERS {
        for entry in fs::read_dir(project.root.join(folder))? {
            let path = entry?.path();
            if path.extension().is_some_and(|it| it == "json") {
                texts.push(fs::read_to_string(path)?);
            }
        }
    }
    Ok(texts)
}

/// What the memory of the first part begins with, and what the rest adds: the texts.
///
/// # Errors
/// When none of the texts is found.
pub fn divided<'a>(data: &[Data<'a>], texts: &[String]) -> Result<(Vec<Data<'a>>, Vec<Data<'a>>)> {
    let (mut first, mut rest) = (Vec::new(), Vec::new());
    for piece in data {
        let mut begins = 0;
        for (from, to) in found(piece.bytes, texts) {
            first.extend(part(piece, begins..from));
            rest.extend(part(piece, from..to));
            begins = to;
        }
        first.extend(part(piece, begins..piece.bytes.len()));
    }
    ensure!(
        texts.is_empty() || !rest.is_empty(),
        "the scenario files are not found in the module"
    );
    Ok((first, rest))
}

/// Where texts begin and end, in order.
fn found(bytes: &[u8], texts: &[String]) -> BTreeMap<usize, usize> {
    let texts = texts.iter().filter(|text| !text.is_empty());
    let places = texts.filter_map(|text| {
        let place = bytes
            .windows(text.len())
            .position(|it| it == text.as_bytes())?;
        Some((place, place + text.len()))
    });
    places.collect()
}

fn part<'a>(piece: &Data<'a>, places: Range<usize>) -> Option<Data<'a>> {
    (!places.is_empty()).then(|| piece.part(places))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_where_they_were_in_memory_but_later() {
        let data = [
            Data {
                address: 8,
                bytes: b"ab{one}{two}cd",
            },
            Data {
                address: 100,
                bytes: b"{three}",
            },
        ];
        let texts = ["{two}", "{three}", "{one}", "{none}"].map(str::to_owned);
        let (first, rest) = divided(&data, &texts).unwrap();
        assert_eq!(
            first,
            [
                Data {
                    address: 8,
                    bytes: b"ab"
                },
                Data {
                    address: 20,
                    bytes: b"cd"
                }
            ]
        );
        assert_eq!(
            rest,
            [
                Data {
                    address: 10,
                    bytes: b"{one}"
                },
                Data {
                    address: 15,
                    bytes: b"{two}"
                },
                Data {
                    address: 100,
                    bytes: b"{three}"
                },
            ]
        );
        assert!(divided(&data, &["{none}".to_owned()]).is_err());
    }
}
