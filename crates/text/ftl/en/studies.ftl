# Two studies beside the main run: how often a scheme of copies loses a quorum, and Aurora against mirrored MySQL.

## Durability. What is assumed

# $gigabytes, $gigabits numbers; $span of time
durability-repair = A segment of { $gigabytes } GB is copied over { $gigabits } Gbit/s in { $span }.
# $copy, $zone days; $span of time
durability-rates = Assumed: a copy fails once in { $copy } days, a zone is out for { $span } once in { $zone } days, all by chance and independently.
# $years, $seed numbers
durability-study = One protection group, { $years } simulated years for each scheme, seed { $seed }. In brackets: where the figure lies 95 times in 100.

## Durability. The schemes; $copies, $write, $read numbers

durability-aurora = Aurora: { $copies } copies in three zones; { $write } to write, { $read } to read
durability-two-of-three = { $copies } copies, one in each zone; { $write } to write, { $read } to read
durability-mirrored = Mirrored disks: { $copies } copies in two zones; { $write } to write, { $read } to read

## Durability. What is counted

durability-writes-lost = Write quorum lost
durability-reads-lost = Read quorum lost
durability-reads-lost-in-one-zone = … with at most one zone out: data at risk
durability-without-writes = No writes
durability-without-reads = No read quorum
durability-az-plus-one-readable = A zone and one more copy gone: everything readable, writes wait
durability-az-plus-one-lost = A zone and one more copy gone: no read quorum

## Durability. How often, how long

# $years between two of them; $soon and $late the same at best and worst guess
durability-once = once in { $years } years ({ $soon } to { $late })
# $count in so many $years, $low and $high the interval
durability-often = { $count } times in { $years ->
        [one] a year
       *[other] { $years } years
    } ({ $low } to { $high })
# $years number
durability-never = not seen: less than once in { $years } years
# $span of time
durability-time = { $span } a year
durability-no-time = less than 1 µs a year

## Aurora against mirrored MySQL. The figures

contrast-aurora = Aurora
contrast-mirrored = Mirrored MySQL
contrast-transactions = Transactions
contrast-ios = I/Os of the database node per transaction
contrast-node-ios = I/Os of one storage node per transaction
contrast-bytes = Bytes the database node writes per transaction
# $rank of 100 commits
contrast-latency =
    { $rank ->
        [50] Commit latency, median
       *[other] Commit latency, { $rank } of 100 at most
    }
contrast-waiting = Requests still waiting
# $value number or span
contrast-value = { $value }
contrast-none = –
# $times a number with a decimal
contrast-more = { $times } times as many
contrast-less = { $times } times less
# $aurora, $mirrored figures
contrast-published = published: { $aurora } and { $mirrored }, { $times } times
contrast-published-node = published: { $times } times
# $span of time, $seed
contrast-run = { $span } of simulated time, seed { $seed }.
# $count commands of the scenario
contrast-aurora-only =
    { $count ->
        [one] One command concerns Aurora's parts and has no counterpart in mirrored MySQL.
       *[other] { $count } commands concern Aurora's parts and have no counterpart in mirrored MySQL.
    }

## What is modelled and what is not

contrast-same = The same clients ask the same in the same order; delays and disks are the same on both sides.
contrast-counted = An I/O carries at most a page, 16 KiB. Counted are Aurora's batches to each copy, and MySQL's block writes, which each of four disks then gets.
contrast-modelled = Modelled in MySQL: group commit of redo and binary log, pages written twice, waiting for page writes when the redo log is full, a table of 100 GB, all cached.
contrast-left-out = Left out on both sides: processors, locks, reading from disk. A transaction is one row here, several statements in the published figures.
contrast-lag-rate = writes/s
contrast-lag-reader = Aurora reader
contrast-lag-longest = at most
contrast-lag-logical = logical replica
contrast-lag-backlog = not applied
contrast-lag-published = published (Aurora, MySQL)
# $aurora and $mysql spans
contrast-lag-both = { $aurora }, { $mysql }
contrast-lag-note = A reader of Aurora applies redo to the pages it has in memory; its lag is the median over the run. A logical replica does every transaction over again, one at a time; its lag is that at the end, and beyond what it can apply it grows as long as the load lasts. Its primary is taken to keep up.

