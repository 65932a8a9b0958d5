# 各章各步。每步有标题，以及在 NAME-says 下从一开始就显示的说明：做什么、什么规则、看哪里。结果由引擎自己说。
# 比喻的用词与 events.ftl 相同。

## 1 存储与仲裁

storage-and-quorum-what = Aurora 把所有数据保存六个副本，三个可用区各两个。四个副本存好后，写入才算数；凭任意三个副本，就能找回一切算数的内容。
storage-and-quorum-when = 磁盘、机器乃至整个可用区出故障的时候；其实随时都用得上，因为规模大了，总有地方是坏的。
storage-and-quorum-everyday = 一份重要文件分放在三栋楼的六个保险柜里。一栋楼失火、再加一个柜子打不开，还剩三个，什么也没有丢。

storage-and-quorum-six = 一次写入，六个副本
storage-and-quorum-six-says = 您写入一行。写入器把它变成日志记录，同时发往全部六个副本。它不发送页面。
    .everyday = 您带来一条消息。店长把它写在编了号的纸上，同时送往全部六个保险柜。
storage-and-quorum-fourth = 第四个应答说了算
storage-and-quorum-fourth-says = 每个副本先把记录存到磁盘，再发确认。有四个确认就提交，所以最慢的两个副本从不影响延迟。
    .everyday = 每位保管员先把纸锁好，再给回执。有四张回执，店长就告诉您文件安全了；没有人等最慢的两个。
storage-and-quorum-zone = 少了一个可用区
storage-and-quorum-zone-says = 可用区 c 被切断，您再写一次。能够到的副本：{ COPIES($up) }。写仲裁仍然成立。
    .everyday = 通往 c 楼的路封了，您又带来消息。够得着的保险柜：{ COPIES($up) }。对店长来说足够了。
storage-and-quorum-az-plus-one = 一个可用区再加一个副本
storage-and-quorum-az-plus-one-says = 副本 D 也停止，您再写一次。能够到的：{ COPIES($up) }。三个副本收得下记录，但三个不足以持久，提交只能等待。
    .everyday = 保险柜 D 也打不开了，您又带来消息。够得着的：{ COPIES($up) }。三个柜子收下了纸，但不到四个，店长不作任何承诺。
storage-and-quorum-still-readable = 读取照常
storage-and-quorum-still-readable-says = 您读取这一行。任意三个副本必与任意四个相交，所以已确认的内容至少在其中一个上；读取只问一个已知内容齐全的副本。
    .everyday = 您查看这一栏。任意三个柜子里，总有一个在给过回执的四个之中，所以承诺过的都找得到。
storage-and-quorum-back = 第四个副本回来
storage-and-quorum-back-says = 副本 D 带着磁盘上的内容重新启动，并从其他副本取回漏掉的部分。等待的提交：{ $waiting } 个。有了第四个确认，就能应答。
    .everyday = 保险柜 D 修好了，拿到漏掉的纸的抄件。等待的文件：{ $waiting } 份。有了第四张回执就安全了。
storage-and-quorum-catch-up = 靠互相比对赶上
storage-and-quorum-catch-up-says = 可用区 c 又能够到了。副本 E 和 F 与其他副本比对日志完整到哪里，取回缺少的记录。写入器不参与。
    .everyday = 通往 c 楼的路开了。E 和 F 的保管员与其他人核对，取回缺少的纸；店长不参与。
storage-and-quorum-your-turn = 全部 64 种状态
storage-and-quorum-your-turn-says = 客户端开始自行工作。在下面的图中选一种状态，引擎会停止和重启副本直到进入它。您能找到写入停止而读取照常的状态吗？
    .everyday = 顾客们自己来了。在下面的图中选一种情形，看看还能做什么。您能找到什么都不能添加、却什么都能读的情形吗？
storage-and-quorum-growth = 卷按组增长
storage-and-quorum-growth-says = 另一个更满的卷。页面写满时，就添一个有六个副本的保护组（Aurora 中每个 10 GB，这里很小）。已有的行留在原处。
    .everyday = 另一个更满的档案库。活页夹装满时，就添一组六个保险柜。已有的留在原处。
storage-and-quorum-volume = 128 TiB
storage-and-quorum-volume-says = 13,108 个组，每个一格。可用区 c 被切断，第 5,000 组又坏了一个副本：只有这个组停止写入。其他组照常，直到有记录要写进这个组：之后的提交都要等。
    .everyday = 13,108 组保险柜，每组一格。c 楼关闭，第 5,000 组又坏了一个柜子：只有这一组不能再添。其他组照常，直到有纸要放进这一组：之后的回执都要等。

## 2 存储节点如何工作

storage-node-what = 存储节点接收日志记录，自己做成页面，共八步。只有前两步关系到提交；其余六步在背后进行，忙的时候就让路。
storage-node-when = 每次写入都用到，间隙里也一直在做：数据库不知不觉中，页面就做好、备份、清理、检查了。
storage-node-everyday = 保管员收下纸、锁好、给回执。没人等的时候，就整理、向邻居讨缺的、装订成夹、把抄件送档案馆、清掉没人要的，再检查活页夹。

storage-node-intake = 第 1、2 步：接收并持久化
storage-node-intake-says = 您写入一行。副本 A 把记录放进内存队列（1），再写到磁盘（2），然后确认；不再等别的。
    .everyday = 您带来消息。A 的保管员把纸放在桌上（1），再锁好（2），然后给回执；不再等别的。
