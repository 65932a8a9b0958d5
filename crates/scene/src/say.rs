//! Phrases that are parts of many others.

use base::{CopyId, Lsn, Phrase, RequestId, SegmentId};
use world::{
    Ability, Address, Bytes, ChosenWhy, CopySet, Ended, LostWhy, Message, Operation, Range,
    RollbackWhy, Run, Site, Stamp, Statement, VISITOR, World, undo_group,
};

/// A name that came as bytes from a client.
pub(crate) fn name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub(crate) fn letter(copy: CopyId) -> String {
    copy.to_string()
}

/// One end of a message.
pub(crate) fn who(world: &World, address: Address) -> Phrase {
    match address {
        Address::Instance(instance) if instance == world.writer().instance() => {
            Phrase::new("who-writer")
        }
        Address::Instance(_) => Phrase::new("who-old-writer"),
        Address::Client(VISITOR) => Phrase::new("who-visitor"),
        Address::Client(client) => Phrase::new("who-client").with("number", client.0),
        Address::Segment(segment) => with_segment(Phrase::new("who-copy"), segment),
        Address::ControlPlane => Phrase::new("who-control-plane"),
        Address::Reader(reader) => Phrase::new("who-reader").with("number", reader.number()),
    }
}

/// An end of a link.
pub(crate) fn site(site: Site) -> Phrase {
    match (site, site.as_copy()) {
        (_, Some(copy)) => Phrase::new("who-node").with("copy", letter(copy)),
        (Site::Clients, _) => Phrase::new("who-clients"),
        _ => Phrase::new("who-writer"),
    }
}

/// A phrase about one copy of one group.
pub(crate) fn with_segment(phrase: Phrase, segment: SegmentId) -> Phrase {
    phrase
        .with("copy", letter(segment.copy()))
        .with("group", segment.group().number())
}

/// What a client has asked.
pub(crate) fn request(world: &World, id: RequestId) -> Phrase {
    if let Some(group) = undo_group(id) {
        return Phrase::new("request-undo").with("group", group.number());
    }
    match world.request(id).map(|request| &request.operation) {
        Some(Operation::Put { key, value }) => Phrase::new("request-put")
            .with("key", name(key))
            .with("value", name(value)),
        Some(Operation::Get { key }) => Phrase::new("request-get").with("key", name(key)),
        Some(Operation::LongGet { key }) => Phrase::new("request-long-get").with("key", name(key)),
        Some(Operation::Transaction(script)) => Phrase::new("request-transaction")
            .with("count", script.statements.len() as u64)
            .with("key", name(script.statements[0].key())),
        None => Phrase::new("request-gone").with("number", id.0),
    }
}

/// One statement of a transaction.
pub(crate) fn statement(statement: &Statement) -> Phrase {
    match statement {
        Statement::Put { key, value } => Phrase::new("request-put")
            .with("key", name(key))
            .with("value", name(value)),
        Statement::Get { key } => Phrase::new("request-get").with("key", name(key)),
    }
}

/// How a transaction has ended, and what its reads have found.
pub(crate) fn ended(how: Ended, found: &[Option<Bytes>]) -> Phrase {
    let (word, scn) = match how {
        Ended::Committed(scn) => ("committed", scn),
        Ended::ReadOnly => ("read-only", Lsn::ZERO),
        Ended::RolledBack(why) => (rollback_why(why), Lsn::ZERO),
    };
    let values = found.iter().map(|value| match value {
        Some(value) => name(value),
        None => "-".to_owned(),
    });
    Phrase::new("transaction-ended")
        .with("how", word)
        .with("scn", scn)
        .with("count", found.len() as u64)
        .with("found", values.collect::<Vec<_>>().join(", "))
}

/// Why nothing of a transaction stays.
pub(crate) fn rollback_why(why: RollbackWhy) -> &'static str {
    match why {
        RollbackWhy::Asked => "asked",
        RollbackWhy::Deadlock => "deadlock",
        RollbackWhy::NoRoom => "no-room",
        RollbackWhy::Restart => "restart",
    }
}

fn with_run(phrase: Phrase, run: Run) -> Phrase {
    phrase
        .with("records", run.len)
        .with("last", run.last)
        .with("group", run.group.number())
}

