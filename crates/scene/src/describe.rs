//! The stage in words, for a screen reader: writer, zones with their copies, points, what waits, what is broken.

use base::Phrase;

use crate::{Scene, copies};

pub(crate) fn describe(scene: &Scene) -> Vec<Phrase> {
    let mut said = Vec::new();
    if let Some(writer) = &scene.writer {
        said.push(
            Phrase::new("describe-writer")
                .with("zone", writer.zone.to_string())
                .with("status", busy(&writer.status, writer.cpu_permille)),
        );
        if let Some(ring) = &writer.ring {
            let id = if ring.done {
                "describe-ring-done"
            } else {
                "describe-ring"
            };
            said.push(
                Phrase::new(id)
                    .with("txn", ring.txn.0.to_string())
                    .with("scn", ring.scn)
                    .with("group", ring.group.number())
                    .with("confirmed", ring.confirmed)
                    .with("needed", ring.needed),
            );
        }
        said.push(
            Phrase::new("describe-points")
                .with("vcl", writer.vcl)
                .with("vdl", writer.vdl)
                .with("allocated", writer.allocated),
        );
    }
    for reader in &scene.readers {
        said.push(
            Phrase::new("describe-reader")
                .with("number", reader.reader.number())
                .with("zone", reader.zone.to_string())
                .with("status", busy(&reader.status, reader.cpu_permille)),
        );
    }
    for zone in &scene.zones {
        let id = if zone.cut {
            "describe-zone-cut"
        } else {
            "describe-zone"
        };
        let mut here = scene
            .copies
            .iter()
            .filter(|copy| copy.zone == zone.zone)
            .map(copies::describe);
        if let (Some(first), Some(second)) = (here.next(), here.next()) {
            said.push(
                Phrase::new(id)
                    .with("zone", zone.zone.to_string())
                    .with("first", first)
                    .with("second", second),
            );
        }
    }
    if scene.clients.open > 0 {
        said.push(Phrase::new("describe-clients").with("open", scene.clients.open));
    }
    said.extend(scene.faults.iter().map(|fault| fault.phrase.clone()));
    said
}

/// What an instance does and, where its card shows that, how busy its processors are.
fn busy(status: &Phrase, cpu_permille: Option<u32>) -> Phrase {
    let Some(permille) = cpu_permille else {
        return status.clone();
    };
    let cpu = Phrase::new("cpu").with("percent", permille.div_ceil(10));
    Phrase::new("describe-busy")
        .with("status", status.clone())
        .with("cpu", cpu)
}
