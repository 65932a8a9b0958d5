//! How far each request has come: asked once, answered once, and not before somebody has decided it.

use sim::Entry;

use super::Past;
use crate::checkers::Findings;
use crate::{Address, Event, Happening, Message};

/// How far a request has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Progress {
    pub(super) asked: bool,
    write: bool,
    /// It has several statements.
    many: bool,
    /// How often it has reached an instance, and how often one has decided it.
    arrived: u32,
    decided: u32,
    pub(super) answered: bool,
}

impl Past {
    /// Follows a request.
    /// A client asks once, is answered once, and hears the answer once (W-10).
    pub(super) fn track_request(&mut self, entry: &Entry<Event>, findings: &mut Findings) {
        let (request, decides, write) = match entry.event {
            Event::Asked {
                request,
                write,
                row,
                ..
            } => {
                if self.requests.len() <= request.0 as usize {
                    self.requests
                        .resize(request.0 as usize + 1, Progress::default());
                }
                let progress = &mut self.requests[request.0 as usize];
                if progress.asked {
                    findings.add("W-10", format!("request {} is asked twice", request.0));
                }
                *progress = Progress {
                    asked: true,
                    write,
                    many: row == 0,
                    ..Progress::default()
                };
                self.unanswered += 1;
                return;
            }
            Event::Database(
                Happening::CommitAcknowledged { request, .. } | Happening::PageFull { request, .. },
            ) => (request, true, true),
            Event::Database(Happening::TransactionEnded { request, .. }) => (request, true, false),
            Event::Database(
                Happening::ReadAnswered { request, .. } | Happening::ReaderAnswered { request, .. },
            ) => (request, true, false),
            Event::Delivered {
                to: Address::Instance(_) | Address::Reader(_),
                ..
            } => {
                if let Some(Message::Ask(request)) = self.message(entry.cause)
                    && let Some(progress) = self.requests.get_mut(request.0 as usize)
                {
                    progress.arrived += 1;
                }
                return;
            }
            Event::Delivered {
                to: Address::Client(_),
                ..
            } => match self.message(entry.cause) {
                Some(Message::Answer(request)) => (request, false, false),
                _ => return,
            },
            _ => return,
        };
        let Some(progress) = self
            .requests
            .get_mut(request.0 as usize)
            .filter(|progress| progress.asked)
        else {
            findings.add("W-10", format!("request {} was never asked", request.0));
            return;
        };
        // What one statement of several finds is no answer yet.
        let in_between = matches!(
            entry.event,
            Event::Database(Happening::ReadAnswered { .. } | Happening::PageFull { .. })
        );
        if progress.many && in_between {
            return;
        }
        if decides {
            progress.decided += 1;
            if progress.decided > progress.arrived || !progress.many && progress.write != write {
                findings.add(
                    "W-10",
                    format!(
                        "request {} is decided twice, or as what it is not",
                        request.0
                    ),
                );
            }
        } else {
            if progress.answered || progress.decided == 0 {
                findings.add(
                    "W-10",
                    format!(
                        "a client hears of request {} twice, or too early",
                        request.0
                    ),
                );
            }
            if !progress.answered {
                self.unanswered -= 1;
            }
            progress.answered = true;
        }
    }
}