storage-node-hole = 第 3 步：整理并发现缺口
storage-node-hole-says = 发往副本 A 的一切暂时全部丢失，您在这时写入。其他副本完成提交。更新的记录到来时，A 从后向链接发现有缺。
    .everyday = 送往保险柜 A 的东西暂时全走丢，您在这时带来消息。其他柜子足够了。从后来纸张的编号，A 的保管员发现有缺。
storage-node-gossip = 第 4 步：问同组副本
storage-node-gossip-says = A 与同组副本比对 SCL。落后的一方索取自己 SCL 之后的部分。写入器不必重发。
    .everyday = A 的保管员与邻居核对：您到哪张纸为止一张不缺？落后的一方拿到抄件。
storage-node-coalesce = 第 5 步：把日志做成页面
storage-node-coalesce-says = 客户端开始工作。A 时不时把每页的记录合成新版本，写在旧版本旁边。页面只是已应用日志的缓存。
    .everyday = 顾客来了。A 的保管员时不时把各部分的纸装订成新活页夹，旧的先留着。
storage-node-stage = 第 6 步：送往对象存储
storage-node-stage-says = 日志和新页面定期复制到对象存储。这就是持续备份。
    .everyday = 纸和新活页夹定期抄送档案馆。
storage-node-collect = 第 7 步：清理没人要的
storage-node-collect-says = 日志和旧页面版本只有在已送出、且再没有读者能要到时才清掉。
    .everyday = 旧的纸和活页夹只有在档案馆已有、且再没人会要时才扔掉。
storage-node-damage = 第 8 步：检查页面
storage-node-damage-says = 您那一行的页面在 A 的磁盘上损坏了。起初没人发现。轮到它时，清查把每页与校验和比对。
    .everyday = 您那一栏的活页夹在保险柜 A 里受潮了。直到保管员检查所有活页夹，没人发现。
storage-node-repair = 同组副本有完好的页面
storage-node-repair-says = A 向同组副本索取该页的版本，换掉自己的。没有客户端见过损坏的页面。
    .everyday = A 的保管员向邻居要来同样的活页夹，换掉受潮的。没有顾客察觉。

## 3 提交点与崩溃恢复

commit-points-what = 写入器给每条日志记录编号。它根据副本的确认算出每个保护组完整到哪里（PGCL）、整个卷完整到哪里（VCL），以及日志最后可以截断的点（VDL）。
commit-points-when = 每次提交都用到，因为提交要等 VCL；每次崩溃之后也用到，因为日志从 VDL 之后截断。
commit-points-everyday = 店长给纸编号。直到签名为止的每张纸都进了四个保险柜，文件才算安全，不管后面的纸走了多远。

commit-points-records = 带编号的记录
commit-points-records-says = 您写入一行。写入器为它生成日志记录并编号；只有它分配 LSN。最后一条是提交记录。
    .everyday = 您带来一条消息。店长把它写在纸上并编号；只有他编号。最后一张上有签名。
commit-points-pgcl = 保护组完整到这里：PGCL
commit-points-pgcl-says = 每个确认都带着 SCL：到那里为止，副本什么也不缺。六个 SCL 中有四个到达的地方，就是该组的 PGCL。
    .everyday = 每张回执都写明这个柜子到哪张纸为止一张不缺。六个中有四个到达的地方，这一组就完整到那里。
commit-points-vdl = 卷随之前进：VCL，然后 VDL
commit-points-vdl-says = VCL：到这里为止，每条记录在各自的组里都完整。VDL：在此之前最后一个工作步骤结束的点；日志只能在这样的点截断。VCL 到达提交记录时，提交得到确认。
    .everyday = 到这里为止，每张纸都在本组的四个柜子里；稍前一点是最后一件工作完成的地方。标记到达签名时，就告诉顾客。
commit-points-two-groups = 另一组的记录
commit-points-two-groups-says = 这一行在保护组 2。它的记录只发往组 2 的副本，所以组 1 的 PGCL 停在原处，也不妨碍什么。
    .everyday = 这一栏属于第 2 组。它的纸只送往那些柜子；第 1 组停在原处，也不妨碍什么。
commit-points-held-up = 组 1 受阻
commit-points-held-up-says = 组 1 的副本 D、E、F 停止，您向它写入。三个副本不够：这些记录在本组 PGCL 之上，所以 VCL 只能停在第一条之前。
    .everyday = 第 1 组的 D、E、F 柜打不开，您带来给它的消息。三个柜子不够：标记只能停在第一张纸之前。
commit-points-not-min = VCL 不是最小的 PGCL
commit-points-not-min-says = 您向六个副本都在运行的组 2 写入。它的记录会完整，但排在受阻的记录之后，所以这次提交也要等。比较标记：VCL 高于一个 PGCL，低于另一个。
    .everyday = 您带来给第 2 组的消息，那里的柜子都好着。纸进了四个柜子，但排在受阻的纸之后，所以这份文件也要等。
commit-points-queue = 前进一步，全部放行
commit-points-queue-says = 组 1 的副本 D 重新启动。等待的提交：{ $waiting } 个。VCL 一前进，专门的线程就按 LSN 顺序应答它越过的每个提交。
    .everyday = 第 1 组的 D 柜修好了。等待的文件：{ $waiting } 份。标记一前进，就按顺序告诉签名已被越过的每位顾客。
