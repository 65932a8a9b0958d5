# What happens, one sentence each. The value is the engineer's sentence; .everyday is the analogy:
# an important document kept in several safes. The writer is the manager, a copy a safe, a zone a building, a protection
# group a set of six safes, a record a sheet, a page a binder, an acknowledgement a receipt, a transaction a document,
# its commit record the signature.
#
# LSNs ($lsn, $last, $scl, $after, $at, $scn, $to of the points, $before, $read-point), letters and page and transaction
# numbers are texts. $from, $to, $who, $message, $request, $why, $ability and $change are other messages of this file,
# already said.

## Who

who-writer = the writer
    .everyday = the manager
who-old-writer = the old writer
    .everyday = the old manager
who-clients = the clients
    .everyday = the customers
# The person at the page.
who-visitor = you
# $number
who-client = client { $number }
    .everyday = customer { $number }
# $copy letter, $group number from 1
who-copy = copy { $copy } of group { $group }
    .everyday = safe { $copy } of set { $group }
# $copy letter: the machine that holds this copy of every group
who-node = the storage node of copy { $copy }
    .everyday = the keeper of safe { $copy }
# Decides who the copies of a group are.
who-control-plane = the control plane
    .everyday = head office
# $number
who-reader = reader { $number }
    .everyday = reading room { $number }

## What a client asks. put and get are the names of the operations.

# $key, $value as typed
request-put = put { $key } = { $value }
    .everyday = note ‘{ $value }’ under ‘{ $key }’
request-get = get { $key }
    .everyday = look up ‘{ $key }’
# $key: a long query, that reads when it ends
request-long-get = long query of { $key }
    .everyday = long search for “{ $key }”
# $count statements, $key of the row the first is about
request-transaction = transaction from { $key } on, { $count ->
        [one] one statement
       *[other] { $count } statements
    }
    .everyday = document from ‘{ $key }’ on, { $count ->
            [one] one line
           *[other] { $count } lines
        }
# A request that is no longer remembered. $number
request-gone = request { $number }
    .everyday = wish { $number }
# $group number
request-undo = undo in group { $group }
    .everyday = setting set { $group } right

## Messages on the network, as things that are sent

# $request
message-ask = the request “{ $request }”
    .everyday = the wish “{ $request }”
message-answer = the answer to “{ $request }”
    .everyday = the reply to “{ $request }”
# $records number, $last the newest of them
message-write =
    { $records ->
        [one] record { $last }
       *[other] { $records } records up to { $last }
    }
    .everyday =
        { $records ->
            [one] sheet { $last }
           *[other] { $records } sheets up to { $last }
        }
message-fill =
    { $records ->
        [one] the missing record { $last }
       *[other] { $records } missing records up to { $last }
    }
    .everyday =
        { $records ->
            [one] a duplicate of the missing sheet { $last }
           *[other] duplicates of { $records } missing sheets up to { $last }
        }
# $scl the sender is complete up to here
message-ack = an acknowledgement, SCL { $scl }
    .everyday = a receipt: no sheet is missing up to { $scl }
message-report = its new SCL { $scl }
    .everyday = the news that no sheet is missing up to { $scl } now
message-compare = its SCL { $scl }, to compare
    .everyday = a note to compare: no sheet missing up to { $scl }
message-same = the reply that its SCL is { $scl } too
    .everyday = the reply that it has the same sheets, up to { $scl }
# $after
message-lack = a request for the records after { $after }
    .everyday = a request for the sheets after { $after }
# $page, $at the last record of the group that counts for the read, $request
message-read-page = a request for page { $page } as of record { $at }, for “{ $request }”
    .everyday = a request for binder { $page } as it stood at sheet { $at }, for “{ $request }”
# $request
message-page-image = the page for “{ $request }”
    .everyday = the binder for “{ $request }”
# $request, $scl
message-not-that-far = the reply to “{ $request }” that it is complete up to { $scl } only
    .everyday = the reply to “{ $request }” that it has every sheet up to { $scl } only
# $epoch number
message-members = the members under epoch { $epoch }
    .everyday = list no. { $epoch } of who belongs to the set
# $epoch number, $scl
message-members-kept = its word that it keeps the members of epoch { $epoch }, SCL { $scl }
    .everyday = a receipt for list no. { $epoch }; no sheet missing up to { $scl }
# $page
message-copy-page = a request to copy page { $page }
    .everyday = a request to copy binder { $page }
message-page-copy = a copy of page { $page }
    .everyday = a copy of binder { $page }
# $needs
message-are-you-full = the question whether it is complete up to { $needs }
    .everyday = the question whether it has every sheet up to { $needs }
