//! When a message arrives, and whether it does.
//!
//! Sites stand in places (the zones of a Region, and the outside where clients are). A message takes the
//! delay of its pair of places, stretched by whatever is slow: its sender, its receiver, or the link between
//! the two. Whether it gets lost by chance is drawn when it leaves; whether its way is cut is looked at when
//! it leaves **and** when it would arrive, so that cutting a zone also swallows what is still on its way.

use base::{Chance, SimSpan};
use litemap::LiteMap;

/// A place sites stand in; places are a zone's width apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(pub u8);

/// Something that sends and receives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SiteId(pub u16);

/// Full speed, in thousandths.
pub const FULL_SPEED_PERMILLE: u32 = 1_000;

/// How long one hop takes: evenly spread from `min` to `max`, and once in `tail_one_in` messages from `max`
/// to `tail_max` (never if that is 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Delay {
    /// The shortest, in microseconds.
    pub min_micros: u32,
    /// The longest of ordinary messages, in microseconds.
    pub max_micros: u32,
    /// One in so many messages is late.
    pub tail_one_in: u32,
    /// The longest of late messages, in microseconds.
    pub tail_max_micros: u32,
}

impl Delay {
    /// Evenly spread, without late messages.
    pub const fn uniform(min_micros: u32, max_micros: u32) -> Delay {
        Delay {
            min_micros,
            max_micros,
            tail_one_in: 0,
            tail_max_micros: max_micros,
        }
    }

    #[inline]
    fn draw(self, chance: &mut Chance) -> SimSpan {
        let late = self.tail_one_in > 0 && chance.below(self.tail_one_in) == 0;
        let (shortest, longest) = if late {
            (self.max_micros, self.tail_max_micros.max(self.max_micros))
        } else {
            (self.min_micros, self.max_micros)
        };
        SimSpan::from_micros(chance.between(shortest, longest).into())
    }
}

/// Why a message does not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Loss {
    /// Its way is cut.
    Cut,
    /// Lost by chance.
    Chance,
}

/// What the network does with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Passage {
    /// How long it is on its way (as far as it gets).
    pub takes: SimSpan,
    /// Why it will not arrive, if that is settled at once.
    pub lost: Option<Loss>,
}

#[derive(Clone, Copy, Debug)]
struct Site {
    place: Place,
    speed_permille: u32,
    loss_permille: u32,
    cut: bool,
}

/// Delays, faults and the sites they concern.
#[derive(Clone, Debug)]
pub struct Network {
    /// `places × places`, row by row.
    delays: Vec<Delay>,
    places: u8,
    sites: Vec<Site>,
    /// `sites × sites`, row by row: the delay from one site to another.
    ways: Vec<Delay>,
    cut_places: u64,
    loss_permille: u32,
    /// Slowed links, by the pair of sites with the smaller one first.
    slow_links: LiteMap<(SiteId, SiteId), u32>,
    /// Nothing has ever been cut, slowed or made lossy: the short way through.
    undisturbed: bool,
}

impl Network {
    /// A network over `places` places where the hop from one to another takes `delay(from, to)`.
    pub fn new(places: u8, delay: impl Fn(Place, Place) -> Delay) -> Network {
        let pairs =
            (0..places).flat_map(|from| (0..places).map(move |to| (Place(from), Place(to))));
        Network {
            delays: pairs.map(|(from, to)| delay(from, to)).collect(),
            places,
            sites: Vec::new(),
            ways: Vec::new(),
            cut_places: 0,
            loss_permille: 0,
            slow_links: LiteMap::new_vec(),
            undisturbed: true,
        }
    }

    /// Adds a site in a place.
    ///
    /// # Panics
    /// If the place does not exist.
    pub fn add_site(&mut self, place: Place) -> SiteId {
        assert!(place.0 < self.places, "no such place");
        let site = Site {
            place,
            speed_permille: FULL_SPEED_PERMILLE,
            loss_permille: 0,
            cut: false,
        };
        self.sites.push(site);
        let places = || self.sites.iter().map(|site| site.place);
        self.ways = places()
            .flat_map(|from| places().map(move |to| (from, to)))
            .map(|(from, to)| self.delay(from, to))
            .collect();
        SiteId(u16::try_from(self.sites.len() - 1).expect("fewer than 2^16 sites"))
    }

