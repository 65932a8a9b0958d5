//! The figures of both sides beside each other.

use std::cmp::Ordering;

use base::{Arg, Phrase, SimSpan};
use mirrored::{Contrast, Side};

/// How one side compares with the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Times {
    /// Aurora has so many times as much, in tenths.
    More(u64),
    /// Aurora has so many times less, in tenths.
    Less(u64),
}

/// One figure of both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContrastRow {
    /// The name of the figure for programs.
    pub key: &'static str,
    /// What it is.
    pub label: Phrase,
    /// Aurora's.
    pub aurora: Phrase,
    /// Mirrored MySQL's.
    pub mirrored: Phrase,
    /// How they compare, where that says something and they differ.
    pub times: Option<Times>,
    /// The comparison in words.
    pub said: Option<Phrase>,
    /// What was published, where it was (E-1 … E-3).
    pub published: Option<Phrase>,
}

/// How a figure is written.
#[derive(Clone, Copy)]
enum Form {
    Count,
    /// So many thousandths.
    Permille,
    Span,
}

/// What both sides have done so far.
pub fn contrast_table(contrast: &Contrast) -> Vec<ContrastRow> {
    let (aurora, mirrored) = (contrast.aurora_side(), contrast.mirrored_side());
    let row = |key, label, form, figure: fn(&Side) -> Option<u64>| {
        let (ours, theirs) = (figure(&aurora), figure(&mirrored));
        let times = ours
            .zip(theirs)
            .and_then(|(ours, theirs)| times(ours, theirs));
        ContrastRow {
            key,
            label,
            aurora: say(form, ours),
            mirrored: say(form, theirs),
            said: times.as_ref().map(say_times),
            times,
            published: None,
        }
    };
    let published = |row: ContrastRow, aurora: Arg, mirrored: Arg, times: &'static str| {
        let words = Phrase::new("contrast-published")
            .with("aurora", aurora)
            .with("mirrored", mirrored)
            .with("times", times);
        let published = Some(words);
        ContrastRow { published, ..row }
    };
    let transactions = row(
        "transactions",
        Phrase::new("contrast-transactions"),
        Form::Count,
        |side| Some(side.transactions),
    );
    let ios = row(
        "ios_per_transaction",
        Phrase::new("contrast-ios"),
        Form::Permille,
        Side::ios_per_1000,
    );
    let node = row(
        "storage_node_ios_per_transaction",
        Phrase::new("contrast-node-ios"),
        Form::Permille,
        Side::storage_node_ios_per_1000,
    );
    let rank = |key, rank: u32, figure| {
        row(
            key,
            Phrase::new("contrast-latency").with("rank", rank),
            Form::Span,
            figure,
        )
    };
    let waiting = ContrastRow {
        times: None,
        said: None,
        ..row(
            "waiting",
            Phrase::new("contrast-waiting"),
            Form::Count,
            |side| Some(side.waiting),
        )
    };
    vec![
        published(
            transactions,
            27_378_000_u64.into(),
            780_000_u64.into(),
            "35",
        ),
        published(ios, "0.95".into(), "7.4".into(), "7.8"),
        ContrastRow {
            published: Some(Phrase::new("contrast-published-node").with("times", "46")),
            ..node
        },
        row(
            "bytes_per_transaction",
            Phrase::new("contrast-bytes"),
            Form::Count,
            Side::bytes_each,
        ),
        rank("commit_p50", 50, |side| side.p50_micros),
        rank("commit_p95", 95, |side| side.p95_micros),
        rank("commit_p99", 99, |side| side.p99_micros),
        waiting,
    ]
}

/// What is modelled, how it is counted, and what is left out.
pub fn contrast_notes() -> Vec<Phrase> {
    vec![
        Phrase::new("contrast-same"),
        Phrase::new("contrast-counted"),
        Phrase::new("contrast-modelled"),
        Phrase::new("contrast-left-out"),
    ]
}

fn say(form: Form, figure: Option<u64>) -> Phrase {
    let Some(figure) = figure else {
        return Phrase::new("contrast-none");
    };
    let value: Arg = match form {
        Form::Count => figure.into(),
        Form::Permille => format!("{}.{:02}", figure / 1_000, figure % 1_000 / 10).into(),
        Form::Span => SimSpan::from_micros(figure).into(),
    };
    Phrase::new("contrast-value").with("value", value)
}

fn times(ours: u64, theirs: u64) -> Option<Times> {
    let tenths = |large: u64, small: u64| (large * 10 + small / 2).checked_div(small);
    match ours.cmp(&theirs) {
        Ordering::Greater => tenths(ours, theirs).map(Times::More),
        Ordering::Less => tenths(theirs, ours).map(Times::Less),
        Ordering::Equal => None,
    }
}

fn say_times(times: &Times) -> Phrase {
    let written = |tenths: u64| match tenths {
        100.. => format!("{}", tenths / 10),
        _ => format!("{}.{}", tenths / 10, tenths % 10),
    };
    match times {
        Times::More(tenths) => Phrase::new("contrast-more").with("times", written(*tenths)),
        Times::Less(tenths) => Phrase::new("contrast-less").with("times", written(*tenths)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_are_compared_both_ways() {
        assert_eq!(times(410, 10), Some(Times::More(410)));
        assert_eq!(times(85, 340), Some(Times::Less(40)));
        assert_eq!(times(7, 7), None);
        assert_eq!(times(7, 0), None);
        assert_eq!(
            say_times(&Times::Less(40)).args[0].1,
            "4.0".to_owned().into()
        );
        assert_eq!(
            say_times(&Times::More(413)).args[0].1,
            "41".to_owned().into()
        );
    }

    #[test]
    fn shares_are_written_with_two_decimals() {
        assert_eq!(
            say(Form::Permille, Some(3_364)).args[0].1,
            "3.36".to_owned().into()
        );
        assert_eq!(say(Form::Permille, None).id, "contrast-none");
    }
}
