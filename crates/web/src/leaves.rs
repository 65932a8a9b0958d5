//! Words, attributes and places of leaf elements: written only when they differ from what is there.

use base::{Arg, CopyId, Phrase, ReaderId};
use session::SimTime;
use ui::{Spot, Words, leaf};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use crate::dom;

/// Nothing may change its look more than three times a second, or it would blink.
const CALM_MILLIS: f64 = 340.0;
/// The clock is written at most this often.
const CLOCK_MILLIS: f64 = 66.0;

/// Something about an element that changes from frame to frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaf {
    Clock,
    RingCount,
    RingOf,
    WriterTone,
    WriterStatus,
    WriterQueue,
    ReaderTone(ReaderId),
    ReaderStatus(ReaderId),
    ReaderRecords(ReaderId),
    CopyTone(CopyId),
    CopyDown(CopyId),
    CopyStatus(CopyId),
    CopyNext(CopyId),
    Scl(CopyId, u8),
    ChipTone(u8),
    ChipWhat(u8),
    Tick(u8),
    PinVdl,
    PinVcl,
    PinCommit,
    PinPgcl(u8),
}

impl Leaf {
    fn id(self) -> String {
        match self {
            Leaf::Clock => leaf::CLOCK.into(),
            Leaf::RingCount => leaf::RING_COUNT.into(),
            Leaf::RingOf => leaf::RING_OF.into(),
            Leaf::WriterTone => Spot::Writer.to_string(),
            Leaf::WriterStatus => leaf::WRITER_STATUS.into(),
            Leaf::WriterQueue => leaf::WRITER_QUEUE.into(),
            Leaf::ReaderTone(reader) => Spot::Reader(reader).to_string(),
            Leaf::ReaderStatus(reader) => leaf::reader_status(reader),
            Leaf::ReaderRecords(reader) => leaf::reader_records(reader),
            Leaf::CopyTone(copy) | Leaf::CopyDown(copy) => Spot::Copy(copy).to_string(),
            Leaf::CopyStatus(copy) => leaf::copy_status(copy),
            Leaf::CopyNext(copy) => leaf::copy_next(copy),
            Leaf::Scl(copy, shelf) => leaf::scl(copy, shelf.into()),
            Leaf::ChipTone(lane) => leaf::chip(lane.into()),
            Leaf::ChipWhat(lane) => leaf::chip_what(lane.into()),
            Leaf::Tick(place) => leaf::tick(place.into()),
            Leaf::PinVdl => leaf::PIN_VDL.into(),
            Leaf::PinVcl => leaf::PIN_VCL.into(),
            Leaf::PinCommit => leaf::PIN_COMMIT.into(),
            Leaf::PinPgcl(place) => leaf::pin_pgcl(place.into()),
        }
    }

    fn attribute(self) -> &'static str {
        match self {
            Leaf::CopyDown(_) => "data-down",
            _ => "data-tone",
        }
    }
}

struct Entry {
    leaf: Leaf,
    element: Option<Element>,
    /// The text in it, which is kept when it says something else: that costs less than another text.
    letters: Option<Node>,
    said: Option<Phrase>,
    text: String,
    mark: &'static str,
    wanted_mark: Option<&'static str>,
    mark_changed_millis: f64,
    /// Where it stands; of the clock, how wide it is.
    place: Option<(i32, i32)>,
}

impl Entry {
    fn new(leaf: Leaf) -> Entry {
        Entry {
            leaf,
            element: dom::by_id(&leaf.id()),
            letters: None,
            said: None,
            text: String::new(),
            mark: "",
            wanted_mark: None,
            mark_changed_millis: f64::NEG_INFINITY,
            place: None,
        }
    }

    fn write(&mut self, text: &str) {
        if self.text != text {
            self.text.clear();
            self.text.push_str(text);
            if let Some(letters) = &self.letters {
                letters.set_node_value(Some(text));
            } else if let Some(element) = &self.element {
                element.set_text_content(Some(text));
                self.letters = element.first_child();
            }
        }
    }

    fn write_transform(&self, transform: &str) {
        self.write_style("transform", transform);
    }

    fn write_style(&self, property: &str, value: &str) {
        if let Some(element) = self
            .element
            .as_ref()
            .and_then(|element| element.dyn_ref::<HtmlElement>())
        {
            element.style().set_property(property, value).ok();
        }
    }
}

/// Leaf elements.
#[derive(Default)]
pub(crate) struct Leaves {
    /// Some sixty of them; a look through is quicker than a sum over a name.
    entries: Vec<Entry>,
    clock_millis: f64,
    /// The clock, or another leaf, shows an older moment than it should.
    waits: bool,
    /// Figures may change now.
    figures: bool,
}

