# The chapters, step by step. Each step has a heading and, under NAME-says, what is said from its beginning: what is
# done, the rule, what to watch for. What came of it the engine says itself. In the analogy the writer is the manager, a
# copy a safe, a zone a building, a protection group a set of six safes, a record a sheet, an acknowledgement a receipt.
#
# What the engine says at the moment: $vcl, $vdl, $allocated LSNs as texts, $commits acknowledged and $waiting numbers,
# $up the letters of the copies of group 1 that can be reached.

## 1 Storage and quorum

storage-and-quorum-what = Aurora keeps six copies of everything, two in each of three Availability Zones. A write counts once four copies have stored it; with any three copies, everything that counts can be found again.
storage-and-quorum-when = When a disk, a machine or a whole zone fails, and at every moment in between: in a large fleet something is always broken.
storage-and-quorum-everyday = An important document lies in six safes in three buildings. If one building burns and one more safe jams, three safes are left, and nothing is lost.

storage-and-quorum-six = One write, six copies
storage-and-quorum-six-says = You write a row. The writer turns it into log records and sends them to all six copies at the same time. It sends no pages.
    .everyday = You bring a piece of news. The manager puts it on numbered sheets and sends them to all six safes at the same time.
storage-and-quorum-fourth = The fourth answer decides
storage-and-quorum-fourth-says = Each copy stores the records on its disk and then acknowledges. Four acknowledgements make the commit, so the two slowest copies never matter for its latency.
    .everyday = Each keeper locks the sheets away and then gives a receipt. With four receipts the manager tells you that your document is safe; nobody waits for the two slowest.
storage-and-quorum-zone = A zone is gone
storage-and-quorum-zone-says = Zone c is cut off, and you write again. Copies that can be reached: { COPIES($up) }. That is a write quorum.
    .everyday = The road to building c is closed, and you bring more news. Safes within reach: { COPIES($up) }. That is enough for the manager.
storage-and-quorum-az-plus-one = A zone and one more copy
storage-and-quorum-az-plus-one-says = Copy D stops as well, and you write once more. Within reach: { COPIES($up) }. Three copies can take the record, but three do not make it durable: the commit has to wait.
    .everyday = Safe D jams as well, and you bring news once more. Within reach: { COPIES($up) }. Three safes take the sheet, but the manager promises nothing below four.
storage-and-quorum-still-readable = Reading goes on
storage-and-quorum-still-readable-says = You read the row. Any three copies meet every set of four, so what was acknowledged is on at least one of them; a read asks a single copy that is known to have everything.
    .everyday = You look the entry up. Among any three safes there is always one of the four that gave a receipt, so everything promised can be found.
storage-and-quorum-back = A fourth copy comes back
storage-and-quorum-back-says = Copy D starts again with what its disk holds and fetches what it missed from the others. Commits that wait: { $waiting }. With the fourth acknowledgement they are answered.
    .everyday = Safe D is mended and gets copies of the sheets it missed. Documents that wait: { $waiting }. With the fourth receipt they are safe.
storage-and-quorum-catch-up = Catching up by gossip
storage-and-quorum-catch-up-says = Zone c can be reached again. Copies E and F compare with the others how far their logs are complete, and fetch the records they lack. The writer has no part in it.
    .everyday = The road to building c is open. The keepers of E and F compare with the others and fetch the missing sheets; the manager has no part in it.
storage-and-quorum-your-turn = All 64 states
storage-and-quorum-your-turn-says = The clients go to work by themselves. Choose any state of the map below: the engine stops and restarts copies until it is reached. Can you find one in which writes stop and reads go on?
    .everyday = The customers come by themselves now. Choose any case of the map below and see what can still be done. Can you find one in which nothing can be added but everything can be read?
storage-and-quorum-growth = A volume grows by groups
storage-and-quorum-growth-says = Another, fuller volume. When its pages are full, another protection group of six copies is added (10 GB each in Aurora; tiny ones here). Rows that are there stay where they are.
    .everyday = Another, fuller archive. When its binders are full, another set of six safes is added. What is there stays where it is.
storage-and-quorum-volume = 128 TiB
storage-and-quorum-volume-says = 13,108 groups, one cell each. Zone c is cut off, and one copy of group 5,000 has failed besides: only this group stops taking writes. The others go on, until a record lands in it: then every later commit waits.
    .everyday = 13,108 sets of safes, one square each. House c is closed, and one more safe of set 5,000 is broken: only to this set nothing can be added. The others go on, until a sheet is meant for it: then all later receipts wait.

## 2 How a storage node works

storage-node-what = A storage node takes in log records and makes pages of them by itself, in eight steps. Only the first two count for a commit; the other six happen behind its back, and stand back when there is much to do.
storage-node-when = At every write, and all the time in between: pages are made, staged, tidied up and checked without the database knowing.
storage-node-everyday = A keeper takes in sheets, locks them away and gives a receipt. When nobody waits, the keeper sorts them, asks the neighbours for missing ones, binds them into binders, sends copies to the archive, clears out what nobody needs, and checks the binders.

storage-node-intake = Steps 1 and 2: take in, make durable
storage-node-intake-says = You write a row. Copy A puts the records on a queue in memory (1) and writes them to its disk (2). Then it acknowledges; nothing else is waited for.
    .everyday = You bring news. The keeper of A puts the sheets on the desk (1) and locks them away (2). Then comes the receipt; nothing else is waited for.
storage-node-hole = Step 3: sort, and find holes
storage-node-hole-says = Everything sent to copy A is lost for a moment, and you write. The others make the commit. When newer records come, A notices by their back links that some are missing.
    .everyday = Everything on the way to safe A goes astray for a moment, and you bring news. The others are enough. From the numbers of later sheets, A’s keeper notices that some are missing.