commit-points-in-flight = 途中的提交
commit-points-in-flight-says = 另一个卷，客户端正在工作。副本 F 很远，送给它的要很久才到。这里最多只能分配 VDL 之后的 12 个 LSN（Aurora 中是 10,000,000 个），好让后面的步骤放得进标尺。
    .everyday = 另一个档案库，顾客正在来。去 F 柜的路很远。这里最多只能提前编 12 张纸的号。
commit-points-crash = 写入器崩溃
commit-points-crash-says = 它的内存没了：各副本的进度，等待的提交，都没了。副本的内容在磁盘上，页面不必重放。客户端得不到应答，会再来问。
    .everyday = 店长倒下了，什么都不记得。纸都在柜子里，什么都不必重抄。顾客得不到答复，会再来。
commit-points-survey = 每个组一个读取仲裁
commit-points-survey-says = 写入器重新启动，问所有副本完整到哪里。三个回答就够。有 k 个回答时，第（k − 2）高的 SCL 就是恢复的 PGCL：四个副本有过的绝不会在它之上。
    .everyday = 新店长问所有柜子有哪些纸。三个回答就够：任意三个里总有给过回执的四个之一。
commit-points-range = 截断日志
commit-points-range-says = 由 PGCL 得出 VCL 和 VDL。VDL 之上、凡可能分配过的编号全部作废：就是标尺上的斜线部分。这个范围写入每个组的写入仲裁。
    .everyday = 标记以内的纸有效。之上凡可能编过的号全部作废，标尺上画斜线。每组四个柜子把它记下来。
commit-points-epoch = 新纪元
commit-points-epoch-says = 副本进入新的卷纪元。还在旧纪元里写的会被拒绝。于是卷打开了；日志没有重放，所以它多长都无所谓。
    .everyday = 换锁。拿旧钥匙来的进不了门。于是收银台重新开放，不管档案库有多厚。
commit-points-late = 迟到的
commit-points-late-says = 旧写入器送给 F 的现在才到。它带着旧纪元，F 拒绝它。那些 LSN 作废了，永远作废。
    .everyday = 前店长送给 F 的现在才到，带的是旧钥匙：F 不开门。那些编号作废了，永远作废。
commit-points-new-lsns = 范围之上的新编号
commit-points-new-lsns-says = 您写入。新记录的编号从作废范围之上开始，所以一个编号不会用于两条记录。崩溃前确认过的一条不少。
    .everyday = 您带来消息。新纸的编号从作废的之上开始，所以没有编号用两次。有回执的一样不少。
commit-points-unfinished = 半个事务
commit-points-unfinished-says = 最后一个卷。D、E、F 坏了，没有提交得到确认，A、B、C 里有许多尚未持久的记录。
    .everyday = 最后一个档案库。D、E、F 坏了，谁也得不到答复，A、B、C 里有许多没着落的纸。
commit-points-halfway = 切在中间
commit-points-halfway-says = 写入器崩溃；D、E、F 重新启动，靠 Gossip 慢慢补齐。四个副本都完整的地方可能在一个事务中间，但绝不会在小事务中间。
    .everyday = 店长倒下；修好的 D、E、F 慢慢讨来缺的纸。四个柜子都有的地方，可能在一份文件的中间。
commit-points-undo = 打开之后再撤销
commit-points-undo-says = 写入器恢复并打开卷。之后才撤销没有提交记录的事务，与新的工作并行。没有人被告知它已提交。
    .everyday = 新店长打开收银台。之后才撤回没有签名的文件，工作照常。没有人拿到过它的回执。

## 4 读取与只读副本

reads-what = 读取不需要仲裁：写入器知道每个副本完整到哪里，只问一个足够新的。读取器是同一存储上的其他实例：它们跟随写入器的重做流，页面从同样的副本读取。
reads-when = 每次读取不在缓存里的页面时；以及要把读取分散到多个实例时。
reads-everyday = 只是查阅的话，一个已知齐全的保险柜就够了。阅览室收到每张纸的抄件，活页夹则从同样的保险柜借。

reads-row = 读取的时点
reads-row-says = 您写入一行。提交得到确认时，VDL 就在它的最后一条记录上。读取看到的是开始那一刻 VDL 处的卷：这就是它的读取点。
    .everyday = 您带来消息。它安全时，标记就在它的最后一张纸上。查阅的人看到的是标记为止的档案。
reads-one-copy = 一个副本，而不是仲裁
reads-one-copy-says = 您读取这一行。这里没有缓存，写入器便向存储要页面：只问一个副本。若用仲裁，每读一页至少要三次 I/O。
    .everyday = 您来查阅。店长从一个保险柜取来活页夹。每次都问三个，就是三倍的活。
reads-behind = 落后的副本
reads-behind-says = 发往副本 A 的一切暂时全部丢失，您在这时写入。其他副本完成提交。写入器从确认中知道每个副本的 SCL，也就知道 A 落后了。
    .everyday = 送往保险柜 A 的东西暂时全走丢，您在这时带来消息。其他柜子足够了。店长从回执知道 A 缺纸。
reads-far-enough = 只问足够新的
reads-far-enough-says = 您读取。副本 A 又近又快，但它的 SCL 低于本组在读取点及之前的最后一个 LSN。写入器不问它。
    .everyday = 您来查阅。保险柜 A 很近，但里面缺纸。店长不去那里。
