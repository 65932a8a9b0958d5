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