storage-node-gossip = Step 4: ask the peers
storage-node-gossip-says = A compares its SCL with a peer’s. Whoever is behind asks for what comes after its own SCL. The writer need not send it again.
    .everyday = A’s keeper compares with a neighbour: up to which sheet have you everything? Whoever is behind gets copies.
storage-node-coalesce = Step 5: make pages of the log
storage-node-coalesce-says = Clients go to work. From time to time A puts the records of each page together into a new version, written beside the old one. Pages are only a cache of applied log.
    .everyday = Customers come. From time to time A’s keeper binds the sheets of each part into a new binder, and keeps the old one for now.
storage-node-stage = Step 6: stage to the object store
storage-node-stage-says = Log and new pages are copied to an object store regularly. That is the continuous backup.
    .everyday = Sheets and new binders are copied to the archive regularly.
storage-node-collect = Step 7: collect what nobody needs
storage-node-collect-says = Log and old page versions are let go only when they are staged and no reader can ask for them any more.
    .everyday = Old sheets and binders are thrown away only when the archive has them and nobody can ask for them any more.
storage-node-damage = Step 8: check the pages
storage-node-damage-says = The page of your row is spoilt on A’s disk. Nobody notices at first. When its turn comes, scrubbing compares each page with its checksum.
    .everyday = The binder with your entry gets soaked in safe A. Nobody notices at first, until the keeper checks all binders.
storage-node-repair = A peer has a sound page
storage-node-repair-says = A asks a peer for its version of the page and puts it in the place of its own. No client has seen the damage.
    .everyday = A’s keeper asks a neighbour for the same binder and puts it in the place of the soaked one. No customer has noticed.

## 3 Commit points and crash recovery

commit-points-what = The writer numbers every log record. From what the copies acknowledge it works out how far each protection group (PGCL) and the volume (VCL) are complete, and the last point at which the log may be cut (VDL).
commit-points-when = At every commit, because a commit waits for the VCL, and after every crash, because the log is cut behind the VDL.
commit-points-everyday = The manager numbers the sheets. Only when all sheets up to the signature lie in four safes each is a document safe, however far later sheets have got.

commit-points-records = Records with numbers
commit-points-records-says = You write a row. The writer makes log records for it and numbers them; nobody else hands out LSNs. The last one is the commit record.
    .everyday = You bring a piece of news. The manager writes it on sheets and numbers them; nobody else does. The last one bears the signature.
commit-points-pgcl = A group is complete up to here: PGCL
commit-points-pgcl-says = Each acknowledgement carries the SCL: up to there the copy lacks nothing. Where four of six SCLs have arrived, there stands the PGCL of the group.
    .everyday = Each receipt says up to which sheet the safe has everything. Where four of six have got, up to there the set is complete.
commit-points-vdl = The volume follows: VCL, then VDL
commit-points-vdl-says = VCL: every record up to here is complete in its group. VDL: the last point up to there at which a step of work ends; the log may be cut only at such a point. A commit is acknowledged when the VCL has reached its record.
    .everyday = Every sheet up to here lies in four safes of its set; a little before it stands the last place at which a piece of work is finished. When that mark reaches the signature, the customer is told.
commit-points-two-groups = Records of another group
commit-points-two-groups-says = This row lives in group 2. Its records go to the copies of group 2 alone, so the PGCL of group 1 stays where it is, and holds nothing back.
    .everyday = This entry belongs to set 2. Its sheets go to those safes alone; set 1 stays where it is and holds nothing back.
commit-points-held-up = Group 1 is held up
commit-points-held-up-says = Copies D, E and F of group 1 stop, and you write to it. Three copies are not enough: the records lie above the PGCL of their group, so the VCL has to stay below the first of them.
    .everyday = Safes D, E and F of set 1 jam, and you bring news for it. Three safes are not enough: the mark has to stay before the first of these sheets.
commit-points-not-min = VCL is not the smallest PGCL
commit-points-not-min-says = You write to group 2, where all six copies are up. Its records become complete, but they come after those that are held up, so this commit waits as well. Compare the marks: the VCL lies above the one PGCL and below the other.
    .everyday = You bring news for set 2, where all safes work. Its sheets get to four safes, but they come after those that are held up, so this document waits as well.
commit-points-queue = One step releases all
commit-points-queue-says = Copy D of group 1 starts again. Commits that wait: { $waiting }. As soon as the VCL moves on, a thread of its own answers every commit it has passed, in the order of their LSNs.
    .everyday = Safe D of set 1 is mended. Documents that wait: { $waiting }. As soon as the mark moves on, every customer whose signature it has passed is told, in order.
commit-points-in-flight = Commits in flight
commit-points-in-flight-says = Another volume, with clients at work. Copy F is far away: what is sent to it takes long. At most 12 LSNs beyond the VDL may be given out here (10,000,000 in Aurora), so that the next steps fit on the ruler.
    .everyday = Another archive, with customers. The way to safe F is long. At most 12 sheets may be numbered ahead of the mark here.
commit-points-crash = The writer crashes
commit-points-crash-says = Its memory is gone: the numbers of all copies, the commits that wait. What the copies have is on their disks, and their pages need no replay. The clients get no answer and will ask again.
    .everyday = The manager collapses and remembers nothing. The safes have their sheets, and nothing must be copied out again. The customers get no answer and will come back.
commit-points-survey = A read quorum of each group
commit-points-survey-says = The writer starts again and asks all copies how far they are complete. Three answers are enough. With k answers, the (k − 2)-th highest SCL is the recovered PGCL: what four copies had is never above it.
    .everyday = A new manager asks all safes which sheets they have. Three answers are enough: among any three is one of the four that gave a receipt.
commit-points-range = Cut the log
commit-points-range-says = From the PGCLs follow VCL and VDL. Above the VDL everything is void, as far as numbers can have been given out: the hatched range on the ruler. It is written to a write quorum of each group.
    .everyday = Sheets up to the mark count. All numbers above that can have been given out are void: hatched on the ruler. Four safes of each set write that down.