# $scl
message-full = the answer that it is full, SCL { $scl }
    .everyday = the answer that it is full, up to { $scl }
# $durable, $pgmrpl records of the group
message-horizon = news: durable up to { $durable }, PGMRPL { $pgmrpl }
    .everyday = news: safe up to { $durable }, still looked up from { $pgmrpl } on
# $request, $pgmrpl
message-too-far-back = the reply to “{ $request }” that it serves no page before { $pgmrpl }
    .everyday = the reply to “{ $request }” that nothing older than { $pgmrpl } is kept
message-unreadable = the reply to “{ $request }” that its page is damaged
    .everyday = the reply to “{ $request }” that its binder is damaged
# $page
message-lack-page = a request for a sound version of page { $page }
    .everyday = a request for a duplicate of binder { $page }
message-peer-page = a sound version of page { $page }
    .everyday = a duplicate of binder { $page }
# $volume, $membership, $geometry current epochs
message-stale = a refusal: from an old epoch; current are volume epoch { $volume }, membership epoch { $membership }, geometry epoch { $geometry }
    .everyday = a refusal: that key no longer fits; the locks were changed (key { $volume }, safes { $membership }, shelves { $geometry })
# $epoch number
message-survey = the question how far it is complete, and to obey nobody older than volume epoch { $epoch }
    .everyday = the question which sheets it has, and to open to nobody with a key older than { $epoch }
# $scl
message-surveyed = its answer: complete up to { $scl }
    .everyday = its answer: no sheet missing up to { $scl }
# $first, $last LSNs
message-truncate = the truncation range: { $first } to { $last } are void
    .everyday = the note that sheet numbers { $first } to { $last } are void
message-truncated = the confirmation that the truncation range is on disk
    .everyday = the confirmation that the void numbers are noted
# $epoch number
message-raise-epoch = the order to begin volume epoch { $epoch }
    .everyday = the order to change the lock to key { $epoch }
# $epoch number, $scl
message-epoch-raised = the confirmation of volume epoch { $epoch }, SCL { $scl }
    .everyday = the confirmation of key { $epoch }: no sheet missing up to { $scl }
# $copy letter, $after
message-pass = the order to send copy { $copy } the records after { $after }
    .everyday = the order to send safe { $copy } the sheets after { $after }
message-follow = the request to let it follow
    .everyday = the request to be sent copies
# $at
message-begin = the start of its redo stream, at VDL { $at }
    .everyday = the word to begin at sheet { $at }
# $after, $upto, $vdl
message-redo = the redo stream after { $after } up to { $upto }, VDL { $vdl }
    .everyday = copies of the sheets after { $after } up to { $upto }; safe up to { $vdl }
# $upto, $lowest
message-heard = its word that it has everything up to { $upto }; its lowest read point is { $lowest }
    .everyday = its word that it has every sheet up to { $upto } and still needs { $lowest }
# A message that is no longer remembered.
message-gone = a message
    .everyday = a delivery

## Why a message is lost

lost-cut = the way is cut
    .everyday = the road is closed
lost-chance = lost by chance
    .everyday = the messenger dropped it
lost-stopped = the receiver is stopped
    .everyday = the safe is broken
lost-not-open = the volume is not open yet
    .everyday = the counter is not open yet
lost-read-only = it is a reader, and takes no writes
    .everyday = a reading room takes no documents

## What a protection group can do

ability-read-write = write and read quorum are there
    .everyday = new sheets can be made safe
ability-read-only = read quorum only: commits wait
    .everyday = nothing new can be made safe, but nothing is lost
ability-unavailable = neither quorum is there: commits wait
    .everyday = too few safes are left: nothing new can be made safe

## What a record changes

# $key
change-put-row = row “{ $key }” takes a new value
    .everyday = entry “{ $key }” is rewritten
# $txn
change-txn-active = transaction { $txn } begins
    .everyday = document { $txn } is begun
change-txn-wrote = transaction { $txn } has written a row
    .everyday = document { $txn } has a line
change-txn-committed = the commit record of transaction { $txn }
    .everyday = the signature of document { $txn }
# $key
change-undo-row = row “{ $key }” goes back to what it was
    .everyday = entry “{ $key }” goes back to what it was
# $txn
change-txn-rolled-back = transaction { $txn } is rolled back
    .everyday = document { $txn } is withdrawn
change-let-go = a change long since built into its page
    .everyday = a change long since copied out

## Events

# $seed
event-run-began = The run began with seed { $seed }.
    .everyday = The office opened. Number of the day: { $seed }.
