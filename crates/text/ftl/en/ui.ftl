### The page itself: buttons, labels, headings, help. `.everyday` is the same through the everyday lens, in which
### an important document is kept in several safes (see events.ftl for the other words).

## Top bar

ui-title = AuroraScope – see a write reach four of six copies
ui-skip = Skip to the stage
ui-scenario = Scenario:
ui-lens = Lens
ui-lens-engineer = Engineer
ui-lens-everyday = Everyday
ui-language = Language
ui-theme = Colors
ui-theme-system = As the system
ui-theme-light = Light
ui-theme-dark = Dark
ui-theme-contrast = High contrast
ui-help = Help
ui-close = Close
ui-dismiss = Dismiss

## Menu of scenarios

ui-scenarios = Scenarios
ui-chapters = Chapters
ui-chapter-missing = The chapter could not be loaded. The run goes on as it was; please try again later.
# The number and the name of a chapter.
ui-chapter = { $number } · { $name }
ui-chapter-storage-and-quorum = Storage and quorum
ui-chapter-storage-node = How a storage node works
ui-chapter-commit-points = Commit points and crash recovery
ui-chapter-reads = Reads and replicas
ui-chapter-endpoints = Endpoints
ui-chapter-failover = Failover
ui-chapter-membership = Repair and membership
ui-chapter-global = The global database
ui-chapter-mirrored = Against mirrored MySQL
ui-chapter-myths = Myths
ui-scenario-storage-and-quorum = Storage and quorum
ui-scenario-storage-and-quorum-about = Writes travel to six copies in three zones and commit at the fourth acknowledgement.
ui-scenario-first-write = The first write
ui-scenario-first-write-about = A single write on an empty volume; a light load follows.
ui-scenario-zone-down = A zone is down
ui-scenario-zone-down-about = One zone is cut off: writing goes on with the four copies that are left.
ui-scenario-az-plus-one = A zone and one more copy
ui-scenario-az-plus-one-about = Three copies are left: no write quorum, but nothing is lost and everything can be read.
ui-scenario-two-zones-down = Two zones are down
ui-scenario-two-zones-down-about = Two copies are left: writes wait, and go on when the zones come back.
ui-scenario-slow-copies = Slow copies
ui-scenario-slow-copies-about = Two copies answer late; nobody waits for them until a zone is missing.
ui-scenario-vcl-is-not-min-pgcl = VCL is not the smallest PGCL
ui-scenario-vcl-is-not-min-pgcl-about = One protection group is held up, and the volume with it, while the other goes on.
ui-scenario-hole-and-gossip = A hole, and gossip
ui-scenario-hole-and-gossip-about = A copy misses part of the log and gets it from its peers.
ui-scenario-crash-and-recovery = Crash and recovery
ui-scenario-crash-and-recovery-about = The writer crashes, once more while it recovers, and then gives way to another.
ui-scenario-back-pressure = Back-pressure
ui-scenario-back-pressure-about = The log may run ahead of the VDL only so far; then new writes are held back.
ui-scenario-lossy-network = A lossy network
ui-scenario-lossy-network-about = Every fifth message gets lost, and nothing that was acknowledged.
ui-scenario-growth = A volume that grows
ui-scenario-growth-about = When every page is full, a protection group is added; the rows that are there stay where they are.
ui-scenario-busy = A busy cluster
ui-scenario-busy-about = Hundreds of messages are on their way at once.
ui-scenario-crowd = A crowd
ui-scenario-crowd-about = Thousands of messages are on their way at once.
ui-scenario-cluster = A cluster at work
ui-scenario-cluster-about = Clients with transactions; the writer fails, a reader of tier 0 takes over, and later every instance is patched.
ui-scenario-rotation = Rotation between Regions
ui-scenario-rotation-about = A global database with a headless secondary: Singapore becomes the primary, and Tokyo again. Nothing is lost.
ui-scenario-region-outage = A Region goes dark
ui-scenario-region-outage-about = Ireland takes over 0.7 s behind: what it did not have is lost, and turns up in the snapshot of the old volume.
ui-scenario-volume = A volume of 128 TiB
ui-scenario-volume-about = 13,108 groups of six copies each, and a map of them all.
# A scenario from a file. $name is the name it gives itself.
ui-scenario-own = { $name }
ui-open-file = Open a scenario file…
ui-restart = Start again from the beginning
ui-new-seed = Start again with another seed
# $seed: the number that decides all chance in the run, written without separators.
ui-seed = Seed { $seed }

## The stage