commit-points-epoch = A new epoch
commit-points-epoch-says = The copies enter a new volume epoch. Whoever still writes in the old one is refused. Then the volume is open; the log was not replayed, so its length did not matter.
    .everyday = The locks are changed. Whoever comes with the old key stays outside. Then the counter is open again, however thick the archive is.
commit-points-late = Late arrivals
commit-points-late-says = What the old writer sent to F arrives only now. It bears the old epoch: F refuses it. Its LSNs are void, and stay void.
    .everyday = What the old manager sent to F arrives only now, with the old key: F stays shut. Its numbers are void, and stay void.
commit-points-new-lsns = New numbers above the range
commit-points-new-lsns-says = You write. The new records are numbered above the void range, so no number is ever used for two records. Everything that was acknowledged before the crash is there.
    .everyday = You bring news. New sheets are numbered above the void ones, so no number is used twice. Whatever had a receipt is still there.
commit-points-unfinished = Half a transaction
commit-points-unfinished-says = A last volume. D, E and F have failed, so no commit is acknowledged, and A, B and C have much that is not durable.
    .everyday = A last archive. D, E and F are broken, so no customer is told anything, and A, B and C have many sheets for nobody.
commit-points-halfway = A cut in the middle
commit-points-halfway-says = The writer crashes; D, E and F start again and catch up slowly, by gossip. Where four copies are complete may lie in the middle of a transaction, but never of a mini-transaction.
    .everyday = The manager collapses; D, E and F are mended and get missing sheets, slowly. What four safes have may end in the middle of a document.
commit-points-undo = Undo, after opening
commit-points-undo-says = The writer recovers and opens the volume. Only then is the transaction without a commit record undone, alongside new work. Nobody had been told that it was committed.
    .everyday = A new manager opens the counter. Only then is the document without a signature withdrawn, while work goes on. Nobody had got a receipt for it.

## 4 Reads and replicas

reads-what = A read needs no quorum: the writer knows how far each copy is and asks one that is far enough. Readers are further instances on the same storage: they follow the writer’s redo stream and read pages from the same copies.
reads-when = At every read of a page that is not in the cache, and whenever reads are to be spread over several instances.
reads-everyday = For looking something up, one safe is enough if it is known to have everything. Reading rooms get a carbon copy of each sheet and borrow from the same safes.

reads-row = A point to read at
reads-row-says = You write a row. When the commit is acknowledged, the VDL stands at its last record. A read shows the volume as it was at the VDL when the read began: that is its read point.
    .everyday = You bring a piece of news. When it is safe, the mark stands at its last sheet. Who looks something up sees the archive up to the mark.
reads-one-copy = One copy, not a quorum
reads-one-copy-says = You read the row. Nothing is cached here, so the writer asks storage for the page: one copy. With a quorum each read of a page would cost three I/Os at least.
    .everyday = You look it up. The manager fetches the binder from one safe. Asking three for each look would be three times the work.
reads-behind = A copy falls behind
reads-behind-says = Everything sent to copy A is lost for a while, and you write. The others commit. From the acknowledgements the writer knows each copy’s SCL, and so that A is behind.
    .everyday = Everything for safe A goes astray for a while, and you bring news. The other safes are enough. From the receipts the manager knows that A lacks sheets.
reads-far-enough = Only who is far enough
reads-far-enough-says = You read. Copy A is near and quick, but its SCL lies below the last LSN of this group at or below the read point. The writer does not ask it.
    .everyday = You look it up. Safe A is near, but sheets are missing in it. The manager does not go there.
reads-hedge = When an answer takes long
reads-hedge-says = The way to copy C is now a hundred times longer, and its turn has come: nothing is known of its speed yet. The answer takes longer than expected, so the writer asks a second copy, and the first answer wins.
    .everyday = The way to safe C is now a hundred times longer, and the manager has not tried it yet. The binder does not come in the usual time, so the manager sends to a second safe and takes what comes first.
reads-stream = Readers follow the stream
reads-stream-says = Another volume, with two readers. You write. The writer sends its records to them too; that costs no storage. Their caches are empty, so they throw the records away, and only note the new VDL.
    .everyday = Another archive, with two reading rooms. You bring news. Each room gets carbon copies. No binder stands on their shelves yet, so they throw the copies away and only note up to which sheet everything is safe.
reads-miss = What it lacks it reads from storage
reads-miss-says = You read at reader 1. The page is not in its cache, so it asks a copy, at its own read point. The record it threw away is in the page: nothing was lost.
    .everyday = You look it up in reading room 1. The binder is not there, so the room borrows it from a safe. The sheet it threw away is in it: nothing was lost.
reads-whole = In whole steps
reads-whole-says = You write again. Reader 1 has the page now and applies the record; reader 2 throws it away. All records of a step of work take effect at once, so nobody sees half a step.
    .everyday = You bring more news. Room 1 has the binder now and files the sheet; room 2 throws it away. All sheets of one piece of work are filed together, so nobody sees half of it.
reads-not-durable = Nothing beyond the VDL
reads-not-durable-says = D, E and F stop, and you write. The records reach the readers, but three copies are not enough: the VDL stays, and the readers keep showing 4 apples. What may still be lost nobody gets to see.
    .everyday = Safes D, E and F jam, and you bring news. The carbon copies arrive, but three safes are not enough. The rooms go on showing what was there: what may still be lost nobody gets to see.
reads-lag = A few milliseconds behind
reads-lag-says = The copies are back, and clients write 400 times a second. Each reader shows how far it is behind: mostly a few milliseconds. In Aurora it is usually much less than 100 ms.
    .everyday = The safes are mended, and customers come 400 times a second. Each room shows how far it is behind the counter: mostly a few milliseconds.
