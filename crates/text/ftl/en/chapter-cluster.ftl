# The pictures of a cluster besides the stage: auto scaling, and what is in memory; and what is chosen for it.

view-title = What is shown below the stage
view-outage = Outage
    .everyday = Who stands in
view-endpoints = Endpoints
    .everyday = Signs
view-scaling = Auto scaling
    .everyday = How crowded
view-caches = Buffer caches
    .everyday = What is at hand
cluster-operations = The cluster as a whole
    .everyday = The whole store
cluster-engine = Engine (begins anew)
    .everyday = House rules (begins anew)

## Auto scaling

scaling-title = Auto scaling
    .everyday = As many rooms as are needed
scaling-none = No policy: the number of readers is up to you.
    .everyday = Nobody counts: how many rooms are open is up to you.
scaling-no-reader = There is no reader to measure: nothing happens.
    .everyday = No room is open to be counted: nothing happens.
# $number of an instance
scaling-waits = Waits until instance { $number } is available.
    .everyday = Waits until room { $number } is open.
scaling-enough = As many readers as the target asks for.
    .everyday = As many rooms as are needed.
# $to readers
scaling-will-add = At the next look it would go to { $to } readers.
    .everyday = Next time somebody counts, there would be { $to } rooms.
scaling-rests-before-more = It would like { $to } readers, but rests; only a call for more than last time is heard.
    .everyday = { $to } rooms would be better, but what was opened last has to settle first.
scaling-only-own = Fewer would do, but it removes only readers it has made itself.
    .everyday = Fewer would do, but it closes only rooms it has opened itself.
scaling-never-in = Fewer would do, but scale-in is switched off.
    .everyday = Fewer would do, but rooms are not to be closed.
scaling-will-remove = At the next look it would go down to { $to } readers.
    .everyday = Next time somebody counts, { $to } rooms would do.
scaling-rests-before-fewer = { $to } readers would do, but it rests first.
    .everyday = { $to } rooms would do, but it waits a while first.
# $left of a span
scaling-looks = Looks at the averages in { SHORT($left) }.
    .everyday = Counts again in { SHORT($left) }.
scaling-rest-out = Cooldown after scaling out: { SHORT($left) } left.
    .everyday = Nothing more is opened for { SHORT($left) }.
scaling-rest-in = Cooldown after scaling in: { SHORT($left) } left.
    .everyday = Nothing more is closed for { SHORT($left) }.
scaling-of-writer = writer, not counted
    .everyday = counter, not counted
scaling-of-own = made by auto scaling
    .everyday = opened because it was crowded
scaling-of-hand = made by hand
    .everyday = opened by hand
scaling-bar-cpu = CPU
    .everyday = busy
scaling-bar-connections = connections
    .everyday = people
# $average and $target with their units
scaling-average = average { $average } · target { $target }
# $wanted, $there, $min and $max numbers of readers
scaling-wants = wants { $wanted }, has { $there }, between { $min } and { $max }
scaling-decided = What it has decided
    .everyday = What was opened and closed
scaling-nothing-yet = Nothing yet.
# $metric one of the metric-… messages
scaling-add = Add a policy: { $metric }
scaling-remove = Remove the policy: { $metric }
# $metric, $what one of those below
scaling-of = { $metric }: { $what }
scaling-target = target
scaling-min = minimum
scaling-max = maximum
scaling-out-cooldown = scale-out cooldown (s)
    .everyday = rest after opening (s)
scaling-in-cooldown = scale-in cooldown (s)
    .everyday = rest after closing (s)
scaling-scale-in = Removes readers too
    .everyday = Closes rooms too

## What is in memory

caches-title = What instances have in memory
    .everyday = What each has at hand
caches-of-writer = writer
    .everyday = counter
caches-of-reader = reader
    .everyday = reading room
# $held, $room pages
caches-pages = { $held } of { $room } pages
    .everyday = { $held } of { $room } binders
# $hits, $misses reads
caches-reads = reads from memory: { $hits }, from storage: { $misses }
    .everyday = found at hand: { $hits }, fetched from a safe: { $misses }
# $percent
caches-hit-rate = { $percent }% hits
    .everyday = { $percent }% at hand
# $number of an instance, $had of $all pages
caches-hot = Of the writer’s { $all } hot pages, instance { $number } has { $had } in memory.
    .everyday = Of the { $all } binders the counter needs most, deputy { $number } has { $had } at hand.
caches-managed = Cluster cache management
    .everyday = A deputy who is prepared
# $number
caches-kept-warm = The writer keeps reader { $number } warm.
    .everyday = The counter tells room { $number } what is needed most.
caches-in-a-minute = Reader { $number } fits; it takes effect after a minute.
    .everyday = Room { $number } fits; it begins after a minute.
caches-not-managed = Off: whoever is promoted has what its own clients have read.
    .everyday = Off: whoever takes the counter has what its own readers asked for.
caches-other-family = Only Aurora PostgreSQL has it. In Aurora MySQL the cache survives a restart of the process.
caches-switch = Switched on (apg_ccm_enabled)
    .everyday = Switched on
caches-warm-rate = warm rate
caches-warm-percent = warm percent
# $rate
caches-kilobytes = { $rate } KB/s
# $found, $filtered and $sent pages
caches-scan = Last scan: { $found } hot pages, { $filtered } of them in the reader’s Bloom filter, { $sent } sent.
    .everyday = Last round: { $found } binders; { $filtered } seemed to be there, { $sent } were sent over.
pair-managed = With cluster cache management
    .everyday = With a deputy who is prepared
pair-not-managed = Without cluster cache management
    .everyday = With a deputy who is not prepared
pair-mysql = Aurora MySQL instead of PostgreSQL
    .everyday = Other house rules (MySQL)
pair-postgresql = Aurora PostgreSQL instead of MySQL
    .everyday = Other house rules (PostgreSQL)
pair-misses = pages this writer read from storage
    .everyday = binders this counter fetched from safes