/// What a message is.
pub(crate) fn message(world: &World, message: Message) -> Phrase {
    let about = |id, of| Phrase::new(id).with("request", request(world, of));
    match message {
        Message::Ask(of) => about("message-ask", of),
        Message::Answer(of) => about("message-answer", of),
        Message::Write(run) => with_run(Phrase::new("message-write"), run),
        Message::Fill(run) => with_run(Phrase::new("message-fill"), run),
        Message::Ack { scl } => Phrase::new("message-ack").with("scl", scl),
        Message::Report { scl } => Phrase::new("message-report").with("scl", scl),
        Message::Compare { scl } => Phrase::new("message-compare").with("scl", scl),
        Message::Same { scl } => Phrase::new("message-same").with("scl", scl),
        Message::Lack { after } => Phrase::new("message-lack").with("after", after),
        Message::ReadPage { request, page, at } => about("message-read-page", request)
            .with("page", page.0.to_string())
            .with("at", at),
        Message::PageImage { request, .. } => about("message-page-image", request),
        Message::NotThatFar { request, scl } => {
            about("message-not-that-far", request).with("scl", scl)
        }
        Message::Members { epoch } => {
            Phrase::new("message-members").with("epoch", u32::from(epoch.0))
        }
        Message::MembersKept { epoch, scl } => Phrase::new("message-members-kept")
            .with("epoch", u32::from(epoch.0))
            .with("scl", scl),
        Message::CopyPage { page, .. } => {
            Phrase::new("message-copy-page").with("page", page.0.to_string())
        }
        Message::PageCopy { page, .. } => {
            Phrase::new("message-page-copy").with("page", page.0.to_string())
        }
        Message::AreYouFull { needs } => Phrase::new("message-are-you-full").with("needs", needs),
        Message::Full { scl } => Phrase::new("message-full").with("scl", scl),
        Message::TooFarBack { request, pgmrpl } => {
            about("message-too-far-back", request).with("pgmrpl", pgmrpl)
        }
        Message::Unreadable { request } => about("message-unreadable", request),
        Message::Horizon(horizon) => Phrase::new("message-horizon")
            .with("durable", horizon.durable)
            .with("pgmrpl", horizon.pgmrpl),
        Message::LackPage { page, .. } => {
            Phrase::new("message-lack-page").with("page", page.0.to_string())
        }
        Message::PeerPage { page, .. } => {
            Phrase::new("message-peer-page").with("page", page.0.to_string())
        }
        Message::Survey { epoch } => {
            Phrase::new("message-survey").with("epoch", u32::from(epoch.0))
        }
        Message::Surveyed { scl, .. } => Phrase::new("message-surveyed").with("scl", scl),
        Message::Truncate { range, .. } => with_range(Phrase::new("message-truncate"), range),
        Message::Truncated { .. } => Phrase::new("message-truncated"),
        Message::RaiseEpoch { epoch } => {
            Phrase::new("message-raise-epoch").with("epoch", u32::from(epoch.0))
        }
        Message::EpochRaised { epoch, scl } => Phrase::new("message-epoch-raised")
            .with("epoch", u32::from(epoch.0))
            .with("scl", scl),
        Message::Pass { to, after } => Phrase::new("message-pass")
            .with("copy", letter(to))
            .with("after", after),
        Message::Follow => Phrase::new("message-follow"),
        Message::Begin { at, .. } => Phrase::new("message-begin").with("at", at),
        Message::Redo { after, upto, vdl } => Phrase::new("message-redo")
            .with("after", after)
            .with("upto", upto)
            .with("vdl", vdl),
        Message::Heard { upto, lowest, .. } => Phrase::new("message-heard")
            .with("upto", upto)
            .with("lowest", lowest),
        Message::Stale { knows, .. } => with_epochs(Phrase::new("message-stale"), knows),
    }
}

/// LSNs that are declared void.
pub(crate) fn with_range(phrase: Phrase, range: Range) -> Phrase {
    phrase
        .with("first", range.above.next())
        .with("last", range.until)
}

/// The epochs somebody knows.
pub(crate) fn with_epochs(phrase: Phrase, knows: Stamp) -> Phrase {
    phrase
        .with("volume", u32::from(knows.volume.0))
        .with("membership", u32::from(knows.membership.0))
        .with("geometry", u32::from(knows.geometry.0))
}

/// Why a message is lost.
pub(crate) fn lost(why: LostWhy) -> Phrase {
    Phrase::new(match why {
        LostWhy::Cut => "lost-cut",
        LostWhy::Chance => "lost-chance",
        LostWhy::Stopped => "lost-stopped",
        LostWhy::NotOpen => "lost-not-open",
        LostWhy::ReadOnly => "lost-read-only",
    })
}

/// What decided who becomes the writer.
pub(crate) fn chosen(why: ChosenWhy) -> Phrase {
    Phrase::new(match why {
        ChosenWhy::OnlyOne => "chosen-only-one",
        ChosenWhy::Tier => "chosen-tier",
        ChosenWhy::Size => "chosen-size",
        ChosenWhy::Lot => "chosen-lot",
        ChosenWhy::Asked => "chosen-asked",
        ChosenWhy::InPlace => "chosen-in-place",
        ChosenWhy::Recreated => "chosen-recreated",
    })
}

/// What a group can do.
pub(crate) fn ability(ability: Ability) -> Phrase {
    Phrase::new(match ability {
        Ability::ReadWrite => "ability-read-write",
        Ability::ReadOnly => "ability-read-only",
        Ability::Unavailable => "ability-unavailable",
    })
}

/// A set of copies by their letters, and how many they are.
pub(crate) fn with_copies(phrase: Phrase, copies: CopySet) -> Phrase {
    phrase
        .with("reachable", copies.to_string())
        .with("count", copies.len())
}

/// For a selector in a message.
pub(crate) fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}
