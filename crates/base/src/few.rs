//! Putting few things in order.

/// Sorts in place; what is equal keeps its order. `before` says whether its first argument stands before its second.
///
/// For a handful of things: the time grows with the square of their number. The library's sorts are made for many
/// things, and each of them is three kilobytes of the page for every type it sorts.
#[inline]
pub fn sort_few<T>(things: &mut [T], before: impl Fn(&T, &T) -> bool) {
    for end in 1..things.len() {
        let mut place = end;
        while place > 0 && before(&things[place], &things[place - 1]) {
            things.swap(place, place - 1);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_things_come_into_order_and_equals_keep_theirs() {
        let mut things = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
        sort_few(&mut things, |one, other| one.0 < other.0);
        assert_eq!(things, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
        sort_few(&mut [] as &mut [u8], |one, other| one < other);
    }
}