    /// Sends a message: how long it takes and whether it is lost at once.
    #[inline]
    pub fn send(&self, from: SiteId, to: SiteId, chance: &mut Chance) -> Passage {
        let way = self.ways[from.0 as usize * self.sites.len() + to.0 as usize];
        let takes = way.draw(chance);
        if self.undisturbed {
            let lost = None;
            return Passage { takes, lost };
        }
        self.send_disturbed(from, to, takes, chance)
    }

    /// As [`Network::send`], with whatever has been done to the network.
    #[inline(never)]
    fn send_disturbed(
        &self,
        from: SiteId,
        to: SiteId,
        base: SimSpan,
        chance: &mut Chance,
    ) -> Passage {
        let (sender, receiver) = (self.site(from), self.site(to));
        let slow = |span: SimSpan, permille: u32| {
            if permille == FULL_SPEED_PERMILLE {
                span
            } else {
                span.scaled(permille)
            }
        };
        let mut takes = slow(slow(base, sender.speed_permille), receiver.speed_permille);
        if !self.slow_links.is_empty() {
            takes = slow(takes, self.link_permille(from, to));
        }
        let loss = self
            .loss_permille
            .max(sender.loss_permille)
            .max(receiver.loss_permille);
        let lost = if self.is_cut(from, to) {
            Some(Loss::Cut)
        } else if loss > 0 && chance.permille(loss) {
            Some(Loss::Chance)
        } else {
            None
        };
        Passage { takes, lost }
    }

    /// Whether nothing has ever been cut, slowed or made lossy: every way is open.
    #[inline]
    pub fn is_undisturbed(&self) -> bool {
        self.undisturbed
    }

    /// Whether a message can get from one site to the other now.
    #[inline]
    pub fn is_open(&self, from: SiteId, to: SiteId) -> bool {
        self.undisturbed || !self.is_cut(from, to)
    }

    fn is_cut(&self, from: SiteId, to: SiteId) -> bool {
        let (sender, receiver) = (self.site(from), self.site(to));
        let crosses_cut = sender.place != receiver.place
            && (self.cut_places >> sender.place.0 | self.cut_places >> receiver.place.0) & 1 == 1;
        crosses_cut || sender.cut || receiver.cut
    }

    /// The delay between two places, faults left out.
    pub fn delay(&self, from: Place, to: Place) -> Delay {
        self.delays[from.0 as usize * self.places as usize + to.0 as usize]
    }

    /// Cuts a place off from all other places, or heals it. Inside the place messages go on.
    pub fn set_place_cut(&mut self, place: Place, cut: bool) {
        let bit = 1 << place.0;
        self.undisturbed = false;
        self.cut_places = if cut {
            self.cut_places | bit
        } else {
            self.cut_places & !bit
        };
    }

    /// Whether a place is cut off.
    pub fn is_place_cut(&self, place: Place) -> bool {
        self.cut_places >> place.0 & 1 == 1
    }

    /// Cuts one site off from everything, or heals it.
    pub fn set_site_cut(&mut self, site: SiteId, cut: bool) {
        self.site_mut(site).cut = cut;
    }

    /// Whether one site is cut off by itself (not by its place).
    pub fn is_site_cut(&self, site: SiteId) -> bool {
        self.site(site).cut
    }

    /// Stretches every delay from and to a site, in thousandths.
    pub fn set_site_speed(&mut self, site: SiteId, permille: u32) {
        self.site_mut(site).speed_permille = permille;
    }

    /// Stretches the delays between two sites, in thousandths.
    pub fn set_link_speed(&mut self, one: SiteId, other: SiteId, permille: u32) {
        let link = (one.min(other), one.max(other));
        self.undisturbed = false;
        if permille == FULL_SPEED_PERMILLE {
            self.slow_links.remove(&link);
        } else {
            self.slow_links.insert(link, permille);
        }
    }

