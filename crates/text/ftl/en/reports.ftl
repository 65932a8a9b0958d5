# What came of a run: expectations that did not come true, and what the command line says. The page does without.

## Expectations that did not come true

# $when a when-… message, $what a what-… message, $wanted a compare-… or is-… message, $found an is-… message
expectation-failed = { CAP($when) }: { $what } should be { $wanted }, but is { $found }.

# $at, $from, $to moments
when-at = at { $at }
when-within = at some moment from { $from } to { $to }
when-before = at some moment up to { $to }
when-after = at some moment from { $from } on
# $at the moment at which it was not so
when-throughout = throughout { $from } to { $to }, looked at { $at }

what-commits-acknowledged = the number of acknowledged commits
what-commits-waiting = the number of waiting commits
what-commits-held = the number of writes held back
what-commits-lost = the number of lost rows
what-vcl = the VCL
what-vdl = the VDL
what-allocated = the highest LSN handed out
# $group number, $copy letter
what-pgcl = the PGCL of group { $group }
what-newest = the newest record of group { $group }
what-scl = the SCL of copy { $copy } of group { $group }
what-ability = what group { $group } can do
what-copy = copy { $copy }
what-copy-of-group = copy { $copy } of group { $group }
# $zone letter
what-zone = zone { $zone }
# $key as typed
what-row = row { $key }
# $name the event's name in files, and in parentheses what it is about
what-events = the number of “{ $name }” events

# $value a number, an LSN or level-of-point
compare-exactly = { $value }
compare-at-least = at least { $value }
compare-at-most = at most { $value }
compare-above = above { $value }
compare-below = below { $value }
# $what a what-… message, $lsn where it stands
level-of-point = { $what } ({ $lsn })

is-number = { $number }
is-lsn = { $lsn }
is-read-write = reads and writes
is-read-only = reads only
is-unavailable = nothing
is-up = up
is-stopped = stopped
is-partly-stopped = stopped in some groups
is-cut = cut off
is-open = reachable
# $value as written
is-value = “{ $value }”
is-no-row = not there
what-primary = the primary Region
what-global-endpoint = where the global writer endpoint leads
what-region = { $region }
what-lag = the { $measure } lag of { $region } in milliseconds
what-row-of = row { $key } in { $region }
what-snapshot = row { $key } in the snapshot of { $region }
what-commits-of = the number of commits { $region } has acknowledged
what-change = the newest change of the primary
what-change-to = the new primary
what-change-lost = the number of commits the newest change has lost
what-change-felt = the milliseconds without a commit at the newest change
what-split-brain = the number of pairs of Regions that both write
is-none = none
is-writable = takes writes
is-closed = takes no writes
is-held = holds commits back
is-readable = can be read
is-headless = has no instance
is-rebuilding = gets a new volume
is-replaced = is to be replaced
is-dark = is dark
is-absent = has no cluster
is-unreadable = not readable now

## What the command line says

# $name of the scenario; $expectations how many; $until how long it ran; $events, $commits, $reads counts; $digest a fingerprint
run-passed = { $name } passed: { $expectations ->
        [0] it expects nothing
        [one] its one expectation held
       *[other] all { $expectations } expectations held
    }, and no invariant was violated. In { $until }: { $events } events, { $commits } commits acknowledged, { $reads } reads answered. Digest { $digest }.
# $failures, $violations counts
run-failed = { $name } failed: { $failures } of { $expectations } expectations did not come true, and { $violations ->
        [0] no invariant was violated
        [one] an invariant was violated
       *[other] invariants were violated { $violations } times
    }. Digest { $digest }.
# $command what to type
soak-repeat = To repeat it: { $command }
# $runs and $clients numbers; $median, $high, $longest spans
failover-outage = Outages of { $clients } clients in { $runs } runs: median { SHORT($median) }, 95th percentile { SHORT($high) }, longest { SHORT($longest) }.
failover-bounds = They may be { SHORT($median) }, { SHORT($high) } and { SHORT($longest) } at most.
failover-parts = Medians of the parts: failure noticed and successor chosen { SHORT($chosen) }, volume open { SHORT($opened) }, name moved { SHORT($named) }, client answered { SHORT($back) }.
# $up the letters of the copies that are up, $count how many, $write and $read how many are needed
quorum-read-write = Writes and reads: { COPIES($up) } are up, { $count } of 6; a write needs { $write }, a read { $read }.
quorum-read-only = Reads only: { COPIES($up) } are up, { $count } of 6; a write needs { $write }, a read { $read }. Writes wait until another copy is back.
quorum-unavailable = Neither writes nor reads: { $count ->
        [0] no copy is
        [one] { COPIES($up) } is
       *[other] { COPIES($up) } are
    } up, { $count } of 6; a write needs { $write }, a read { $read }.
# counts of states
quorum-map = Rows and columns: the copies that are up. W: writes and reads; r: reads only; ·: neither.
    Of { $all } states, { $writable } are writable, { $readable } readable, and { $read-only } read-only.

## What changing the primary Region costs

# One row of the table; $kind is one of the three names, already said.
global-cost = { $kind }, lag { SHORT($lag) }: clients wait { SHORT($median) } (median), { SHORT($longest) } (longest); commits of at most { SHORT($gone) } are gone, { $lost } at most.
global-switchover = switchover
global-failover = managed failover
global-detach = detach and promote by hand
global-holds = As expected: { $relation }
global-fails = Not as expected: { $relation }
global-planned-loses-nothing = a switchover loses nothing (G-20).
global-planned-grows = a switchover takes longer, the greater the lag (G-24).
global-loss-within-lag = without a plan no more is lost than the lag (G-31, G-39).
global-loss-grows = without a plan more is lost, the greater the lag (G-24).
global-failover-waits-for-nobody = a managed failover waits for nobody, whatever the lag (G-34).
