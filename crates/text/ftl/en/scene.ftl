# The stage in words: what each thing is doing, the inspector, reasons, the description for screen readers, and what a
# session has to say. The value is the engineer's wording; .everyday is the analogy of events.ftl: the writer is the
# manager, a copy a safe, a zone a building, a protection group a set of six safes, a record a sheet, a page a binder, an
# acknowledgement a receipt, a transaction a document, its commit record the signature.
#
# LSNs ($scl, $scn, $vcl, $vdl, $lsn, $lacks, $limit, $allocated), letters and transaction numbers are texts.

## What a copy is doing; stands in the corner of a small card, so two words at most where possible

# Its acknowledgement for the commit the ring shows has reached the writer.
status-acked = acked
    .everyday = receipt in
# It has the commit record; its acknowledgement is on the way.
status-answering = answering
    .everyday = receipt sent
# It is making records durable.
status-writing = writing…
    .everyday = locking away…
# Records are on their way to it.
status-receiving = on its way
    .everyday = being carried
# A page is being read from it.
status-reading = reading
    .everyday = looking up
# It has everything it should have.
status-complete = complete
    .everyday = nothing missing
# It has missed records the group has made durable, and fetches them. $records number
status-catching-up =
    { $records ->
        [one] lacks one record
       *[other] lacks { $records } records
    }
    .everyday =
        { $records ->
            [one] one sheet missing
           *[other] { $records } sheets missing
        }
status-stopped = stopped
    .everyday = broken
# $groups number of groups it is stopped in
status-partly-stopped =
    { $groups ->
        [one] one group off
       *[other] { $groups } groups off
    }
    .everyday =
        { $groups ->
            [one] one safe broken
           *[other] { $groups } safes broken
        }
status-cut-off = cut off
    .everyday = road closed
# The way to it crosses the border of a zone that is cut off.
status-zone-cut = zone cut off
    .everyday = building closed

## What a copy does next by itself

# $in span
next-disk-done = on disk in { SHORT($in) }
    .everyday = locked away in { SHORT($in) }
next-gossip = gossips in { SHORT($in) }
    .everyday = compares in { SHORT($in) }
# $in a span
next-hydrate = copies the next page in { SHORT($in) }
next-background = works in the background in { SHORT($in) }
    .everyday = files papers in { SHORT($in) }
next-orders-done = obeys in { SHORT($in) }
writer-crashed = crashed
    .everyday = collapsed
writer-fenced = stopped: a newer writer has taken over
    .everyday = sent home: the locks were changed
# $groups number
writer-surveys = recovering: asks how far the copies are; groups still open: { $groups }
    .everyday = asks what the safes have; sets still open: { $groups }
# $groups number
writer-truncates = recovering: writes the truncation range; groups still open: { $groups }
    .everyday = notes what is void; sets still open: { $groups }
# $groups number
writer-raises = recovering: raises the volume epoch; groups still open: { $groups }
    .everyday = changes the locks; sets still open: { $groups }
# $groups number
writer-spreads = recovering: spreads what is kept; groups still open: { $groups }
    .everyday = has what counts copied; sets still open: { $groups }

## What the writer is doing

writer-idle = idle
    .everyday = waiting for customers
# $tier number, $size name
reader-standing = tier { $tier } · { $size }
    .everyday = place { $tier } on the list · { $size }
reader-stopped = stopped
    .everyday = closed
reader-starts = starting
    .everyday = getting ready
reader-is-writer = is the writer
    .everyday = is at the counter
reader-becomes-writer = becomes the writer
    .everyday = goes to the counter
reader-joins = asks the writer to let it follow
    .everyday = asks the manager for copies
# $lag a span, $shows, $vdl
reader-behind = { SHORT($lag) } behind: shows VDL { $shows }, the writer is at { $vdl }
    .everyday = { SHORT($lag) } behind: at sheet { $shows }, the manager is at { $vdl }
# $shows
reader-level = level with the writer at VDL { $shows }
    .everyday = level with the manager at sheet { $shows }
