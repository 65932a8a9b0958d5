//! Custom endpoints, and names that lead to one instance.

use base::{EventId, ReaderId};
use tests::{B, C, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{
    ClusterEvent, Command, Endpoint, EndpointId, EndpointKind, EndpointName, EndpointProblem,
    EndpointSpec, Event, Failover, Load, ReaderSpec, Refusal, RoleChange, Topology,
};

const R1: ReaderId = ReaderId(0);
const R2: ReaderId = ReaderId(1);
const R3: ReaderId = ReaderId(2);
const WRITER: ReaderId = ReaderId(3);
const R4: ReaderId = ReaderId(4);

fn spec(name: &str, only: Option<Vec<ReaderId>>, except: Option<Vec<ReaderId>>) -> EndpointSpec {
    EndpointSpec {
        name: name.to_owned(),
        kind: None,
        only,
        except,
    }
}

/// Readers 1 to 3; `reports` for all but reader 1, `few` for readers 2 and 3, `any` for everybody.
fn cluster(role_change: RoleChange) -> Lab {
    let reader = Some(EndpointKind::Reader);
    let mut lab = Lab::of(Topology {
        readers: [B, C, B].map(ReaderSpec::in_zone).to_vec(),
        failover: Some(Failover {
            role_change,
            ..Failover::default()
        }),
        custom_endpoints: vec![
            EndpointSpec {
                kind: reader,
                ..spec("reports", None, Some(vec![R1]))
            },
            EndpointSpec {
                kind: reader,
                ..spec("few", Some(vec![R2, R3]), None)
            },
            spec("any", None, None),
        ],
        cache_pages: 20,
        ..Topology::default()
    });
    lab.put("k", "before").expect_acked(1);
    lab.run(300);
    lab
}

fn leads(lab: &Lab, name: &str) -> Vec<ReaderId> {
    let mut all = lab.world().custom_endpoints();
    let (id, _) = all.find(|(_, custom)| custom.name == name).expect(name);
    lab.world().leads_to(Endpoint::Custom(id))
}

fn use_custom(lab: &mut Lab, name: &str) {
    lab.give(&Command::ConnectThrough {
        endpoint: Some(EndpointName::Custom(name.to_owned())),
        visitor: false,
    });
}

fn readers_of(clients: u32) -> Load {
    Load::ClosedLoop {
        clients,
        think_micros: 50_000,
        write_percent: 0,
        rows: 40,
    }
}

fn broken(lab: &Lab) -> usize {
    let journal = lab.world().journal();
    let all = journal.since(EventId(0));
    all.filter(|(_, entry)| matches!(entry.event, Event::ConnectionBroke { .. }))
        .count()
}

#[test]
fn ex_56_a_new_reader_joins_an_exclusion_list_by_itself_and_a_static_list_not() {
    let mut lab = cluster(RoleChange::Leaves);
    assert_eq!(leads(&lab, "reports"), [R2, R3]);
    assert_eq!(leads(&lab, "few"), [R2, R3]);
    lab.give(&Command::AddReader(ReaderSpec::in_zone(C)));
    lab.run(60_000);
    assert_eq!(leads(&lab, "reports"), [R2, R3, R4]);
    assert_eq!(leads(&lab, "few"), [R2, R3]);
    use_custom(&mut lab, "reports");
    lab.load(readers_of(90));
    lab.run(10_000);
    let connected = lab.world().connections(Endpoint::Custom(EndpointId(0)));
    let on = |who| {
        connected
            .iter()
            .find(|(at, _)| *at == who)
            .expect("there")
            .1
    };
    assert_eq!((on(R1), on(WRITER)), (0, 0));
    for who in [R2, R3, R4] {
        assert!(on(who) > 15, "{who:?}: {}", on(who));
    }
    lab.stop_load();
    lab.rest();
}

#[test]
fn i_10_any_of_the_members_the_writer_too_is_as_likely() {
    let mut lab = cluster(RoleChange::Leaves);
    use_custom(&mut lab, "any");
    lab.load(readers_of(400));
    lab.run(5_000);
    for (who, connections) in lab.world().connections(Endpoint::Custom(EndpointId(2))) {
        assert!((60..140).contains(&connections), "{who:?}: {connections}");
    }
    lab.stop_load();
    lab.rest();
}

#[test]
fn i_13_a_stopped_member_stays_on_the_list_and_gets_no_connections() {
    let mut lab = cluster(RoleChange::Leaves);
    lab.give(&Command::StopReader { reader: R2 });
    assert_eq!(leads(&lab, "few"), [R3]);
    assert!(lab.world().is_member(EndpointId(1), R2));
    lab.give(&Command::StopReader { reader: R3 });
    assert_eq!(leads(&lab, "few"), []);
    use_custom(&mut lab, "few");
    lab.load(readers_of(3));
    lab.run(5_000);
    let journal = lab.world().journal();
    let nobody = journal.since(EventId(0)).filter(|(_, entry)| {
        matches!(
            entry.event,
            Event::Cluster(ClusterEvent::NobodyThere { .. })
        )
    });
    assert!(nobody.count() >= 3, "clients try and find nobody");
    lab.give(&Command::RestartReader { reader: R2 });
    lab.run(20_000);
    assert_eq!(leads(&lab, "few"), [R2]);
    let connected = lab.world().connections(Endpoint::Custom(EndpointId(1)));
    assert_eq!(connected[R2.0 as usize].1, 3);
    lab.stop_load();
    lab.rest();
}

#[test]
fn i_14_open_connections_survive_a_change_of_members() {
    let mut lab = cluster(RoleChange::Leaves);
    use_custom(&mut lab, "few");
    lab.load(readers_of(10));
    lab.run(3_000);
    lab.give(&Command::EditEndpoint(spec("few", Some(vec![R1]), None)));
    lab.run(10_000);
    assert_eq!(broken(&lab), 0);
    let id = Endpoint::Custom(EndpointId(1));
    assert_eq!(lab.world().connections(id)[R1.0 as usize].1, 0);
    // Whoever connects from now on comes to the new member.
    lab.load(readers_of(20));
    lab.run(5_000);
    assert_eq!(lab.world().connections(id)[R1.0 as usize].1, 10);
    // And the endpoint itself may go.
    let name = "few".to_owned();
    lab.give(&Command::DeleteEndpoint { name });
    lab.run(5_000);
    assert_eq!(broken(&lab), 0);
    lab.stop_load();
    lab.rest();
}

#[test]
fn i_16_a_promoted_reader_leaves_a_reader_endpoint_or_stays_by_the_date() {
    for (role_change, stays) in [(RoleChange::Leaves, false), (RoleChange::Stays, true)] {
        let mut lab = cluster(role_change);
        lab.give(&Command::Failover { to: Some(R2) });
        lab.run(60_000);
        assert_eq!(lab.world().endpoint(), Some(R2));
        assert_eq!(leads(&lab, "few").contains(&R2), stays);
        assert!(leads(&lab, "any").contains(&R2), "ANY members stay");
        assert!(leads(&lab, "reports").contains(&WRITER), "a reader now");
        lab.rest();
    }
}

#[test]
fn i_17_an_instance_endpoint_leads_to_its_instance_and_no_other() {
    let mut lab = cluster(RoleChange::Leaves);
    lab.give(&Command::ConnectThrough {
        endpoint: Some(EndpointName::Instance(R3)),
        visitor: false,
    });
    lab.load(readers_of(5));
    lab.run(3_000);
    let id = Endpoint::Instance(R3);
    assert_eq!(lab.world().connections(id)[R3.0 as usize].1, 5);
    lab.give(&Command::StopReader { reader: R3 });
    lab.run(10_000);
    assert!(lab.world().connections(id).iter().all(|(_, n)| *n == 0));
    // It is for diagnosis: whoever uses it is not led elsewhere.
    lab.give(&Command::RestartReader { reader: R3 });
    lab.run(30_000);
    assert_eq!(lab.world().connections(id)[R3.0 as usize].1, 5);
    lab.stop_load();
    lab.rest();
}

#[test]
fn clients_that_are_told_another_name_take_what_waits_with_them() {
    let mut lab = cluster(RoleChange::Leaves);
    use_custom(&mut lab, "few");
    // Writes, where there are only readers: no write succeeds.
    lab.load(Load::ClosedLoop {
        clients: 4,
        think_micros: 50_000,
        write_percent: 100,
        rows: 40,
    });
    lab.run(5_000);
    let before = lab.world().counters().commits;
    lab.give(&Command::ConnectThrough {
        endpoint: Some(EndpointName::Cluster),
        visitor: false,
    });
    lab.run(5_000);
    assert!(lab.world().counters().commits > before + 50);
    lab.stop_load();
    lab.rest();
}

#[test]
fn i_8_endpoints_that_cannot_be_are_refused() {
    let mut lab = cluster(RoleChange::Leaves);
    let create = Command::CreateEndpoint;
    let problem = |problem| Err(Refusal::Endpoint(problem));
    lab.give(&create(spec("four", None, None)));
    let taken = lab.try_give(&create(spec("four", None, None)));
    assert_eq!(taken, problem(EndpointProblem::NameTaken));
    let both = create(spec("five", Some(vec![R1]), Some(vec![R2])));
    assert_eq!(lab.try_give(&both), problem(EndpointProblem::BothLists));
    let unknown = create(spec("five", Some(vec![ReaderId(9)]), None));
    let no_such = EndpointProblem::NoSuchInstance(ReaderId(9));
    assert_eq!(lab.try_give(&unknown), problem(no_such));
    let long = create(spec(&"a".repeat(64), None, None));
    let characters = 64;
    let too_long = EndpointProblem::NameTooLong { characters };
    assert_eq!(lab.try_give(&long), problem(too_long));
    lab.give(&create(spec("five", None, None)));
    let six = lab.try_give(&create(spec("six", None, None)));
    assert_eq!(six, problem(EndpointProblem::TooMany));
    let missing = Command::DeleteEndpoint {
        name: "six".to_owned(),
    };
    assert_eq!(
        lab.try_give(&missing),
        problem(EndpointProblem::NoSuchEndpoint)
    );
    let alone = Lab::new().try_give(&create(spec("one", None, None)));
    assert_eq!(alone, Err(Refusal::NoCluster));
    lab.rest();
}
