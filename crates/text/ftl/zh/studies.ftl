# 主运行之外的两项研究：各种副本方案多久失去一次仲裁，以及 Aurora 与镜像 MySQL 的对比。

## 持久性：假设

durability-repair = 一个 { $gigabytes } GB 的分段经 { $gigabits } Gbit/s 的链路复制一遍需要 { $span }。
durability-rates = 假设：每个副本 { $copy } 天发生一次故障，每个可用区 { $zone } 天中断一次、每次 { $span }；故障随机发生，互不相关。
durability-study = 一个保护组，每种方案模拟 { $years } 年，种子 { $seed }。括号内为 95% 置信区间。

## 持久性：方案

durability-aurora = Aurora：三个可用区共 { $copies } 个副本；写入需 { $write } 个，读取需 { $read } 个
durability-two-of-three = 每个可用区一个，共 { $copies } 个副本；写入需 { $write } 个，读取需 { $read } 个
durability-mirrored = 镜像磁盘：两个可用区共 { $copies } 个副本；写入需 { $write } 个，读取需 { $read } 个

## 持久性：统计项

durability-writes-lost = 失去写仲裁
durability-reads-lost = 失去读仲裁
durability-reads-lost-in-one-zone = 其中，中断的可用区不超过一个（数据有危险）
durability-without-writes = 不能写入的时间
durability-without-reads = 没有读仲裁的时间
durability-az-plus-one-readable = 失去一个可用区和另一个副本：数据全部可读，写入等待
durability-az-plus-one-lost = 失去一个可用区和另一个副本：没有读仲裁

## 持久性：频率与时长

durability-once = 每 { $years } 年一次（{ $soon } 至 { $late } 年）
durability-often = 每 { $years } 年 { $count } 次（{ $low } 至 { $high } 次）
durability-never = 未出现：每 { $years } 年不到一次
durability-time = 每年 { $span }
durability-no-time = 每年不到 1 微秒

## Aurora 与镜像 MySQL：数字

contrast-aurora = Aurora
contrast-mirrored = 镜像 MySQL
contrast-transactions = 事务数
contrast-ios = 每个事务在数据库节点上的 I/O 次数
contrast-node-ios = 每个事务在一个存储节点上的 I/O 次数
contrast-bytes = 每个事务由数据库节点写出的字节数
contrast-latency =
    { $rank ->
        [50] 提交延迟，中位数
       *[other] 提交延迟，第 { $rank } 百分位
    }
contrast-waiting = 仍在等待的请求
contrast-value = { $value }
contrast-none = –
contrast-more = { $times } 倍
contrast-less = { $times } 分之一
contrast-published = 论文数据：{ $aurora } 与 { $mirrored }，相差 { $times } 倍
contrast-published-node = 论文数据：相差 { $times } 倍
contrast-run = 模拟时间 { $span }，种子 { $seed }。
contrast-aurora-only = 有 { $count } 条命令只涉及 Aurora 的部件，镜像 MySQL 没有与之对应的部件。

## 模拟了什么，没有模拟什么

contrast-same = 同样的客户端按同样的顺序提出同样的请求，两边的延迟和磁盘也相同。
contrast-counted = 一次 I/O 最多传送一页（16 KiB）。Aurora 一边数的是发往每个副本的批次，MySQL 一边数的是块写入；每个块写入随后会到达全部四块磁盘。
contrast-modelled = MySQL 一边模拟了：重做日志和二进制日志的组提交、页的双写、重做日志写满时等待写页、一张全部在缓存中的 100 GB 的表。
contrast-left-out = 两边都没有模拟：处理器、锁、从磁盘读取。这里一个事务只写一行，而论文的测试中一个事务有多条语句。
contrast-lag-rate = 写入/秒
contrast-lag-reader = Aurora 读取器
contrast-lag-longest = 最长
contrast-lag-logical = 逻辑副本
contrast-lag-backlog = 未应用
contrast-lag-published = 论文数据（Aurora、MySQL）
contrast-lag-both = { $aurora }、{ $mysql }
contrast-lag-note = Aurora 的读取器只把 redo 应用到内存中的页面，延迟取运行期间的中位数。逻辑副本把每个事务逐个重做一遍，延迟取结束时的值；一旦超过它的应用能力，只要负载不停，延迟就一直增长。假定它的主库跟得上。

