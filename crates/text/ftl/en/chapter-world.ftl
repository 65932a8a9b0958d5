# The world view of a global database: its Regions, the ways between them, and what happens there. It is loaded with the chapters.
# The analogy: an international library, a branch in each Region; the head branch alone takes documents in.

# $region the name of a Region
region-name =
    { $region ->
        [us-west-2] Oregon
        [ca-central-1] Central Canada
        [sa-east-1] São Paulo
        [eu-west-1] Ireland
        [eu-central-1] Frankfurt
        [af-south-1] Cape Town
        [ap-south-1] Mumbai
        [ap-southeast-1] Singapore
        [ap-southeast-2] Sydney
        [ap-northeast-1] Tokyo
        [ap-northeast-2] Seoul
       *[us-east-1] N. Virginia
    }

## The world view
world-title = Regions of the global database
    .everyday = Branches of the international library
world-figures = Map with rough positions
# $region, $other Regions; $since a span; $secondaries number
world-well = { $region } is the primary Region and takes writes; secondary Regions: { $secondaries }.
    .everyday = { $region } is the head branch and takes documents in; other branches: { $secondaries }.
world-no-writes = { $region } is the primary Region, and takes no writes.
    .everyday = { $region } is the head branch, and takes nothing in.
world-held = In { $region } durable commits wait: every secondary Region lags by the RPO limit or more.
    .everyday = In { $region } receipts are held back: every other branch is too far behind.
world-draining = { $region } takes no more writes and finishes those it has; { $other } is to take over. { $since } so far.
    .everyday = { $region } takes nothing more in and files what it has; { $other } is to be the head branch. { $since } so far.
world-syncing = { $other } waits for the last record of { $region }. { $since } so far.
    .everyday = { $other } waits for the last sheet of { $region }. { $since } so far.
world-fencing = Storage tries to fence { $region } off before { $other } takes over. { $since } so far.
    .everyday = The rooms of { $region } are being sealed before { $other } takes over. { $since } so far.
world-promoting = { $other } makes one of its readers the writer. { $since } so far.
    .everyday = { $other } makes one of its librarians the keeper. { $since } so far.
world-split = Split brain: { $region } and { $other } both take writes, and nothing brings them together again.
    .everyday = Two head branches: { $region } and { $other } both take documents in, and nobody brings the shelves together again.
world-none = The global database has no primary Region any more.
world-number = { $count }
world-lsn = { $lsn }
world-span = { SHORT($span) }
world-none-yet = unknown
world-commits = commits acknowledged
    .everyday = receipts given
world-waiting = commits waiting
    .everyday = receipts waiting
world-vdl = VDL
    .everyday = filed up to sheet
world-instances = instances
    .everyday = librarians
world-endpoint = global writer endpoint
    .everyday = head branch’s sign
world-endpoint-here = leads here
world-app = application
    .everyday = readers’ club
world-app-here = writes here
world-rpo-limit = RPO limit
    .everyday = may be behind by
world-deeds = What can be done here
deeds-lead = Who leads
deeds-use = Application and readers
deeds-build = Build and set
deeds-break = Break and mend
world-more = More figures
# $count commits of the Region that wait, are lost, or are found
mark-waiting = { $count } commits wait
    .everyday = { $count } receipts wait
mark-lost = { $count } commits lost
    .everyday = { $count } receipts lost
mark-kept = { $count } found in the snapshot
    .everyday = { $count } found in the photographs
region-primary = primary, takes writes
    .everyday = head branch, open
region-alone = stands alone, takes writes
    .everyday = library of its own, open
region-closed = primary, takes no writes
    .everyday = head branch, takes nothing in
region-held = primary, commits wait
    .everyday = head branch, receipts wait
region-secondary = secondary, read-only
    .everyday = branch, for reading
region-headless = headless secondary, storage only
    .everyday = storeroom without librarians
region-dark = out of reach
    .everyday = without power
region-rebuilding = gets a new volume, unreadable
    .everyday = shelves being filled anew
region-replaced = was the primary, volume to be replaced
    .everyday = was the head branch, shelves to be replaced
region-fenced = fenced off, takes no writes
    .everyday = sealed
region-promoted = becoming the primary
    .everyday = becoming the head branch
# $region a Region, $state one of those above
region-says = { $region }: { $state }.
# $region, $other Regions
way-name = { $region } → { $other }
way-open = open
way-slow = { $times } times as long as usual
way-cut = cut
way-dark = one end is out of reach
way-rebuilding = a new volume is being filled
way-filling = new volume
way-replication = replication lag
    .everyday = behind by
