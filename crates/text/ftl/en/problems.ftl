# What is wrong with what somebody wants: refused commands and mistakes in scenario files. One clear sentence each: what,
# and what to do about it.
#
# Names of fields, commands, events, units and the like ("zone", "cut_zone", "ms") are written in files and stay as they
# are in every language. The place (line, column and path) is shown beside the sentence.

## Refused commands. Nothing has changed then.

# $group number, $groups how many there are
refusal-no-such-group = There is no group { $group }: the volume has { $groups ->
        [one] one group
       *[other] groups 1 to { $groups }
    }.
# $zone letter
refusal-no-such-zone = There is no zone { $zone }: the zones are a, b and c.
# $copy letter
refusal-no-such-copy = There is no copy { $copy } now.
refusal-already-stopped = Copy { $copy } is stopped already.
refusal-not-stopped = Copy { $copy } is running, so it cannot be restarted: stop it first.
refusal-copy-already-cut = Copy { $copy } is cut off already.
refusal-copy-not-cut = Copy { $copy } is not cut off, so there is nothing to heal.
refusal-zone-already-cut = Zone { $zone } is cut off already.
refusal-zone-not-cut = Zone { $zone } is not cut off, so there is nothing to heal.
# $site one of the site-… messages
refusal-same-site = A link has two ends: choose another end than { $site }.
# $field the field's name in a file; $found, $min, $max numbers
refusal-out-of-range = “{ $field }” is { $found }, but must lie between { $min } and { $max }.
refusal-empty-key = A row needs a key: type at least one character.
# $found, $max lengths in bytes
refusal-key-too-long = The key has { $found } bytes; the longest possible has { $max }.
refusal-value-too-long = The value has { $found } bytes; the longest possible has { $max }.
refusal-no-load = The clients are not asking anything by themselves, so there is nothing to stop.
# $copy letter
refusal-not-a-member = Copy { $copy } is no member there.
refusal-newcomer = Copy { $copy } is being filled itself: take the replacement back instead.
refusal-already-leaving = Copy { $copy } is being replaced already.
refusal-two-at-once = Two copies of the group are being replaced; wait until one is done.
refusal-not-leaving = Copy { $copy } is not being replaced, so there is nothing to take back.
refusal-patching = A patch is under way; wait until it is done.
# $copy letter, $group number
refusal-group-not-whole = Copy { $copy } cannot be patched now: group { $group } lacks another copy or is changing its members.
refusal-background-paused = Background work is paused already.
refusal-background-not-paused = Background work is not paused, so there is nothing to resume.
refusal-nothing-to-damage = Copy { $copy } has nothing of that page yet: write the row first.
refusal-no-long-read = No long query is running, so there is nothing to end.
refusal-writer-is-down = The writer is down already.
refusal-writer-is-up = The writer is running; only one that is down can be restarted.
# $zone letter
refusal-writer-is-there = The writer already runs in zone { $zone }; name another zone.
# $number of the reader
refusal-no-such-reader = There is no reader { $number }.
# $number
refusal-reader-is-down = Reader { $number } is stopped already.
# $number
refusal-reader-is-up = Reader { $number } is running; only a stopped one can be restarted.
refusal-no-cluster = The scenario has no cluster that looks after its writer.
refusal-cluster-chooses = In this cluster the control plane chooses who writes; ask for a failover instead.
refusal-failover-under-way = A failover is under way.
refusal-no-successor = Nobody is there who could become the writer.
refusal-cluster-is-stopped = The cluster is stopped and cannot be changed: start it first.
refusal-cluster-is-running = The cluster is not stopped.
refusal-too-many-readers = A cluster has 15 readers at most.

site-writer = the writer
site-clients = the clients
# $copy letter
site-copy = copy { $copy }

## A file that is not JSON

