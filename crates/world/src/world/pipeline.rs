//! The storage nodes' background work, long queries, and what is forgotten.

use super::*;

/// Records of the log that stay in memory though no copy keeps them any more, for those who look back `[choice]`.
const LOG_KEPT: u64 = 32_768;
/// So many further records are written before it is looked again what may be let go `[choice]`.
const LET_GO_EVERY: u64 = 16_384;

/// Looking.
impl World {
    /// What the object store has of a group (S-6).
    pub fn object_store(&self, group: GroupId) -> &ObjectStore {
        &self.stores[group]
    }

    /// Whether a copy can reach the object store, which lies outside every zone.
    pub fn reaches_store(&self, copy: CopyId) -> bool {
        self.network
            .is_open(self.site_of(Site::copy(copy)), self.site_of(Site::Clients))
    }

    /// Whether a copy's background work is paused, in all groups.
    pub fn is_background_paused(&self, copy: CopyId) -> bool {
        self.paused_copies.contains(copy)
    }

    /// Long queries that have not been ended, oldest first.
    pub fn long_reads(&self) -> impl ExactSizeIterator<Item = RequestId> + '_ {
        self.long_reads.iter().copied()
    }
}

/// Commands.
impl World {
    pub(super) fn pause_background(
        &mut self,
        copy: Option<CopyId>,
        paused: bool,
    ) -> Result<(), Refusal> {
        let copies = match copy {
            Some(copy) if copy.0 >= base::SLOTS => return Err(Refusal::NoSuchCopy(copy)),
            Some(copy) => CopySet::NONE.with(copy),
            None => CopyId::slots().collect(),
        };
        let changed: Vec<CopyId> = copies
            .iter()
            .filter(|copy| self.paused_copies.contains(*copy) != paused)
            .collect();
        if changed.is_empty() {
            return Err(if paused {
                Refusal::BackgroundPaused
            } else {
                Refusal::BackgroundNotPaused
            });
        }
        let now = self.agenda.now();
        let event = self.note_fault(if paused {
            Event::BackgroundPaused { copy }
        } else {
            Event::BackgroundResumed { copy }
        });
        for copy in changed {
            self.paused_copies = if paused {
                self.paused_copies.with(copy)
            } else {
                self.paused_copies.without(copy)
            };
            for group in self.groups() {
                let id = SegmentId::new(group, copy);
                if !self.has_copy(id) {
                    continue;
                }
                let segment = &mut self.seats[id].segment;
                let log = self.history.log(segment.stamp().volume);
                segment.set_paused(now, log, paused);
                if self.is_up(id) && !paused {
                    self.settle_segment(id, event);
                }
            }
        }
        Ok(())
    }

    /// The disk of a copy spoils the page a row lives on.
    pub(super) fn damage_page(&mut self, copy: CopyId, key: &str) -> Result<(), Refusal> {
        let page = self.page_of(key.as_bytes());
        let segment = SegmentId::new(page::group_of(page), copy);
        if !self.has_copy(segment) {
            return Err(Refusal::NoSuchCopy(copy));
        }
        let now = self.agenda.now();
        let seat = &mut self.seats[segment];
        let log = self.history.log(seat.segment.stamp().volume);
        if !seat.segment.damage_page(now, log, page) {
            return Err(Refusal::NothingToDamage(copy));
        }
        let event = self.note_fault(Event::PageDamaged { segment, page });
        if self.is_up(segment) {
            self.settle_segment(segment, event);
        }
        Ok(())
    }

    pub(super) fn begin_long_read(&mut self, key: &str) -> RequestId {
        let key = key.as_bytes().into();
        let request = self.ask(VISITOR, Operation::LongGet { key });
        self.long_reads.push_back(request);
        request
    }