# $reads number
writer-reads =
    { $reads ->
        [one] reads one page
       *[other] reads { $reads } pages
    }
    .everyday =
        { $reads ->
            [one] looks one thing up
           *[other] looks { $reads } things up
        }
# $txn, $scn, $others number of other commits that wait
writer-waits =
    T{ $txn } waits for LSN { $scn }{ $others ->
        [0] {""}
        [one] {" "}and one more commit waits
       *[other] {" "}and { $others } more commits wait
    }
    .everyday =
        document { $txn } waits for sheet { $scn }{ $others ->
            [0] {""}
            [one] {" "}and one more document waits
           *[other] {" "}and { $others } more documents wait
        }
# $requests number: no LSN may be handed out for them
writer-held =
    { $requests ->
        [one] one request waits for an LSN
       *[other] { $requests } requests wait for an LSN
    }
    .everyday =
        { $requests ->
            [one] one customer waits: too many sheets are not safe yet
           *[other] { $requests } customers wait: too many sheets are not safe yet
        }
# $group number, $commits number, $held number of requests that wait for an LSN besides
writer-quorum-lost =
    write quorum of group { $group } lost: { $commits ->
        [one] one commit waits
       *[other] { $commits } commits wait
    }
    .everyday =
        too few safes of set { $group }: { $commits ->
            [one] one document waits
           *[other] { $commits } documents wait
        }

## How a request of a client stands

lane-idle = idle
    .everyday = nothing to ask
lane-asked = on its way to the writer
    .everyday = on the way to the manager
lane-writing = with the writer
    .everyday = with the manager
# $scn
lane-waits = waits for LSN { $scn }
    .everyday = waits for sheet { $scn }
lane-reading = reading
    .everyday = being looked up
lane-answering = answer on its way
    .everyday = reply on its way
# $scn, $took span from asking to answer
lane-committed = committed at LSN { $scn } in { SHORT($took) }
    .everyday = safe after { SHORT($took) }
# $value as it was written, $took span
lane-found = “{ $value }” after { SHORT($took) }
lane-not-found = no such row, after { SHORT($took) }
    .everyday = no such entry, after { SHORT($took) }
lane-page-full = page full, after { SHORT($took) }
    .everyday = binder full, after { SHORT($took) }
# $outcome a transaction-ended, $took span
lane-ended = { $outcome }, after { SHORT($took) }

## How clients work by themselves

load-none = no load
    .everyday = nobody comes by
# $writes and $reads in a second, $rows number
load-open-loop = { $writes } writes and { $reads } reads a second on { $rows } rows
    .everyday = { $writes } documents and { $reads } questions a second
# $clients number, $think span, $percent number of writes, $rows number
load-closed-loop =
    { $clients ->
        [one] one client
       *[other] { $clients } clients
    }, each waits for its answer and thinks { SHORT($think) }; { $percent }% writes
    .everyday =
        { $clients ->
            [one] one customer
           *[other] { $clients } customers
        }, each waits for the reply and thinks for { SHORT($think) }
# $clients, $statements of each transaction, $think span, $percent writes, $back percent that are rolled back, $rows
load-transactions =
    { $clients ->
        [one] one client
       *[other] { $clients } clients
    } with transactions of { $statements ->
        [one] one statement
       *[other] { $statements } statements
    }; { $percent }% writes, { $back }% rolled back
    .everyday =
        { $clients ->
            [one] one customer
           *[other] { $clients } customers
        } with documents of { $statements ->
            [one] one line
           *[other] { $statements } lines
        }

## What is broken at the moment

# $zone letter
fault-zone-cut = Zone { $zone } is cut off
    .everyday = Building { $zone } is closed off
fault-writer-down = The writer is down
    .everyday = The counter is unattended
# $number
fault-reader-stopped = Reader { $number } is stopped
    .everyday = Reading room { $number } is closed
# $copy letter
fault-copy-cut = Copy { $copy } is cut off
    .everyday = The road to safe { $copy } is closed
fault-copy-stopped = Copy { $copy } is stopped
    .everyday = Safe { $copy } is broken