problem-not-text = From here on the file is not text in UTF-8: save it in that encoding.
# $found, $max lengths in bytes
problem-file-too-long = The file has { $found } bytes; the longest that is read has { $max }.
problem-json-empty = The file is empty: a scenario is a JSON object, written in braces.
problem-json-comment = Comments are not allowed here: remove this one.
problem-json-trailing-comma = There is a comma after the last entry: remove it.
problem-json-comma-missing = A comma is missing here.
problem-json-colon-missing = A colon is missing between the field's name and its value.
problem-json-value-missing = The field has no value: write one after the colon.
problem-json-quotes-missing = Names and texts stand in double quotes.
problem-json-quote-missing = This text has no closing quote.
problem-json-brace-missing = The object that begins here has no closing brace.
problem-json-bracket-missing = The list that begins here has no closing bracket.
problem-json-more-text = The scenario ends before this: remove what follows.
problem-json-too-deep = This is nested too deeply for a scenario.
problem-json-escape = There is no such escape sequence: write \\ for a backslash, \" for a quote, \n for a new line, or \u and four hexadecimal digits.
problem-json-number = This is not a number as JSON writes it, such as 42.
problem-json-unexpected = This does not belong here.
problem-json-control = A line break or another control character cannot stand in a text: write \n for a new line.

## A file that is JSON, but not a scenario

# $name as written; $known the names there are, separated by commas, or list-too-long
problem-unknown-field = There is no field “{ $name }” here; possible: { $known }.
# As before, for a word instead of a field: a command, an event, a zone …
problem-unknown-name = “{ $name }” is not known here; possible: { $known }.
list-too-long = see the list in the file format’s schema
# $name the name of the field
problem-missing-field = The field “{ $name }” is missing.
problem-duplicate-field = The field “{ $name }” stands here twice: keep one of the two.
# $expected, $found: two of the kind-… messages
problem-wrong-kind = Here should be { $expected }, not { $found }.
# $found as written; $min, $max numbers
problem-out-of-range = { $found } is out of range: the number must lie between { $min } and { $max }.
# $found, $expected numbers of entries
problem-wrong-length = The list has { $found ->
        [one] one entry
       *[other] { $found } entries
    } instead of { $expected }.
# $found how many fields there are
problem-not-one-field = Here should be an object with exactly one field, whose name says what is meant; it has { $found }.
# $message in no particular language
problem-other = This cannot be read: { $message }.

kind-object = an object in braces
kind-list = a list in brackets
kind-text = a text in double quotes
kind-number = a number
kind-whole-number = a whole number, 0 or more
kind-fraction = a number that is not whole
kind-true-or-false = true or false
kind-null = null
kind-nothing = the name alone, without an object
kind-level = an LSN, or the name of a point such as "vcl" or { "{" } "pgcl": { "{" } "group": 1 { "}" } { "}" }
kind-other = something else

problem-bad-time = This is not a time: write a number and a unit (us, ms, s, min or h), such as "5ms" or "1.5s".
problem-time-too-fine = Times are whole microseconds: this one has too many decimals.
problem-time-too-long = This time is too long to be counted.
# $found, $known version numbers as written
problem-version = This file has version { $found } of the format; this program reads version { $known }.
# $max a length of time
problem-until-too-late = A run may last { $max } at most.
# $found, $max numbers
problem-list-too-long = The list has { $found } entries; the longest possible has { $max }.
problem-range-backwards = The range ends before it begins: write the smaller number first.

## A scenario that makes no sense

# $at, $until moments
problem-after-the-end = { $at } is after the end of the run ({ $until }): choose an earlier moment, or a later “until”.
problem-needs-regions = This is for a global database: name its “regions”.
problem-not-with-regions = This is for one cluster. With “regions”, use “between” and “expect_between”, and “cluster” inside “regions”.
# $from, $to moments
problem-span-backwards = The span ends ({ $to }) before it begins ({ $from }): exchange the two.
problem-one-when = An expectation says exactly once when it holds: with one of “at”, “within”, “throughout”, “before” and “after”.
problem-event-throughout = An event happens at a moment: use “within” in place of “throughout”.
problem-message-without-sent = “message” belongs to the event “sent” only.
problem-empty-claim = This claims nothing: name at least one of “acknowledged”, “waiting”, “held” and “lost”.

# $name a known name that is near to the one written
hint-did-you-mean = Did you mean “{ $name }”?
