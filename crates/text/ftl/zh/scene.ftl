# 用文字说舞台：每样东西在做什么、详情、理由、供读屏的描述，以及会话要说的话。
# 正文面向工程师，.everyday 用 events.ftl 里的比喻（店长、保险柜、楼、组、纸、活页夹、回执、文件、签名）。

## 副本在做什么；写在小卡片的角上，越短越好

status-acked = 已确认
    .everyday = 回执已到
status-answering = 应答中
    .everyday = 回执在途
status-writing = 写入中…
    .everyday = 上锁中…
status-receiving = 传送中
    .everyday = 递送中
status-reading = 读取中
    .everyday = 查阅中
status-complete = 完整
    .everyday = 齐全
status-catching-up = 缺 { $records } 条记录
    .everyday = 缺 { $records } 张纸
status-stopped = 已停止
    .everyday = 坏了
status-partly-stopped = { $groups } 个组已停
    .everyday = 坏了 { $groups } 个
status-cut-off = 已断开
    .everyday = 路被封
status-zone-cut = AZ 断开
    .everyday = 楼被封

## 副本接下来自己会做什么

next-disk-done = { SHORT($in) } 后写入磁盘
    .everyday = { SHORT($in) } 后锁好
next-gossip = { SHORT($in) } 后比对
    .everyday = { SHORT($in) } 后核对
next-hydrate = { SHORT($in) } 后复制下一页
next-background = { SHORT($in) } 后后台处理
    .everyday = { SHORT($in) } 后整理
next-orders-done = { SHORT($in) } 后执行指令
writer-crashed = 已崩溃
    .everyday = 倒下了
writer-fenced = 已停止：有了更新的写入器
    .everyday = 已停手：锁换了
writer-surveys = 恢复中：询问各副本（还有 { $groups } 组）
    .everyday = 正在询问各柜（还有 { $groups } 组）
writer-truncates = 恢复中：写入截断范围（还有 { $groups } 组）
    .everyday = 正在登记作废号码（还有 { $groups } 组）
writer-raises = 恢复中：提升卷纪元（还有 { $groups } 组）
    .everyday = 正在换锁（还有 { $groups } 组）
writer-spreads = 恢复中：补齐保留的记录（还有 { $groups } 组）
    .everyday = 正在补齐有效的纸（还有 { $groups } 组）

## 写入器在做什么

writer-idle = 空闲
    .everyday = 等顾客上门
reader-standing = 层级 { $tier } · { $size }
    .everyday = 名单第 { $tier } 位 · { $size }
reader-stopped = 已停止
    .everyday = 已关门
reader-starts = 正在启动
    .everyday = 正在准备
reader-is-writer = 现为写入器
    .everyday = 正在收银台
reader-becomes-writer = 正在成为写入器
    .everyday = 正去收银台
reader-joins = 请求跟随写入器
    .everyday = 向店长请领抄件
reader-behind = 落后 { SHORT($lag) }：显示到 VDL { $shows }，写入器在 { $vdl }
    .everyday = 落后 { SHORT($lag) }：到第 { $shows } 页，店长在第 { $vdl } 页
reader-level = 与写入器同在 VDL { $shows }
    .everyday = 与店长同在第 { $shows } 页
writer-reads = 正在读取 { $reads } 个页面
    .everyday = 正在查 { $reads } 件事
writer-waits =
    T{ $txn } 在等 LSN { $scn }{ $others ->
        [0] {""}
       *[other] ，另有 { $others } 个提交在等
    }
    .everyday =
        文件 { $txn } 在等第 { $scn } 张纸{ $others ->
            [0] {""}
           *[other] ，另有 { $others } 份文件在等
        }
writer-held = { $requests } 个请求在等 LSN
    .everyday = { $requests } 位顾客在等：还不安全的纸太多了
writer-quorum-lost = 保护组 { $group } 无法达成写仲裁：{ $commits } 个提交在等
    .everyday = 第 { $group } 组的保险柜不够：{ $commits } 份文件在等

## 客户端的请求到了哪一步

lane-idle = 空闲
    .everyday = 没有事要办
lane-asked = 正传往写入器
    .everyday = 正去找店长
lane-writing = 写入器处理中
    .everyday = 店长办理中
lane-waits = 在等 LSN { $scn }
    .everyday = 在等第 { $scn } 张纸
lane-reading = 读取中
    .everyday = 查阅中
lane-answering = 应答在途
    .everyday = 答复在途