ui-stage = Stage
    .everyday = Stage
ui-stage-described = The stage in words
ui-clients = Clients
    .everyday = Customers
ui-you = You
# A client that works by itself. $number counts from 1.
ui-client-number = { $number }
# $zone: the letter of the zone.
ui-zone = Availability Zone { $zone }
    .everyday = Building { $zone }
# The same where there is little room.
ui-zone-short = AZ { $zone }
    .everyday = Bldg. { $zone }
ui-zone-cut = cut off
    .everyday = no way in
# How long a message from the writer takes, from $shortest to $longest.
ui-hop = { SHORT($shortest) } – { SHORT($longest) }
ui-writer = Writer
    .everyday = Manager
ui-copy = Copy
    .everyday = Safe
ui-ring-count = { $confirmed }
# Stands below ui-ring-count, which is large: "3 / of 4". $needed acknowledgements make a commit. $over is yes if there
# are more than that.
ui-ring-of = { $over ->
    [yes] { $needed } needed
   *[no] of { $needed }
}
# $waiting commits wait, $held requests wait for a free LSN.
ui-queue = { $waiting } waiting
    .everyday = { $waiting } not safe yet
ui-queue-held = { $waiting } waiting, { $held } held back
    .everyday = { $waiting } documents not safe yet, { $held } held back at the desk
# The end of the way between the writer and a copy; a button.
ui-link = Connection between the writer and copy { $copy }
    .everyday = Way between the manager and safe { $copy }
# $group: the number of the protection group.
ui-group = PG { $group }
    .everyday = Set { $group }
ui-scl = SCL { $scl }
    .everyday =
        { NUMBER($scl) ->
            [0] 0
           *[other] 1–{ $scl }
        }

ui-lsn = { $lsn }

## The ruler

ui-ruler = The log, as the writer knows it
    .everyday = The sheets, as the manager knows them
ui-ruler-lost = The log at the crash; nobody knows its points now
    .everyday = The sheets when the manager collapsed; nobody knows the marks now
ui-vdl = VDL
    .everyday = safe
ui-vcl = VCL
    .everyday = in four safes
ui-pgcl = PGCL { $group }
    .everyday = Set { $group }
# A waiting commit of transaction $txn, marked where its commit record lies.
ui-commit-here = T{ $txn } commits here
    .everyday = document { $txn } ends here
ui-group-read-write = PG { $group }: reads and writes
    .everyday = Set { $group }: read and add
ui-group-read-only = PG { $group }: reads only
    .everyday = Set { $group }: read only
ui-group-unavailable = PG { $group }: unavailable
    .everyday = Set { $group }: out of reach
# The map of all protection groups; $count: how many of them.
ui-volume = All groups of the volume
    .everyday = All sets of safes
ui-volume-choose = Choose a protection group
    .everyday = Choose a set of safes
ui-volume-read-write = Reads and writes: { $count }
    .everyday = Read and add: { $count }
ui-volume-read-only = Reads only: { $count }
    .everyday = Read only: { $count }
ui-volume-unavailable = Unavailable: { $count }
    .everyday = Out of reach: { $count }
ui-volume-hint = The brighter a cell, the more recently it was written to.
    .everyday = The brighter a cell, the more recently a document came in.

## Side panel

ui-panel = What is going on
ui-hint = Try this first: press Write below and follow your own record to the copies. Then select a zone’s name and cut it off.
    .everyday = Try this first: press Write below and follow your own sheet to the safes. Then select a building’s name and close it off.
ui-hint-chapter = Or be led through it, step by step:
ui-why-nothing = Nothing is waiting
ui-why-nothing-about = Every commit that was asked for has been acknowledged. As soon as one waits, its reason is proved here, step by step.
    .everyday = Every document that was handed in is safe. As soon as one has to wait, the reason is shown here, step by step.
ui-ask = Ask something yourself
ui-key = Key
    .everyday = Keyword
ui-value = Value
    .everyday = Text
ui-put = Write
ui-get = Read
# $number of the reader
ui-get-from = Read at reader { $number }
    .everyday = Read in room { $number }
# $pages number
ui-reader-cache = pages in its cache: { $pages }
    .everyday = binders on its shelf: { $pages }
# $applied and $ignored numbers
ui-reader-records = records applied: { $applied }, thrown away: { $ignored }
    .everyday = sheets filed: { $applied }, thrown away: { $ignored }
ui-broken = Broken at the moment
ui-mend = Repair
# $id: the name of a fact in our list of sources, such as Q-7.
ui-fact = { $id }