    /// How much the delays between two sites are stretched, in thousandths.
    pub fn link_permille(&self, one: SiteId, other: SiteId) -> u32 {
        let link = (one.min(other), one.max(other));
        self.slow_links
            .get(&link)
            .copied()
            .unwrap_or(FULL_SPEED_PERMILLE)
    }

    /// The share of all messages that get lost, in thousandths.
    pub fn set_loss(&mut self, permille: u32) {
        self.undisturbed = false;
        self.loss_permille = permille;
    }

    /// The share of a site's messages that get lost, in thousandths.
    pub fn set_site_loss(&mut self, site: SiteId, permille: u32) {
        self.site_mut(site).loss_permille = permille;
    }

    /// The share of all messages that get lost, in thousandths.
    pub fn loss_permille(&self) -> u32 {
        self.loss_permille
    }

    /// The share of a site's messages that get lost, in thousandths.
    pub fn site_loss_permille(&self, site: SiteId) -> u32 {
        self.site(site).loss_permille
    }

    fn site(&self, site: SiteId) -> &Site {
        &self.sites[site.0 as usize]
    }

    fn site_mut(&mut self, site: SiteId) -> &mut Site {
        self.undisturbed = false;
        &mut self.sites[site.0 as usize]
    }
}

#[cfg(test)]
mod tests {
    use base::Stream;

    use super::*;

    fn two_places() -> (Network, SiteId, SiteId, SiteId) {
        let mut network = Network::new(2, |from, to| {
            if from == to {
                Delay::uniform(100, 200)
            } else {
                Delay::uniform(1_000, 2_000)
            }
        });
        let here = network.add_site(Place(0));
        let beside = network.add_site(Place(0));
        let there = network.add_site(Place(1));
        (network, here, beside, there)
    }

    fn chance() -> Chance {
        Chance::new(3, Stream::Network)
    }

    #[test]
    fn delays_stay_inside_their_bounds_and_are_longer_across_places() {
        let (network, here, beside, there) = two_places();
        let mut chance = chance();
        for _ in 0..500 {
            let near = network.send(here, beside, &mut chance).takes.micros();
            let far = network.send(here, there, &mut chance).takes.micros();
            assert!((100..=200).contains(&near) && (1_000..=2_000).contains(&far));
        }
    }

    #[test]
    fn a_cut_place_still_talks_inside() {
        let (mut network, here, beside, there) = two_places();
        network.set_place_cut(Place(0), true);
        assert!(network.is_open(here, beside));
        assert!(!network.is_open(here, there) && !network.is_open(there, here));
        assert_eq!(
            network.send(here, there, &mut chance()).lost,
            Some(Loss::Cut)
        );
        network.set_place_cut(Place(0), false);
        assert!(network.is_open(here, there));
    }

    #[test]
    fn slowness_of_site_and_link_multiply() {
        let (mut network, here, _, there) = two_places();
        let plain = network.send(here, there, &mut chance()).takes;
        network.set_site_speed(there, 3_000);
        network.set_link_speed(there, here, 2_000);
        assert_eq!(
            network.send(here, there, &mut chance()).takes.micros(),
            plain.micros() * 6
        );
        network.set_link_speed(here, there, FULL_SPEED_PERMILLE);
        assert_eq!(
            network.send(here, there, &mut chance()).takes.micros(),
            plain.micros() * 3
        );
    }

    #[test]
    fn about_the_asked_share_is_lost() {
        let (mut network, here, beside, there) = two_places();
        network.set_site_loss(there, 250);
        let mut chance = chance();
        let mut lost = |to| {
            (0..4_000)
                .filter(|_| network.send(here, to, &mut chance).lost.is_some())
                .count()
        };
        assert!((900..1_100).contains(&lost(there)));
        assert_eq!(lost(beside), 0);
    }

    #[test]
    fn late_messages_are_rare_and_late() {
        let delay = Delay {
            min_micros: 10,
            max_micros: 20,
            tail_one_in: 100,
            tail_max_micros: 500,
        };
        let mut chance = chance();
        let late = (0..10_000)
            .filter(|_| delay.draw(&mut chance).micros() > 20)
            .count();
        assert!((60..140).contains(&late), "{late}");
    }
}
