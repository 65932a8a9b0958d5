//! The stage as text, for tests and for reading a run without a browser.

use std::fmt::{self, Write};

use crate::{Arc, Cell, CopyView, RingView, RulerView, Scene, TapeView, WriterView};

impl Scene {
    /// The whole picture in characters.
    ///
    /// A tape is drawn as `#` held and durable, `+` held and not yet durable, `o` held beyond a hole, `~` in
    /// memory, `.` a hole, `_` not here yet, with `|` where the SCL stands. The ring's arcs are `#` confirmed,
    /// `<` answer on its way, `s` stored, `o` beyond a hole, `~` being stored, `>` on its way, `_` waiting,
    /// `x` unreachable.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        // Writing into a String cannot fail.
        let _ = self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) -> fmt::Result {
        let Some(writer) = &self.writer else {
            return writeln!(text, "nothing");
        };
        writeln!(text, "at {}, step {}", self.now, self.steps)?;
        for lane in &self.clients.lanes {
            let asks = lane.phrase.as_ref().map(short).unwrap_or_default();
            let state = short(&lane.state);
            let who = if lane.is_visitor { "visitor" } else { "client" };
            writeln!(text, "{who} {}: {asks} {state}", lane.client.0)?;
        }
        write_writer(text, writer)?;
        for reader in &self.readers {
            writeln!(
                text,
                "reader {} in {}: {} applied {} ignored {} cached {}",
                reader.reader.number(),
                reader.zone,
                short(&reader.status),
                reader.applied,
                reader.ignored,
                reader.cached
            )?;
        }
        for zone in &self.zones {
            let cut = if zone.cut { " CUT" } else { "" };
            let here = if zone.has_writer { " (writer)" } else { "" };
            writeln!(text, "zone {}{here}{cut}", zone.zone)?;
            for copy in self.copies.iter().filter(|copy| copy.zone == zone.zone) {
                write_copy(text, copy)?;
            }
        }
        for group in &self.groups {
            writeln!(
                text,
                "group {}: {:?} {} PGCL {} of {}",
                group.group.number(),
                group.ability,
                group.reachable,
                group.pgcl,
                group.newest
            )?;
        }
        if let Some(ruler) = &self.ruler {
            write_ruler(text, ruler)?;
        }
        for fault in &self.faults {
            writeln!(text, "broken: {}", short(&fault.phrase))?;
        }
        Ok(())
    }
}

fn write_writer(text: &mut String, writer: &WriterView) -> fmt::Result {
    writeln!(text, "writer: {}", short(&writer.status))?;
    if let Some(ring) = &writer.ring {
        write_ring(text, ring)?;
    }
    Ok(())
}

fn write_ring(text: &mut String, ring: &RingView) -> fmt::Result {
    write!(text, "ring T{} SCN {} ", ring.txn.0, ring.scn)?;
    for arc in &ring.arcs {
        let mark = match arc.state {
            Arc::Confirmed => '#',
            Arc::AckOnWay => '<',
            Arc::Stored => 's',
            Arc::BeyondHole => 'o',
            Arc::Persisting => '~',
            Arc::OnWay => '>',
            Arc::Waiting => '_',
            Arc::Unreachable => 'x',
        };
        write!(text, "{}{mark}", arc.copy)?;
    }
    let done = if ring.done { " done" } else { "" };
    writeln!(text, " {} of {}{done}", ring.confirmed, ring.needed)
}

fn write_copy(text: &mut String, copy: &CopyView) -> fmt::Result {
    write!(text, "  {}", copy.copy)?;
    for tape in &copy.tapes {
        write!(text, " {} {}:", draw(tape), tape.scl)?;
    }
    write!(text, " {}", short(&copy.status))?;
    if copy.slow > 1 {
        write!(text, " slow x{}", copy.slow)?;
    }
    if copy.loss > 0 {
        write!(text, " loses {} %", copy.loss)?;
    }
    writeln!(text)
}

fn draw(tape: &TapeView) -> String {
    let mut drawn = String::new();
    for (place, cell) in tape.cells.iter().enumerate() {
        if place == usize::from(tape.scl_cells) {
            drawn.push('|');
        }
        drawn.push(match cell.state {
            Cell::Held if cell.durable => '#',
            Cell::Held => '+',
            Cell::HeldBeyondHole => 'o',
            Cell::InMemory => '~',
            Cell::Hole => '.',
            Cell::Empty => '_',
        });
    }
    if tape.cells.len() == usize::from(tape.scl_cells) {
        drawn.push('|');
    }
    drawn
}

fn write_ruler(text: &mut String, ruler: &RulerView) -> fmt::Result {
    write!(
        text,
        "log {}..{}: VDL {} VCL {} allocated {}",
        ruler.from, ruler.to, ruler.vdl, ruler.vcl, ruler.allocated
    )?;
    for (above, until) in &ruler.voids {
        write!(text, " void {}..{until}", above.next())?;
    }
    for mark in &ruler.waiting {
        write!(text, " T{}@{}", mark.txn.0, mark.scn)?;
    }
    writeln!(text)
}

/// A phrase by its name and what goes into it.
fn short(phrase: &base::Phrase) -> String {
    let mut text = phrase.id.to_owned();
    for (_, arg) in &phrase.args {
        let arg = match arg {
            base::Arg::Number(number) => number.to_string(),
            base::Arg::Text(said) => said.to_string(),
            base::Arg::Time(time) => time.to_string(),
            base::Arg::Span(span) => span.to_string(),
            base::Arg::Phrase(inner) => format!("[{}]", short(inner)),
        };
        let _ = write!(text, " {arg}");
    }
    text
}
