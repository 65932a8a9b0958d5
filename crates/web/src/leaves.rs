//! Words, attributes and places of leaf elements: written only when they differ from what is there.

use std::collections::HashMap;

use base::Phrase;
use session::SimTime;
use ui::Words;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::dom;

/// Nothing may change its look more than three times a second, or it would blink.
const CALM_MILLIS: f64 = 340.0;
/// The clock is written at most this often.
const CLOCK_MILLIS: f64 = 66.0;

#[derive(Default)]
struct Leaf {
    element: Option<Element>,
    /// What it says.
    said: Option<Phrase>,
    text: String,
    /// The value of its attribute, and the attribute and value it should have.
    marked: &'static str,
    wanted_mark: Option<(&'static str, &'static str)>,
    mark_changed_millis: f64,
    shifted: Option<f64>,
    width: f64,
}

/// Leaf elements by their names.
#[derive(Default)]
pub(crate) struct Leaves {
    leaves: HashMap<String, Leaf>,
    clock: String,
    clock_millis: f64,
    /// The clock shows an older moment than it should.
    clock_waits: bool,
}

impl Leaves {
    /// The page has been rendered: elements may have been replaced by others.
    pub fn look_again(&mut self) {
        for (key, leaf) in &mut self.leaves {
            leaf.find_again(key);
        }
    }

    /// Everything is to be written again.
    pub fn forget(&mut self) {
        self.leaves.clear();
        self.clock.clear();
        self.clock_millis = 0.0;
    }

    fn leaf(&mut self, id: &str) -> &mut Leaf {
        if !self.leaves.contains_key(id) {
            let leaf = Leaf { element: dom::by_id(id), ..Leaf::default() };
            self.leaves.insert(id.to_owned(), leaf);
        }
        self.leaves.get_mut(id).expect("it has just been put there")
    }

    /// An element should say this.
    pub fn say(&mut self, id: &str, phrase: &Phrase, words: &Words) {
        let leaf = self.leaf(id);
        if leaf.said.as_ref() == Some(phrase) {
            return;
        }
        leaf.said = Some(phrase.clone());
        let text = words.say(phrase);
        if leaf.text != *text {
            leaf.text = text.as_str().to_owned();
            if let Some(element) = &leaf.element {
                element.set_text_content(Some(&text));
            }
        }
    }

    /// An element should say nothing.
    pub fn blank(&mut self, id: &str) {
        let leaf = self.leaf(id);
        leaf.said = None;
        if !leaf.text.is_empty() {
            leaf.text.clear();
            if let Some(element) = &leaf.element {
                element.set_text_content(None);
            }
        }
    }

    /// The clock should show this moment. While it runs nobody can read more than a few figures a second.
    pub fn clock(&mut self, id: &str, time: SimTime, words: &Words, at_millis: f64) {
        if at_millis - self.clock_millis < CLOCK_MILLIS {
            self.clock_waits = true;
            return;
        }
        (self.clock_millis, self.clock_waits) = (at_millis, false);
        let text = words.say(&Phrase::new("ui-at").with("time", base::Arg::Time(time)));
        if self.clock != *text {
            self.clock = text.as_str().to_owned();
            if let Some(element) = &self.leaf(id).element {
                element.set_text_content(Some(&text));
            }
        }
    }

    /// An element should carry this attribute; it is written by [`Leaves::write_due`].
    pub fn mark(&mut self, id: &str, attribute: &'static str, value: &'static str) {
        let key = if attribute == "data-tone" { id.to_owned() } else { format!("{id} {attribute}") };
        if !self.leaves.contains_key(&key) {
            let leaf = Leaf { element: dom::by_id(id), mark_changed_millis: f64::NEG_INFINITY, ..Leaf::default() };
            self.leaves.insert(key, leaf);
            return self.mark(id, attribute, value);
        }
        let leaf = self.leaves.get_mut(&key).expect("it is there");
        leaf.wanted_mark = (leaf.marked != value).then_some((attribute, value));
    }

    /// Writes attributes whose time has come; returns whether some are left.
    pub fn write_due(&mut self, at_millis: f64) -> bool {
        let mut left = self.clock_waits;
        for leaf in self.leaves.values_mut() {
            let Some((attribute, value)) = leaf.wanted_mark else { continue };
            if at_millis - leaf.mark_changed_millis < CALM_MILLIS {
                left = true;
            } else {
                leaf.wanted_mark = None;
                leaf.marked = value;
                leaf.mark_changed_millis = at_millis;
                if let Some(element) = &leaf.element {
                    element.set_attribute(attribute, value).ok();
                }
            }
        }
        left
    }

    /// Puts an element this far to the right of where it stands.
    pub fn shift(&mut self, id: &str, x: f64) {
        let leaf = self.leaf(id);
        let x = x.round();
        if leaf.shifted != Some(x) {
            leaf.shifted = Some(x);
            leaf.write_shift(&format!("translateX({x}px)"));
        }
    }

    /// Puts the middle of an element at a place, within a width.
    pub fn shift_middle(&mut self, id: &str, x: f64, within: f64) {
        let leaf = self.leaf(id);
        let x = x.round();
        if leaf.shifted != Some(x) || leaf.width != within {
            (leaf.shifted, leaf.width) = (Some(x), within);
            let within = within.round();
            leaf.write_shift(&format!("translateX(clamp(0px, calc({x}px - 50%), calc({within}px - 100%)))"));
        }
    }
}

impl Leaf {
    fn write_shift(&self, transform: &str) {
        if let Some(element) = self.element.as_ref().and_then(|element| element.dyn_ref::<HtmlElement>()) {
            element.style().set_property("transform", transform).ok();
        }
    }

    /// Takes hold of the element anew if it has been replaced, and writes everything again then.
    fn find_again(&mut self, key: &str) {
        if self.element.as_ref().is_some_and(|element| element.is_connected()) {
            return;
        }
        let id = key.split(' ').next().unwrap_or(key);
        self.element = dom::by_id(id);
        self.said = None;
        self.text.clear();
        self.shifted = None;
        self.marked = "";
        self.mark_changed_millis = f64::NEG_INFINITY;
    }
}