reads-stopped = Nobody waits for a reader
reads-stopped-says = Reader 1 stops. The writer’s commits take no longer: durability is the copies’ business alone. That is why fifteen readers cost the writer no quorum.
    .everyday = Reading room 1 closes. At the counter nothing takes longer: whether a document is safe depends on the safes alone.
reads-back = Back with an empty cache
reads-back-says = Reader 1 starts again. It asks the writer to let it follow, begins at the present VDL and has no pages. Nothing has to be copied first: the storage is shared.
    .everyday = Reading room 1 opens again, its shelves empty. It asks for carbon copies and borrows what it needs. Nothing has to be copied out first: the safes are the same.
reads-view = Not yet committed is not yet there
reads-view-says = A transaction has changed your row to 4 apples and is still open. Its record is durable; but the read view of your read lists the transactions active at its read point, and passes over what they did. You get 3 apples.
    .everyday = Somebody has changed your entry to 4 apples and is not done yet. The sheet is safe; but whoever looks something up gets a list of works in progress, and what these did does not count. You get 3 apples.
reads-long = A long query keeps old versions alive
reads-long-says = A long query begins; then you write 4 apples. As long as it is open, PGMRPL stays at its read point, and storage keeps the versions it may still need. When it ends it reads 3 apples: the state as of its beginning.
    .everyday = Somebody begins a long search; then you bring news. As long as the search goes on, the safes throw away nothing it may need. At its end it finds what stood there when it began.
reads-dirty = What is not durable may not leave the cache
reads-dirty-says = The cache has room for one page. Three copies stop, and you change the row on it: that is not durable yet. A read of another page needs the room, but this page stays until the VDL has passed its newest change. (The paper of 2017 prints the comparison the wrong way round.)
    .everyday = On the counter there is room for one binder. Three safes jam, and you change something in it: that is not safe yet. Another binder is asked for, but this one stays until its newest sheet is safe.

## 5 Endpoints

endpoints-what = Clients know the instances of a cluster by names. The cluster endpoint leads to the writer, the reader endpoint to one of the readers, an instance endpoint to one machine. A name is looked up when a client connects; what it says may be kept for a while.
endpoints-when = Whenever something connects; above all when readers come and go, and when another instance becomes the writer.
endpoints-everyday = An endpoint is a reception desk. It carries nothing: it says where to go. Whoever has noted that down does not ask again until the note is old, and may then stand at the wrong counter.

endpoints-names = A name leads to the writer
endpoints-names-says = You write a row. Your client looks the cluster endpoint up, is told instance 3, the writer, and connects. It keeps that answer for 5 s; the connection stays.
    .everyday = You have something to write down. You read the manager’s sign, go to counter 3, and note the way; the note counts for 5 s.
endpoints-own = A name of its own
endpoints-own-says = You read at reader 1, by its instance endpoint. That name always leads to the same machine, also when the machine is down. It is for looking into one instance, not for applications.
    .everyday = You go to the door with number 1. That number never points anywhere else, even if the room is closed.
endpoints-spread = Connections are spread, not queries
endpoints-spread-says = Eight clients read through the reader endpoint and write through the cluster endpoint. Each reading connection is given to one of the readers by lot and stays there, however much is asked on it.
    .everyday = Eight customers come. The reading rooms’ sign sends each to one room by lot. Whoever is in a room stays there, with all their questions.
endpoints-newcomer = A newcomer stands idle
endpoints-newcomer-says = A reader is added. The reader endpoint leads to it too, as soon as it is up. But nobody connects anew, so it has nothing to do: connections that stand are left where they are.
    .everyday = Another room opens, and the sign points there too. But everybody is in a room already, and nobody walks over.
endpoints-more-clients = New connections find it
endpoints-more-clients-says = Twelve more clients connect, and some are sent to the newcomer, instance 4. If connections live long in a pool, spreading takes as long as they live.
    .everyday = Twelve more customers read the sign, and some are sent to room 4.
endpoints-gone = A reader stops
endpoints-gone-says = Reader 1 stops, and its connections break. Its clients connect anew. Who still keeps the answer “1” tries there in vain, waits a little longer each time, and asks again when the answer is too old.
    .everyday = Room 1 closes, and everybody is sent out. Whose note still says 1 knocks in vain, and reads the sign again when the note is old.
endpoints-keepers = Clients that keep an answer for 30 s
endpoints-keepers-says = Another cluster, and six clients that only write. They keep an answer for 30 s; Aurora’s own time to live is 5 s, and more than 30 s is never wise.
    .everyday = Another store, and six customers who only bring things to be written down. They trust their notes for 30 s.
endpoints-switched = The writer changes, and the name moves
endpoints-switched-says = A failover, asked for by hand. Instance 1 becomes the writer, and a moment later the cluster endpoint leads there. The old writer, instance 3, comes back as a reader.
    .everyday = Deputy 1 is sent to the counter, and the sign is turned. The old manager opens a reading room, number 3.
endpoints-read-only = The old writer refuses
endpoints-read-only-says = The clients do not look: they still keep “3”. There they meet a reader. It would answer reads, but it refuses their writes as read-only, again and again.
    .everyday = The customers do not look at the sign: their notes say 3. That is a reading room now. One may read there, but nothing is written down.
endpoints-forgotten = When the answer is too old
endpoints-forgotten-says = The answers run out. Each client looks the name up again, is told instance 1, and its writes succeed. So the time to live is part of every outage that clients feel.
    .everyday = The notes are too old. Each customer reads the sign again and is served at counter 1.
endpoints-alone = Without readers
endpoints-alone-says = A cluster of one, and four clients that use the reader endpoint for everything. There is no reader, so the name leads to the writer, and their writes succeed.
    .everyday = A store without reading rooms, and customers who only read that sign. It points to the counter, and there they also write down.
endpoints-taken-over = A reader comes
endpoints-taken-over-says = A reader is added. The reader endpoint leads to it alone from now on. Connections that stand go on leading to the writer, so nobody notices anything yet.
    .everyday = A reading room opens, and the sign points there alone. Whoever stands at the counter stays, and notices nothing.