reads-hedge = 应答迟迟不来
reads-hedge-says = 到副本 C 的路现在长了一百倍，而正好轮到它：它的快慢还不知道。应答比预期慢，写入器便再问一个副本，先到的为准。
    .everyday = 到保险柜 C 的路现在长了一百倍，店长还没去过那里。活页夹没在往常的时间送来，店长就再派人去另一个柜子，用先到的。
reads-stream = 读取器跟随重做流
reads-stream-says = 另一个卷，有两个读取器。您写入。写入器把记录也发给它们，这不增加存储费用。它们的缓存是空的，于是丢掉记录，只记下新的 VDL。
    .everyday = 另一座档案馆，有两间阅览室。您带来消息。每间都收到抄件。架上还没有活页夹，于是丢掉抄件，只记下到哪张纸为止是安全的。
reads-miss = 没有的就从存储读取
reads-miss-says = 您在读取器 1 读取。页面不在它的缓存里，它便以自己的读取点去问一个副本。它丢掉的记录就在页面里：什么也没少。
    .everyday = 您在阅览室 1 查阅。活页夹不在，就从保险柜借。丢掉的那张纸的内容就在里面：什么也没少。
reads-whole = 整步生效
reads-whole-says = 您再次写入。读取器 1 已有该页，便应用记录；读取器 2 丢掉它。一步工作的所有记录同时生效，没有人会看到半步。
    .everyday = 您又带来消息。阅览室 1 已有活页夹，便把纸归入；阅览室 2 丢掉它。一件工作的所有纸一起归入，没有人会看到一半。
reads-not-durable = 不超过 VDL
reads-not-durable-says = D、E、F 停止，您写入。记录到了读取器，但三个副本不够：VDL 不动，读取器仍显示 4 apples。还可能丢失的东西，谁也看不到。
    .everyday = 保险柜 D、E、F 卡住，您带来消息。抄件到了，但三个柜子不够。阅览室仍给人看原来的：还可能丢失的东西，谁也看不到。
reads-lag = 落后几毫秒
reads-lag-says = 副本恢复了，客户端每秒写入 400 次。每个读取器显示自己落后多少：多半是几毫秒。在 Aurora 中通常远小于 100 毫秒。
    .everyday = 保险柜修好了，每秒来 400 位顾客。每间阅览室显示自己比柜台晚多少：多半是几毫秒。
reads-stopped = 没有人等读取器
reads-stopped-says = 读取器 1 停止。写入器的提交并不变慢：持久性只取决于副本。所以十五个读取器也不会给写入器的仲裁添负担。
    .everyday = 阅览室 1 关门。柜台并不变慢：文件是否安全只取决于保险柜。
reads-back = 带着空缓存回来
reads-back-says = 读取器 1 重新启动。它请求跟随写入器，从当前的 VDL 开始，没有页面。不必先复制什么：存储是共享的。
    .everyday = 阅览室 1 重新开门，架子是空的。它请领抄件，需要什么就借。不必先抄写什么：保险柜是同样的。
reads-view = 未提交的还看不到
reads-view-says = 一个事务把您的行改成了 4 apples，还没有结束。它的记录已经持久；但您的读取带着读视图，其中列出读取点上活动的事务，它们所做的一概略过。您读到 3 apples。
    .everyday = 有人把您的记载改成了 4 apples，还没做完。那张纸已经安全；但查阅的人会拿到一份进行中的工作清单，清单上的改动不算。您看到 3 apples。
reads-long = 长查询让旧版本留下
reads-long-says = 一个长查询开始，随后您写入 4 apples。只要它开着，PGMRPL 就停在它的读取点，存储保留它可能还要的版本。结束时它读到 3 apples：开始那一刻的状态。
    .everyday = 有人开始一次漫长的查找，随后您带来消息。查找期间，保险柜不丢弃它可能要的东西。结束时看到的是开始时的内容。
reads-dirty = 未持久的页面不得离开缓存
reads-dirty-says = 缓存只容得下一页。三个副本停止，您修改这一页上的行：还没有持久。读另一页需要地方，但在 VDL 越过最新的修改之前，这一页不走。（2017 年的论文把比较的方向印反了。）
    .everyday = 柜台上只放得下一本活页夹。三个保险柜卡住，您在这本里改了点什么：还不安全。有人要另一本，但在最新的那张纸安全之前，这一本不走。

## 5 端点

endpoints-what = 客户端通过名称找到集群的实例。集群端点指向写入器，读取器端点指向其中一个读取器，实例端点指向一台机器。名称在连接时查询，查到的结果可以记一段时间。
endpoints-when = 凡是有连接的时候；尤其是读取器增减、另一个实例成为写入器的时候。
endpoints-everyday = 端点就是接待处。它不搬任何东西，只告诉您去哪里。记下来的人在便条过期前不会再问，于是可能站在错的柜台前。

endpoints-names = 名称指向写入器
endpoints-names-says = 您写入一行。客户端查询集群端点，得知是实例 3，即写入器，于是连接。这个结果记 5 秒；连接则一直保持。
    .everyday = 您有东西要记。您看店长的指示牌，去 3 号收银台，并记下怎么走；便条有效 5 秒。
endpoints-own = 自己的名称
endpoints-own-says = 您用实例端点在读取器 1 上读取。这个名称总是指向同一台机器，即使它已停止。它用来查看某个实例，不是给应用程序用的。
    .everyday = 您走到 1 号门前。这个号码从不指向别处，即使里面关着门。