# $who, $request, $write yes or no
event-asked =
    { $write ->
        [yes] { CAP($who) } asked to write: { $request }.
       *[no] { CAP($who) } asked to read: { $request }.
    }
    .everyday =
        { $write ->
            [yes] { CAP($who) } brought a document: { $request }.
           *[no] { CAP($who) } asked to see something: { $request }.
        }
# $from, $to, $message
event-sent = { CAP($from) } sent to { $to }: { $message }.
    .everyday = A messenger set out from { $from } to { $to }: { $message }.
event-delivered = { CAP($to) } received from { $from }: { $message }.
    .everyday = A messenger from { $from } reached { $to }: { $message }.
# An answer that has reached you. $request; $scn; $value as it was written
event-answer = You received the answer to “{ $request }”.
event-answer-committed = You received the answer to “{ $request }”: committed at LSN { $scn }.
    .everyday = You received the reply to “{ $request }”: it is safe, up to sheet { $scn }.
event-answer-found = You received the answer to “{ $request }”: “{ $value }”.
    .everyday = You received the reply to “{ $request }”: “{ $value }”.
event-answer-not-found = You received the answer to “{ $request }”: there is no such row.
    .everyday = You received the reply to “{ $request }”: there is no such entry.
event-answer-page-full = You received the answer to “{ $request }”: not written, its page is full.
    .everyday = You received the reply to “{ $request }”: not noted, its binder is full.
# $outcome a transaction-ended
event-answer-ended = You received the answer to “{ $request }”: { $outcome }.
    .everyday = You received the reply to “{ $request }”: { $outcome }.
# $how committed, read-only, or why it was rolled back; $scn; $count of values read, $found the values
transaction-ended =
    { $how ->
        [committed] committed at LSN { $scn }
        [read-only] ended, it has written nothing
        [asked] rolled back, as its client wished
        [deadlock] rolled back because of a deadlock
        [no-room] rolled back, for a page had no room
       *[restart] rolled back, for the writer restarts
    }{ $count ->
        [0] { "" }
       *[other] { "; read: " }{ $found }
    }
    .everyday =
        { $how ->
            [committed] safe, up to sheet { $scn }
            [read-only] closed, nothing was noted
            [asked] withdrawn, as the customer wished
            [deadlock] withdrawn: two waited for each other
            [no-room] withdrawn, for a binder was full
           *[restart] withdrawn, for the counter closes for a moment
        }{ $count ->
            [0] { "" }
           *[other] { "; looked up: " }{ $found }
        }
# … and $why
event-lost = Lost between { $from } and { $to }: { $message } ({ $why }).
# $copy letter, $group number
event-copy-stopped = Copy { $copy } of group { $group } stopped.
    .everyday = Safe { $copy } of set { $group } broke.
event-copy-restarted = Copy { $copy } of group { $group } is up again, with everything that was on its disk.
    .everyday = Safe { $copy } of set { $group } works again, with everything that lay in it.
# $copy letter
event-copy-cut = The storage node of copy { $copy } was cut off from the network.
    .everyday = The road to safe { $copy } was closed.
event-copy-healed = The storage node of copy { $copy } is reachable again.
    .everyday = The road to safe { $copy } is open again.
# $zone letter
event-zone-cut = Availability Zone { $zone } was cut off from the others.
    .everyday = Building { $zone } was closed off: nobody gets in or out.
event-zone-healed = Availability Zone { $zone } is reachable again.
    .everyday = Building { $zone } is open again.
event-writer-crashed = The writer crashed: what it had in memory is gone. Storage keeps everything that was acknowledged.
    .everyday = The manager collapsed and remembers nothing. The safes keep everything that was promised.
# $zone letter
event-writer-started = An instance in Availability Zone { $zone } starts as the writer; the cluster endpoint points at it.
    .everyday = A manager takes over in building { $zone }; customers are sent there now.
# $zone letter
event-writer-takes-over = An instance in Availability Zone { $zone } runs as the writer now and recovers the volume.
    .everyday = A deputy in building { $zone } takes the counter and goes through the safes first.
# $number of the instance
event-writer-failed = The control plane has had no answer from instance { $number } for several health checks: the writer counts as failed.
    .everyday = Head office has called counter { $number } several times in vain: the manager counts as away.
# $number of the instance, $why, $attempt number
event-successor-chosen = Instance { $number } is to become the writer: { $why }. Attempt { $attempt }.
    .everyday = Deputy { $number } is to take the counter: { $why }. Attempt { $attempt }.
chosen-only-one = nobody else is there
chosen-tier = it has the lowest promotion tier
    .everyday = it stands first on the list
chosen-size = of the lowest tier it is the largest
    .everyday = of those first on the list it is the largest
