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
    .everyday = The other office: manager, safe, twin, deputy, his safe, its twin

## The eight steps of a storage node

# $copy letter, $group number
pipeline-title = Inside copy { $copy }, group { $group }: eight steps
    .everyday = Inside safe { $copy }, set { $group }: eight steps
pipeline-foreground = A write waits for this
    .everyday = The customer waits for this
pipeline-background = Nobody waits for this
pipeline-intake = In memory
    .everyday = On the desk
pipeline-durable = On disk
    .everyday = Locked away
pipeline-sort = Beyond a hole
    .everyday = Beyond a gap
pipeline-gossip = Gossip
    .everyday = Neighbours
pipeline-coalesce = Page versions
    .everyday = Binders
pipeline-stage = Object store
    .everyday = Archive
pipeline-collect = Collected
    .everyday = Cleared out
pipeline-scrub = Scrub
    .everyday = Checking
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
pipeline-complete = nothing missing
    .everyday = none missing
# $records the copy lacks
pipeline-missing = { $records } missing
    .everyday = { $records } sheets missing
# $pages versions are kept, $records are in none yet
pipeline-versions = { $pages }; { $records } records to go
    .everyday = { $pages }; { $records } sheets to go
pipeline-not-yet = not yet
pipeline-scrubbed = { $pages } versions, { $damaged } damaged
    .everyday = { $pages } binders, { $damaged } damaged
# $job: the name of a step. $within: how long until it is done.
pipeline-next = Next, in { $within }: { $job }
pipeline-rests = Nothing to do
pipeline-paused = Paused
pipeline-reach = How far in the log of the group
    .everyday = Up to which sheet
pipeline-reach-scl = Complete here (SCL)
    .everyday = None missing here
pipeline-reach-staged = In the object store
    .everyday = In the archive
pipeline-reach-floor = Nobody reads further back (PGMRPL)
    .everyday = Nobody asks for older ones
pipeline-reach-collected = Collected
    .everyday = Cleared out
pipeline-throttled = Too much is in no page version yet: intake is throttled.
    .everyday = Too many loose sheets: new ones are taken in more slowly.
pipeline-about = Amber: there is something to do. Green: all of it is done.

## The steps of a recovery

recovery-title = Recovery, step by step
    .everyday = The new manager, step by step
recovery-not-yet = not yet
recovery-survey = Copies of group 1 that answered
    .everyday = Safes of set 1 that answered
# $answers: how many
recovery-answers = { $answers } answers
recovery-pgcl = Recovered PGCL of group 1
    .everyday = Set 1 counts up to
recovery-vdl = Recovered VDL
    .everyday = Everything counts up to
recovery-lsn = { $lsn }
recovery-range = Void range, written by
    .everyday = Void numbers, noted by
# $first and $last LSN
recovery-void = { $first } to { $last }
recovery-epoch = Volume epoch, entered by
    .everyday = Number of the new key, with
recovery-number = { $number }
recovery-open = Open; the next LSN was
    .everyday = Open; the next sheet was
recovery-late = Late arrivals refused
    .everyday = Late arrivals turned away
recovery-undo = Unfinished transactions undone
    .everyday = Unsigned documents withdrawn
# $undone of $found
recovery-undone = { $undone } of { $found }
recovery-about = No log is replayed: each step is one round trip, however long the log is.
    .everyday = Nothing is copied out again: each step is one question to all, however thick the archive is.

## An outage of the writer

outage-title = What an outage is made of
    .everyday = How long the counter stands empty
outage-none = None so far
# $took: a length of time.
outage-lasts = Under way for { SHORT($took) }
outage-over = Over after { SHORT($took) }
outage-took = { SHORT($took) }
# A span that has not been.
outage-not-yet = –
outage-notice = The failure is noticed
    .everyday = Somebody notices that the counter is empty
outage-promote = The successor’s process starts
    .everyday = The deputy comes to the counter
outage-restart = The process starts again on its host
    .everyday = The manager is woken up
outage-recreate = The writer is made anew in its zone
    .everyday = A new manager is hired
outage-open = Recovery opens the volume
    .everyday = The deputy checks the books
outage-name = The cluster endpoint is moved
    .everyday = The sign at the door is turned