    /// The oldest long query ends, and reads its row. From now on it is a short one.
    pub(super) fn end_long_read(&mut self) -> Result<(), Refusal> {
        let Some(request) = self.long_reads.pop_front() else {
            return Err(Refusal::NoLongRead);
        };
        let ended = self.note_fault(Event::LongReadEnded { request });
        let now = self.agenda.now();
        // It may have reached an old writer that does not know yet that it was replaced.
        let id = self.requests.worked_on_by(request).unwrap_or(self.current);
        let writer = &mut self.instances[id].writer;
        let open = writer.is_open();
        if open && writer.end_long_read(now, self.history.log(writer.volume_epoch()), request) {
            self.settle_instance(id, ended, false);
        }
        // Whoever is asked for it next, because it has not arrived yet or its instance is gone, reads at once.
        self.requests.make_short(request);
        Ok(())
    }
}

/// Working.
impl World {
    /// Lets a segment do the background work that is due. Returns whether it did any.
    pub(super) fn work_in_background(&mut self, id: SegmentId) -> bool {
        let now = self.agenda.now();
        let reaches = self.network.is_open(
            self.site_of_address(Address::Segment(id)),
            self.site_of(Site::Clients),
        );
        let store = &mut self.stores[id.group()];
        let made = &mut self.made[id.group()];
        let segment = &mut self.seats[id].segment;
        let log = self.history.log(segment.stamp().volume);
        let did = segment.handle_background(now, log, reaches.then_some(store), made);
        if did && log.records() >= self.let_go_at {
            self.let_go_of_log();
        }
        did
    }

    /// Forgets the part of the log that no copy of any group keeps any more, in every text: what is collected is
    /// durable, so it stands in all of them.
    fn let_go_of_log(&mut self) {
        self.let_go_at = self.log().records() + LET_GO_EVERY;
        let log = self.log();
        let mut needed = Lsn(u64::MAX);
        for group in self.groups() {
            let newest = log.newest_of(group);
            for id in self.copies_of(group) {
                let collected = self.segment(id).collected();
                if collected < newest {
                    needed = needed.min(collected);
                }
            }
        }
        let upto = |log: &RedoLog| needed.min(log.followed_by(LOG_KEPT));
        let most = self.history.texts_mut().map(|log| upto(log)).max();
        self.rebase_pages(most.unwrap_or_default());
        for log in self.history.texts_mut() {
            log.let_go(upto(log));
        }
    }

    /// Lets page versions do without the log up to a record.
    fn rebase_pages(&mut self, upto: Lsn) {
        for group in self.groups() {
            if !self.made[group].is_unsettled() {
                continue;
            }
            let mut some_left = false;
            for place in 0..PAGES_PER_GROUP {
                let page = page::page_in_group(group, place);
                let mut rebase = Rebase::new(upto);
                let copies = || CopyId::slots().map(|copy| SegmentId::new(group, copy));
                for seat in copies().filter_map(|id| self.seats.get(id)) {
                    let log = self.history.log(seat.segment.stamp().volume);
                    seat.segment.show(log, page, &mut rebase);
                }
                for id in copies() {
                    if let Some(seat) = self.seats.get_mut(id) {
                        some_left |= seat.segment.rebase(page, &mut rebase);
                    }
                }
            }
            self.made[group].clear(some_left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::{self, Rows};

    /// Every page at every copy, as far as the copy is complete.
    fn pages(world: &World) -> Vec<Arc<Page>> {
        let copies = world.groups().flat_map(|group| world.copies_of(group));
        let pages = copies.flat_map(|id| {
            let segment = world.segment(id);
            let places = (0..PAGES_PER_GROUP).map(move |place| {
                let page = page::page_in_group(id.group(), place);
                segment.page_at(world.log(), page, segment.scl())
            });
            places.flatten()
        });
        pages.collect()
    }

    #[test]
    fn s_7_page_versions_outlive_the_log_they_are_made_of_whoever_looks_at_them() {
        let (mut unseen, _) = pattern::six_copies(20, 2, Rows::OfActiveGroups);
        let mut seen = unseen.clone();
        for _ in 0..12 {
            pattern::deliver(&mut unseen, 30_000);
            pattern::deliver(&mut seen, 30_000);
            assert_eq!(pages(&seen).len(), 2 * 6 * PAGES_PER_GROUP as usize);
        }
        assert!(unseen.log().oldest() > Lsn(10_000), "some of it was let go");
        assert_eq!(unseen.journal().digest(), seen.journal().digest());
        assert_eq!(pages(&unseen), pages(&seen));
    }
}