lane-committed = 已在 LSN { $scn } 处提交，用时 { SHORT($took) }
    .everyday = 安全了，用时 { SHORT($took) }
lane-found = “{ $value }”，用时 { SHORT($took) }
lane-not-found = 没有这一行，用时 { SHORT($took) }
    .everyday = 没有这一栏，用时 { SHORT($took) }
lane-page-full = 页面已满，用时 { SHORT($took) }
    .everyday = 活页夹已满，用时 { SHORT($took) }
lane-ended = { $outcome }，用时 { SHORT($took) }

## 客户端怎样自动工作

load-none = 无负载
    .everyday = 没有人来
load-open-loop = 每秒 { $writes } 次写入、{ $reads } 次读取，涉及 { $rows } 行
    .everyday = 每秒 { $writes } 份文件、{ $reads } 次查阅
load-closed-loop = { $clients } 个客户端，各自等到应答，想 { SHORT($think) } 再问；{ $percent }% 是写入
    .everyday = { $clients } 位顾客，各自等到答复，想 { SHORT($think) } 再来
load-transactions = { $clients } 个客户端执行 { $statements } 条语句的事务；{ $percent }% 是写入，{ $back }% 回滚
    .everyday = { $clients } 位顾客轮流递上 { $statements } 行的文件

## 此刻的故障

fault-zone-cut = 可用区 { $zone } 已断开
    .everyday = { $zone } 楼被封闭
fault-writer-down = 写入器已停止
    .everyday = 收银台无人值守
fault-reader-stopped = 读取器 { $number } 已停止
    .everyday = 阅览室 { $number } 已关门
fault-copy-cut = 副本 { $copy } 已断开
    .everyday = 通往保险柜 { $copy } 的路被封
fault-copy-stopped = 副本 { $copy } 已停止
    .everyday = 保险柜 { $copy } 坏了
fault-copy-partly-stopped = 副本 { $copy } 在 { $groups } 个保护组中已停止
    .everyday = 保险柜 { $copy } 在 { $groups } 个组里坏了
fault-copy-slow = 副本 { $copy } 的磁盘要花平常 { $times } 倍的时间
    .everyday = 保险柜 { $copy } 的锁要花平常 { $times } 倍的时间
fault-link-slow = { $from }与{ $to }之间的路径要花平常 { $times } 倍的时间
    .everyday = { $from }与{ $to }之间的路要花平常 { $times } 倍的时间
fault-loss = 所有消息中有 { $percent }% 会丢失
    .everyday = 信差会弄丢 { $percent }% 的递送件
fault-copy-loss = 副本 { $copy } 的消息中有 { $percent }% 会丢失
    .everyday = 保险柜 { $copy } 的信差会弄丢 { $percent }% 的递送件

## 舞台的描述

describe-writer = 写入器运行在可用区 { $zone }，状态：{ $status }。
    .everyday = 店长在 { $zone } 楼上班，状态：{ $status }。
describe-reader = 可用区 { $zone } 的读取器 { $number }：{ $status }。
    .everyday = { $zone } 楼的阅览室 { $number }：{ $status }。
describe-ring = 事务 { $txn } 在等待：保护组 { $group } 的记录 { $scn } 需要 { $needed } 个确认，已收到 { $confirmed } 个。
    .everyday = 文件 { $txn } 在等待：第 { $group } 组的第 { $scn } 张纸需要 { $needed } 张回执，已收到 { $confirmed } 张。
describe-ring-done = 最近一次提交是保护组 { $group } 中位于 { $scn } 的事务 { $txn }：需要 { $needed } 个确认，已收到 { $confirmed } 个。
    .everyday = 最近安全的是文件 { $txn }，到第 { $group } 组的第 { $scn } 张纸为止：需要 { $needed } 张回执，已收到 { $confirmed } 张。
describe-points = 日志已到 { $allocated }，VCL 为 { $vcl }，VDL 为 { $vdl }。
    .everyday = 店长已写到第 { $allocated } 张纸；到第 { $vcl } 张为止的都在至少四个保险柜里，最后一个完成的步骤到第 { $vdl } 张。
describe-zone = 可用区 { $zone }：{ $first }；{ $second }。
    .everyday = { $zone } 楼：{ $first }；{ $second }。
describe-zone-cut = 可用区 { $zone } 已断开：{ $first }；{ $second }。
    .everyday = { $zone } 楼被封闭：{ $first }；{ $second }。
