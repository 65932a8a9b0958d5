//! One command, as it stands in a scenario file.

use base::Phrase;
use world::Command;

/// Reads a command from the JSON text it has in the timeline of a scenario file, such as
/// `{"cut_zone": {"zone": "c"}}`.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read_command(text: &str) -> Result<Command, Phrase> {
    // The one reader there is reads whole files, so the text becomes the timeline of one, about the largest volume
    // there is, with a cluster or without one: whether the run has such a group or instance, it will say itself.
    let readers = r#""a","#.repeat(READERS_MAX);
    let readers = readers.trim_end_matches(',');
    let cluster = format!(r#","readers":[{readers}],"failover":{{}}"#);
    let alone = read_in("", text);
    alone.or_else(|problem| read_in(&cluster, text).map_err(|_| problem))
}

/// Most readers a cluster has (I-2).
const READERS_MAX: usize = 15;

fn read_in(topology: &str, text: &str) -> Result<Command, Phrase> {
    let file = format!(
        r#"{{"version":1,"name":"-","seed":0,"until":"0ms","topology":{{"groups":16384{topology}}},"timeline":[{{"at":"0ms","do":{text}}}]}}"#
    );
    match lessons::read(&file) {
        Ok(scenario) => {
            let mut timeline = scenario.timeline.into_iter();
            let command = timeline.next().map(|deed| deed.command);
            command.ok_or(Phrase::new("problem-no-run"))
        }
        Err(diagnostics) => {
            let first = diagnostics.into_iter().next();
            Err(first.map_or(Phrase::new("problem-no-run"), |first| first.phrase))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::ZoneId;

    #[test]
    fn a_command_is_read_as_a_file_would_have_it_and_anything_else_refused() {
        let zone = ZoneId(2);
        assert_eq!(
            read_command(r#"{"cut_zone": {"zone": "c"}}"#),
            Ok(Command::CutZone { zone })
        );
        let scaling = r#"{"set_scaling": {"metric": "cpu", "target": 60}}"#;
        assert!(matches!(read_command(scaling), Ok(Command::SetScaling(_))));
        assert!(read_command(r#"{"set_tier": {"reader": 3, "tier": 0}}"#).is_ok());
        assert!(read_command(r#"{"stop_copy": {"copy": "A", "group": 13108}}"#).is_ok());
        for wrong in [
            "",
            "{}",
            "null",
            r#"{"cut_zone":{"zone":"z"}}"#,
            "{",
            "1}]}",
        ] {
            assert!(read_command(wrong).is_err(), "{wrong}");
        }
    }
}