chosen-lot = tier and size are equal, so it was drawn by lot
    .everyday = all are equal, so lots were drawn
chosen-asked = somebody asked for it
chosen-in-place = its host is there, so its process is started again
    .everyday = the manager is woken up
chosen-recreated = there is no reader, so it is made anew in its zone
    .everyday = there is no deputy, so a new manager was hired
# $number of the instance
event-no-successor = There is nobody to take over from instance { $number }: the writer is made anew in its zone, which takes minutes. Storage keeps everything.
    .everyday = Nobody can stand in at counter { $number }: a new manager must be hired, which takes minutes. The safes keep everything.
event-cluster-stranded = Nobody can become the writer, and its zone cannot be reached. The data is safe; add an instance in another zone.
    .everyday = There is no manager, and the building is closed off. The safes keep everything; open a counter in another building.
# $number
event-promotion-began = Reader { $number } ends its process: its host starts as the writer.
    .everyday = Reading room { $number } closes: its deputy goes to the counter.
event-writer-demoted = The old writer ends its process; its host comes back as a reader.
    .everyday = The old manager leaves the counter and opens a reading room.
# $number
event-endpoint-moved = The cluster endpoint points at instance { $number } now.
    .everyday = The sign at the door points to counter { $number } now.
# $who, $number of the instance
event-connected = A connection stands: { $who } and instance { $number }.
    .everyday = Served now: { $who } at counter { $number }.
# $who, $number of the instance
event-connection-broke = A connection broke: { $who } and instance { $number }.
    .everyday = Turned away: { $who } at counter { $number }.
event-failover-asked = A failover was asked for.
    .everyday = Somebody wants another manager at the counter.
# $number, $tier number
event-tier-set = Instance { $number } has promotion tier { $tier } now. That starts no failover.
    .everyday = Room { $number } stands at place { $tier } of the list now.
# $number, $zone letter
event-reader-added = Reader { $number } is added in Availability Zone { $zone }.
    .everyday = Reading room { $number } is set up in building { $zone }.
# $copy letter, $times number, 1 is as usual
event-copy-slowed =
    { $times ->
        [1] The disk of copy { $copy } is as fast as usual again.
       *[other] The disk of copy { $copy } now takes { $times } times as long.
    }
    .everyday =
        { $times ->
            [1] The lock of safe { $copy } turns as fast as usual again.
           *[other] The lock of safe { $copy } now takes { $times } times as long.
        }
# $from, $to, $times number, 1 is as usual
event-link-slowed =
    { $times ->
        [1] The way between { $from } and { $to } is as short as usual again.
       *[other] The way between { $from } and { $to } now takes { $times } times as long.
    }
    .everyday =
        { $times ->
            [1] The road between { $from } and { $to } is as quick as usual again.
           *[other] The road between { $from } and { $to } now takes { $times } times as long.
        }
# $percent number
event-loss-set =
    { $percent ->
        [0] Messages are no longer lost by chance.
       *[other] From now on { $percent }% of all messages get lost.
    }
    .everyday =
        { $percent ->
            [0] The messengers lose nothing any more.
           *[other] From now on the messengers lose { $percent }% of what they carry.
        }
# $copy letter, $percent number
event-loss-set-copy =
    { $percent ->
        [0] Messages of copy { $copy } are no longer lost by chance.
       *[other] From now on { $percent }% of the messages of copy { $copy } get lost.
    }
    .everyday =
        { $percent ->
            [0] The messengers of safe { $copy } lose nothing any more.
           *[other] From now on the messengers of safe { $copy } lose { $percent }% of what they carry.
        }
event-load-started = The clients began to work by themselves.
    .everyday = Customers began to come in.
event-load-stopped = The clients stopped asking; what is open will still be answered.
    .everyday = No more customers come in; those inside will still be served.
# $number place in the plan, from 1
event-command-refused = Command { $number } of the scenario was not possible at its moment and was left out.
# $group number, $ability, $reachable set of letters, $count number of them
event-ability-changed = Group { $group }: copies reachable: { $count } ({ COPIES($reachable) }); { $ability }.
    .everyday = Set { $group }: safes within reach: { $count } ({ COPIES($reachable) }); { $ability }.
# $lsn, $group number, $page, $change, $before the record before it in its group or 0, $ends-mtr yes or no
event-record-made =
    The writer made record { $lsn } for page { $page } of group { $group }: { $change }. { NUMBER($before) ->
        [0] It is the first of its group
       *[other] In its group it follows { $before }
    }{ $ends-mtr ->
        [yes] {" "}and ends a mini-transaction.
       *[no] .
    }
    .everyday =
        The manager wrote sheet { $lsn } for binder { $page } of set { $group }: { $change }. { NUMBER($before) ->
            [0] It is the first of its set
           *[other] In its set it follows { $before }
        }{ $ends-mtr ->
            [yes] {" "}and completes a step.
           *[no] .
        }