outage-clients = Clients connect and are answered
    .everyday = Customers find the counter
outage-candidates = Who follows, in order
    .everyday = The list of deputies
# $number of the instance
outage-instance = Instance { $number }
    .everyday = Deputy { $number }
# $tier number, $size and $zone names
outage-standing = tier { $tier } · { $size } · zone { $zone }
    .everyday = place { $tier } on the list · { $size } · building { $zone }
# $why: a phrase
outage-chosen = chosen: { $why }
outage-next = next in line
    .everyday = first on the list
outage-may = may be chosen
outage-ready = ready
outage-other = not chosen this time
outage-away = stopped, so it cannot be chosen
    .everyday = away too, so nobody to send
outage-nobody = There is no other instance.
    .everyday = There is no deputy.
# $attempts number
outage-attempts = Attempts so far: { $attempts }. After five in vain tiers count no more.
# $epoch number, $refused number
outage-epoch = The copies live in volume epoch { $epoch } and do nothing for an older writer. Refused so far: { $refused }.
    .everyday = The safes have lock number { $epoch } and open to no older key. Turned away so far: { $refused }.
# $number of the instance, $after: a length of time
outage-back = The old writer, instance { $number }, follows as a reader since { SHORT($after) } after the beginning.
    .everyday = The old manager, number { $number }, has a reading room since { SHORT($after) } after the beginning.
outage-broke = Connections that broke: { $broke }. Clients that still wait for one: { $waiting }.
    .everyday = Customers who were sent away: { $broke }. Still waiting: { $waiting }.
outage-about = A service is usually back in less than 60 s, often in less than 30 s. The spans are drawn so that they fit.
    .everyday = A counter is usually open again in less than 60 s, often in less than 30 s.

## The endpoint board

endpoints-title = Where each name leads
    .everyday = Where each sign points
endpoints-kept = What clients keep of it
    .everyday = What customers have noted down
endpoints-nobody = Nobody has looked a name up yet.
    .everyday = Nobody has read a sign yet.
# $count of connections that are not listed
endpoints-more = Connections not listed here: { $count }
    .everyday = Customers not listed here: { $count }
board-cluster = Cluster endpoint
    .everyday = The manager’s sign
board-cluster-name = shop.cluster-…
    .everyday = “To the counter”
board-reader = Reader endpoint
    .everyday = The reading rooms’ sign
board-reader-name = shop.cluster-ro-…
    .everyday = “To a reading room”
# $name
board-custom = Custom endpoint “{ $name }”
    .everyday = The sign “{ $name }”
board-custom-name = { $name }.cluster-custom-…
# $number
board-door = Endpoint of instance { $number }
    .everyday = The door of room { $number }
board-instance = Instance endpoints
    .everyday = Numbers on the doors
board-instance-name = shop-1.… , shop-2.…
    .everyday = one for each
# $number of the instance, $role: a phrase
board-lead = { $number } · { $role }
board-role-writer = writer
    .everyday = manager
board-role-reader = reader
    .everyday = reading room
board-role-successor = becomes the writer
    .everyday = goes to the counter
board-role-starts = starting
    .everyday = about to open
board-role-away = away
    .everyday = closed
# $count of connections
board-connections = { $count ->
        [one] 1 connection
       *[other] { $count } connections
    }
    .everyday = { $count ->
        [one] 1 customer
       *[other] { $count } customers
    }
# $number of the instance, $left: how long it is still kept
board-kept = → { $number } for another { SHORT($left) }
# $number of the instance
board-kept-old = → { $number }, to be asked anew
board-not-asked = not asked yet
board-out-of-date = out of date
board-connected = connected to { $number }
    .everyday = stands at { $number }
board-tries = tries { $number }
    .everyday = walks to { $number }
# $attempts in vain
board-pauses = waits, after { $attempts } in vain
board-unconnected = no connection
    .everyday = stands nowhere
# $clients number
board-stale = Answers that are out of date: { $clients }. They lead to an instance that is no longer the writer: reads work there, writes fail.
    .everyday = Notes that are out of date: { $clients }. They lead to a place where nobody sells any more.