endpoints-refused = And new connections cannot write
endpoints-refused-says = Six more clients connect through the reader endpoint. They come to the reader, and every write of theirs fails. What worked by chance in a small cluster breaks when it grows: write through the cluster endpoint.
    .everyday = Six more customers follow the sign to the reading room, where nothing is written down. Who has something to write down should read the manager’s sign.
endpoints-lists = Names of your own
endpoints-lists-says = Two custom endpoints, both for readers: “reports” for all but instance 1, “nightly” for instances 1 and 2. Clients connect through “reports”, and all come to instance 2.
    .everyday = Two signs of your own: “reports” points to all rooms but 1, “nightly” to rooms 1 and 2. Customers follow “reports”, and all come to room 2.
endpoints-joins = A newcomer joins the one, not the other
endpoints-joins-says = A reader is added. “reports” has a list of exclusions, so instance 4 joins by itself. “nightly” has a list of members, so it does not. Connections that stand stay where they are.
    .everyday = Room 4 opens. “reports” says whom it leaves out, so it points there too. “nightly” says whom it means, so it does not.

## 6 Failover

failover-what = When the writer fails, another instance of the cluster becomes the writer. It copies no data: all instances share the volume. The new one opens it by crash recovery, storage refuses the old one from then on, and the cluster endpoint is pointed at the new one.
failover-when = When the writer’s process, host or zone fails; and by hand, before maintenance or to try it out.
failover-everyday = In a convenience store the manager is suddenly away. The first deputy on the list takes the counter, checks the books and opens again. Customers wait a little and go on shopping; whatever was paid for counts.

failover-cluster = A writer and three who could follow
failover-cluster-says = You write a row, and it is acknowledged. Each reader has a promotion tier, 0 (first) to 15 (last). Who would follow stands in the list: first the lowest tier, then the largest size.
    .everyday = You pay for something and get a receipt. Three deputies have a place on the list, 0 (first) to 15 (last). Below it says who would take the counter.
failover-crash = The writer dies
failover-crash-says = The writer’s process crashes: its memory is gone, its connections break. You write another row at once, and get no answer; your client asks again and again. The row that was acknowledged is safe in storage.
    .everyday = The manager is suddenly away. You want to pay for something else, and nobody answers; you ask again and again. What you have a receipt for is in the safes.
failover-chosen = Noticed, and a successor chosen
failover-chosen-says = The control plane checks the writer every 2 s here. After four missed checks in a row it counts as failed. Then one is chosen: not the largest, instance 1, but the one in the lowest tier, instance 3.
    .everyday = Head office calls the counter every 2 s. After four calls in vain the manager counts as away. Then a deputy is sent: not the strongest, number 1, but the first on the list, number 3.
failover-start = Its process starts as the writer
failover-start-says = Instance 3 ends its process as a reader and starts again as the writer: about 10 s here. The other readers stay up and serve reads all the while; before Aurora MySQL 2.10 they all restarted.
    .everyday = Deputy 3 closes the reading room and walks to the counter: about 10 s here. The other rooms stay open all the while.
failover-open = The volume is opened by recovery
failover-open-says = It asks a read quorum how far the copies are, cuts off what may be half, and has a write quorum enter a new volume epoch. The log is not replayed, so this is the shortest span of all. Whatever an older writer sends is refused from now on.
    .everyday = The deputy asks the safes how far the books go, strikes out what is half written, and has the locks changed. That is soon done. Whoever comes with an old key stays outside.
failover-name = The name moves
failover-name-says = Clients know the writer by the name of the cluster endpoint. It still leads to the old host. Now it is pointed at instance 3.
    .everyday = Customers follow the sign at the door. It still points at the empty counter. Now it is turned.
failover-answered = Clients are answered again
failover-answered-says = Your client connects to the new writer and asks again what had no answer: the second row is committed. The ruler shows what the outage was made of. Most of it was noticing and starting; none of it was copying data.
    .everyday = You find the deputy and pay for the second thing after all. The ruler shows where the time went: noticing and walking, not moving the stock.
failover-kept = Nothing acknowledged is lost
failover-kept-says = You read the row you wrote before the crash, at the new writer: 3 apples. It was on four copies before you were told. A transaction without a commit at that time would have been rolled back.
    .everyday = You ask the deputy for what you paid for before: 3 apples. It lay in four safes before you got the receipt.
failover-by-hand = By hand, and back
failover-by-hand-says = The old writer has come back as a reader, instance 4. You ask for a failover to it. Nobody has to notice anything, so the first span is missing.
    .everyday = The old manager is back, in reading room 4, and head office sends for that one. Nobody has to notice anything, so the first span is missing.
failover-cut = Not dead, only out of sight
failover-cut-says = Another cluster, with its writer in zone a, and the zone is cut off. The writer lives, and cannot know that it is about to be replaced. Nobody asks it: the other zones have four copies, which is enough to open the volume in a new epoch.
    .everyday = Another store: the road to building a is closed. The manager is at work there and knows nothing. Nobody can ask; four safes outside are enough to change the locks.
failover-fenced = Fenced, and a reader again
failover-fenced-says = The zone is back. The copies live in a newer volume epoch and do nothing for the old writer, so there were never two who could commit. It ends its process and comes back as a reader, instance 3.
    .everyday = The road is open. The old manager’s key fits no lock, so there were never two who could sell. The old manager opens a reading room, number 3.
failover-nobody = Nobody there
failover-nobody-says = A cluster without a reader. The writer crashes, and there is nobody to promote: it is made anew in the same zone, which takes minutes. The data was never in danger. A reader in another zone turns minutes into seconds.
    .everyday = A store without a deputy. A new manager must be hired, which takes minutes. The safes keep everything all the while. A deputy would have been there in seconds.
