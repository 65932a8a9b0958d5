//! The lines of the log as the keyboard knows them: one of them is in the tab order, arrows lead to the others.

use base::EventId;

/// A way to another line of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineMove {
    /// To the one before.
    Older,
    /// To the one after.
    Newer,
    /// To the first that is shown.
    Oldest,
    /// To the last that there is.
    Newest,
}

impl LineMove {
    /// The way that a key of this name stands for.
    pub fn from_key(key: &str) -> Option<LineMove> {
        Some(match key {
            "ArrowUp" => LineMove::Older,
            "ArrowDown" => LineMove::Newer,
            "Home" => LineMove::Oldest,
            "End" => LineMove::Newest,
            _ => return None,
        })
    }

    /// Where this leads among so many lines; [`None`] past the newest.
    pub fn from(self, place: usize, count: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        match self {
            LineMove::Older => Some(place.saturating_sub(1).min(last)),
            LineMove::Newer => Some(place + 1).filter(|place| *place <= last),
            LineMove::Oldest => Some(0),
            LineMove::Newest => None,
        }
    }
}

/// The `id` of the element of a line.
pub fn line_id(event: EventId) -> String {
    format!("line-{}", event.0)
}

/// The event whose line has this `id`.
pub(crate) fn event_of(id: &str) -> Option<EventId> {
    id.strip_prefix("line-")?.parse().ok().map(EventId)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_lead_from_line_to_line_and_stop_at_the_oldest() {
        assert_eq!(LineMove::Older.from(2, 4), Some(1));
        assert_eq!(LineMove::Older.from(0, 4), Some(0));
        assert_eq!(LineMove::Oldest.from(3, 4), Some(0));
        assert_eq!(LineMove::Newer.from(2, 4), Some(3));
    }

    #[test]
    fn past_the_newest_that_is_shown_newer_ones_are_asked_for() {
        assert_eq!(LineMove::Newer.from(3, 4), None);
        assert_eq!(LineMove::Newest.from(0, 4), None);
        assert_eq!(LineMove::Older.from(0, 0), None);
    }

    #[test]
    fn a_line_is_found_by_its_id() {
        assert_eq!(event_of(&line_id(EventId(77))), Some(EventId(77)));
        assert_eq!(event_of("line-"), None);
        assert_eq!(event_of("spot-writer"), None);
    }
}