# $txn, $scn the LSN of its commit record, $request
event-commit-queued = Transaction { $txn } waits until the log is durable up to { $scn }; the writer takes other work.
    .everyday = Document { $txn } is written; it is safe once all sheets up to { $scn } are. The manager goes on with other work.
# $request, $number from 1, $statement a request
event-statement-began = “{ $request }” is at statement { $number }: { $statement }.
    .everyday = “{ $request }” is at line { $number }: { $statement }.
event-statement-last = “{ $request }” comes to its end.
    .everyday = “{ $request }” has no more lines.
# $txn, $lsn
event-row-written = Transaction { $txn } has written a row with record { $lsn }: until it ends nobody else may write that row, and nobody sees the new value.
    .everyday = Document { $txn } has a new line, sheet { $lsn }: until it is signed nobody else may touch that entry, and nobody is shown it.
# $request, $txn
event-lock-awaited = “{ $request }” waits: transaction { $txn } holds the lock on the row.
    .everyday = “{ $request }” waits: document { $txn } has that entry.
event-commit-shared = Transaction { $txn } has written in several groups: record { $lsn } notes its commit in one of them.
    .everyday = Document { $txn } lies in several sets: sheet { $lsn } notes the signature in one of them.
# $why asked, deadlock, no-room or restart
event-rollback-began =
    “{ $request }” is rolled back { $why ->
        [asked] as its client wishes: its rows become what they were.
        [deadlock] because of a deadlock: it would wait for a transaction that waits for it.
        [no-room] because a page has no room for one of its rows.
       *[restart] because the writer restarts.
    }
    .everyday =
        “{ $request }” is withdrawn { $why ->
            [asked] as the customer wishes: its entries become what they were.
            [deadlock] because two would wait for each other for ever.
            [no-room] because a binder is full.
           *[restart] because the counter closes for a moment.
        }
event-transaction-ended = “{ $request }” is over: { $outcome }.
    .everyday = “{ $request }” is done with: { $outcome }.
# $request
event-allocation-held = “{ $request }” has to wait for an LSN: the log has run too far ahead of the VDL.
    .everyday = “{ $request }” has to wait: too many sheets are not safe yet.
# $copy letter, $group number, $records number, $last the newest of them, $scl
event-persisted =
    Copy { $copy } of group { $group } stored { $records ->
        [one] record { $last }
       *[other] { $records } records up to { $last }
    } on disk; its SCL is { $scl }.
    .everyday =
        Safe { $copy } of set { $group } locked away { $records ->
            [one] sheet { $last }
           *[other] { $records } sheets up to { $last }
        }; none is missing up to { $scl }.
event-scl-heard = The writer learned that the SCL of copy { $copy } of group { $group } is { $scl }.
    .everyday = The manager learned that safe { $copy } of set { $group } has every sheet up to { $scl }.
# $group number, $to
event-pgcl-moved = PGCL of group { $group } moved to { $to }: four copies are complete up to there.
    .everyday = Four safes of set { $group } have every sheet up to { $to }.
event-vcl-moved = VCL moved to { $to }: every record up to there has its write quorum.
    .everyday = Every sheet up to { $to } is in at least four safes of its set.
event-vdl-moved = VDL moved to { $to }, the last consistency point within the VCL.
    .everyday = Safe up to sheet { $to }: every step up to there is complete.
# $txn, $scn, $request
event-commit-acknowledged = Transaction { $txn } is committed: the log is durable up to { $scn }, its commit record.
    .everyday = Document { $txn } is safe: all sheets up to its signature, { $scn }, are in at least four safes.
# $request, $page, $read-point the VDL at this moment
event-read-began = The writer began “{ $request }”: page { $page }, read point { $read-point }.
    .everyday = The manager began “{ $request }”: binder { $page }, as it stands at sheet { $read-point }.
# $copy letter, $group number, $request, $page, $applied number of records
event-page-built =
    { $applied ->
        [0] Copy { $copy } of group { $group } had page { $page } ready for “{ $request }”.
        [one] Copy { $copy } of group { $group } applied one record and so built page { $page } for “{ $request }”.
       *[other] Copy { $copy } of group { $group } applied { $applied } records and so built page { $page } for “{ $request }”.
    }
    .everyday =
        { $applied ->
            [0] The keeper of safe { $copy } of set { $group } had binder { $page } ready for “{ $request }”.
            [one] The keeper of safe { $copy } of set { $group } brought binder { $page } up to date with one sheet, for “{ $request }”.
           *[other] The keeper of safe { $copy } of set { $group } brought binder { $page } up to date with { $applied } sheets, for “{ $request }”.
        }