# $copy letter, $groups number
fault-copy-partly-stopped =
    { $groups ->
        [one] Copy { $copy } is stopped in one group
       *[other] Copy { $copy } is stopped in { $groups } groups
    }
    .everyday =
        { $groups ->
            [one] Safe { $copy } is broken in one set
           *[other] Safe { $copy } is broken in { $groups } sets
        }
# $copy letter, $times number
fault-copy-slow = The disk of copy { $copy } takes { $times } times as long
    .everyday = The lock of safe { $copy } takes { $times } times as long
# $from and $to, $times number
fault-link-slow = The way between { $from } and { $to } takes { $times } times as long
    .everyday = The road between { $from } and { $to } takes { $times } times as long
# $percent number
fault-loss = { $percent }% of all messages get lost
    .everyday = Messengers lose { $percent }% of what they carry
# $copy letter, $percent number
fault-copy-loss = { $percent }% of the messages of copy { $copy } get lost
    .everyday = Messengers of safe { $copy } lose { $percent }% of what they carry

## The stage described

# $zone letter, $status of the writer
describe-writer = The writer runs in Availability Zone { $zone }: { $status }.
    .everyday = The manager works in building { $zone }: { $status }.
# $number, $zone letter, $status
describe-reader = Reader { $number } in Availability Zone { $zone }: { $status }.
    .everyday = Reading room { $number } in building { $zone }: { $status }.
# $txn, $scn, $group number, $confirmed and $needed numbers of copies
describe-ring = Transaction { $txn } waits: { $confirmed } of the { $needed } copies it needs have confirmed record { $scn } of group { $group }.
    .everyday = Document { $txn } waits: { $confirmed } of the { $needed } receipts it needs for sheet { $scn } of set { $group } are in.
describe-ring-done = The last commit was transaction { $txn } at { $scn } in group { $group }: { $confirmed } copies have confirmed it, { $needed } were needed.
    .everyday = The last document made safe was { $txn }, at sheet { $scn } of set { $group }: { $confirmed } receipts are in, { $needed } were needed.
# $vcl, $vdl, $allocated
describe-points = The log reaches up to { $allocated }; VCL is { $vcl } and VDL is { $vdl }.
    .everyday = The manager has written sheets up to { $allocated }; all up to { $vcl } are in at least four safes, and { $vdl } is the last complete step.
# $zone letter, $first and $second: its two copies, see describe-copy
describe-zone = Availability Zone { $zone }: { $first }; { $second }.
    .everyday = Building { $zone }: { $first }; { $second }.
describe-zone-cut = Availability Zone { $zone } is cut off: { $first }; { $second }.
    .everyday = Building { $zone } is closed off: { $first }; { $second }.
# $copy letter, $status, $scl of the first group shown, $behind number of records it lacks there
describe-copy =
    copy { $copy } { $status }, SCL { $scl }{ $behind ->
        [0] {""}
        [one] {" "}with one record to go
       *[other] {" "}with { $behind } records to go
    }
    .everyday =
        safe { $copy } { $status }, complete up to sheet { $scl }{ $behind ->
            [0] {""}
            [one] {" "}with one sheet to go
           *[other] {" "}with { $behind } sheets to go
        }
# $open number
describe-clients =
    { $open ->
        [one] One request is without an answer.
       *[other] { $open } requests are without an answer.
    }
    .everyday =
        { $open ->
            [one] One customer waits for a reply.
           *[other] { $open } customers wait for a reply.
        }

## Inspector: titles

title-writer = Writer
    .everyday = Manager
# $number
title-reader = Reader { $number }
    .everyday = Reading room { $number }
title-clients = Clients
    .everyday = Customers
# $zone letter
title-zone = Availability Zone { $zone }
    .everyday = Building { $zone }
# $copy letter
title-copy = Copy { $copy }
    .everyday = Safe { $copy }
# $group number
title-group = Protection group { $group }
    .everyday = Set { $group }
# $from, $to
title-link = { CAP($from) } – { $to }
# $number
title-event = Event { $number }

## Inspector: labels

row-zone = Availability Zone
    .everyday = building
