//! The whole stage.

use base::{CopyId, Phrase, SimTime, ZoneId};
use world::{Micros, World};

use crate::clients::{ClientsView, clients_view};
use crate::copies::{CopyView, copy_view};
use crate::faults::{FaultView, faults};
use crate::groups::{Abilities, GroupView, abilities, group_view, shown_groups};
use crate::readers::{ReaderView, reader_views};
use crate::ring::{ring, subject};
use crate::ruler::{RulerView, ruler_view};
use crate::traffic::Traffic;
use crate::writer::{WriterView, writer_view};
use crate::{Focus, describe};

/// One Availability Zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneView {
    /// Which.
    pub zone: ZoneId,
    /// Whether it is cut off.
    pub cut: bool,
    /// How long a message from the writer into this zone takes, faults left out.
    pub hop: Micros,
    /// The copies that live in it.
    pub copies: Vec<CopyId>,
    /// Whether the writer runs in it.
    pub has_writer: bool,
}

/// What stands still between two events. The default is the blank stage of a run that is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// The playhead.
    pub now: SimTime,
    /// Steps the run has made.
    pub steps: u64,
    /// The zones, in order.
    pub zones: Vec<ZoneView>,
    /// The copies, in order.
    pub copies: Vec<CopyView>,
    /// The writer.
    pub writer: Option<WriterView>,
    /// The readers, in order.
    pub readers: Vec<ReaderView>,
    /// The clients.
    pub clients: ClientsView,
    /// The groups that are drawn.
    pub groups: Vec<GroupView>,
    /// What all groups of the volume can do, counted.
    pub abilities: Abilities,
    /// The log.
    pub ruler: Option<RulerView>,
    /// What is broken.
    pub faults: Vec<FaultView>,
    /// The same picture for somebody who cannot see it: a handful of sentences.
    pub describe: Vec<Phrase>,
}

/// The stage at the playhead. `focus` chooses which groups are drawn ([`shown_groups`]).
pub fn scene(world: &World, playhead: SimTime, focus: Option<Focus>) -> Scene {
    let shown = shown_groups(world, focus);
    let of_ring = subject(world).and_then(|(commit, _)| Some(world.log().get(commit.scn)?.group()));
    let looked_at = shown.clone();
    let traffic = Traffic::of(world, |group| {
        of_ring == Some(group) || looked_at.clone().any(|shown| shown == group)
    });
    let ring = ring(world, &traffic);
    let mut scene = Scene {
        now: playhead,
        steps: world.steps(),
        zones: ZoneId::all().map(|zone| zone_view(world, zone)).collect(),
        copies: CopyId::all()
            .map(|copy| copy_view(world, copy, shown.clone(), ring.as_ref(), &traffic))
            .collect(),
        writer: Some(writer_view(world, ring)),
        readers: reader_views(world),
        clients: clients_view(world, &traffic),
        groups: shown.map(|group| group_view(world, group)).collect(),
        abilities: abilities(world),
        ruler: Some(ruler_view(world, focus)),
        faults: faults(world),
        describe: Vec::new(),
    };
    scene.describe = describe::describe(&scene);
    scene
}

fn zone_view(world: &World, zone: ZoneId) -> ZoneView {
    let writer_zone = world.writer_zone();
    ZoneView {
        zone,
        cut: world.is_zone_cut(zone),
        hop: world.topology().zone_delay(writer_zone, zone),
        copies: world.topology().copies_in(zone).collect(),
        has_writer: zone == writer_zone,
    }
}
