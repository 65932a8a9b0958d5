# A cluster as a whole: its instances come and go, its names lead somewhere.

# $number
event-instance-leaves = Instance { $number } is being deleted: its endpoint is gone, running statements have three minutes.
    .everyday = Reading room { $number } closes for good: nobody is let in, who reads may finish.
# $number, $cut how many statements were cut off
event-instance-removed =
    { $cut ->
        [0] Instance { $number } is deleted.
       *[other] Instance { $number } is deleted; statements cut off: { $cut }.
    }
    .everyday = Reading room { $number } is gone.
# $number, $class and $size as AWS writes them
event-instance-modified = Instance { $number } becomes { $class }.{ $size } and restarts.
    .everyday = Reading room { $number } is rebuilt: { $class }.{ $size }.
# $name of a custom endpoint
event-endpoint-created = Custom endpoint “{ $name }” is created.
    .everyday = A sign “{ $name }” is put up.
event-endpoint-edited = Custom endpoint “{ $name }” has other members; open connections stay.
    .everyday = The sign “{ $name }” points to other rooms; who is inside stays.
event-endpoint-deleted = Custom endpoint “{ $name }” is deleted.
    .everyday = The sign “{ $name }” is taken down.
# $endpoint one of the endpoint-… messages, $visitor yes or no: whether it is you
event-clients-told-name =
    { $visitor ->
        [yes] You connect through { $endpoint } from now on.
       *[no] Clients connect through { $endpoint } from now on.
    }
    .everyday =
        { $visitor ->
            [yes] You follow { $endpoint } from now on.
           *[no] Visitors follow { $endpoint } from now on.
        }
# $who, $endpoint
event-nobody-there = { $who } finds nobody: { $endpoint } leads nowhere now.
    .everyday = { $who } finds no open door: { $endpoint } points nowhere now.
event-peer-silent = Keepalives to { $reader } have gone unanswered for five seconds: clients take it for dead and break their connections.
    .everyday = Nobody at { $reader } has said a word for five seconds: the customers leave.
event-scaling-waits = Auto scaling would change the number of readers, and waits: { $reader } is not available.
    .everyday = Helpers would be called or sent home, but first { $reader } must be back at work.
endpoint-usual = the scenario’s endpoints
    .everyday = the usual signs
endpoint-cluster = the cluster endpoint
    .everyday = the counter’s sign
endpoint-reader = the reader endpoint
    .everyday = the reading rooms’ sign
# $name
endpoint-custom = custom endpoint “{ $name }”
    .everyday = the sign “{ $name }”
# $number
endpoint-instance = the endpoint of instance { $number }
    .everyday = the door of room { $number }
refusal-no-numbers-left = So many instances have come and gone that there are no numbers left. Start anew.
# $number
refusal-is-the-writer = Instance { $number } is the writer: fail over to another one first.
refusal-reader-leaves = Instance { $number } is being deleted.
refusal-nothing-to-change = Instance { $number } has that class and size already.
refusal-no-such-instance = The cluster has no instance { $number }.
# $max
refusal-endpoints-too-many = A cluster has { $max } custom endpoints at most.
refusal-endpoint-name = A name begins with a letter and is made of letters, digits and single hyphens.
# $found, $max characters
refusal-endpoint-name-too-long = The name has { $found } characters; the most is { $max }.
refusal-endpoint-name-taken = Another custom endpoint has this name.
refusal-endpoint-both-lists = Give members or exclusions, not both.
refusal-no-such-endpoint = There is no custom endpoint of this name.
# $metric one of the metric-… messages, $target, $min and $max numbers
event-scaling-set = Auto scaling keeps { $metric } of the readers near { $target }, with { $min } to { $max } readers.
    .everyday = From now on there are as many reading rooms as are needed: { $min } to { $max }.
event-scaling-removed = Auto scaling goes by { $metric } no more.
    .everyday = Nobody counts the visitors of the reading rooms any more.
# $metric, $average, $from and $to numbers
event-scaled-out =
    { $metric }: { $average } on average over { $from ->
        [one] one reader
       *[other] { $from } readers
    }. Auto scaling adds some, up to { $to }.
    .everyday = The reading rooms are crowded: { $from } become { $to }.