# $request, $found yes or no
event-read-answered =
    { $found ->
        [yes] The writer found the row for “{ $request }”.
       *[no] There is no row for “{ $request }”.
    }
    .everyday =
        { $found ->
            [yes] The manager found the entry for “{ $request }”.
           *[no] There is no entry for “{ $request }”.
        }
# $group its number, $epoch the geometry epoch that begins
event-group-added = No page has room for a new row, so protection group { $group } was added to the volume; geometry epoch { $epoch } begins.
    .everyday = All binders are full, so a new set of six safes was added: set { $group }. Everybody gets list { $epoch } of the sets.
# $request, $page
event-page-full = “{ $request }” was turned away: page { $page } has no room for the row.
    .everyday = “{ $request }” was turned away: binder { $page } has no room for it.
# $request, $copy letter, $group number
event-image-damaged = The page that copy { $copy } of group { $group } sent for “{ $request }” arrived damaged and was thrown away.
    .everyday = The binder that safe { $copy } of set { $group } sent for “{ $request }” arrived damaged and was thrown away.
# $group number, $durable, $pgmrpl records of the group
event-horizon-told = The writer tells the copies of group { $group }: durable up to { $durable }, lowest read point in use (PGMRPL) { $pgmrpl }.
    .everyday = The office tells the safes of set { $group }: safe up to sheet { $durable }, nobody looks back beyond { $pgmrpl }.
# $page, $lsn its newest change
event-page-evicted = Page { $page } left the writer’s buffer cache; its newest change { $lsn } is durable.
    .everyday = Binder { $page } left the desk; its newest sheet { $lsn } is safe.
# $copy letter, $group number, $pages, $records, $backlog numbers
event-coalesced = Copy { $copy } of group { $group } made { $records } records into { $pages } new page versions; { $backlog } wait.
    .everyday = Safe { $copy } of set { $group } copied { $records } sheets fair into { $pages } binders; { $backlog } wait.
# $copy letter, $group number, $records, $pages numbers, $upto record
event-staged = Copy { $copy } of group { $group } staged { $records } records up to { $upto } and { $pages } pages to the object store.
    .everyday = Safe { $copy } of set { $group } sent duplicates of { $records } sheets up to { $upto } and { $pages } binders to the archive.
# $copy letter, $group number, $records, $versions numbers, $upto record
event-collected = Copy { $copy } of group { $group } let go { $records } records up to { $upto } and { $versions } old page versions: nobody reads them any more.
    .everyday = Safe { $copy } of set { $group } threw away { $records } sheets up to { $upto } and { $versions } old binders: nobody looks at them any more.
# $copy letter, $group number, $pages, $damaged numbers
event-scrubbed = Copy { $copy } of group { $group } checked { $pages } page versions; { $damaged } are damaged.
    .everyday = The keeper of safe { $copy } of set { $group } looked through { $pages } binders; { $damaged } are damaged.
# $copy letter, $group number, $page
event-damage-found = Copy { $copy } of group { $group } found page { $page } damaged and asks a peer for a sound one.
    .everyday = The keeper of safe { $copy } of set { $group } found binder { $page } damaged and asks another for a duplicate.
# $copy letter, $group number, $page, $from letter
event-page-repaired = Copy { $copy } of group { $group } has page { $page } whole again, from copy { $from }.
    .everyday = Safe { $copy } of set { $group } has binder { $page } whole again, from safe { $from }.
# $copy letter, $group number, $on yes or no, $backlog number
event-intake-throttled =
    Copy { $copy } of group { $group } { $on ->
        [yes] takes in more slowly: { $backlog } records are in no page version
       *[no] takes in at full speed again: { $backlog } records are in no page version
    }.
    .everyday =
        Safe { $copy } of set { $group } { $on ->
            [yes] lets messengers wait: { $backlog } sheets are not copied fair
           *[no] lets nobody wait any more: { $backlog } sheets are not copied fair
        }.
event-background-paused = Background work of all copies rests.
    .everyday = The keepers of all safes rest.
# $copy letter
event-background-paused-copy = Background work of copy { $copy } rests.
    .everyday = The keeper of safe { $copy } rests.
event-background-resumed = Background work of all copies goes on.
    .everyday = The keepers of all safes go on with their work.
# $copy letter
event-background-resumed-copy = Background work of copy { $copy } goes on.
    .everyday = The keeper of safe { $copy } goes on with the work.