failover-pair = The same seed twice, one thing changed
failover-pair-says = Two clusters run on one clock, with the same seed and the same clients. The second has no reader. Whatever is done is done to both; below you see both rulers.
    .everyday = Two stores, the same day, the same customers. The second has no deputy. Whatever happens, happens in both.
failover-pair-crash = The writer dies in both
failover-pair-crash-says = With readers clients are back after seconds. Without one the writer is still being made anew. Look at what is lost of the acknowledged rows: nothing, on either side.
    .everyday = Where there are deputies, customers are served again after seconds. In the other store a manager is still being hired. What has a receipt is there in both.
failover-pair-minutes = Minutes instead of seconds
failover-pair-minutes-says = Only minutes later the second cluster is back. The difference is the price of having no reader; the data was as safe as in the first.
    .everyday = Only minutes later the second store opens. The difference is the price of having no deputy.
failover-pair-zone = A zone fails, and the reader was in it
failover-pair-zone-says = Now the only reader runs in another zone, and in the second run in the writer’s own. Zone a is cut off. The first cluster goes on in zone b. The second has lost all its instances: somebody must create one in another zone.
    .everyday = The only deputy works in another building, and in the second store in the manager’s. The road to building a is closed: one store goes on, the other has nobody left outside.
failover-pair-ttl = Clients that keep names too long
failover-pair-ttl-says = Here clients keep names for 5 s, in the second run for 30 s. Next, a failover is asked for in both.
    .everyday = Here customers trust their notes for 5 s, in the second store for 30 s. Next, a deputy is sent for in both.
failover-pair-asked = The database is back, the clients are not
failover-pair-asked-says = Both writers change equally fast. But whoever keeps the old answer goes to the old writer, and the outage that clients feel is as long as they keep it.
    .everyday = Both counters are open again equally soon. But whoever trusts an old note stands at the wrong door.
failover-yours = Build your own
failover-yours-says = A writer, three readers with tiers 15, 1 and 0, and clients at work. Add and delete instances, choose zones (or drag a reader there), tiers and sizes, make custom endpoints. Then let something fail, and compare with the same seed and one thing changed.
    .everyday = A store with three deputies, and customers. Set it up as you like, with signs of your own. Then let the manager be away, and compare with the same day and one thing changed.

## 7 Members of a group

membership-what = A failed copy is replaced while work goes on. For a while two sets of six are in force: a write needs four of each, a read three of either. The step can be undone until the newcomer has everything.
membership-when = When a disk or a machine does not come back, when a copy has too much to do, when storage software is renewed.
membership-everyday = A safe jams. A new one is put beside it, and until it holds every sheet the manager asks for four receipts from the old six and four from the new six. If the old one opens again, the new one is simply sent back.

membership-six = One set of six
membership-six-says = A write. The only set in force is the one of six members; four of them decide.
    .everyday = Some news. There is one set of six safes; four of them decide.
membership-doubt = F is in doubt, G joins
membership-doubt-says = Copy F has stopped, and nobody knows whether for good. The control plane proposes ABCDEG beside ABCDEF under a new membership epoch. It holds once a quorum of the copies has recorded it.
    .everyday = Safe F is jammed, and nobody knows whether for good. A new safe G is put beside it: from now on the six with F and the six with G both count.
membership-both = Four of both sets
membership-both-says = You write. Four of ABCDEF and four of ABCDEG have to store the record; A to D serve both sets. Newcomer G gets it too, but begins empty.
    .everyday = You bring news. Four receipts from the old six and four from the new six are needed; A to D serve both. G gets the sheet too, but begins empty.
membership-filled = G is being filled
membership-filled-says = G copies pages from a peer, then the log. Until it has everything that was durable when it joined, no quorum read may count it: an empty member knows nothing of what three others hold.
    .everyday = The keeper of G copies binders and sheets from another safe. Until it has everything, nobody may rely on it: an empty safe knows nothing.
membership-taken = G takes the place
membership-taken-says = G is full. The next epoch has one set again, ABCDEG. What F would say later under its old epoch is refused.
    .everyday = G is full. There is one set of six again, with G. Should F’s keeper speak up with the old list, nobody listens.
membership-keep = Changing one’s mind
membership-keep-says = Another run: F is being replaced, but comes back before G is full. The control plane returns to ABCDEF under yet another epoch. Every write that was good under both sets is good under one of them.
    .everyday = Another day: F is being replaced, but opens again before G is full. The old six count again, and nothing is lost: whatever was safe in both is safe in one.
membership-second = A second failure in the midst of it
membership-second-says = Another run: F is being replaced when E stops too. H joins. Four sets are in force now.
    .everyday = Another day: F is being replaced when E jams too. A new safe H joins. Four lists of six count now.
membership-four-sets = Four sets, and work goes on
membership-four-sets-says = You write. Each of the four sets needs four holders, and A to D are in all of them.
    .everyday = You bring news. Each of the four lists needs four receipts, and A to D are on all of them.
membership-tails = Full and tail segments
membership-tails-says = Another run, as the paper of 2018 has it: A, C and E are full, B, D and F keep log only. All three tails stop, and you write: all three fulls are a write quorum too.
    .everyday = Another run: A, C and E keep sheets and binders, B, D and F sheets only. All of B, D and F jam, and you bring news: the three with binders are enough.
membership-fulls = Without a full segment
membership-fulls-says = Now the tails are back and the fulls stop. Three tails are no write quorum, and no copy has pages to read. Six copies cost little more than three, and this is the price.
    .everyday = Now B, D and F are mended and A, C and E jam. Three with sheets only are not enough to add, and there is no binder to look things up in.
## 8 The global database

global-what = One database in several Regions. Clients write in the primary Region; its storage sends the redo log to the others, where one reads. Another Region can take over, as planned without loss, or after an outage with what it has.
global-when = When readers live far away, and when a whole Region may fail.
global-everyday = An international library: every branch has the book, you use the nearest one, and a branch can take over for the head branch.

