//! What the mirrored machine consists of and how fast its parts are.

use base::ZoneId;
use sim::{Delay, Network, Place};
use world::{Micros, Topology};

use crate::constants::{FLUSH_BATCH_PAGES, REDO_CAPACITY_BYTES, STORE_MICROS};
use crate::part::Part;

/// The parts and their speeds. Delays and disks are those of the Aurora cluster it is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MirroredConfig {
    /// Zones, delays and disks. What only Aurora has (groups, calls, LSNs) is not looked at.
    pub topology: Topology,
    /// Redo that changed pages may hold on to before transactions wait, in bytes.
    pub redo_capacity_bytes: u64,
    /// Most pages the cleaner writes at a time.
    pub flush_batch_pages: u32,
}

/// Places of the network behind the zones: where clients are, and the object store.
const OUTSIDE: Place = Place(base::ZONES);
const STORE: Place = Place(base::ZONES + 1);

impl MirroredConfig {
    /// A mirrored MySQL with the delays and disks of this Aurora cluster, the primary where the writer is.
    pub fn beside(topology: &Topology) -> MirroredConfig {
        MirroredConfig {
            topology: topology.clone(),
            redo_capacity_bytes: REDO_CAPACITY_BYTES,
            flush_batch_pages: FLUSH_BATCH_PAGES,
        }
    }

    /// The zone of a part that stands in one.
    pub fn zone_of(&self, part: Part) -> Option<ZoneId> {
        part.zone(self.topology.writer_zone)
    }

    pub(crate) fn network(&self) -> Network {
        let mut network = Network::new(base::ZONES + 2, |from, to| self.delay(from, to));
        // In the order of `Part::site`.
        let outside = [STORE, OUTSIDE];
        let chain = [Part::Instance].into_iter().chain(Part::CHAIN);
        let places = chain.filter_map(|part| Some(Place(self.zone_of(part)?.0)));
        for place in places.chain(outside) {
            network.add_site(place);
        }
        network
    }

    /// As in the Aurora cluster, late messages included.
    fn delay(&self, from: Place, to: Place) -> Delay {
        let topology = &self.topology;
        if from == STORE || to == STORE {
            return Delay::uniform(STORE_MICROS.0, STORE_MICROS.1);
        }
        if from == OUTSIDE || to == OUTSIDE {
            let Micros(shortest, longest) = topology.client_micros;
            return Delay::uniform(shortest, longest);
        }
        let Micros(min_micros, max_micros) = topology.zone_delay(ZoneId(from.0), ZoneId(to.0));
        Delay {
            min_micros,
            max_micros,
            tail_one_in: topology.late_one_in,
            tail_max_micros: max_micros.saturating_mul(topology.late_times),
        }
    }
}