way-rpo = RPO lag
    .everyday = oldest receipt missing there
way-progress = progress lag
    .everyday = not on display yet for
way-missing = commits not known to be there
    .everyday = receipts not known to be there
way-says = { $way }: { $state }. Replication lag { $replication }; commits not known to be there: { $missing }.
    .everyday = { $way }: { $state }. Behind by { $replication }; receipts not known to be there: { $missing }.

## What can be done
act-light = Bring it back
act-darken = Take the whole Region out
    .everyday = Cut the power
act-add-instance = Add an instance
act-switchover = Switch over to here
    .everyday = Make it the head branch, as planned
act-failover = Fail over to here, data may be lost
    .everyday = Make it the head branch at once
act-detach = Detach it to stand alone
act-cancel = Cancel the switchover
act-stop-writes = Stop writes
act-resume-writes = Take writes again
act-start-app = Let an application write here
act-stop-app = Stop the application
act-point-app = Point the application here
act-point-app-at-name = Point the application at the global writer endpoint
act-set-rpo = Set an RPO limit of 20 s
act-unset-rpo = Unset the RPO limit
act-delete = Delete this cluster
act-add-region = Add a Region: { $region }
act-copy-snapshot = Copy the snapshot to keep it
act-cut-link = Cut the way
act-heal-link = Mend the way
act-quick-link = Make it as quick as usual
act-slow-link = Make it 20 times as long
world-cluster-endpoint = cluster endpoint
world-reader-endpoint = reader endpoint
world-address = { $name }
world-address-idle = { $name } (leads nowhere)
world-forwarding = write forwarding
world-forwarding-off = off
world-level = { $level }
world-session = session here
forward-failed = failed: the way to the primary is cut
forward-waiting = waits, { $took } so far
forward-written = written in the primary after { $took }
forward-found = read { $value } after { $took }
forward-missing = found no such row after { $took }
world-readers = readers here
world-readers-nowhere = find no Region; { $failed } failed
world-readers-begin = read in { $region }
world-readers-at = read in { $region }, { $took } each; { $failed } failed
era-2018 = November 2018
era-2023 = June 2023
era-2025 = 2025
rules-title = Rules of { $era }
rules-secondaries = At most { $max } secondary Regions.
rules-all-in-step = Before a switchover every secondary must be in step.
rules-target-in-step = Before a switchover only the target must be in step.
rules-managed = There is managed failover.
rules-by-hand = No managed failover: a secondary is detached and promoted by hand.
rules-readers-restart = Readers of secondaries restart with the primary’s writer.
rules-readers-stay = Readers of secondaries stay up when the primary’s writer restarts.
act-era = Take the rules of { $era }
act-forward-off = Forward no writes
act-forward-eventual = Forward writes, EVENTUAL
act-forward-session = Forward writes, SESSION
act-forward-global = Forward writes, GLOBAL
act-forward-write = Write a row here, forwarded
act-forward-read = Read that row here
ask-not-forwarded = Nobody writes in a secondary. With write forwarding, writes are run in { $region }, and come back as redo.
ask-forwarded = Writes are forwarded to { $region }; reads wait as { $level } has it.
reader-level-here = shows all redo that has come here, VDL { $shows }
    .everyday = has on display all that has come, sheet { $shows }
reader-behind-here = { SHORT($lag) } behind: shows VDL { $shows } of { $vdl } that has come here
    .everyday = { SHORT($lag) } behind: sheet { $shows } of { $vdl } that have come
act-start-readers = Let clients here read in the nearest Region
act-stop-readers = Let clients here read no more
ui-agent = Replication agent
    .everyday = Receiving desk
writer-takes-in = takes in the primary’s redo
    .everyday = files what the head branch sends
ui-enter = Look inside
ui-inside = This is the cluster of { $region }.
ui-leave-region = Back to all Regions

## The planner
plan-title = Who should take over?
plan-about = Copies of this run go ahead and are measured; the run itself stands still.
plan-begin = Try every target on a copy
plan-end = Close the comparison
plan-downtime = no writes for
plan-lost = commits lost
plan-switchover = switchover
plan-failover = managed failover
plan-under-way = being tried…
plan-not-within = not done within { $within }
plan-do = Do it