endpoints-spread = 分散的是连接，不是查询
endpoints-spread-says = 八个客户端通过读取器端点读取，通过集群端点写入。每个读取连接随机分给一个读取器，此后不管问多少都留在那里。
    .everyday = 来了八位顾客。阅览室的指示牌随机给每人指一间。进去的人不管有多少问题都留在那里。
endpoints-newcomer = 新来的闲着
endpoints-newcomer-says = 添加一个读取器。它一启动，读取器端点也指向它。但没有人新建连接，所以它无事可做：已有的连接留在原处。
    .everyday = 又开了一间阅览室，指示牌也指向那里。但大家都已在房间里，没有人走过去。
endpoints-more-clients = 新连接找到它
endpoints-more-clients-says = 又有十二个客户端连接，其中一些被分到新的实例 4。连接池里的连接活得多久，分散就要多久。
    .everyday = 又有十二位顾客看了指示牌，有几位被指到 4 号房间。
endpoints-gone = 一个读取器停止
endpoints-gone-says = 读取器 1 停止，它的连接断开，客户端重新连接。还记着“1”的在那里白试，每次等得更久一点，等记录过期后再查询。
    .everyday = 1 号房间关门，大家都被请出来。便条上还写着 1 的人白敲门，等便条过期再看指示牌。
endpoints-keepers = 把结果记 30 秒的客户端
endpoints-keepers-says = 另一个集群，六个只写入的客户端。它们把结果记 30 秒；Aurora 自己的 TTL 是 5 秒，超过 30 秒从来都不明智。
    .everyday = 另一家店，六位只来记东西的顾客。他们信自己的便条 30 秒。
endpoints-switched = 写入器更换，名称改指
endpoints-switched-says = 手动故障转移。实例 1 成为写入器，片刻之后集群端点指向它。旧写入器，即实例 3，作为读取器回来。
    .everyday = 1 号代理被叫到收银台，指示牌转了向。原店长改开 3 号阅览室。
endpoints-read-only = 旧写入器拒绝
endpoints-read-only-says = 客户端不去查询：它们还记着“3”。那里现在是读取器，读取它会回答，写入则以只读为由一再拒绝。
    .everyday = 顾客不看指示牌：便条上写着 3。那里现在是阅览室，可以读，但不给记。
endpoints-forgotten = 结果过期之后
endpoints-forgotten-says = 记录到期。每个客户端重新查询名称，得知是实例 1，写入成功。所以 TTL 是客户端感到的每次中断的一部分。
    .everyday = 便条过期了。每位顾客重看指示牌，在 1 号收银台得到接待。
endpoints-alone = 没有读取器
endpoints-alone-says = 只有一个实例的集群，四个客户端一切都用读取器端点。没有读取器，名称就指向写入器，写入也成功。
    .everyday = 没有阅览室的店，顾客只看那块指示牌。它指向收银台，那里也给记。
endpoints-taken-over = 来了一个读取器
endpoints-taken-over-says = 添加一个读取器。读取器端点从此只指向它。已有的连接仍连着写入器，所以还没有人察觉。
    .everyday = 开了一间阅览室，指示牌只指向那里。站在收银台的人不动，什么也没察觉。
endpoints-refused = 而新连接不能写入
endpoints-refused-says = 又有六个客户端通过读取器端点连接。它们到了读取器，每次写入都失败。在小集群里碰巧能用的，集群变大就坏了：请通过集群端点写入。
    .everyday = 又有六位顾客跟着指示牌到了阅览室，那里不给记。要记东西的人应当看店长的指示牌。
endpoints-lists = 自己起的名称
endpoints-lists-says = 两个自定义端点，都只面向读取器：“reports”是除实例 1 以外的全部，“nightly”是实例 1 和 2。客户端通过“reports”连接，都到了实例 2。
    .everyday = 自己立的两块指示牌：“reports”指向除 1 以外的房间，“nightly”指向 1 和 2。顾客看“reports”，都到了 2 号房间。
endpoints-joins = 新来的加入一个，不加入另一个
endpoints-joins-says = 添加一个读取器。“reports”是排除列表，实例 4 自动加入；“nightly”是静态列表，它不加入。已有的连接留在原处。
    .everyday = 4 号房间开门。“reports”写的是不指谁，所以也指向它；“nightly”写的是指谁，所以不指向它。

## 6 故障转移

failover-what = 写入器发生故障时，集群中的另一个实例成为写入器。所有实例共用一个卷，因此不复制数据。新写入器通过崩溃恢复打开卷，存储从此拒绝旧写入器，集群端点改为指向新写入器。
failover-when = 写入器的进程、主机或可用区发生故障时；也可以在维护之前或为了演练而手动进行。
failover-everyday = 便利店的店长突然不在了。名单上的第一位代理接手收银台，核对账本后重新营业。顾客稍等片刻就能继续购物，付过钱的都算数。

failover-cluster = 写入器和三个候选
failover-cluster-says = 您写入一行并得到确认。每个读取器都有提升层级，从 0（最先）到 15（最后）。列表就是接替的顺序：先看层级最小，再看规格最大。
    .everyday = 您付了钱，拿到小票。三位代理在名单上各有位置，从 0（最先）到 15（最后）。下面列出接手收银台的顺序。
failover-crash = 写入器倒下
failover-crash-says = 写入器进程崩溃：内存丢失，连接断开。您马上再写一行，得不到应答，客户端反复重试。已确认的那一行安全地留在存储里。
    .everyday = 店长突然不在了。您想再买一样东西，没人应答，只好一遍遍问。有小票的都在保险柜里。