# $copy letter, $group number, $page
event-page-damaged = The disk of copy { $copy } of group { $group } has spoilt page { $page }. Nobody has noticed yet.
    .everyday = Mould has got into binder { $page } in safe { $copy } of set { $group }. Nobody has noticed yet.
# $request
event-long-read-ended = The long query “{ $request }” comes to its end and reads its row, as of its beginning.
    .everyday = The long search “{ $request }” comes to its end: it looks up its entry as it stood at the beginning.
# $copy letter, $group number, $from, $volume, $membership, $geometry current epochs
event-refused = Copy { $copy } of group { $group } refused what { $from } sent: it came from an older epoch (volume { $volume }, membership { $membership }, geometry { $geometry } are current). Nothing changed there.
    .everyday = The keeper of safe { $copy } of set { $group } turned { $from } away: the key is from before the locks were changed. Nothing changed in there.
# $copy letter, $group number, $volume, $membership, $geometry
event-epoch-learnt = Copy { $copy } of group { $group } knows the newer epochs now: volume { $volume }, membership { $membership }, geometry { $geometry }.
    .everyday = Safe { $copy } of set { $group } has its new lock now; old keys no longer fit.
# $copy letter, $group number, $volume, $membership, $geometry
event-writer-refreshed = The writer was refused by copy { $copy } of group { $group } and took over the current epochs: membership { $membership }, geometry { $geometry }. It sends the same again, once.
    .everyday = The manager was turned away at safe { $copy } of set { $group }, took over the news, and tries once more.
# $copy letter, $group number, $takes and $others times
event-hot-found = Copy { $copy } of group { $group } needs { $takes } to make a batch durable, the median of its peers { $others }: its storage node is hot.
    .everyday = Safe { $copy } of set { $group } takes { $takes } to put sheets away, the others { $others }: too many people use it.
# $copy letter, $group number, $why asked, hot or away
event-replacement-began =
    Copy { $copy } of group { $group } is to be replaced{ $why ->
        [hot] {": "}it has too much to do and is marked bad.
        [away] {": "}it has been away for too long.
       *[asked] .
    } Nothing of it is thrown away yet.
    .everyday =
        Safe { $copy } of set { $group } is to be replaced{ $why ->
            [hot] {": "}too many people use it.
            [away] {": "}it has been out of reach for too long.
           *[asked] .
        } It stays until the new one is full.
# $copy letter, $group number, $came-back yes or no
event-replacement-taken-back =
    Copy { $copy } of group { $group } stays a member{ $came-back ->
        [yes] {": "}it came back before its replacement was full.
       *[no] .
    }
    .everyday =
        Safe { $copy } of set { $group } stays{ $came-back ->
            [yes] {": "}it can be reached again.
           *[no] .
        }
# $copy letter
event-patch-began = The storage nodes of copy { $copy } go down to be patched.
    .everyday = The keeper of safe { $copy } is away to be trained.
event-patch-ended = The storage nodes of copy { $copy } are patched.
    .everyday = The keeper of safe { $copy } is back from training.
# $group number, $epoch number, $sixes the sets that decide, $count number of them
event-members-proposed =
    { $count ->
        [one] The members of group { $group } are { $sixes } under epoch { $epoch }.
       *[other] Group { $group } changes its members. Under epoch { $epoch } a write needs its quorum in each of { $sixes }, a read in one of them.
    }
    .everyday =
        { $count ->
            [one] Set { $group } is { $sixes } on list no. { $epoch }.
           *[other] Set { $group } changes. By list no. { $epoch } a sheet must be in enough safes of each of { $sixes }.
        }
# $group number, $epoch number, $by set of letters
event-members-recorded = Membership epoch { $epoch } of group { $group } is recorded: { COPIES($by) } keep it.
    .everyday = List no. { $epoch } of set { $group } holds: { COPIES($by) } have it.
# $copy letter, $group number, $at
event-base-copied = Copy { $copy } of group { $group } has copied its base as of record { $at }; the log follows from its peers.
    .everyday = Safe { $copy } of set { $group } has copied the binders as of sheet { $at }; now it fetches the sheets.
# $copy letter, $group number, $scl
event-hydrated = Copy { $copy } of group { $group } is full up to { $scl } and counts from now on.
    .everyday = Safe { $copy } of set { $group } is full up to sheet { $scl } and counts from now on.
# $epoch number
event-recovery-began = Recovery began, for volume epoch { $epoch }: all copies of all groups are asked how far they are complete. No log is replayed.
    .everyday = The new manager asks all safes at once which sheets they have. Nothing has to be copied out again.
