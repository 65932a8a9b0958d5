//! Custom endpoints, and which names clients are told to use.

use aurora::endpoints::{Able, Custom, Endpoint, EndpointId, EndpointProblem, Members, resolve};

use super::*;
use crate::ClusterEvent;
use crate::cluster::{EndpointName, EndpointSpec};

impl World {
    /// The custom endpoints there are, in the order they were made (I-8).
    pub fn custom_endpoints(&self) -> impl Iterator<Item = (EndpointId, &Custom)> {
        let cluster = self.cluster.iter();
        cluster.flat_map(|cluster| cluster.endpoints.iter())
    }

    /// A custom endpoint, be it deleted.
    pub fn custom_endpoint(&self, id: EndpointId) -> Option<&Custom> {
        self.cluster.as_ref()?.endpoints.get(id)
    }

    /// The instances that take connections through a name at this moment; whoever connects gets one of them.
    pub fn leads_to(&self, endpoint: Endpoint) -> Vec<ReaderId> {
        let Some(cluster) = &self.cluster else {
            return Vec::new();
        };
        let readers = self.readers_that_answer();
        let able = self.able(&readers);
        match endpoint {
            Endpoint::Reader if !readers.is_empty() => readers,
            Endpoint::Cluster | Endpoint::Reader => vec![able.writer],
            Endpoint::Custom(id) => cluster.endpoints.able(id, able),
            Endpoint::Instance(reader) if self.is_leaving(reader) => Vec::new(),
            Endpoint::Instance(reader) => vec![reader],
        }
    }

    /// Whether an instance is a member of a custom endpoint in its role, whether it answers or not.
    pub fn is_member(&self, id: EndpointId, reader: ReaderId) -> bool {
        let writes = self.endpoint() == Some(reader);
        let there = self.readers.get(reader).is_some() && !self.is_leaving(reader);
        let cluster = self.cluster.as_ref();
        there && cluster.is_some_and(|it| it.endpoints.includes(id, reader, writes))
    }

    fn readers_that_answer(&self) -> Vec<ReaderId> {
        // In a secondary Region nobody writes (G-1).
        let writer = self.endpoint().filter(|_| !self.region.follows);
        let control = self.site_of_address(Address::ControlPlane);
        let readers = self.readers.iter().filter(|(place, reader)| {
            Some(*place) != writer
                && reader.replica.is_up()
                && !self.is_leaving(*place)
                && self.network.is_open(control, reader.site)
        });
        readers.map(|(place, _)| place).collect()
    }

    fn able<'a>(&self, readers: &'a [ReaderId]) -> Able<'a> {
        let writer = self.endpoint().unwrap_or_default();
        let control = self.site_of_address(Address::ControlPlane);
        let site = self.readers[writer].site;
        let runs = self.readers[writer].replica.is_up() || self.writer_runs_at(writer);
        Able {
            writer,
            writer_answers: runs && self.network.is_open(control, site),
            readers,
        }
    }

    /// Where a name leads at this moment, if anywhere.
    pub(super) fn look_up(&mut self, endpoint: Endpoint) -> Option<ReaderId> {
        let several = matches!(endpoint, Endpoint::Reader | Endpoint::Custom(_));
        let readers = if several {
            self.readers_that_answer()
        } else {
            Vec::new()
        };
        let lot = match &mut self.links {
            Some(links) if several => links.lot(),
            _ => 0,
        };
        if matches!(endpoint, Endpoint::Instance(reader) if self.is_leaving(reader)) {
            return None;
        }
        let cluster = self.cluster.as_ref()?;
        resolve(endpoint, &cluster.endpoints, self.able(&readers), lot)
    }

    fn members_of(&self, spec: &EndpointSpec) -> Result<Members, Refusal> {
        if self.cluster.is_none() {
            return Err(Refusal::NoCluster);
        }
        let members = spec.members().map_err(Refusal::Endpoint)?;
        let unknown = |reader: &&ReaderId| self.known_reader(**reader).is_err();
        match members.list().iter().find(unknown) {
            Some(reader) => Err(Refusal::Endpoint(EndpointProblem::NoSuchInstance(*reader))),
            None => Ok(members),
        }
    }

    fn named(&self, name: &str) -> Result<EndpointId, Refusal> {
        let cluster = self.cluster.as_ref().ok_or(Refusal::NoCluster)?;
        cluster.endpoints.find(name).map_err(Refusal::Endpoint)
    }

    pub(super) fn create_endpoint(&mut self, spec: &EndpointSpec) -> Result<(), Refusal> {
        let members = self.members_of(spec)?;
        let Some(cluster) = &mut self.cluster else {
            return Err(Refusal::NoCluster);
        };
        let kind = spec.kind.unwrap_or_default();
        let made = cluster.endpoints.create(&spec.name, kind, members);
        let endpoint = made.map_err(Refusal::Endpoint)?;
        self.note_fault(Event::Cluster(ClusterEvent::EndpointCreated { endpoint }));
        Ok(())
    }

    pub(super) fn edit_endpoint(&mut self, spec: &EndpointSpec) -> Result<(), Refusal> {
        let endpoint = self.named(&spec.name)?;
        let members = self.members_of(spec)?;
        if let Some(cluster) = &mut self.cluster {
            cluster.endpoints.edit(endpoint, spec.kind, members);
        }
        self.note_fault(Event::Cluster(ClusterEvent::EndpointEdited { endpoint }));
        Ok(())
    }

    pub(super) fn delete_endpoint(&mut self, name: &str) -> Result<(), Refusal> {
        let endpoint = self.named(name)?;
        if let Some(cluster) = &mut self.cluster {
            cluster.endpoints.delete(endpoint);
        }
        self.note_fault(Event::Cluster(ClusterEvent::EndpointDeleted { endpoint }));
        Ok(())
    }

    /// Clients are told which name to connect through.
    pub(super) fn tell_name(
        &mut self,
        name: Option<&EndpointName>,
        visitor: bool,
    ) -> Result<(), Refusal> {
        let endpoint = match name {
            None => None,
            Some(EndpointName::Cluster) => Some(Endpoint::Cluster),
            Some(EndpointName::Reader) => Some(Endpoint::Reader),
            Some(EndpointName::Custom(name)) => Some(Endpoint::Custom(self.named(name)?)),
            Some(EndpointName::Instance(reader)) => {
                Some(Endpoint::Instance(self.known_reader(*reader)?))
            }
        };
        if self.links.is_none() {
            return Err(Refusal::NoCluster);
        }
        let told = ClusterEvent::ClientsToldName { endpoint, visitor };
        let told = self.note_fault(Event::Cluster(told));
        if let Some(links) = &mut self.links {
            links.tell(endpoint, visitor, told);
        }
        Ok(())
    }
}