failover-chosen = 发现故障，选出接替者
failover-chosen-says = 这里控制平面每 2 秒检查一次写入器，连续四次没有应答就算故障。选中的不是规格最大的实例 1，而是层级最小的实例 3。
    .everyday = 总部每 2 秒给收银台打一次电话，连续四次没人接就算不在。派去的不是力气最大的 1 号，而是名单上最先的 3 号。
failover-start = 它的进程作为写入器启动
failover-start-says = 实例 3 结束读取器进程，作为写入器重新启动：这里约 10 秒。其他读取器一直在运行，照常提供读取；Aurora MySQL 2.10 之前它们都会重启。
    .everyday = 3 号代理关上阅览室，走到收银台：这里约 10 秒。其他阅览室一直开着。
failover-open = 通过恢复打开卷
failover-open-says = 它向读取仲裁询问各副本的进度，截掉可能不完整的部分，并让写入仲裁进入新的卷纪元。日志无需重放，所以这一段最短。从此旧写入器发来的一切都被拒绝。
    .everyday = 代理问各保险柜账本记到哪里，划掉没写完的，再换锁。很快就好。旧钥匙再也打不开。
failover-name = 名称改指
failover-name-says = 客户端通过集群端点的名称找到写入器。名称还指向旧主机，现在改为指向实例 3。
    .everyday = 顾客跟着门口的指示牌走。它还指着空的收银台，现在转过来了。
failover-answered = 客户端又得到应答
failover-answered-says = 您的客户端连上新写入器，重新发出没有应答的请求：第二行提交了。标尺显示中断由哪些部分组成：大部分是发现和启动，没有复制数据。
    .everyday = 您找到了代理，第二样东西也付了钱。标尺显示时间花在哪里：发现和走路，而不是搬货。
failover-kept = 已确认的不会丢
failover-kept-says = 您在新写入器上读取崩溃前写的那一行：3 apples。在告诉您之前，它已在四个副本上。当时尚未提交的事务则会回滚。
    .everyday = 您向代理要之前付过钱的东西：3 apples。给您小票之前，它已在四个保险柜里。
failover-by-hand = 手动换回来
failover-by-hand-says = 旧写入器已作为读取器（实例 4）回来。您要求故障转移到它。不需要谁去发现，所以没有第一段。
    .everyday = 原店长已回来，在 4 号阅览室，总部请他回收银台。不需要谁去发现，所以没有第一段。
failover-cut = 没有死，只是看不见
failover-cut-says = 另一个集群，写入器所在的可用区 a 被切断。写入器还活着，不知道自己将被替换。也不必问它：其他可用区有四个副本，足以在新纪元打开卷。
    .everyday = 另一家店：通往 a 楼的路封了。店长在里面照常工作，什么都不知道。问不到也没关系：外面的四个保险柜足够换锁。
failover-fenced = 被隔离，重新成为读取器
failover-fenced-says = 可用区恢复了。各副本处于更新的卷纪元，不再为旧写入器做任何事，因此从来没有两个能提交的写入器。它结束进程，作为读取器回来，即实例 3。
    .everyday = 路通了。原店长的钥匙打不开任何锁，所以从来没有两个人能卖东西。原店长开了 3 号阅览室。
failover-nobody = 没有人接替
failover-nobody-says = 没有读取器的集群。写入器崩溃后没有可提升的实例：只能在原可用区重新创建，要花几分钟。数据从未有危险。在另一个可用区放一个读取器，几分钟就变成几秒。
    .everyday = 没有代理的店。要另雇店长，得花几分钟。这期间保险柜保管着一切。有代理的话几秒就到。
failover-pair = 同一种子跑两次，只改一处
failover-pair-says = 两个集群在同一时钟上运行，种子和客户端都相同，第二个没有读取器。所做的一切对两边都生效；下面是两把标尺。
    .everyday = 同一天、同样顾客的两家店，第二家没有代理。发生的事在两家都发生。
failover-pair-crash = 两边的写入器都倒下
failover-pair-crash-says = 有读取器，客户端几秒就回来；没有，写入器还在重新创建。看看已确认的行丢了多少：两边都没有。
    .everyday = 有代理的店几秒后重新接待。另一家还在雇店长。有回执的东西两家都在。
failover-pair-minutes = 几分钟，而不是几秒
failover-pair-minutes-says = 几分钟后第二个集群才恢复。差别就是没有读取器的代价；数据和第一个一样安全。
    .everyday = 几分钟后第二家店才开门。差别就是没有代理的代价。
failover-pair-zone = 可用区故障，读取器也在其中
failover-pair-zone-says = 唯一的读取器在这里位于另一个可用区，在第二次运行中与写入器同区。可用区 a 被切断。第一个集群在可用区 b 继续；第二个失去了所有实例：必须有人在另一个可用区创建一个。
    .everyday = 唯一的代理在另一栋楼，在第二家店则与店长同楼。通往 a 楼的路封了：一家继续营业，另一家外面没有人了。
failover-pair-ttl = 把名称记得太久的客户端
failover-pair-ttl-says = 这里客户端把名称记 5 秒，第二次运行中记 30 秒。接着两边都请求故障转移。
    .everyday = 这里顾客信便条 5 秒，第二家店信 30 秒。接着两边都去叫代理。
failover-pair-asked = 数据库回来了，客户端没有
failover-pair-asked-says = 两边的写入器更换得一样快。但谁还记着旧结果，就去旧写入器；客户端感到的中断有多长，取决于记多久。
    .everyday = 两边的收银台一样快重开。但信旧便条的人站在错的门前。
