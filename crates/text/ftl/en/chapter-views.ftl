# What stands around a chapter: its card, and the pictures it shows besides the stage. It is loaded with the chapters.

## The card

# $step of $steps
chapter-step = Step { $step } of { $steps }
chapter-about = What this is
chapter-about-when = When it matters
chapter-about-everyday = In everyday life
chapter-next = Next
chapter-back = Back
chapter-leave = Leave the chapter
# The engine has not done yet what the step waits for.
chapter-running = Running until it happens…
# $at: the moment at which the step was reached.
chapter-reached = Reached at { $at }
chapter-end = This was the last step. Go on breaking and mending things as you like.
# $within: a length of time.
chapter-not-reached = What this step waits for has not come within { $within }. If something else was broken or changed, go back to the beginning of the step.
# $name of the chapter, $steps, $until, $events, $commits, $digest
chapter-passed = Chapter { $name } passed: all { $steps } steps were reached and showed what they should, and no invariant was violated. In { $until }: { $events } events, { $commits } commits acknowledged. Digest { $digest }.
# $reached steps of $steps; $failures, $violations counts
chapter-failed = Chapter { $name } failed: { $reached } of { $steps } steps were reached, { $failures } claims did not hold, and { $violations } violations of invariants were seen. Digest { $digest }.
problem-bad-name = A name has small letters, digits and hyphens only, and begins with a letter or digit.
problem-cannot-wait = No step can wait for this, only look for it once it is reached: write it under “expect”.

## The map of 64 states

map-title = All 64 states of six copies
    .everyday = All 64 ways for six safes to be whole or broken
# The counts come from the quorum rule. $writable, $read-only, $none of $all
map-counts = { $writable } states can write, { $read-only } only read, { $none } neither.
    .everyday = In { $writable } cases sheets can be added, in { $read-only } only read, in { $none } neither.
map-hint = Select a state to bring it about. Rows: A, B, C; columns: D, E, F.
map-now = Now: { $state }
# One state. $up: the letters of the copies that are up. $ability: one of the three below.
map-state = { COPIES($up) } up: { $ability }
    .everyday = { COPIES($up) } whole: { $ability }
map-read-write = reads and writes
    .everyday = read and add
map-read-only = reads only
    .everyday = read only
map-unavailable = unavailable
    .everyday = out of reach
# What a click would do. $stop and $start: letters of copies, perhaps none.
map-go = Stop { COPIES($stop) }; restart { COPIES($start) }
    .everyday = Break { COPIES($stop) }; mend { COPIES($start) }
map-go-stop = Stop { COPIES($stop) }
    .everyday = Break { COPIES($stop) }
map-go-start = Restart { COPIES($start) }
    .everyday = Mend { COPIES($start) }
map-cut = A connection is cut off: repair it to reach every state from here.
    .everyday = A road is closed: open it to reach every state from here.

## What the referee sees

violations-title = What is violated
violations-none = Nothing so far.
violations-about = A referee reads the journal of events and nothing else. Here is the first time each violation was seen.

## The sets of members

members-title = Sets of members in force
    .everyday = Lists of six safes in force
# $set: the letters of six copies
members-set = { $set }
# $have of the members hold the newest record, $needed are needed to write.
members-have = { $have } hold the newest record, { $needed } needed
    .everyday = { $have } hold the newest sheet, { $needed } needed
# $copy joins in the place of $leaves; $done of $pages pages are copied.
members-newcomer = { $copy } joins in the place of { $leaves }: { $done } of { $pages } pages copied. It does not count yet.
    .everyday = { $copy } joins in the place of { $leaves }: { $done } of { $pages } binders copied. It does not count yet.
members-epoch = Membership epoch { $epoch }
    .everyday = List number { $epoch }

## Aurora against mirrored MySQL

contrast-title = Both on one clock
contrast-chain = MySQL’s chain: instance, disk, mirror, standby, its disk, its mirror
    .everyday = The other office: clerk, safe, twin, deputy, his safe, its twin

## The eight steps of a storage node

# $copy letter, $group number
pipeline-title = Copy { $copy }, group { $group }: eight steps
    .everyday = Safe { $copy }, set { $group }: eight steps
pipeline-intake = 1 In memory
    .everyday = 1 On the desk
pipeline-durable = 2 Durable
    .everyday = 2 Locked away
pipeline-sort = 3 Beyond a hole
    .everyday = 3 Beyond a gap
pipeline-gossip = 4 The group has
    .everyday = 4 The set has
pipeline-coalesce = 5 Page versions
    .everyday = 5 Binders
pipeline-stage = 6 Staged
    .everyday = 6 In the archive
pipeline-collect = 7 Collected
    .everyday = 7 Cleared out
pipeline-scrub = 8 Checked
pipeline-records =
    { $records ->
        [one] one record
       *[other] { $records } records
    }
    .everyday =
        { $records ->
            [one] one sheet
           *[other] { $records } sheets
        }
pipeline-upto = up to { $lsn }
# $pages versions are kept, $records are in none yet
pipeline-versions = { $pages }; { $records } records to go
    .everyday = { $pages }; { $records } sheets to go
pipeline-not-yet = not yet
pipeline-scrubbed = { $pages } pages, { $damaged } damaged
    .everyday = { $pages } binders, { $damaged } damaged
pipeline-throttled = Too much is in no page version yet: intake is throttled.
    .everyday = Too many loose sheets: new ones are taken in more slowly.
pipeline-about = A write waits for steps 1 and 2 only. A step with a green dot is at work, or done.
    .everyday = A receipt waits for steps 1 and 2 only. A step with a green dot is at work, or done.