## The report
report-heading = Recovery report
report-switchover = Switchover from { $region } to { $other }
report-failover = Managed failover from { $region } to { $other }
report-detach = { $other } detached from { $region }
# $took a span; $count commits
report-open-after = Asked for and open after { $took }.
report-downtime = RTO, as the application felt it: no commit for { $took }.
report-nobody-yet = RTO: no commit has been acknowledged since.
report-elsewhere = With { $region } as the target: { $count } lost.
report-overwritten = written over in the old volume
report-lost = RPO: acknowledged commits lost: { $count }.
report-row = { $key } = { $value }
report-rows = Rows that are missing in the new primary
report-in-snapshot = found in the snapshot
report-in-old-volume = only in the old volume in { $region }
report-in-dark-region = only in { $region }, which is out of reach
# $name how the snapshot's name begins, $until a span
report-snapshot = The snapshot { $name }… of the old volume is kept for { $until }; copy it to keep it longer.
report-snapshot-copied = The snapshot { $name }… of the old volume was copied, and stays.
report-no-snapshot-yet = When { $region } returns, its old volume is snapshotted before it is replaced.
report-not-fenced = The old primary could not be reached in time to fence it off.
report-rpo-stays = The RPO limit of { $limit } stays in { $region }’s parameter group; in { $other } none is set.

## The six steps by hand
manual-title = Six steps by hand
manual-stop = Stop writing to the primary
manual-choose = Choose the secondary with the least lag
manual-detach = Detach it, so that it stands alone and takes writes
manual-point = Point the application there
manual-take-out = Take the remaining old secondaries out
manual-rebuild = Add Regions to the new database
manual-done = done
manual-open = open
manual-not-stopped = Detached while the primary went on writing.
manual-not-least = Another secondary had more.
manual-split = Both took writes: split brain.
manual-stale = Those left behind serve ever older reads.
# $region a Region, $took a span, $deed what a button there says
manual-late = For { SHORT($took) } there has been somewhere to write, and nobody has told the application.
manual-elsewhere = For { SHORT($took) } the application has gone on writing in { $region }; what it writes there will be missing here.
manual-how = In { $region }: “{ $deed }”
manual-how-choose = Compare the lags on the arcs, then detach the Region that lags least.
manual-how-wait = It is becoming a primary of its own.

## Events between Regions
global-primary-made = A primary cluster is made in { $region }.
global-cluster-made = A secondary cluster with an empty volume is made in { $region }.
global-cluster-deleted = The cluster in { $region } is deleted, and its volume with it.
global-redo-sent = Redo up to { $upto } leaves for { $region }, records: { $records }.
global-redo-arrived = Redo up to { $upto } arrives in { $region }.
global-progress-heard = The primary hears that { $region } is durable up to { $upto }.
global-event-link-cut = The way between { $region } and { $other } is cut.
global-event-link-healed = The way between { $region } and { $other } is open again.
global-event-link-slowed = The way between { $region } and { $other } takes { $times } times as long as usual.
global-event-link-usual = The way between { $region } and { $other } is as quick as usual.
global-region-down = { $region } is out: the whole Region cannot be reached.
    .everyday = { $region } is without power.
global-region-up = { $region } is back.
global-rpo-set = In { $region } the RPO limit is { $limit } from now on.
global-rpo-unset = In { $region } there is no RPO limit any more.
global-commits-held = Every secondary lags by { $limit } or more: commits in { $region } wait.
    .everyday = Every branch is behind by { $limit } or more: receipts in { $region } wait.
global-commits-released = A secondary is below the limit: commits in { $region } go on, in order.
global-switchover-began = Switchover begins: from { $region } to { $other }.
global-writes-done = All writes that { $region } had taken are done.
global-in-step = Whoever must be in step has the last record, { $upto }.
global-switchover-cancelled = The switchover to { $region } is cancelled.
global-switchover-failed = The switchover to { $region } cannot go on, and is taken back.
global-switchover-taken-back = { $region } is the primary as before.
global-promotion-began = { $region } begins to make one of its readers the writer.
global-primary-opened = { $region } is the primary: it has all up to { $point }, and goes on at { $until }.
    .everyday = { $region } is the head branch: it has all sheets up to { $point }, and goes on at { $until }.
global-failover-began = Managed failover begins: from { $region } to { $other }; data may be lost.
global-fencing-succeeded = Storage in { $region } is fenced off: nothing can be written there.
global-fencing-timed-out = Storage in { $region } did not answer in time: it is not known to be fenced off.
global-failover-given-up = The failover to { $region } has come to nothing: { $region } went dark.
global-commit-lost = Commit { $scn }, acknowledged in { $region }, is not in the new primary.
    .everyday = Receipt { $scn }, given in { $region }, is unknown in the new head branch.
