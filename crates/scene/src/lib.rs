//! The view model: what a moment of a run looks like, as plain values.
//!
//! Everything here is a pure function of a [`World`], the playhead and what is focused. No prose (only
//! [`Phrase`]s), no pixels, no constants of the simulation: an engine that is not there leaves
//! every view blank. What is drawn, what a screen reader is told and what tests read as text is the same value.
//!
//! * [`scene`] is what stands still between two events: zones, copies with their tapes, the writer with its
//!   ring, the ruler; [`flights`] is what moves in between.
//! * [`contrast_table`] and [`mirrored_view`] show mirrored MySQL beside Aurora; [`scheme_view`] says how often schemes of
//!   copies lose their quorums.
//! * [`inspect`] shows one thing closely and what can be done to it.
//! * [`why_waiting`] and [`why`] give reasons, step by step; [`line()`] says an event in words; [`timeline`] shows
//!   when things happened.

mod board;
mod caches;
mod clients;
mod cluster;
mod cluster_line;
mod contrast;
mod copies;
mod deeds;
mod describe;
mod durability;
mod endpoints;
mod faults;
mod flights;
mod focus;
mod groups;
mod inspect;
mod line;
mod map;
mod members;
mod outage;
mod pair;
mod picture;
mod pipeline;
mod readers;
mod recovery;
mod region;
mod ring;
mod ruler;
mod say;
mod scaling;
mod tape;
mod timeline;
mod to_text;
mod tone;
mod traffic;
mod volume;
mod why;
mod why_waiting;
mod worldview;
mod writer;

pub use board::{Board, BoardMark, BoardRow};
pub use caches::{CacheView, CachesView, caches_view};
pub use clients::{ClientLane, ClientsView, LANES_MAX, RequestView, visitor_requests};
pub use cluster::{ClusterView, CustomView, InstanceView, cluster_view};
pub use cluster_line::{name_of as endpoint_phrase, phrase_of_ccm_off, phrase_of_metric};
pub use contrast::{
    ContrastRow, MirroredFlight, MirroredView, PartView, Times, contrast_board, contrast_notes,
    contrast_table, kind_name, mirrored_flights, mirrored_line, mirrored_refusal, mirrored_view,
    part_name,
};
pub use copies::{CopyView, Standing};
pub use deeds::Deed;
pub use durability::{DurabilityFigure, Interval, SchemeView, assumed, scheme_view};
pub use endpoints::{EndpointsView, KeptView, LeadView, NameView, endpoints_view};
pub use faults::FaultView;
pub use flights::{FlightKind, FlightView, flights};
pub use focus::Focus;
pub use groups::{Abilities, GROUPS_SHOWN, GroupView, shown_groups};
pub use inspect::{Inspector, Row, inspect};
pub use line::{Line, LineKind, line, verbosity};
pub use map::{StateMap, state_map};
pub use members::members_board;
pub use outage::{CandidateView, OutageSpan, OutageView, outage_view};
pub use pair::{Change, PairView, pair_view};
pub use picture::{Scene, ZoneView, scene};
pub use pipeline::{PageMark, PipelineView, ReachView, StepPicture, StepView, pipeline_view};
pub use readers::{ReaderFlight, ReaderView, Role, reader_flights};
pub use recovery::recovery_board;
pub use ring::{Arc, ArcView, RingView};
pub use ruler::{RecordMark, RulerView, WaitingMark};
pub use scaling::{
    DecisionView, LoadBar, LoadView, PolicyView, RestView, ScalingView, scaling_view,
};
pub use tape::{Cell, CellView, TAPE_CELLS, TapeView};
pub use timeline::{Timeline, timeline};
pub use tone::Tone;
pub use volume::{VolumeCell, VolumeMap};
pub use why::{Why, WhyStep, why};
pub use why_waiting::why_waiting;
pub use worldview::{
    AskHere, DeedGroup, Figures, Forecast, LostRow, ManualStep, Mark, Outlook, RegionView, Report,
    WayView, WorldView, ask_here, global_line, global_lines, global_sort, global_timeline,
    global_why, name as region_phrase, outlook, redo_on_its_way, world_view,
};
pub use writer::{OldestCommit, WriterView};

pub use ::durability::{Assumptions, BATCHES, Problem as StudyProblem, Scheme, Study, Tally};
/// What views name of the engine, for crates that may not look past this one.
pub use base::{
    CopyId, EventId, GroupId, Lens, Lsn, Phrase, ReaderId, RegionId, RequestId, SegmentId, SimSpan,
    SimTime, ZoneId,
};
pub use mirrored::{Contrast, Kind, MirroredWorld, Part, Refusal as MirroredRefusal, Stepped};
pub use world::{
    Ability, Class, Command, CopySet, Endpoint, EndpointKind, EndpointName, EndpointSpec, Ends,
    Family, Load, Metric, Micros, PolicySpec, ReaderSpec, Site, Size, StatementSpec, TIER_LAST,
    World,
};
