//! The known name that a misspelt one was probably meant to be.

/// Longer names than this are no slip of the pen.
const LENGTH_MAX: usize = 40;

/// The nearest of `known` to `name`, if one is near enough: at most a third of its letters wrong, counting a
/// letter too many, too few, exchanged, or two neighbours swapped as one each.
pub fn nearest<'k>(name: &str, known: &[&'k str]) -> Option<&'k str> {
    let name: Vec<char> = name.to_ascii_lowercase().chars().collect();
    if name.is_empty() || name.len() > LENGTH_MAX {
        return None;
    }
    known
        .iter()
        .map(|known| {
            let letters: Vec<char> = known.to_ascii_lowercase().chars().collect();
            (distance(&name, &letters), letters.len(), *known)
        })
        .filter(|(distance, length, _)| distance * 3 <= *length)
        .min_by_key(|(distance, ..)| *distance)
        .map(|(.., known)| known)
}

/// The optimal string alignment distance.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let exchanged = last[j] + usize::from(letter != other);
            let mut best = exchanged.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *letter == b[j - 1] && a[i - 1] == *other {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMANDS: [&str; 6] = [
        "put",
        "get",
        "cut_zone",
        "heal_zone",
        "cut_copy",
        "stop_copy",
    ];

    #[test]
    fn slips_of_the_pen_are_understood() {
        for (slip, meant) in [
            ("cut_zome", "cut_zone"),
            ("cutzone", "cut_zone"),
            ("Cut_Zone", "cut_zone"),
            ("stop_cpoy", "stop_copy"),
            ("puts", "put"),
            ("heal_zones", "heal_zone"),
        ] {
            assert_eq!(nearest(slip, &COMMANDS), Some(meant), "{slip}");
        }
        assert_eq!(nearest("C", &["a", "b", "c"]), Some("c"));
    }

    #[test]
    fn what_is_far_from_all_is_not_guessed() {
        for far in ["", "delete", "d", &"cut_zone".repeat(40)] {
            assert_eq!(nearest(far, &COMMANDS), None, "{far}");
        }
        assert_eq!(nearest("d", &["a", "b", "c"]), None);
    }
}