global-rebuild-began = { $region } gets a new volume from the primary, and cannot be read meanwhile.
global-rebuild-done = { $region } has all there was, and can be read.
global-snapshot-taken = A snapshot of the old volume in { $region } is taken.
    .everyday = The old shelves in { $region } are photographed.
global-snapshot-failed = No snapshot of the old volume in { $region } could be taken: too few copies are there.
global-snapshot-copied = The snapshot of { $region } is copied, and stays.
global-snapshot-expired = The snapshot of { $region } is gone, its time over.
global-detached = { $region } leaves the global database, and is to stand alone.
global-split-brain = Split brain: { $region } and { $other } both take writes.
    .everyday = Two head branches: { $region } and { $other } both take documents in.
global-writes-closed = Writes are stopped in { $region }.
global-writes-opened = Writes are taken again in { $region }.
global-forwarding-set = Write forwarding is set in { $region }.
global-forwarded = Session { $session } in { $region } writes; the statement goes to the primary.
global-forward-answered = The answer for session { $session } is back in { $region }.
global-forward-idle = Session { $session } in { $region } has been idle for too long: its connection to the primary is closed.
global-instance-added = An instance is added in { $region }.
global-app-pointed = The application is told the address of { $region }.
global-app-pointed-at-name = The application is told the global writer endpoint.
global-app-turned = The application works in { $region } from now on.
global-app-stopped = The application asks no more.
global-readers-turned = Clients in { $region } read in { $other } from now on, the nearest Region their own DNS finds.
global-readers-lost = Clients in { $region } find no Region to read in.
global-readers-stopped = Clients in { $region } read no more.
global-era-set = The rules of { $era } hold from now on.
global-endpoint-moved = The global writer endpoint leads to { $region }.
    .everyday = The head branch’s sign points to { $region }.

## Why something cannot be done
global-no-cluster = There is no cluster in { $region }.
global-cluster-is-there = There is a cluster in { $region } already.
global-link-cut = That way is cut already.
global-link-open = That way is not cut.
global-region-is-down = { $region } is out of reach: bring it back first.
global-region-is-up = { $region } is not out.
global-too-many-secondaries = There may be { $max } secondary Regions, and there are.
global-too-many-readers = That Region may have { $max } readers.
global-rpo-postgresql = Only Aurora PostgreSQL has a managed RPO.
global-is-primary = { $region } is the primary: choose a secondary.
global-not-primary = { $region } is not the primary: nobody writes there.
global-not-secondary = { $region } is no secondary now.
global-no-instance = { $region } has storage only: add an instance first.
global-is-rebuilding = { $region } is being filled: wait until it is done.
global-not-healthy = { $region } or the way to it is not well; a switchover needs a healthy global database.
global-change-under-way = Another change of the primary is under way.
global-no-switchover = No switchover is under way.
global-too-late = The roles are swapped: it cannot be cancelled any more.
global-data-loss = A failover may lose data, and that has to be allowed.
global-not-in-that-era = In 2023 there was no managed failover yet: detach a secondary by hand.
global-no-switchover-then = Before February 2021 there was no planned change: detach a secondary by hand.
global-no-forwarding-then = Write forwarding came to Aurora MySQL on 18 June 2020, to Aurora PostgreSQL on 9 November 2023.
global-no-engine-then = Until 10 March 2020 a global database was Aurora MySQL.
global-isolation-not-forwarded = A transaction of that isolation level is not forwarded.
global-has-secondaries = { $region } still has secondaries: take them out first.
global-writes-are-stopped = Writes are stopped in { $region } already.
global-writes-are-on = { $region } takes writes already.
global-is-fenced = { $region } was fenced off: its volume is to be replaced.
global-forwarding-is-off = Write forwarding is off in { $region }.
global-no-connection-left = All { $max } connections for forwarded sessions are taken.
global-no-app = No application works.
global-no-snapshot = There is no snapshot of { $region } to copy.
global-for-the-whole = That is done to the global database as a whole, not within a Region.
global-headless-primary = The primary needs an instance that writes.
global-readers-named = Readers of a Region are counted by “instances”.
global-cluster-problem = Something is wrong with “cluster”.
problem-between = A chapter with “regions” has steps with “between” and a wait for a span or “between”; any other has none.
