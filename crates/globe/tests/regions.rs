//! Regions, redo and lag.

mod pair;

use base::Lsn;
use pair::*;

#[test]
fn what_the_primary_acknowledged_arrives_byte_for_byte() {
    let mut globe = start(&[VIRGINIA, IRELAND, TOKYO]);
    load(&mut globe, VIRGINIA, 100);
    run(&mut globe, 5_000);
    stop(&mut globe, VIRGINIA);
    run(&mut globe, 2_000);
    let here = globe.world(VIRGINIA).unwrap().log();
    assert!(here.last() > Lsn(1_000));
    for id in [IRELAND, TOKYO] {
        let there = globe.world(id).unwrap().log();
        assert_eq!(
            here.parcel(Lsn::ZERO, here.last()),
            there.parcel(Lsn::ZERO, there.last())
        );
        assert_eq!(globe.known_upto(id), Some(here.last()));
        assert_eq!(globe.lag(id).unwrap().rpo, base::SimSpan::ZERO);
        assert!(globe.missing(id).is_empty());
    }
    judge(&globe);
}