## The parts of mirrored MySQL

mirrored-instance = the primary instance
    .everyday = the manager
mirrored-volume = its EBS volume
    .everyday = the manager's safe
mirrored-mirror = the mirror of the volume
    .everyday = the twin of the manager's safe
mirrored-standby = the standby instance
    .everyday = the deputy in the other building
mirrored-standby-volume = the EBS volume of the standby
    .everyday = the deputy's safe
mirrored-standby-mirror = the mirror of the standby's volume
    .everyday = the twin of the deputy's safe
mirrored-object-store = the object store
    .everyday = the archive
# $count of block writes
mirrored-under-way = { $count } under way
# $redo, $binlog, $held transactions
mirrored-commits = Waiting for redo: { $redo }; for the binary log: { $binlog }; for room in the redo log: { $held }

## What is written

mirrored-redo = redo log
    .everyday = the diary
mirrored-binlog = binary log
    .everyday = the second diary
mirrored-double-write = double-write pages
    .everyday = spare copies of binders
mirrored-page = page
    .everyday = a binder
mirrored-metadata = table metadata
    .everyday = a table of contents
# $write number of a block write, $kind, $bytes
mirrored-write = { $kind }, { $bytes } bytes (write { $write })
    .everyday = { $kind } (delivery { $write })
mirrored-done = write { $write } is done
    .everyday = a receipt for delivery { $write }
mirrored-archive = { $bytes } bytes of binary log
    .everyday = old diaries

## What happens in it. $part is a part, $request what was asked

mirrored-persisted = { CAP($part) } has write { $write } on disk.
    .everyday = { CAP($part) } holds delivery { $write }.
mirrored-pair-done = Write { $write } is on the volume and its mirror; now it goes to the standby.
    .everyday = Delivery { $write } lies in both safes here; only now it goes to the other building.
mirrored-chain-done = Write { $write } is on all four disks.
    .everyday = Delivery { $write } lies in all four safes.
mirrored-stopped = Stopped: { $part }. No write can be finished.
    .everyday = Out of order: { $part }. Nothing new can be made safe.
mirrored-restarted = Up again: { $part }, with everything that was on disk.
    .everyday = In order again: { $part }.
mirrored-slowed =
    { $times ->
        [1] { CAP($part) } writes as fast as usual again.
       *[other] { CAP($part) } now takes { $times } times as long to write.
    }
mirrored-pages-changed = “{ $request }” changed pages in memory, { $pages } of them clean before, and waits for its commit.
    .everyday = “{ $request }” is noted in the binders on the desk and waits for the diaries.
mirrored-held = “{ $request }” has to wait: the redo log is full until pages are written.
    .everyday = “{ $request }” has to wait: the diary is full until the binders are put away.
# $count transactions
mirrored-prepared = The redo of { $count } transactions is durable; now the binary log.
    .everyday = The diary is safe for { $count } documents; now the second diary.
mirrored-committed = “{ $request }” is committed: both logs are on all four disks.
    .everyday = “{ $request }” is safe: both diaries lie in all four safes.
mirrored-read = “{ $request }” was answered from memory.
    .everyday = “{ $request }” was answered from the desk.
# $count pages
mirrored-flush = The cleaner began to write { $count } pages, each of them twice.
    .everyday = { $count } binders are put away, after a spare copy of each.
# $to position in bytes
mirrored-checkpoint = The pages are in their places: redo before { $to } is free again.
    .everyday = The binders are put away: there is room in the diary again.

## What cannot be done to it

mirrored-refuse-chain = That cannot be stopped or slowed: { $part }.
mirrored-refuse-stopped = Stopped already: { $part }.
mirrored-refuse-running = Running already: { $part }.
mirrored-refuse-same = A link needs two ends: both are { $part }.