row-state = state
row-hop = one way from the writer
    .everyday = one way from the manager
# $copy letter
row-copy = copy { $copy }
    .everyday = safe { $copy }
row-vdl = VDL
    .everyday = safe up to sheet
row-vcl = VCL
    .everyday = in four safes up to sheet
# $group number
row-pgcl = PGCL of group { $group }
    .everyday = in four safes of set { $group }
row-allocated = highest LSN handed out
    .everyday = sheets written
row-limit = no LSN beyond
    .everyday = no sheet beyond
row-commits-waiting = commits waiting
    .everyday = documents waiting
row-requests-held = requests without an LSN
    .everyday = customers kept waiting
row-reads-open = reads under way
    .everyday = questions being looked up
row-read-point = read point
    .everyday = shown up to sheet
row-instance = instance
    .everyday = number
row-connections = connections
    .everyday = customers here
row-tier = promotion tier
    .everyday = place on the list
row-size = size
row-heard = records received up to
    .everyday = copies received up to
row-lag = replica lag
    .everyday = how late it is
row-lag-records = LSNs behind
    .everyday = sheets behind
row-applied = records applied to cached pages
    .everyday = sheets filed
row-ignored = records thrown away
    .everyday = sheets thrown away
row-cached = pages in the cache
    .everyday = binders on the shelf
row-cache-hits = reads from the cache
    .everyday = found on the shelf
row-cache-misses = reads from storage
    .everyday = fetched from the safes
row-commits = commits acknowledged
    .everyday = documents made safe
row-reads = reads answered
    .everyday = questions answered
row-lost = messages lost
    .everyday = deliveries lost
row-load = load
    .everyday = visitors
row-requests-open = requests without an answer
    .everyday = customers waiting
# $group number
row-scl = SCL, group { $group }
    .everyday = complete up to, set { $group }
row-scl-heard = the writer knows of, group { $group }
    .everyday = the manager knows of, set { $group }
row-behind = records to go, group { $group }
    .everyday = sheets to go, set { $group }
row-beyond-hole = records beyond a hole, group { $group }
    .everyday = sheets beyond a gap, set { $group }
row-in-memory = records in memory, group { $group }
    .everyday = sheets not locked away yet, set { $group }
row-pages = pages kept ready, group { $group }
    .everyday = binders kept ready, set { $group }
row-disk = a write to its disk
    .everyday = locking something away
row-disk-slow = disk slower than usual
    .everyday = lock slower than usual
row-link-slow = slower than usual
row-loss = messages lost by chance
    .everyday = lost on the road
row-on-way = messages on the way
    .everyday = messengers on the way
row-ability = what the group can do
    .everyday = what the set can do
row-reachable = copies in reach
    .everyday = safes in reach
row-newest = newest record
    .everyday = newest sheet
# $copy letter
row-copy-heard = copy { $copy }, as heard
    .everyday = safe { $copy }, as heard
row-at = when
row-happened = what
row-because = because

## Inspector: values

# $text
value-text = { $text }
# $lsn
value-lsn = { $lsn }
# $value number
value-number = { $value }
# $value and $of numbers
value-of = { $value } of { $of }
# $span
value-span = { SHORT($span) }
# $from and $to spans
value-range = { SHORT($from) } to { SHORT($to) }
# $percent number
value-percent = { $percent }%
# $times number
value-times = { $times }×
# $time
value-time = { $time }
# $reachable set of letters, $count number of them
value-copies = { COPIES($reachable) }
value-up = running
    .everyday = in order
value-stopped = stopped
    .everyday = broken
value-partly-stopped = stopped in some groups
    .everyday = broken in some sets
value-cut = cut off
    .everyday = closed off
value-zone-cut = out of the writer’s reach
    .everyday = out of the manager’s reach
value-open = reachable
    .everyday = open

## What can be done: the words on buttons

# $copy letter
deed-stop-copy = Stop copy { $copy }
    .everyday = Break safe { $copy }
deed-restart-copy = Restart copy { $copy }
    .everyday = Mend safe { $copy }
deed-cut-copy = Cut copy { $copy } off
    .everyday = Close the road to { $copy }