## 镜像 MySQL 的部件

mirrored-instance = 主实例
    .everyday = 店长
mirrored-volume = 主实例的 EBS 卷
    .everyday = 店长的保险柜
mirrored-mirror = 主实例的卷的镜像
    .everyday = 店长保险柜的备份柜
mirrored-standby = 备用实例
    .everyday = 另一栋楼的副手
mirrored-standby-volume = 备用实例的 EBS 卷
    .everyday = 副手的保险柜
mirrored-standby-mirror = 备用实例的卷的镜像
    .everyday = 副手保险柜的备份柜
mirrored-object-store = 对象存储
    .everyday = 档案馆
mirrored-under-way = { $count } 个写入进行中
mirrored-commits = 等待重做日志：{ $redo }；等待二进制日志：{ $binlog }；等待重做日志腾出空间：{ $held }

## 写入的内容

mirrored-redo = 重做日志
    .everyday = 日志本
mirrored-binlog = 二进制日志
    .everyday = 第二本日志
mirrored-double-write = 双写的页
    .everyday = 活页夹的备份
mirrored-page = 页
    .everyday = 活页夹
mirrored-metadata = 表的元数据
    .everyday = 目录
mirrored-write = { $kind } { $bytes } 字节（写入 { $write }）
    .everyday = { $kind }（第 { $write } 次递送）
mirrored-done = 写入 { $write } 的完成通知
    .everyday = 第 { $write } 次递送的回执
mirrored-archive = { $bytes } 字节的二进制日志
    .everyday = 旧日志本

## 发生的事

mirrored-persisted = { $part }已将写入 { $write } 存到磁盘。
    .everyday = { $part }已收好第 { $write } 次递送。
mirrored-pair-done = 写入 { $write } 已在卷及其镜像上，现在才发往备用实例。
    .everyday = 第 { $write } 次递送已放进这边的两个柜子，现在才送往另一栋楼。
mirrored-chain-done = 写入 { $write } 已在全部四块磁盘上。
    .everyday = 第 { $write } 次递送已放进全部四个柜子。
mirrored-stopped = { $part }停止了，任何写入都无法完成。
    .everyday = { $part }不能用了，新的东西都无法保管。
mirrored-restarted = { $part }恢复运行，磁盘上的内容都还在。
    .everyday = { $part }又能用了。
mirrored-slowed =
    { $times ->
        [1] { $part }的写入恢复了平常的速度。
       *[other] { $part }的写入现在要花平常 { $times } 倍的时间。
    }
mirrored-pages-changed = “{ $request }”修改了内存中的页（新增 { $pages } 个脏页），正在等待提交。
    .everyday = “{ $request }”已记进桌上的活页夹，正等日志本收好。
mirrored-held = “{ $request }”须等待：重做日志已满，要先写页。
    .everyday = “{ $request }”须等待：日志本写满了，要先收好活页夹。
mirrored-prepared = { $count } 个事务的重做日志已持久，接着写二进制日志。
    .everyday = { $count } 份文件的日志本已收好，接着是第二本。
mirrored-committed = “{ $request }”已提交：两种日志都在全部四块磁盘上。
    .everyday = “{ $request }”安全了：两本日志都在全部四个柜子里。
mirrored-read = “{ $request }”已从内存应答。
    .everyday = “{ $request }”已照桌上的内容答复。
mirrored-flush = 开始写 { $count } 个页，每个页写两次。
    .everyday = 开始收 { $count } 个活页夹，先给每个留一份备份。
mirrored-checkpoint = 页已写到各自的位置，{ $to } 之前的重做日志可以重用。
    .everyday = 活页夹收好了，日志本又有了空白。

## 做不到的事

mirrored-refuse-chain = { $part }不能停止或放慢。
mirrored-refuse-stopped = { $part }已经停止。
mirrored-refuse-running = { $part }正在运行。
mirrored-refuse-same = 链路需要两端：现在两端都是{ $part }。