event-scaled-in =
    { $metric }: { $average } on average over { $from ->
        [one] one reader
       *[other] { $from } readers
    }. Auto scaling removes some it has made, down to { $to }.
    .everyday = The reading rooms are half empty: { $from } become { $to }.
metric-cpu = CPU utilization in percent
    .everyday = how busy the rooms are
metric-connections = connections
    .everyday = how many sit there
# $on yes or no
event-ccm-set =
    { $on ->
        [yes] Cluster cache management is switched on.
       *[no] Cluster cache management is switched off.
    }
    .everyday =
        { $on ->
            [yes] One reading room is to have at hand what the clerk needs most.
           *[no] No reading room prepares for the clerk’s post any more.
        }
# $number
event-ccm-on = Cluster cache management works: the writer keeps reader { $number } warm.
    .everyday = The clerk tells room { $number } what is needed most.
# $why one of the ccm-off-… messages
event-ccm-off = Cluster Cache Manager is disabled: { $why }.
    .everyday = No room prepares for the clerk’s post: { $why }.
# $number, $found and $sent pages
event-ccm-scanned = Scan for reader { $number }: { $found } hot pages, { $sent } of them lacking and sent.
    .everyday = The clerk went through { $found } sheets and gave room { $number } the { $sent } it lacked.
ccm-off-not-wanted = it is switched off
ccm-off-writer-not-first = the writer is not at tier 0
    .everyday = the clerk does not stand at place 0
ccm-off-no-first-reader = no reader is at tier 0
    .everyday = no room stands at place 0
ccm-off-several-first-readers = several readers are at tier 0
    .everyday = several rooms stand at place 0
ccm-off-other-size = the reader at tier 0 has another class or size
    .everyday = the room at place 0 is of another size
refusal-no-such-policy = There is no policy for that metric.
refusal-not-postgresql = Only a cluster of the PostgreSQL family has cluster cache management.
refusal-not-in-secondary = A secondary cluster of a global database has neither auto scaling nor cluster cache management.
event-cluster-stopped = The cluster is stopped as a whole: no compute is charged, the volume stays. After seven days it starts by itself.
    .everyday = The shop is closed; the safes stay. After seven days it opens by itself.
# $by-itself yes or no
event-cluster-started =
    { $by-itself ->
        [yes] Seven days are over: the cluster starts by itself.
       *[no] The cluster is started.
    }
    .everyday =
        { $by-itself ->
            [yes] Seven days are over: the shop opens by itself.
           *[no] The shop opens again.
        }
event-writer-ended = The writer’s process ends in order.
    .everyday = The manager leaves the counter in order.
# $number, $keeps yes or no
event-engine-restarts =
    { $keeps ->
        [yes] The engine of instance { $number } restarts: open transactions are rolled back, connections are kept.
       *[no] The engine of instance { $number } restarts: connections break.
    }
    .everyday =
        { $keeps ->
            [yes] The counter closes for a moment: unfinished documents are withdrawn, who stands in line stays.
           *[no] The counter closes for a moment: everybody has to queue anew.
        }
# $by-failover yes or no
event-patching-began =
    The instances are patched one after another, readers first; { $by-failover ->
        [yes] the writer hands over to a reader.
       *[no] the writer’s engine restarts last.
    }
    .everyday = The rooms are renovated one after another, the counter last.
# $number
event-instance-patched = Instance { $number } is patched.
    .everyday = Room { $number } is renovated.

## What is done to a cluster, how busy its instances are, and transactions put together by hand

deed-restart-engine = Restart the engine
    .everyday = Close the counter for a moment
deed-patch-in-place = Patch all, the writer in place
    .everyday = Renovate all rooms, the counter where it is
deed-patch-by-failover = Patch all, the writer by failover
    .everyday = Renovate all rooms, the counter moves
deed-stop-cluster = Stop the cluster
    .everyday = Close the shop
deed-start-cluster = Start the cluster
    .everyday = Open the shop
row-cpu = CPU utilization
    .everyday = how busy
# $percent
cpu = CPU { $percent }%
    .everyday = busy { $percent }%
# $status, $cpu
describe-busy = { $status }; { $cpu }