deed-heal-copy = Reconnect copy { $copy }
    .everyday = Open the road to { $copy }
# $copy letter, $times number
deed-slow-copy = Disk { $times }× slower
    .everyday = Lock { $times }× slower
# $copy letter
deed-usual-copy = Disk as fast as usual
    .everyday = Lock as fast as usual
# $copy letter, $percent number
deed-lose-some-of-copy = Lose { $percent }% of its messages
    .everyday = Lose { $percent }% on the road
# $copy letter
deed-lose-none-of-copy = Lose none of its messages
    .everyday = Lose nothing on the road
# $copy letter, $group number
deed-stop-segment = Stop in group { $group } only
    .everyday = Break in set { $group } only
deed-restart-segment = Restart in group { $group } only
    .everyday = Mend in set { $group } only
# $zone letter
deed-cut-zone = Cut zone { $zone } off
    .everyday = Close building { $zone }
deed-heal-zone = Reconnect zone { $zone }
    .everyday = Open building { $zone }
deed-crash-writer = Crash the writer
    .everyday = Let the manager collapse
deed-restart-writer = Restart the writer
    .everyday = Bring the manager back
# $number
deed-stop-reader = Stop reader { $number }
    .everyday = Close reading room { $number }
# $number
deed-restart-reader = Restart reader { $number }
    .everyday = Open reading room { $number } again
deed-failover = Fail over
    .everyday = Have the manager relieved
# $number
deed-failover-to = Fail over to instance { $number }
    .everyday = Put deputy { $number } at the counter
# $number, $tier number
deed-set-tier = Give instance { $number } tier { $tier }
    .everyday = Put room { $number } at place { $tier }
# $zone letter
deed-add-reader = Add a reader in zone { $zone }
    .everyday = Open a reading room in building { $zone }
# $zone letter
deed-promote-writer = New writer in zone { $zone }
    .everyday = New manager in building { $zone }
# $times number
deed-slow-link = Make it { $times }× slower
deed-usual-link = As fast as usual
deed-load-calm = Calm load
    .everyday = A quiet day
deed-load-busy = Busy load
    .everyday = A busy day
deed-load-turns = Four clients taking turns
    .everyday = Four regular customers
deed-load-stop = Stop the load
    .everyday = Let nobody else in
# $percent number
deed-lose-some = Lose { $percent }% of all messages
    .everyday = Lose { $percent }% on all roads
deed-lose-none = Lose no messages
    .everyday = Lose nothing on any road

## Why a commit waits. Each is one step of a proof.

# The question. $txn
why-waiting = Why is T{ $txn } still waiting?
    .everyday = Why is document { $txn } not safe yet?
# $txn, $scn
why-acknowledged-at = T{ $txn } is acknowledged once VCL reaches { $scn }
    .everyday = Document { $txn } is safe once every sheet up to { $scn } is in four safes
# $vcl
why-vcl = VCL is { $vcl }
    .everyday = Every sheet up to { $vcl } is in four safes
# $lsn, $group number, $confirmed and $needed numbers of copies
why-held-back =
    Record { $lsn } of group { $group } has { $confirmed ->
        [one] one copy
       *[other] { $confirmed } copies
    }, needs { $needed }
    .everyday =
        Sheet { $lsn } of set { $group } has { $confirmed ->
            [one] one receipt
           *[other] { $confirmed } receipts
        }, needs { $needed }
# $copy letter, $in span
why-answer-on-way = { $copy } has it; its answer arrives in { SHORT($in) }
    .everyday = { $copy } has it; its receipt arrives in { SHORT($in) }
why-persisting = { $copy } stores it in { SHORT($in) }
    .everyday = { $copy } has locked it away in { SHORT($in) }
why-on-way = It reaches { $copy } in { SHORT($in) }
# $copy letter
why-answer-missing = { $copy } has it, but its answer got lost
    .everyday = { $copy } has it, but its receipt got lost
# $copy letter, $lacks the record it lacks
why-beyond-hole = { $copy } has it, but lacks { $lacks } before it
    .everyday = { $copy } has it, but sheet { $lacks } before it is missing