board-no-readers = There is no reader: the reader endpoint leads to the writer, and writes through it succeed.
    .everyday = There is no reading room: its sign points to the counter, and there they also sell.
# $ttl: a length of time
board-ttl = A client keeps an answer for { SHORT($ttl) } here, and asks only when it connects. Aurora’s names live for 5 s.
    .everyday = A note counts for { SHORT($ttl) } here, and is looked at only before setting out.

## The same seed, one thing changed

pair-title = The same seed, one thing changed
    .everyday = The same day, one thing changed
pair-as-it-is = As it is
pair-no-reader = Without readers
    .everyday = Without deputies
pair-other-tier = The first by tier is the last
    .everyday = The first on the list is the last
# $zone name
pair-other-zone = The first by tier runs in zone { $zone }, like the writer
    .everyday = The first on the list works in building { $zone }, like the manager
pair-in-place = The writer starts again where it was
    .everyday = The manager is woken up
pair-promotes = A reader is promoted
    .everyday = A deputy takes the counter
# $ttl: a length of time
pair-other-ttl = Clients keep names for { SHORT($ttl) }
    .everyday = Customers trust their notes for { SHORT($ttl) }
pair-nothing-yet = Nothing has failed yet. Whatever you do is done to both.
    .everyday = Nothing has happened yet. Whatever you do happens in both stores.
# $change: what is changed; $one, $other, $apart: lengths of time
pair-longer = { $change }: clients feel { SHORT($other) } of outage instead of { SHORT($one) }, { SHORT($apart) } more.
    .everyday = { $change }: the counter stands empty for { SHORT($other) } instead of { SHORT($one) }, { SHORT($apart) } more.
pair-shorter = { $change }: clients feel { SHORT($other) } of outage instead of { SHORT($one) }, { SHORT($apart) } less.
    .everyday = { $change }: the counter stands empty for { SHORT($other) } instead of { SHORT($one) }, { SHORT($apart) } less.
pair-same = { $change }: the outage is as long, { SHORT($one) }.
    .everyday = { $change }: the counter stands empty as long, { SHORT($one) }.
pair-other-lasts = { $change }: out for { SHORT($other) } already, and not back; as it is, it was over after { SHORT($one) }.
pair-one-lasts = { $change }: it was over after { SHORT($other) }; as it is, it has lasted { SHORT($one) } already.
pair-both-last = Out for { SHORT($one) } in both.
pair-writer = who writes now
    .everyday = who is at the counter
pair-writer-is = instance { $number } in zone { $zone }
    .everyday = number { $number } in building { $zone }
pair-nobody = nobody
pair-commits = commits acknowledged
    .everyday = documents with a receipt
pair-count = { $count }
pair-kept = your acknowledged rows that read back
    .everyday = your entries with a receipt that are there
# $there of $all
pair-kept-of = { $there } of { $all }
pair-reads = a read at the new writer, on average
    .everyday = a look at the new counter, on average

## Building a cluster

cluster-title = Build the cluster
    .everyday = Set up the store
cluster-about = A reader is moved by creating one in the other zone and deleting this one. The writer stays as it is until another takes over.
    .everyday = A reading room moves by opening one in the other building and closing this one. The counter stays where it is until another takes over.
cluster-writes = is the writer
    .everyday = at the counter
cluster-available = available
    .everyday = open
cluster-creating = being created
    .everyday = being set up
cluster-starting = starting
cluster-stopped = stopped
    .everyday = closed
cluster-out-of-reach = out of reach
cluster-deleting = being deleted
    .everyday = closing for good
# $number of the instance, $what: a phrase
cluster-of = Instance { $number }: { $what }
cluster-class = class
# $number of the instance
cluster-remove = Delete instance { $number }
cluster-endpoints = Custom endpoints
    .everyday = Signs of your own
cluster-endpoint-name = Name
cluster-create = Create
# $name of the endpoint
cluster-delete = Delete endpoint { $name }
cluster-kind = { $name }: for whom
cluster-members = { $name }: members
cluster-readers-only = READER
cluster-any = ANY
cluster-join = New ones join
cluster-clients-through = Clients connect through
    .everyday = Customers follow
cluster-you-through = You connect through
    .everyday = You follow