## The log in words

ui-log = What happens
ui-verbosity = How much is said
ui-verbosity-1 = The main things
ui-verbosity-2 = More
ui-verbosity-3 = Everything
ui-log-waits = The lines wait while you read one. End: the newest.
# A moment of the run.
ui-at = { $time }
# $events more have happened than could be read out.
ui-flood = { $events } events in the last seconds. Pause to hear them one by one.

## Time

ui-transport = Time
ui-lagging = As fast as this device can
# $percent of the way is done.
ui-under-way = On the way: { $percent } %
ui-play = Play
ui-pause = Pause
ui-step = One event on
ui-step-back = One event back
ui-clock = Simulated time
ui-timeline = Timeline
ui-lane-commits = commits
    .everyday = safe
ui-lane-messages = messages
    .everyday = messengers
ui-lane-faults = faults
ui-speed = Speed
ui-until = Run until…
ui-until-commit = the next commit
    .everyday = the next document is safe
ui-until-fault = the next fault
ui-until-quorum-lost = the write quorum is lost
    .everyday = too few safes are left to add to the document
ui-until-vdl = VDL moves
    .everyday = more sheets are safe

## Notices

# A place in a scenario file.
ui-file-place = Line { $line }, column { $column }:
# The address says play=$value.
ui-bad-play = The address says play={ $value }; it can be 0 or 1. Time passes, as usual.
# Announced to screen readers.
ui-done = Done.
ui-opened = The scenario is open.
ui-file-refused = The file could not be opened as a scenario. The run goes on as it was.
ui-file-too-large = The file is too large for a scenario. The run goes on as it was.
ui-file-not-read = The browser could not read the file. The run goes on as it was.

## Help

ui-help-about = Clients write rows; the writer turns each write into log records and sends them to six copies in three Availability Zones. A commit is acknowledged when every record up to it is on four of six copies. Select anything on the stage to see its state and to stop, cut, slow, or restart it; nothing can be lost here for good.
    .everyday = Customers bring news for an important document. The manager writes each on numbered sheets and has every sheet put into six safes in three buildings. The customer is told that it is safe when every sheet up to the signature is in four of the six safes. Select anything on the stage to see how it is and to break or mend it; nothing can be lost here for good.
ui-help-shapes = What travels
    .everyday = Who is on the way
ui-help-keys = Keys
ui-shape-ask = A request, or its answer
ui-shape-write = Log records, from the writer to a copy
    .everyday = New sheets, from the manager to a safe
ui-shape-ack = An acknowledgement: “I have stored everything up to here”
    .everyday = A keeper’s receipt: “I have every sheet up to here”
ui-shape-gossip = Two copies compare how far they are
    .everyday = Two keepers compare how far they are
ui-shape-fill = Missing records, from one copy to another
    .everyday = Missing sheets, from one keeper to another
ui-shape-page = A page that is read
    .everyday = A binder that somebody wants to read
ui-shape-redo = The redo stream, from the writer to a reader
    .everyday = Carbon copies, from the manager to a reading room
ui-shape-lost = Lost on the way
ui-key-play = Play or pause
ui-key-step = One event on
ui-key-step-back = One event back
ui-key-speed = Faster, slower
ui-key-chapter = Next and previous step of a chapter
ui-key-arrows = Move about the stage, once something on it has the focus
ui-key-enter = Show the state of what has the focus, and what can be done to it
ui-key-log = Move from line to line of what happens, once one of them has the focus
ui-key-escape = Stop looking at it
ui-key-lens = The other lens
ui-key-help = This help
ui-shortcuts = Single keys work as shortcuts

## Footer

ui-not-affiliated = AuroraScope is an independent teaching model. It is not affiliated with Amazon Web Services.
ui-licence = Free software: MIT or Apache-2.0
ui-language-missing = { $language } could not be loaded, so the page stays in the language it has. Please choose { $language } again later.

## A transaction of several rows

ui-begin = Begin a transaction
    .everyday = Begin a document
ui-transaction = Transaction
    .everyday = Document
ui-transaction-about = Write and Read now add to it. It is sent as a whole when you say how it ends.
    .everyday = What you note or look up now becomes part of it. It is handed in when you say how it ends.
ui-between = Between statements
    .everyday = Between lines
ui-between-none = no pause
ui-between-short = 0.1 s
ui-between-second = 1 s
ui-between-long = 10 s
ui-commit = Commit
    .everyday = Sign
ui-roll-back = Roll back
    .everyday = Withdraw
ui-discard = Discard
