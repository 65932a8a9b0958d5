//! The names of a cluster, and where each leads.
//!
//! The cluster endpoint leads to whoever writes (I-5). The reader endpoint spreads *connections*, not queries, over the
//! readers that are there (I-6); without any, it leads to the writer, and writes succeed through it (I-7). A name is
//! looked up when a client connects, and a client may keep the answer for a while (I-18): so one that connects with an old
//! answer can meet the old writer, which is a reader by then (I-21).

use base::ReaderId;
use serde::{Deserialize, Serialize};

/// A name clients connect through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Endpoint {
    /// It leads to the writer.
    Cluster,
    /// It leads to some reader, another for each connection.
    Reader,
}

/// Where a name leads: `writer` is where the cluster endpoint points, `readers` are those that take connections, in their
/// order; `lot` decides among them.
pub fn resolve(endpoint: Endpoint, writer: ReaderId, readers: &[ReaderId], lot: u32) -> ReaderId {
    match endpoint {
        Endpoint::Reader if !readers.is_empty() => readers[lot as usize % readers.len()],
        Endpoint::Cluster | Endpoint::Reader => writer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i_6_the_reader_endpoint_leads_to_readers_and_i_7_without_any_to_the_writer() {
        let (writer, readers) = (ReaderId(2), [ReaderId(0), ReaderId(1)]);
        for lot in 0..10 {
            assert_eq!(resolve(Endpoint::Cluster, writer, &readers, lot), writer);
            let one = resolve(Endpoint::Reader, writer, &readers, lot);
            assert_eq!(one, readers[lot as usize % 2]);
            assert_eq!(resolve(Endpoint::Reader, writer, &[], lot), writer);
        }
    }
}
