//! Where Regions lie, roughly: whole degrees of longitude and latitude of the places they are named after.

use base::RegionId;

/// Longitude and latitude in degrees, in the order of [`RegionId::NAMES`].
const DEGREES: [(i16, i16); RegionId::NAMES.len()] = [
    (-78, 38),
    (-121, 45),
    (-74, 46),
    (-47, -23),
    (-7, 53),
    (9, 50),
    (18, -34),
    (73, 19),
    (104, 1),
    (151, -34),
    (140, 36),
    (127, 37),
];

/// The northern and the southern edge of the map, in degrees of latitude: no Region lies beyond.
const NORTH: i16 = 75;
const SOUTH: i16 = -52;

/// A place on the map, in thousandths of its width and of its height, from the north-west: longitude and latitude with
/// nothing bent.
pub(super) fn place(region: RegionId) -> (u16, u16) {
    let (longitude, latitude) = DEGREES[usize::from(region.0)];
    on_map(longitude, latitude)
}

fn on_map(longitude: i16, latitude: i16) -> (u16, u16) {
    let share = |from: i32, to: i32, at: i32| ((at - from) * 1_000 / (to - from)) as u16;
    (
        share(-180, 180, longitude.into()),
        share(NORTH.into(), SOUTH.into(), latitude.into()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_lies_on_the_map_and_no_two_at_one_place() {
        let all: Vec<_> = (0..RegionId::NAMES.len() as u8)
            .map(|region| place(RegionId(region)))
            .collect();
        for (number, (x, y)) in all.iter().enumerate() {
            assert!(*x < 1_000 && *y < 1_000);
            assert!(all[..number].iter().all(|other| other != &(*x, *y)));
        }
        assert!(all[0].0 < all[4].0 && all[4].0 < all[10].0, "west to east");
        assert!(all[4].1 < all[9].1, "north to south");
    }
}