failover-yours = 自己搭一个
failover-yours-says = 一个写入器，层级为 15、1 和 0 的三个读取器，还有工作中的客户端。添加和删除实例，选择可用区（也可拖动读取器）、层级和规格，建立自定义端点。然后弄坏点什么，并与同一种子只改一处的结果比较。
    .everyday = 有三位代理的店，还有顾客。随意布置，也可以自己立指示牌。然后让店长不在，并与只有一处不同的同一天比较。

## 7 组的成员

membership-what = 坏掉的副本在工作不停的情况下替换。其间有两组六个同时有效：写入需要每组各四个，读取需要任一组的三个。新成员齐全之前，随时可以撤回。
membership-when = 磁盘或机器不再回来的时候，副本负担过重的时候，更新存储软件的时候。
membership-everyday = 一个柜子打不开了。旁边放上一个新的；在它装齐每张纸之前，店长要旧的六个给四张回执，新的六个也给四张。旧柜子若又打开，把新的退回就是。

membership-six = 一组六个
membership-six-says = 一次写入。有效的只有这一组六个成员，其中四个说了算。
    .everyday = 一条消息。只有一组六个柜子，其中四个说了算。
membership-doubt = F 存疑，G 加入
membership-doubt-says = 副本 F 停了，没人知道是否一去不回。控制平面在新的成员纪元下提出 ABCDEG，与 ABCDEF 并列。副本的仲裁数记录之后即生效。
    .everyday = 保险柜 F 打不开，没人知道是否彻底坏了。旁边放上新柜子 G：从此含 F 的六个和含 G 的六个都算数。
membership-both = 两组各四个
membership-both-says = 您写入。ABCDEF 中的四个和 ABCDEG 中的四个都要存好记录；A 到 D 对两组都有用。新成员 G 也收到它，但从空开始。
    .everyday = 您带来消息。旧的六个要四张回执，新的六个也要四张；A 到 D 对两边都有用。G 也收到纸，但从空开始。
membership-filled = G 正在装填
membership-filled-says = G 先从同组抄页面，再抄日志。在拥有它加入时已持久的一切之前，任何读仲裁都不得算上它：空的成员对另外三个所持有的一无所知。
    .everyday = G 的保管员从另一个柜子抄活页夹和纸。装齐之前谁也不能依靠它：空柜子什么也不知道。
membership-taken = G 就位
membership-taken-says = G 齐全了。下一纪元又只有一组：ABCDEG。F 之后以旧纪元说的话会被拒绝。
    .everyday = G 齐全了。又只有一组六个，其中有 G。F 的保管员若还拿着旧名单说话，没有人听。
membership-keep = 改变主意
membership-keep-says = 另一次运行：F 正在被替换，却在 G 齐全之前回来了。控制平面在再下一个纪元回到 ABCDEF。在两组下都成立的写入，在其中一组下也成立。
    .everyday = 另一天：F 正在被替换，却在 G 齐全之前打开了。旧的六个重新算数，什么也没丢：两边都安全的，一边自然安全。
membership-second = 中途又坏一个
membership-second-says = 另一次运行：F 正在被替换时 E 也停了。H 加入。现在有四组有效。
    .everyday = 另一天：F 正在被替换时 E 也打不开了。新柜子 H 加入。现在有四份名单算数。
membership-four-sets = 四组，工作照常
membership-four-sets-says = 您写入。四组各需四个持有者，而 A 到 D 在每一组里。
    .everyday = 您带来消息。四份名单各需四张回执，而 A 到 D 在每份名单上。
membership-tails = 完整段与尾段
membership-tails-says = 另一次运行，如 2018 年论文所述：A、C、E 是完整段，B、D、F 只存日志。三个尾段全停，您写入：三个完整段也是写入仲裁。
    .everyday = 另一个场景：A、C、E 有纸也有活页夹，B、D、F 只有纸。B、D、F 全打不开，您带来消息：有活页夹的三个就够。
membership-fulls = 没有完整段
membership-fulls-says = 现在尾段回来，完整段停了。三个尾段不是写入仲裁，也没有页面可读。六个副本只花三个多一点的成本，这就是代价。
    .everyday = 现在 B、D、F 修好，A、C、E 打不开。只有纸的三个不够添加，也没有活页夹可查。

## 14 与镜像 MySQL 对比

mirrored-what = 经受住可用区故障的传统做法：MySQL 把重做日志、二进制日志和页面写到磁盘，磁盘写到镜像，再都复制到另一可用区的备用实例。这里它与 Aurora 并排运行，客户端、延迟、磁盘和时钟都相同。
mirrored-when = 当您想知道 Aurora 为什么只发日志记录，为什么等六个中的四个而不是全部。
mirrored-everyday = 一家办事处把每张纸、每个活页夹从一个柜子抄到另一个，依次进行，等最后一个。另一家只把新的纸同时送往六个柜子，等四个。

mirrored-one = 一次写入，两种做法
mirrored-one-says = 两边同样的写入。镜像 MySQL 先等一对磁盘，再等另一可用区，再等那里的一对：延迟相加。Aurora 等六个应答中的第四个。比较提交延迟。
    .everyday = 两家办事处同样的消息。一家先等一对柜子，再等另一栋楼的一对；另一家等六张回执中的第四张。比较用时。
