//! What an instance of a cluster has too much to do for, waits.
//!
//! Every request takes its time on the processors (`meter` says how much, and how much the instance gets done in a
//! second). As long as little is to be done, nobody notices: many statements share the processors, and what a few of them
//! cost is a small part of what storage and network take. Once more work is waiting than [`UNNOTICED`], a request waits
//! until what came before it is done. So an instance that is asked for more than it can do answers ever later, and a
//! larger one, or one more reader, helps.

use super::cluster::Chore;
use super::*;

/// So much work that is waiting makes no difference `[choice]`.
const UNNOTICED: SimSpan = SimSpan::from_millis(20);

/// What waits for the processors of one host.
#[derive(Clone, Debug)]
pub(super) struct Processors {
    /// When all that has come is done.
    busy_until: SimTime,
    /// What waits, and the event of its arrival.
    waiting: LiteMap<RequestId, EventId>,
}

impl Default for Processors {
    fn default() -> Processors {
        Processors {
            busy_until: SimTime::ZERO,
            waiting: LiteMap::new_vec(),
        }
    }
}

impl World {
    /// How many requests wait for the processors of an instance.
    pub fn waiting_for_processors(&self, place: ReaderId) -> u32 {
        let host = self.cluster.as_ref().and_then(|it| it.hosts.get(place));
        host.map_or(0, |host| host.processors.waiting.len() as u32)
    }

    /// An instance of a cluster takes a request in, at once or when its turn comes.
    pub(super) fn take_in(
        &mut self,
        place: ReaderId,
        at: Address,
        request: RequestId,
        arrived: EventId,
    ) {
        if self.requests.begin_work(request, at).is_some()
            && !self.waits_for_processors(place, request, arrived)
        {
            self.handle_at(at, request, arrived);
        }
    }

    /// Whether a request has to wait; its turn is booked then.
    fn waits_for_processors(
        &mut self,
        place: ReaderId,
        request: RequestId,
        arrived: EventId,
    ) -> bool {
        let now = self.agenda.now();
        let takes = self.time_for(place, request);
        let Some(cluster) = &mut self.cluster else {
            return false;
        };
        let processors = &mut cluster.hosts[place].processors;
        let before = processors.busy_until.max(now).since(now);
        processors.busy_until = now + before + takes;
        if before <= UNNOTICED {
            processors.waiting.remove(&request);
            return false;
        }
        processors.waiting.insert(request, arrived);
        let chore = Chore::Serve { place, request };
        let due = SimTime::from_micros((now + before).micros() - UNNOTICED.micros());
        let cause = arrived;
        self.agenda.book(due, Booked::Chore { chore, cause });
        true
    }

    /// The turn of a request that has waited comes. Returns whether it was still wanted.
    pub(super) fn serve(&mut self, place: ReaderId, request: RequestId, arrived: EventId) -> bool {
        let host = self.cluster.as_mut().map(|it| &mut it.hosts[place]);
        let Some(waiting) = host.map(|host| &mut host.processors.waiting) else {
            return false;
        };
        if waiting.get(&request) != Some(&arrived) {
            return false;
        }
        waiting.remove(&request);
        let address = self.address_at(place);
        if !self.requests.is_at(request, address) {
            return false;
        }
        self.handle_at(address, request, arrived);
        true
    }

    fn handle_at(&mut self, at: Address, request: RequestId, arrived: EventId) {
        let Some(open) = self.requests.open(request) else {
            return;
        };
        let now = self.agenda.now();
        match at {
            Address::Instance(id) if self.instances[id].writer.is_open() => {
                let writer = &mut self.instances[id].writer;
                let log = self.history.log_mut(writer.volume_epoch());
                writer.handle_request(now, log, request, &open.operation);
                self.settle_instance(id, arrived, false);
            }
            Address::Reader(id) if self.readers[id].replica.is_up() => {
                let replica = &mut self.readers[id].replica;
                let log = self.history.log(replica.volume_epoch());
                replica.handle_request(now, log, request, &open.operation);
                self.settle_reader(id, arrived);
            }
            _ => {}
        }
    }

    /// The process on a host ends, or its clients leave it: what comes next finds the processors idle. What waited was
    /// taken back by its clients, and is not there any more when its turn comes.
    pub(super) fn idle_again(&mut self, place: ReaderId) {
        if let Some(cluster) = &mut self.cluster {
            cluster.hosts[place].processors.busy_until = SimTime::ZERO;
        }
    }
}
