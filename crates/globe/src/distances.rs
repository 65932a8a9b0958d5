//! How far Regions are from one another.

use base::{RegionId, SimSpan};

/// How many Regions there are to choose from.
pub const REGIONS: u8 = RegionId::NAMES.len() as u8;

/// One way between two Regions, in milliseconds: half of what is commonly measured there and back, rounded `[choice]`.
/// Row and column are in the order of [`RegionId::NAMES`]; below the diagonal the table is its own mirror image.
#[rustfmt::skip]
const ONE_WAY_MILLIS: [[u16; REGIONS as usize]; REGIONS as usize] = [
    //  va   or   ca   sp   ie   fr   za   in   sg   au   jp   kr
    [   0,  32,   8,  58,  34,  46, 112,  95, 110, 100,  75,  88],
    [  32,   0,  30,  88,  59,  70, 138, 108,  82,  70,  48,  62],
    [   8,  30,   0,  62,  34,  46, 112,  95, 108,  98,  72,  85],
    [  58,  88,  62,   0,  88, 102, 170, 150, 165, 155, 128, 142],
    [  34,  59,  34,  88,   0,  13,  80,  61,  88, 128, 102, 115],
    [  46,  70,  46, 102,  13,   0,  78,  56,  81, 122, 112, 111],
    [ 112, 138, 112, 170,  80,  78,   0, 132, 155, 202, 175, 175],
    [  95, 108,  95, 150,  61,  56, 132,   0,  29,  72,  61,  60],
    [ 110,  82, 108, 165,  88,  81, 155,  29,   0,  46,  35,  38],
    [ 100,  70,  98, 155, 128, 122, 202,  72,  46,   0,  52,  68],
    [  75,  48,  72, 128, 102, 112, 175,  61,  35,  52,   0,  16],
    [  88,  62,  85, 142, 115, 111, 175,  60,  38,  68,  16,   0],
];

/// From a client to a cluster of its own Region, outside the clusters' own network, in microseconds `[choice]`.
const WITHIN_MICROS: u64 = 500;

/// One way between two Regions.
pub fn one_way(from: RegionId, to: RegionId) -> SimSpan {
    if from == to {
        return SimSpan::from_micros(WITHIN_MICROS);
    }
    let millis = ONE_WAY_MILLIS[usize::from(from.0)][usize::from(to.0)];
    SimSpan::from_millis(millis.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_is_as_long_as_the_way_there() {
        for from in (0..REGIONS).map(RegionId) {
            for to in (0..REGIONS).map(RegionId) {
                assert_eq!(one_way(from, to), one_way(to, from), "{from:?} {to:?}");
                assert!((from == to) == (one_way(from, to) < SimSpan::from_millis(1)));
            }
        }
    }
}
