# What must hold, said when it does not: one sentence for each name a checker can give. The name itself (INV-1, L-7 …),
# the moment and the event are shown beside it.

violation-inv-1 = A commit was acknowledged though it, or a record before it, is not on the disks of a write quorum.
violation-inv-2 = The points are out of order: VDL ≤ VCL ≤ highest LSN handed out ≤ VDL + LAL must hold.
violation-inv-3 = The VDL stands at a record that does not end a mini-transaction.
violation-inv-4 = A group’s PGCL is not what a write quorum is known to have reached.
violation-inv-5 = A copy’s SCL has passed a hole in its log.
violation-inv-6 = Storage was sent something other than redo records and requests for pages.
violation-inv-12 = Over a step of a change of members, an old write set need not meet a new one.
violation-inv-11 = A copy serves a page outside PGMRPL ≤ read point ≤ SCL, or has collected what is still read.
violation-inv-19 = The same seed and the same commands gave another run.
violation-inv-7 = After a recovery the volume is not in the state of exactly the mini-transactions at or below the recovered VDL, or an acknowledged commit is missing.
violation-inv-8 = A record inside a truncation range can be read.
violation-inv-9 = A request from an older epoch has changed something.
violation-inv-10 = A reader shows something the writer never showed at any VDL.
violation-inv-18 = A volume epoch has two writers, or somebody writes who is not the writer.
violation-c-2 = A recovery goes on without answers of a read quorum of each group.
violation-c-3 = A recovery does not go on from the newest epoch it has heard of.
violation-c-5 = A volume opens with another truncation range than was decided.
violation-c-6 = A truncation range does not end where it should.
violation-c-10 = A volume opens before a write quorum of each group has the truncation range and the epoch.
violation-c-17 = The recovered points are not those that follow from the answers.
violation-g-51 = A commit is acknowledged while commits are held for the RPO limit.
violation-l-1 = LSNs do not follow one another without a gap.
violation-l-2 = A record’s back links do not name the records before it.
violation-l-4 = A copy’s SCL stays below what it holds without a hole.
violation-l-5 = A copy says of its SCL what is not so.
violation-l-7 = The VCL does not stand where the records on their write quorums put it.
violation-l-11 = The VDL is not the highest consistency point at or below the VCL.
violation-l-16 = A record went to a group that does not own its page.
violation-l-18 = PGMRPL is not the lowest read point in use.
violation-l-19 = Commit records do not follow one another in rising order.
violation-l-20 = A point has moved back.
violation-m-1 = Membership epochs of a group do not follow one another.
violation-m-2 = Somebody goes by an epoch that never was.
violation-m-3 = A membership is said to be recorded, or is changed again, without a quorum that keeps it.
violation-m-9 = A newcomer takes a member’s place before it is full.
violation-m-13 = A newcomer counts though it lacks what was durable when it joined.
violation-m-20 = A copy that keeps the log alone makes a page.
violation-m-26 = A newcomer begins with a base no copy has.
violation-m-27 = A page was asked of a copy that keeps the log alone.
violation-m-14 = A group was added without the next number or the next geometry epoch.
violation-q-4 = A zone and one more copy are lost, and a group can no longer be read.
violation-q-5 = One zone is lost, and a group takes no more writes.
violation-q-8 = What a group is said to be able to do is not what the copies that can be reached allow.
violation-q-19 = A second storage node goes down to be patched before the first is back.
violation-r-1 = A read asks for what nobody wants to know, or is answered though it asked nothing.
violation-r-3 = A read asks a copy that is not known to be far enough.
violation-r-4 = A read does not see the volume at the VDL of the moment it began.
violation-r-7 = A page has left the buffer cache though its newest change is not durable.
violation-r-14 = A read asks for another page, or another place in the log, than it should.
violation-a-6 = Auto scaling has removed a reader it had not made.
violation-rp-11 = An instance that is being deleted is used, or comes back.
violation-s-2 = A copy keeps other records than it was sent.
violation-s-4 = A copy passes on records it does not have.
violation-s-6 = A copy stages what it does not have, or what is not durable.
violation-s-7 = A copy collects what another copy still lacks, or miscounts.
violation-s-8 = A page is found damaged that nothing has spoilt, or repaired that was not damaged.
violation-s-11 = A copy is throttled twice, or freed without having been throttled.
violation-s-16 = A copy collects what is not staged.
violation-s-19 = A copy serves a page at a point it has not reached.
violation-w-8 = A commit was acknowledged before the VCL reached it.
violation-w-9 = A commit record is no consistency point.
violation-w-10 = A commit that is durable is not acknowledged at once, or a request is not answered exactly once.
violation-w-12 = Commits are not acknowledged in the order of the log.
violation-cause = An event has no cause that makes sense.
violation-cut = A message has passed through a cut.
violation-journal = The journal has a gap or runs back in time.
violation-rest = At rest something still waits, or copies differ.
violation-linear = A client’s answer fits no order of what was asked of its row: the row is not linearizable.
violation-serial = A client’s answers fit no order of the committed transactions: they are not serializable.
violation-row = A row does not show what was acknowledged.
violation-stopped = A stopped copy does something.
violation-other = Something that must hold does not.

# $name, $at, and $sentence one of the violation-… messages
violation-found = { $name } at { $at }: { $sentence }

# $name the name of what is violated, such as INV-1
what-violations = the number of violations of { $name }
# $commands how many; the commands follow, one a line
soak-shortest = The shortest history in which it happens has { $commands ->
        [one] one command
       *[other] { $commands } commands
    }:
# The events follow, one a line, the first cause first.
soak-how = How it came about:
# A scenario under a rule that is wrong on purpose, in which that broke what it should. $violations how often
run-broke = { $name } went as it says: under its wrong rule, { $violations ->
        [one] an invariant was violated
       *[other] invariants were violated { $violations } times
    }. Digest { $digest }.