describe-copy =
    副本 { $copy }（{ $status }），SCL 为 { $scl }{ $behind ->
        [0] {""}
       *[other] ，还差 { $behind } 条
    }
    .everyday =
        保险柜 { $copy }（{ $status }），齐到第 { $scl } 张{ $behind ->
            [0] {""}
           *[other] ，还差 { $behind } 张
        }
describe-clients = 还没有应答的请求有 { $open } 个。
    .everyday = 还在等答复的顾客有 { $open } 位。

## 详情：标题

title-writer = 写入器
    .everyday = 店长
title-reader = 读取器 { $number }
    .everyday = 阅览室 { $number }
title-clients = 客户端
    .everyday = 顾客
title-zone = 可用区 { $zone }
    .everyday = { $zone } 楼
title-copy = 副本 { $copy }
    .everyday = 保险柜 { $copy }
title-group = 保护组 { $group }
    .everyday = 第 { $group } 组
title-link = { $from } — { $to }
title-event = 事件 { $number }

## 详情：项目

row-zone = 可用区
    .everyday = 楼
row-state = 状态
row-hop = 从写入器出发的单程
    .everyday = 从店长出发的单程
row-copy = 副本 { $copy }
    .everyday = 保险柜 { $copy }
row-vdl = VDL
    .everyday = 安全到第几张
row-vcl = VCL
    .everyday = 已存四柜到第几张
row-pgcl = 保护组 { $group } 的 PGCL
    .everyday = 第 { $group } 组已存四柜
row-allocated = 已分配的最大 LSN
    .everyday = 写到第几张
row-limit = LSN 上限
    .everyday = 最多到第几张
row-commits-waiting = 等待中的提交
    .everyday = 等待中的文件
row-requests-held = 等待 LSN 的请求
    .everyday = 被请等候的顾客
row-reads-open = 进行中的读取
    .everyday = 正在查的问题
row-read-point = 读取点
    .everyday = 展示到第几页
row-instance = 实例
    .everyday = 编号
row-connections = 连接
    .everyday = 在这里的顾客
row-tier = 提升层级
    .everyday = 名单位次
row-size = 规格
row-heard = 收到的记录
    .everyday = 收到的抄件
row-lag = 副本延迟
    .everyday = 落后多久
row-lag-records = LSN 差
    .everyday = 相差页数
row-applied = 应用到缓存页面的记录
    .everyday = 归档的页
row-ignored = 丢弃的记录
    .everyday = 丢弃的页
row-cached = 缓存中的页面
    .everyday = 架上的文件夹
row-cache-hits = 由缓存应答的读取
    .everyday = 架上找到
row-cache-misses = 从存储读取
    .everyday = 从保险柜取来
row-commits = 已确认的提交
    .everyday = 已安全的文件
row-reads = 已应答的读取
    .everyday = 已答复的问题
row-lost = 丢失的消息
    .everyday = 丢失的递送件
row-load = 负载
    .everyday = 来客
row-requests-open = 还没有应答的请求
    .everyday = 等待中的顾客
row-scl = SCL（保护组 { $group }）
    .everyday = 齐到（第 { $group } 组）
row-scl-heard = 写入器所知（保护组 { $group }）
    .everyday = 店长所知（第 { $group } 组）
row-behind = 还差的记录（保护组 { $group }）
    .everyday = 还差的纸（第 { $group } 组）
row-beyond-hole = 缺口之后的记录（保护组 { $group }）
    .everyday = 缺口之后的纸（第 { $group } 组）
row-in-memory = 内存中的记录（保护组 { $group }）
    .everyday = 还没锁好的纸（第 { $group } 组）
row-pages = 备好的页面（保护组 { $group }）
    .everyday = 备好的活页夹（第 { $group } 组）
row-disk = 写一次磁盘
    .everyday = 锁一次要多久
row-disk-slow = 磁盘比平常慢
    .everyday = 锁比平常慢
row-link-slow = 比平常慢
row-loss = 偶然丢失的消息
    .everyday = 路上弄丢的
row-on-way = 途中的消息
    .everyday = 路上的信差
row-ability = 保护组的能力
    .everyday = 这一组的能力
row-reachable = 可达的副本
    .everyday = 够得着的保险柜
row-newest = 最新的记录
    .everyday = 最新的纸
row-copy-heard = 副本 { $copy }（据写入器所知）
    .everyday = 保险柜 { $copy }（据店长所知）
row-at = 时间
row-happened = 发生的事
row-because = 起因

## 详情：值

