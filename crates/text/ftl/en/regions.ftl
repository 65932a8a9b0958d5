# A global database: what happens in its Regions and between them. The analogy: an international library, a branch in each
# Region; the head branch alone takes documents in, couriers carry duplicates of every sheet to the other branches.

## In one Region

# $records number, $last the newest of them
event-redo-arrived =
    { $records ->
        [one] Redo record { $last } of the primary Region has arrived.
       *[other] { $records } redo records of the primary Region have arrived, up to { $last }.
    }
    .everyday =
        { $records ->
            [one] The courier brings sheet { $last } from the head branch.
           *[other] The courier brings { $records } sheets from the head branch, up to { $last }.
        }
event-agent-started = The replication agent opens this Region's volume, to take in redo of the primary Region.
    .everyday = The receiving desk opens this branch's safes, to file what the head branch sends.
event-agent-ended = The replication agent takes in no more: this Region is to write itself.
    .everyday = The receiving desk closes: this branch is to become the head branch.
event-writes-stopped = The cluster takes no writes any more.
    .everyday = The counter takes no documents any more.
event-writes-resumed = The cluster takes writes again.
    .everyday = The counter takes documents again.
event-commits-held = Durable commits wait: every secondary Region lags by the RPO limit or more.
    .everyday = The clerk hands out no receipts: every other branch is too far behind.
event-commits-released = A secondary Region is below the RPO limit: the commits that waited are acknowledged, in order.
    .everyday = A branch has caught up: the clerk hands out the receipts that waited, in order.
event-went-dark = The whole Region goes dark: its instances and copies stop.
    .everyday = The branch closes overnight: its counter and all its safes are out of reach.
event-came-back = The Region is back, with what was on its disks.
    .everyday = The branch opens again, with what was in its safes.