# $copy letter
why-not-sent = Nothing of it is on its way to { $copy }
why-lost-on-way = The message to { $copy } will not arrive
    .everyday = The messenger to { $copy } will not arrive
# $copy letter, $since time
why-stopped-since = { $copy } has been stopped since { $since }
    .everyday = { $copy } has been broken since { $since }
why-stopped = { $copy } is stopped
    .everyday = { $copy } is broken
why-cut-off-since = { $copy } has been cut off since { $since }
    .everyday = The road to { $copy } has been closed since { $since }
why-cut-off = { $copy } is cut off
    .everyday = The road to { $copy } is closed
why-zone-cut-since = The way to { $copy } has been cut since { $since }: a zone is cut off
    .everyday = Nobody has been able to get to { $copy } since { $since }: a building is closed off
why-zone-cut = The way to { $copy } is cut: a zone is cut off
    .everyday = Nobody gets to { $copy }: a building is closed off
# $group number, $ability, $needed number, $reachable set of letters, $count number of them
why-quorum-lost =
    Only { COPIES($reachable) } of group { $group } can be reached ({ $count } of the { $needed } needed): commits wait, nothing is lost
    .everyday =
        Only { COPIES($reachable) } of set { $group } can be reached ({ $count } of the { $needed } needed): documents wait, nothing is lost
# $requests number, $limit
why-requests-held =
    { $requests ->
        [one] One request waits besides
       *[other] { $requests } requests wait besides
    }: no LSN beyond { $limit } is handed out
    .everyday =
        { $requests ->
            [one] One customer waits besides
           *[other] { $requests } customers wait besides
        }: no sheet beyond { $limit } may be begun
# The question about any event. $event a whole sentence
why-event = Why? { $event }

## How fast time passes

# $times number
speed-slowed = 1/{ $times } of real speed
speed-real = real speed
speed-sped-up = { $times } times real speed

## What a session has to say

# $within span
notice-no-commit = No commit comes within { SHORT($within) } of simulated time, if nothing is done.
    .everyday = No document becomes safe within { SHORT($within) }, if nothing is done.
notice-no-fault = Nothing breaks and nothing is mended by itself any more: break or mend something.
notice-no-quorum-loss = No group loses its write quorum if nothing is broken: stop or cut off three copies.
    .everyday = No set runs short of safes if nothing is broken: break or close off three safes.
notice-no-vdl-move = The VDL does not move within { SHORT($within) } of simulated time, if nothing is done.
    .everyday = No more sheets become safe within { SHORT($within) }, if nothing is done.
notice-nothing-due = Nothing will happen any more until something is asked or done.
notice-at-the-beginning = This is the beginning.
notice-too-long = The run has become very long and was paused, so that memory does not run out. Restart it, or go back and do something else.
problem-no-run = There is no run.
# $name
problem-no-such-scenario = There is no scenario “{ $name }”.
problem-nothing-there = There is no such thing in this run.
# $line, $column numbers, $problem a whole sentence
problem-scenario = Line { $line }, column { $column }: { $problem }

## Parameters of a link

# $name; $known the nearest name if $guessed is yes, else all names
param-unknown =
    { $guessed ->
        [yes] The link has a parameter “{ $name }”, which does not exist; “{ $known }” was probably meant.
       *[no] The link has a parameter “{ $name }”, which does not exist. There are: { $known }.
    }
# $name, $value; $known the nearest value if $guessed is yes, else all values
param-value =
    { $guessed ->
        [yes] The link says { $name }={ $value }; “{ $known }” was probably meant.
       *[no] The link says { $name }={ $value }, which does not exist. There are: { $known }.
    }
# $value
param-seed = The link’s seed “{ $value }” is not a whole number from 0 on; the scenario’s own seed is used.
# $value, $slowest and $fastest
param-speed = The link’s speed “{ $value }” is none; it goes from { $slowest } to { $fastest }, such as 1/2000 or 60.
param-step = The link’s step “{ $value }” is not a whole number from 1 on; the chapter begins at its beginning.