global-star = One writes, all receive
global-star-says = Clients write in N. Virginia. Its storage gathers what is durable and sends it to every other Region at once, in a star. No commit waits for that: the writer carries none of it.
    .everyday = Documents are handed in at N. Virginia. Couriers carry duplicates to all other branches; the counter waits for none of them.
global-lag = Lag is the way, and the work at its end
global-lag-says = The way to Tokyo now takes 20 times as long. Its lag grows to that, and no less: the delay of the way, and making records durable in four of six copies there. Ireland’s lag stays as it was.
    .everyday = The courier to Tokyo takes 20 times as long. Tokyo’s shelves are as far behind as the road is long; Ireland’s are as before.
global-planned = The primary moves, and nothing is lost
global-planned-says = A planned switchover to Ireland. N. Virginia stops taking writes and finishes those it has; Ireland gets the last record; only then the roles are swapped. While that lasts nobody can write.
    .everyday = Ireland is to be the head branch. N. Virginia closes its counter, the last courier arrives, and only then the sign over the door is changed.
global-endpoint = The name follows
global-endpoint-says = The global writer endpoint leads to Ireland a moment later. The application uses it, and turns there once what it knew of the name is older than 5 s. Whoever uses an address of one Region has to be pointed there by hand.
    .everyday = The head branch’s sign points to Ireland. Who follows the sign arrives there; who only knows the old street has to be told.
global-other-way = The same star, another centre
global-other-way-says = Clients write in Ireland. N. Virginia has kept its volume and receives redo like Tokyo: as many Regions as before, with other roles.
    .everyday = Documents are handed in at Ireland now, and couriers leave from there.
global-rpo = A limit for what may be lost
global-rpo-says = Another database, of two Regions, with an RPO limit of 20 s. The way to Ireland is cut. Commits go on until the only secondary has lacked one for 20 s; then they wait.
    .everyday = No branch may be more than 20 s behind. The road to Ireland is closed; after 20 s the counter hands out no more receipts.
global-waiting = Waiting, not failing
global-waiting-says = The commits are durable in N. Virginia, but no client hears of it. They wait; none of them fails. Count how many.
    .everyday = The documents lie safely in N. Virginia, but nobody gets a receipt yet.
global-released = One secondary is enough
global-released-says = The way is mended. As soon as one secondary is below the limit, the commits that waited are acknowledged, in order.
    .everyday = The road is open. As soon as one branch has caught up, the receipts are handed out in order.
global-behind = Before the outage: who has how much?
global-behind-says = Both ways are slow, the one to Tokyo more. Open the comparison below: copies of this run try every target, and say how long nobody could write and what would be lost.
    .everyday = Both roads are slow, the one to Tokyo more. Compare what each branch would have if the head branch were gone now.
global-outage = The whole Region is gone
global-outage-says = N. Virginia is out. Nobody can write. What had been acknowledged and not yet received elsewhere exists only in its volume.
    .everyday = The head branch is without power. Receipts whose duplicates had not arrived count only there.
global-unplanned = The least behind takes over
global-unplanned-says = A managed failover to Ireland, which lags least. Data loss has to be allowed. Storage tries to fence the old primary off; as it does not answer, Ireland goes on when the time for that is over.
    .everyday = Ireland, which has most, becomes the head branch at once. Somebody tries to have the old building locked, and nobody answers there.
global-rebuilt = The others start anew
global-rebuilt-says = The report names the rows that were acknowledged and are gone. Tokyo gets a new volume from Ireland, and cannot be read until it is filled: what it had might not fit.
    .everyday = The report names the receipts nobody in Ireland knows. Tokyo’s shelves are filled anew from Ireland.
global-returns = The Region returns, and is photographed first
global-returns-says = N. Virginia is back. It must not lead: its storage is fenced off at once. Before its volume is replaced a snapshot is taken, and there the lost rows are found.
    .everyday = The old head branch has power again, and is sealed. Its shelves are photographed before they are replaced: the missing documents are in the pictures.
global-follows = It follows with a new volume
global-follows-says = N. Virginia is a secondary with a new volume. The snapshot is the only place of the lost rows, and it is kept for a day: copy it, or they are gone for good.
    .everyday = N. Virginia is a branch with new shelves. The pictures are kept for a day: copy them.
global-split = Two that both write
global-split-says = Another database. Ireland is detached while clients still write in N. Virginia. It stands alone and takes writes, and so does the old primary: split brain.
    .everyday = Ireland becomes a library of its own while documents are still handed in at N. Virginia: two head branches.
global-diverge = The same row, two values
global-diverge-says = The balance of account 7 is written in both: 100 in N. Virginia, 250 in Ireland. Both are acknowledged. Nothing merges them: so stop writes first.
    .everyday = Card 7 says 100 in N. Virginia and 250 in Ireland. Both have a receipt, and nobody can say which one counts.
global-by-hand = Your turn: six steps by hand
global-by-hand-says = The rules of June 2023: no managed failover. Move the primary by the guide’s six steps, with the buttons of each Region. The list below looks at the run and says what is done, and what has gone wrong.
    .everyday = Nobody does it for you here. Move the head branch yourself, in six steps; the list says what is done, and what has gone wrong.
global-drill = A drill every quarter
global-drill-says = A financial institution in Tokyo, with secondaries in Singapore and Frankfurt. Once a quarter the primary moves, so that everybody knows that it can.
    .everyday = The library practises: once a quarter another branch is the head branch.
global-rotate = To Singapore
global-rotate-says = A switchover to Singapore. All three Regions stay, and so does the balance of account 7. The report has RTO and RPO.
    .everyday = Singapore becomes the head branch; nothing is missing.
global-rotate-back = And home again
global-rotate-back-says = Account 7 is changed in Singapore, and the primary moves back to Tokyo, which has followed all the while. The drill is over.
    .everyday = A card is changed in Singapore, and Tokyo is the head branch again.