value-text = { $text }
value-lsn = { $lsn }
value-number = { $value }
value-of = { $value } / { $of }
value-span = { SHORT($span) }
value-range = { SHORT($from) } 到 { SHORT($to) }
value-percent = { $percent }%
value-times = { $times } 倍
value-time = { $time }
value-copies = { COPIES($reachable) }
value-up = 正在运行
    .everyday = 完好
value-stopped = 已停止
    .everyday = 坏了
value-partly-stopped = 在部分保护组中已停止
    .everyday = 在部分组里坏了
value-cut = 已断开
    .everyday = 被封闭
value-zone-cut = 写入器够不着
    .everyday = 店长够不着
value-open = 可达
    .everyday = 畅通

## 可以做的事：按钮上的字

deed-stop-copy = 停止副本 { $copy }
    .everyday = 弄坏保险柜 { $copy }
deed-restart-copy = 重启副本 { $copy }
    .everyday = 修好保险柜 { $copy }
deed-cut-copy = 断开副本 { $copy }
    .everyday = 封住通往 { $copy } 的路
deed-heal-copy = 重新连通副本 { $copy }
    .everyday = 打通通往 { $copy } 的路
deed-slow-copy = 磁盘慢 { $times } 倍
    .everyday = 锁慢 { $times } 倍
deed-usual-copy = 磁盘恢复平常速度
    .everyday = 锁恢复平常速度
deed-lose-some-of-copy = 丢失它 { $percent }% 的消息
    .everyday = 路上弄丢 { $percent }%
deed-lose-none-of-copy = 不再丢失它的消息
    .everyday = 路上不再弄丢
deed-stop-segment = 只在保护组 { $group } 中停止
    .everyday = 只弄坏第 { $group } 组的
deed-restart-segment = 只在保护组 { $group } 中重启
    .everyday = 只修好第 { $group } 组的
deed-cut-zone = 断开可用区 { $zone }
    .everyday = 封闭 { $zone } 楼
deed-heal-zone = 重新连通可用区 { $zone }
    .everyday = 开放 { $zone } 楼
deed-crash-writer = 让写入器崩溃
    .everyday = 让店长倒下
deed-restart-writer = 重新启动写入器
    .everyday = 请店长回来
deed-stop-reader = 停止读取器 { $number }
    .everyday = 关闭阅览室 { $number }
deed-restart-reader = 重新启动读取器 { $number }
    .everyday = 重新开放阅览室 { $number }
deed-failover = 执行故障转移
    .everyday = 更换店长
deed-failover-to = 故障转移到实例 { $number }
    .everyday = 让 { $number } 号代理接手收银台
deed-set-tier = 把实例 { $number } 设为层级 { $tier }
    .everyday = 把 { $number } 号室排到第 { $tier } 位
deed-add-reader = 在可用区 { $zone } 添加读取器
    .everyday = 在 { $zone } 楼开阅览室
deed-promote-writer = 在可用区 { $zone } 启用新写入器
    .everyday = { $zone } 楼换新店长
deed-slow-link = 慢 { $times } 倍
deed-usual-link = 恢复平常速度
deed-load-calm = 轻负载
    .everyday = 清闲的一天
deed-load-busy = 重负载
    .everyday = 忙碌的一天
deed-load-turns = 四个客户端轮流
    .everyday = 四位常客
deed-load-stop = 停止负载
    .everyday = 不再接待新顾客
deed-lose-some = 丢失所有消息的 { $percent }%
    .everyday = 每条路上弄丢 { $percent }%
deed-lose-none = 不再丢失消息
    .everyday = 哪条路上都不再弄丢

## 提交为什么在等。每一条都是证明的一步

why-waiting = T{ $txn } 为什么还在等？
    .everyday = 文件 { $txn } 为什么还不安全？
why-acknowledged-at = VCL 到达 { $scn } 时，T{ $txn } 就得到确认
    .everyday = 到第 { $scn } 张为止的纸都进了四个保险柜，文件 { $txn } 就安全了
why-vcl = VCL 为 { $vcl }
    .everyday = 到第 { $vcl } 张为止的纸都在四个保险柜里
why-held-back = 保护组 { $group } 的记录 { $lsn } 有 { $confirmed } 个副本，需要 { $needed } 个
    .everyday = 第 { $group } 组的第 { $lsn } 张纸有 { $confirmed } 张回执，需要 { $needed } 张
why-answer-on-way = { $copy } 已存好，应答在 { SHORT($in) } 后到达
    .everyday = { $copy } 已存好，回执在 { SHORT($in) } 后送到