mirrored-many = 许多写入
mirrored-many-says = 客户端同样地写两边。数一数数据库节点为每个事务发送多少：MySQL 发日志和页面，页面还发两遍；Aurora 把成批的日志记录发往六个副本。只有一个客户端时，Aurora 的 I/O 次数反而更多，只是都很小；同时写的客户端越多，一批里搭载的记录就越多。
    .everyday = 顾客同样地把消息带给两家办事处。数一数每份文件要送多少：一家送纸和整个活页夹，另一家只送新的纸。
mirrored-zone = 少了一个可用区
mirrored-zone-says = 备用实例所在的可用区 b 被切断。镜像 MySQL 的每次写入都需要全部部件：四个里要四个的仲裁。Aurora 还剩六个中的四个。
    .everyday = 通往 b 楼的路封了。一家办事处的每张纸都需要所有柜子；另一家还剩六个中的四个。
mirrored-back = 可用区恢复
mirrored-back-says = 可用区 b 又能够到了。在镜像 MySQL 那里等待的，现在沿链路通过。
    .everyday = 通往 b 楼的路又开了。在那家办事处等待的，现在从柜子到柜子。

## 15 误解。把听上去有理的规则放在正确规则的位置上，跑一遍。

myths-what = 这些规则听上去都有道理，却都是错的。引擎照着运行；裁判只读日志，一旦有不变式被违反，就说出是哪一条。
myths-when = 每当有人问：为什么非得四个，为什么先写磁盘，为什么每个可用区两个。
myths-everyday = 办事处的规矩看着啰嗦，直到有人省掉一条。这里一次省掉一条，看看会丢什么。

myths-three = “六个里活着三个就算多数”
myths-three-says = 这里三个确认就提交，而副本 D、E、F 已停止。客户端听到写入安全了。它到底在几个副本上？
    .everyday = 这里三张回执就够了，而 D、E、F 柜打不开。顾客听到文件安全了。它到底在几个柜子里？
myths-three-gone = 另外三个一无所知
myths-three-gone-says = 现在运行的是另外三个：{ COPIES($up) }。三个副本就是读仲裁，而读仲裁应当与每次写入相交。看看它们的磁带。
    .everyday = 现在开着的是另外三个柜子：{ COPIES($up) }。三个柜子应当知道每份文件。看看里面的纸。
myths-early = “先确认，后存盘”
myths-early-says = 这里副本对只在内存里的内容就发确认；它的磁盘需要 20 毫秒。提交变得很快。
    .everyday = 这里保管员还没把纸锁好就给回执。顾客办得很快。
myths-early-gone = 内存会忘
myths-early-gone-says = 六个副本都停了一下，再带着磁盘上的内容启动。写入器的 VDL 是 { $vdl }。与各 SCL 比一比。
    .everyday = 六位保管员都离开了一下，桌上的东西不见了。店长已承诺到第 { $vdl } 张纸。与柜子里的比一比。
myths-smallest = “卷的进度等于最慢的组”
myths-smallest-says = 这里 VCL 是最小的 PGCL。您写入组 1，六个副本都存好了；组 2 从未写过。提交会来吗？
    .everyday = 这里文件只算安全到最落后那组的最后一张纸。您带来给第 1 组的消息；第 2 组还什么都没有。答复会来吗？
myths-largest = “卷的进度等于最快的组”
myths-largest-says = 这里 VCL 是最大的 PGCL。组 1 有三个副本停止；您向它写入，随后再写组 2。
    .everyday = 这里文件算安全到最领先那组的最后一张纸。第 1 组有三个柜子打不开；您带来给它的消息，随后是第 2 组的。
myths-one-zone = “六个就是六个，放哪儿都一样”
myths-one-zone-says = 这里副本 C 到 F 全在可用区 c，而可用区 c 被切断。能够到的：{ COPIES($up) }。
    .everyday = 这里 C 到 F 柜全在 c 楼，而通往 c 楼的路封了。够得着的：{ COPIES($up) }。

myths-epochs = “存储不必问是谁在写”
myths-epochs-says = 这里的副本对谁发来的记录都收。您写入的同时，可用区 b 的新写入器开始恢复卷；旧写入器的缓冲区里还有您的记录。
    .everyday = 这里的柜子用哪把钥匙都能开。您带来消息的同时，b 楼的新店长接手；原来的店长手里还有您的纸。

myths-empty = “新副本也是副本”
myths-empty-says = 您的写入在 C、D、E、F 上；A 和 B 当时停着。这里 G 顶替 F，虽然是空的，也马上算数。
    .everyday = 您的消息在 C、D、E、F 里；A 和 B 当时打不开。这里 G 柜顶替 F，虽然是空的，也马上算数。

myths-empty-gone = 三个都不知道
myths-empty-gone-says = 写入器崩溃。C、D、E 不在了，回答恢复的是 A、B、G：够读仲裁，可您的提交不在其中任何一个上。
    .everyday = 来了新店长。C、D、E 打不开，回答的是 A、B、G：六个中的三个，可您的消息不在其中任何一个里。
myths-swap = “副本一步换掉就行”
myths-swap-says = 您的写入在 C、D、E、F 上。这里不经过混合仲裁，一步把 F 换成 G。F 上的不再算数，G 还是空的：您的提交只剩三个副本。
    .everyday = 您的消息在 C、D、E、F 里。这里一下子把保险柜 F 换成 G。F 里的不再算数，G 是空的：只剩三个柜子。