# $copy letter, $group number, $epoch
event-fenced = Copy { $copy } of group { $group } obeys no writer older than volume epoch { $epoch } any more.
    .everyday = Safe { $copy } of set { $group } opens to no key older than { $epoch } any more.
# $copy letter, $group number, $scl
event-survey-heard = The recovering writer learned that copy { $copy } of group { $group } is complete up to { $scl }.
    .everyday = The new manager learned that safe { $copy } of set { $group } has every sheet up to { $scl }.
# $group number, $to, $reachable set of letters, $count number of them
event-pgcl-recovered = Recovered PGCL of group { $group }: { $to }, from { $count } answers ({ COPIES($reachable) }). No record that had four copies lies above it.
    .everyday = From { $count } answers ({ COPIES($reachable) }): in set { $group } sheets up to { $to } count. None that four safes had lies above.
# $vcl, $vdl, $first, $last LSNs
event-range-decided = Recovered VCL { $vcl }, VDL { $vdl }. Everything above is annulled: LSNs { $first } to { $last } are void.
    .everyday = Sheets up to { $vdl } count. Whatever bears a number from { $first } to { $last } is void.
# $copy letter, $group number, $first, $last LSNs
event-range-written = Copy { $copy } of group { $group } wrote the truncation range { $first } to { $last } to disk.
    .everyday = Safe { $copy } of set { $group } noted that numbers { $first } to { $last } are void.
# $copy letter, $group number, $epoch, $scl
event-epoch-raised = Copy { $copy } of group { $group } entered volume epoch { $epoch }; its SCL there is { $scl }.
    .everyday = Safe { $copy } of set { $group } has the lock for key { $epoch } now, and every sheet up to { $scl }.
# $epoch, $next LSN
event-volume-opened = The volume is open again, in volume epoch { $epoch }; the next LSN is { $next }.
    .everyday = The counter is open again; the next sheet gets number { $next }.
# $epoch
event-writer-fenced = The old writer learned that volume epoch { $epoch } has begun without it, and stopped.
    .everyday = The old manager learned that the locks fit key { $epoch } now, and went home.
# $txn, $group number
event-unfinished-found = Transaction { $txn } of group { $group } had begun to write and was not committed: it will be undone.
    .everyday = Document { $txn } in set { $group } was begun and never signed: it is withdrawn.
# $txn, $lsn
event-txn-undone = Transaction { $txn } is rolled back with record { $lsn }, alongside new work.
    .everyday = Document { $txn } is withdrawn with sheet { $lsn }, while other work goes on.
# $number of the reader
event-reader-stopped = Reader { $number } stopped: what it had in memory is gone. The writer does not notice.
    .everyday = Reading room { $number } closed. The manager works on as before.
# $number
event-reader-restarted = Reader { $number } is started again, with nothing in memory.
    .everyday = Reading room { $number } opens again, with empty shelves.
# $number, $lowest
event-reader-joined = Reader { $number } follows the writer; storage keeps what it needs from { $lowest } on.
    .everyday = Reading room { $number } gets copies; old binders are kept for it from sheet { $lowest } on.
# $number
event-reader-away = Reader { $number } counts as gone: nothing is kept for it any more.
    .everyday = Reading room { $number } is taken for closed: nothing is kept for it any more.
# $number, $at
event-reader-began = Reader { $number } begins at VDL { $at }; it keeps the pages that have not changed since.
    .everyday = Reading room { $number } begins at sheet { $at }, with what is still right on its shelves.
# $number, $to, $applied and $dropped numbers of records
event-reader-moved = Reader { $number } moved to VDL { $to } in one step: records applied to cached pages: { $applied }, thrown away: { $dropped }.
    .everyday = Reading room { $number } moved to sheet { $to } at one go: sheets filed: { $applied }, thrown away: { $dropped }.
# $number, $request, $page, $read-point
event-reader-read-began = Reader { $number } began “{ $request }”: page { $page }, read point { $read-point }.
    .everyday = Reading room { $number } began “{ $request }”: binder { $page }, as it stands at sheet { $read-point }.
# $number, $request, $found
event-reader-answered =
    { $found ->
        [yes] Reader { $number } found the row for “{ $request }”.
       *[no] Reader { $number } found no row for “{ $request }”.
    }
# $request, $page
event-load-began = The writer reads page { $page } first, for “{ $request }”: since it started it has not seen it.
    .everyday = The manager first asks for binder { $page }, for “{ $request }”: the new manager has not seen it yet.
# $request, $page
event-page-loaded = Page { $page } has come, for “{ $request }”.
    .everyday = Binder { $page } has come, for “{ $request }”.