why-persisting = { $copy } 在 { SHORT($in) } 后存好
    .everyday = { $copy } 在 { SHORT($in) } 后锁好
why-on-way = 在 { SHORT($in) } 后到达 { $copy }
why-answer-missing = { $copy } 已存好，但应答丢失了
    .everyday = { $copy } 已存好，但回执弄丢了
why-beyond-hole = { $copy } 已存好，但缺少前面的 { $lacks }
    .everyday = { $copy } 已存好，但缺少前面的第 { $lacks } 张
why-not-sent = 没有任何东西正发往 { $copy }
why-lost-on-way = 发往 { $copy } 的消息不会到达
    .everyday = 去 { $copy } 的信差到不了
why-stopped-since = { $copy } 从 { $since }起一直停止
    .everyday = { $copy } 从 { $since }起一直坏着
why-stopped = { $copy } 已停止
    .everyday = { $copy } 坏了
why-cut-off-since = { $copy } 从 { $since }起一直断开
    .everyday = 通往 { $copy } 的路从 { $since }起一直被封
why-cut-off = { $copy } 已断开
    .everyday = 通往 { $copy } 的路被封
why-zone-cut-since = 通往 { $copy } 的路径从 { $since }起中断：有可用区已断开
    .everyday = 从 { $since }起谁也到不了 { $copy }：有一栋楼被封闭
why-zone-cut = 通往 { $copy } 的路径中断：有可用区已断开
    .everyday = 谁也到不了 { $copy }：有一栋楼被封闭
why-quorum-lost = 保护组 { $group } 只有 { COPIES($reachable) } 可达（需要 { $needed } 个，现有 { $count } 个）：提交须等待，但什么都不会丢
    .everyday = 第 { $group } 组只有 { COPIES($reachable) } 够得着（需要 { $needed } 个，现有 { $count } 个）：文件须等待，但什么都不会丢
why-requests-held = 另有 { $requests } 个请求在等：不再分配 { $limit } 之后的 LSN
    .everyday = 另有 { $requests } 位顾客在等：第 { $limit } 张之后的纸还不能开始写
why-event = 为什么？{ $event }

## 时间过得多快

speed-slowed = 真实速度的 1/{ $times }
speed-real = 真实速度
speed-sped-up = 真实速度的 { $times } 倍

## 会话要说的话

notice-no-commit = 如果什么都不做，模拟时间 { SHORT($within) } 之内不会有提交。
    .everyday = 如果什么都不做，{ SHORT($within) } 之内不会有文件变得安全。
notice-no-fault = 不会再有东西自己坏掉或修好：请弄坏或修好点什么。
notice-no-quorum-loss = 如果什么都不坏，没有保护组会失去写仲裁：请停止或断开三个副本。
    .everyday = 如果什么都不坏，每一组的保险柜都够用：请弄坏或封住三个保险柜。
notice-no-vdl-move = 如果什么都不做，模拟时间 { SHORT($within) } 之内 VDL 不会前进。
    .everyday = 如果什么都不做，{ SHORT($within) } 之内不会有更多的纸变得安全。
notice-nothing-due = 在提出请求或做点什么之前，不会再发生任何事。
notice-at-the-beginning = 这里是起点。
notice-too-long = 运行已经非常长，为避免内存耗尽已暂停。请重新开始，或退回去做点别的。
problem-no-run = 没有正在进行的运行。
problem-no-such-scenario = 没有名为“{ $name }”的场景。
problem-nothing-there = 这次运行中没有这样的东西。
problem-scenario = 第 { $line } 行，第 { $column } 列：{ $problem }

## 链接的参数

param-unknown =
    { $guessed ->
        [yes] 链接中的参数“{ $name }”不存在，您大概是指“{ $known }”。
       *[no] 链接中的参数“{ $name }”不存在。可用的有：{ $known }。
    }
param-value =
    { $guessed ->
        [yes] 链接中写的是 { $name }={ $value }，您大概是指“{ $known }”。
       *[no] 链接中写的是 { $name }={ $value }，但没有这个值。可用的有：{ $known }。
    }
param-seed = 链接中的种子“{ $value }”不是从 0 起的整数，改用场景自带的种子。
param-speed = 链接中的速度“{ $value }”无效；速度从 { $slowest } 到 { $fastest }，例如 1/2000 或 60。
param-step = 链接中的步骤“{ $value }”不是从 1 起的整数，从章节开头开始。
