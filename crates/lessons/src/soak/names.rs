//! Drawn custom endpoints, and which names the clients of a drawn run use.

use base::{Chance, Id, ReaderId};
use world::{Command, EndpointKind, EndpointName, EndpointSpec, Topology};

use super::pick;

const NAMES: [&str; 3] = ["reports", "web", "nightly"];

/// A cluster of which every second has custom endpoints.
pub(super) fn make_endpoints(topology: &mut Topology, chance: &mut Chance) {
    if chance.below(2) > 0 {
        return;
    }
    let instances = topology.readers.len() as u32 + 1;
    let names = &NAMES[..chance.between(1, NAMES.len() as u32) as usize];
    let specs = names.iter().map(|name| spec(chance, name, instances));
    topology.custom_endpoints = specs.collect();
}

fn spec(chance: &mut Chance, name: &str, instances: u32) -> EndpointSpec {
    let listed = (0..instances).filter(|_| chance.below(2) == 0);
    let list: Vec<ReaderId> = listed
        .map(|place| ReaderId::from_index(place as usize))
        .collect();
    let kinds = [None, Some(EndpointKind::Any), Some(EndpointKind::Reader)];
    let kind = pick(chance, &kinds);
    let is_static = chance.below(2) == 0;
    EndpointSpec {
        name: name.to_owned(),
        kind,
        only: is_static.then(|| list.clone()),
        except: (!is_static).then_some(list),
    }
}

/// Something done to names, drawn.
pub(super) fn command(chance: &mut Chance, instances: u32) -> Command {
    let name = pick(chance, &NAMES);
    match chance.below(5) {
        0 => Command::CreateEndpoint(spec(chance, name, instances)),
        1 => Command::EditEndpoint(spec(chance, name, instances)),
        2 => Command::DeleteEndpoint {
            name: name.to_owned(),
        },
        _ => Command::ConnectThrough {
            endpoint: match chance.below(5) {
                0 => None,
                1 => Some(EndpointName::Cluster),
                2 => Some(EndpointName::Reader),
                3 => Some(EndpointName::Instance(ReaderId::from_index(
                    chance.below(instances) as usize,
                ))),
                _ => Some(EndpointName::Custom(name.to_owned())),
            },
            visitor: chance.below(3) == 0,
        },
    }
}