impl Leaves {
    /// The page has been rendered: elements may have been replaced by others, which are empty.
    pub fn look_again(&mut self) {
        for entry in &mut self.entries {
            let there = entry
                .element
                .as_ref()
                .is_some_and(|element| element.is_connected());
            if !there {
                *entry = Entry::new(entry.leaf);
            }
        }
    }

    /// Everything is to be written again.
    pub fn forget(&mut self) {
        self.entries.clear();
        self.clock_millis = 0.0;
    }

    fn entry(&mut self, leaf: Leaf) -> &mut Entry {
        let place = self.entries.iter().position(|entry| entry.leaf == leaf);
        let place = place.unwrap_or_else(|| {
            self.entries.push(Entry::new(leaf));
            self.entries.len() - 1
        });
        &mut self.entries[place]
    }

    /// Begins to say things. A sentence is said at once; one that has only other figures waits until `figures` may
    /// change, if it can.
    pub fn begin(&mut self, figures: bool) {
        self.figures = figures;
        self.waits = false;
    }

    /// An element should say this, but if it says the same with other figures there is no hurry.
    pub fn say_calmly(&mut self, leaf: Leaf, phrase: &Phrase, words: &Words) {
        let said = &self.entry(leaf).said;
        let same = said.as_ref().is_some_and(|said| said.id == phrase.id);
        if same && !self.figures {
            self.waits |= self.entry(leaf).said.as_ref() != Some(phrase);
        } else {
            self.say(leaf, phrase, words);
        }
    }

    /// An element should say this.
    pub fn say(&mut self, leaf: Leaf, phrase: &Phrase, words: &Words) {
        let entry = self.entry(leaf);
        if entry.said.as_ref() != Some(phrase) {
            entry.said = Some(phrase.clone());
            entry.write(&words.say(phrase));
        }
    }

    /// An element should say nothing.
    pub fn blank(&mut self, leaf: Leaf) {
        let entry = self.entry(leaf);
        entry.said = None;
        entry.write("");
    }

    /// The clock should show this moment. While it runs nobody can read more than a few figures a second.
    pub fn clock(&mut self, time: SimTime, words: &Words, at_millis: f64) {
        if at_millis - self.clock_millis < CLOCK_MILLIS {
            self.waits = true;
        } else {
            self.clock_millis = at_millis;
            let phrase = Phrase::new("ui-at").with("time", Arg::Time(time));
            self.say(Leaf::Clock, &phrase, words);
            // The styles make its box so wide, whatever is in it; letters beyond ASCII are wide ones.
            let entry = self.entry(Leaf::Clock);
            let columns = |letter: char| if letter.is_ascii() { 1 } else { 2 };
            let columns = entry.text.chars().map(columns).sum();
            if entry.place != Some((columns, 0)) {
                entry.place = Some((columns, 0));
                entry.write_style("--columns", &columns.to_string());
            }
        }
    }

    /// An element should carry this value of its attribute; it is written by [`Leaves::write_due`].
    pub fn mark(&mut self, leaf: Leaf, value: &'static str) {
        let entry = self.entry(leaf);
        entry.wanted_mark = (entry.mark != value).then_some(value);
    }

    /// Writes attributes whose time has come; returns whether something is left to write.
    pub fn write_due(&mut self, at_millis: f64) -> bool {
        let mut left = self.waits;
        for entry in &mut self.entries {
            let Some(value) = entry.wanted_mark else {
                continue;
            };
            if at_millis - entry.mark_changed_millis < CALM_MILLIS {
                left = true;
                continue;
            }
            entry.wanted_mark = None;
            entry.mark = value;
            entry.mark_changed_millis = at_millis;
            if let Some(element) = &entry.element {
                element.set_attribute(entry.leaf.attribute(), value).ok();
            }
        }
        left
    }

    /// Puts an element this far to the right of where it stands.
    pub fn shift(&mut self, leaf: Leaf, x: f64) {
        let entry = self.entry(leaf);
        let x = x.round() as i32;
        if entry.place != Some((x, 0)) {
            entry.place = Some((x, 0));
            entry.write_transform(&format!("translateX({x}px)"));
        }
    }

    /// Puts the middle of an element at a place, within a width.
    pub fn shift_middle(&mut self, leaf: Leaf, x: f64, within: f64) {
        let entry = self.entry(leaf);
        let (x, within) = (x.round() as i32, within.round() as i32);
        if entry.place != Some((x, within)) {
            entry.place = Some((x, within));
            entry.write_transform(&format!(
                "translateX(clamp(0px, calc({x}px - 50%), calc({within}px - 100%)))"
            ));
        }
    }
}
