//! The names of a cluster, and where each leads.
//!
//! The cluster endpoint leads to whoever writes (I-5). The reader endpoint spreads *connections*, not queries, over the
//! readers that are there (I-6); without any, it leads to the writer, and writes succeed through it (I-7). A custom endpoint
//! leads to one of the instances it was made for (I-8, `custom`), an instance endpoint to its instance and nobody else
//! (I-17). A name is looked up when a client connects, and a client may keep the answer for a while (I-18): so one that
//! connects with an old answer can meet the old writer, which is a reader by then (I-21).

mod custom;

use base::ReaderId;
use serde::{Deserialize, Serialize};

pub use self::custom::{
    CUSTOM_MAX, Custom, CustomEndpoints, EndpointId, EndpointProblem, Kind, Members, NAME_MAX,
    RoleChange,
};

/// A name clients connect through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Endpoint {
    /// It leads to the writer.
    Cluster,
    /// It leads to some reader, another for each connection.
    Reader,
    /// It leads to one of the instances it was made for.
    Custom(EndpointId),
    /// It leads to this instance (I-17).
    Instance(ReaderId),
}

/// The instances that take connections, in their order.
#[derive(Clone, Copy, Debug)]
pub struct Able<'a> {
    /// Where the cluster endpoint points, whether anybody answers there or not.
    pub writer: ReaderId,
    /// Whether the writer answers.
    pub writer_answers: bool,
    /// Everybody else who answers.
    pub readers: &'a [ReaderId],
}

/// Where a name leads, if anywhere; `lot` decides among several.
pub fn resolve(
    endpoint: Endpoint,
    customs: &CustomEndpoints,
    able: Able<'_>,
    lot: u32,
) -> Option<ReaderId> {
    match endpoint {
        Endpoint::Reader if !able.readers.is_empty() => {
            Some(able.readers[lot as usize % able.readers.len()])
        }
        Endpoint::Cluster | Endpoint::Reader => Some(able.writer),
        Endpoint::Custom(id) => {
            let members = customs.able(id, able);
            let place = lot as usize % members.len().max(1);
            members.get(place).copied()
        }
        Endpoint::Instance(reader) => Some(reader),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i_6_the_reader_endpoint_leads_to_readers_and_i_7_without_any_to_the_writer() {
        let (writer, readers) = (ReaderId(2), [ReaderId(0), ReaderId(1)]);
        let customs = CustomEndpoints::default();
        let with = |readers| Able {
            writer,
            writer_answers: true,
            readers,
        };
        for lot in 0..10 {
            let leads = |endpoint, readers| resolve(endpoint, &customs, with(readers), lot);
            assert_eq!(leads(Endpoint::Cluster, &readers), Some(writer));
            let one = leads(Endpoint::Reader, &readers);
            assert_eq!(one, Some(readers[lot as usize % 2]));
            assert_eq!(leads(Endpoint::Reader, &[]), Some(writer));
            let instance = Endpoint::Instance(ReaderId(1));
            assert_eq!(leads(instance, &[]), Some(ReaderId(1)));
        }
    }
}