## 14 Against mirrored MySQL

mirrored-what = A classic way to survive the loss of a zone: MySQL writes its redo log, binary log and pages to a disk, the disk to a mirror, both to a standby in another zone. Here it runs beside Aurora, with the same clients, delays and disks, on the same clock.
mirrored-when = When you want to know why Aurora sends nothing but log records, and why it waits for four of six and not for all.
mirrored-everyday = One office copies every sheet and every binder from safe to safe, one after another, and waits for the last. The other sends only the new sheets, to six safes at once, and waits for four.

mirrored-one = One write, two ways
mirrored-one-says = The same write on both sides. Mirrored MySQL waits for one disk pair, then for the other zone, then for the pair there: the delays add up. Aurora waits for the fourth of six answers. Compare the commit latencies.
    .everyday = The same news in both offices. The one waits for one pair of safes, then for the other building’s pair; the other for the fourth of six receipts. Compare how long they take.
mirrored-many = Many writes
mirrored-many-says = Clients write on both sides alike. Count what the database node sends for each transaction: MySQL sends logs and pages, and each page twice; Aurora sends batches of log records to six copies. With a single client Aurora sends even more I/Os, small ones; the more clients write at once, the more records ride in one batch.
    .everyday = Customers bring news to both offices alike. Count what each office sends for every document: the one sheets and whole binders, the other new sheets alone.
mirrored-zone = A zone is gone
mirrored-zone-says = Zone b is cut off; the standby lives there. Every write of mirrored MySQL needs all its parts: a quorum of four of four. Aurora has four of six left.
    .everyday = The road to building b is closed. The one office needs all its safes for every sheet; the other has four of six left.
mirrored-back = The zone comes back
mirrored-back-says = Zone b can be reached again. What waited at mirrored MySQL now goes through its chain.
    .everyday = The road to building b is open again. What waited in the one office goes from safe to safe now.

## 15 Myths. A rule that sounds right is put in the place of the right one, and run.

myths-what = Each of these rules sounds plausible and is wrong. The engine runs it; a referee reads the journal and nothing else, and says which invariant is violated as soon as it is.
myths-when = Whenever somebody asks why it has to be four, why the disk first, why two in each zone.
myths-everyday = The rules of the office look fussy until somebody leaves one out. Here one is left out at a time, and you see what goes missing.

myths-three = “Three of six is a majority of what is up”
myths-three-says = Three acknowledgements make a commit here, and copies D, E and F are stopped. The client hears that its write is safe. On how many copies is it?
    .everyday = Three receipts are enough here, and safes D, E and F are jammed. The customer hears that the document is safe. In how many safes is it?
myths-three-gone = The other three know nothing
myths-three-gone-says = Now the other three are up: { COPIES($up) }. Three copies are a read quorum, and a read quorum should meet every write. Look at their tapes.
    .everyday = Now the other three safes are open: { COPIES($up) }. Three safes should always know of every document. Look at their sheets.
myths-early = “Acknowledge first, store later”
myths-early-says = A copy acknowledges here what it only holds in memory; its disk needs 20 ms. Commits become very fast.
    .everyday = A keeper gives the receipt here before the sheets are locked away. Customers are served very fast.
myths-early-gone = Memory forgets
myths-early-gone-says = All six copies stop for a moment and start again, with what their disks hold. The writer’s VDL is { $vdl }. Compare it with the SCLs.
    .everyday = All six keepers are called away for a moment; what lay on their desks is gone. The manager has promised everything up to sheet { $vdl }. Compare it with the safes.
myths-smallest = “The volume is as far as its slowest group”
myths-smallest-says = The VCL is the smallest PGCL here. You write to group 1, and all six copies store it; nothing has ever been written to group 2. Does the commit come?
    .everyday = A document is safe here only up to the last sheet of the set that is furthest behind. You bring news for set 1; set 2 has never had any. Does the answer come?
myths-largest = “The volume is as far as its fastest group”
myths-largest-says = The VCL is the largest PGCL here. Three copies of group 1 are stopped; you write to it, and then to group 2.
    .everyday = A document is safe here up to the last sheet of the set that is furthest ahead. Three safes of set 1 are jammed; you bring news for it, and then for set 2.
myths-one-zone = “Six copies are six copies, wherever they are”
myths-one-zone-says = Copies C to F all live in zone c here, and zone c is cut off. Within reach: { COPIES($up) }.
    .everyday = Safes C to F all stand in building c here, and the road to building c is closed. Within reach: { COPIES($up) }.

myths-epochs = “Storage need not ask who writes”
myths-epochs-says = Copies take records here from whoever sends them. You write, and at the same moment a new writer in zone b recovers the volume; the old one still has your records in its buffers.
    .everyday = Safes open here to any key. You bring news, and at the same moment a new manager in building b takes over; the old one still has your sheets in hand.

myths-empty = “A new copy is a copy”
myths-empty-says = Your write lies on C, D, E and F; A and B were stopped. G takes F’s place here and counts at once, empty as it is.
    .everyday = Your news lies in C, D, E and F; A and B were jammed. Safe G takes the place of F here and counts at once, empty as it is.

myths-empty-gone = Three that know nothing
myths-empty-gone-says = The writer crashes. C, D and E are away now, and A, B and G answer the recovery: a read quorum, and your commit is on none of them.
    .everyday = A new manager comes. C, D and E are jammed now; A, B and G answer. Three of six, and none of them has your news.
myths-swap = “Exchange the copy at one stroke”
myths-swap-says = Your write lies on C, D, E and F. Here F is exchanged for G in one step, without the mixed quorum sets in between. What F held counts no more, and G holds nothing yet: three copies are left of your commit.
    .everyday = Your news lies in C, D, E and F. Here safe F is exchanged for G at one stroke. What lay in F counts no more, and G is empty: three safes are left.
