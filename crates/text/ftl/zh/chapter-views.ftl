# 章节周围的文字：卡片，以及舞台之外的图。随章节一起载入。

## 卡片

chapter-step = 第 { $step } 步，共 { $steps } 步
chapter-about = 这是什么
chapter-about-when = 何时用到
chapter-about-everyday = 生活中的例子
chapter-next = 下一步
chapter-back = 上一步
chapter-leave = 离开本章
chapter-running = 正在运行，直到它发生…
chapter-reached = 于 { $at } 到达
chapter-end = 这是最后一步。接下来可以随意破坏和修复。
chapter-not-reached = 这一步等待的事在 { $within } 内没有发生。如果另外破坏或改动过什么，请回到这一步的开头。
chapter-passed = 章节 { $name } 通过：{ $steps } 步全部到达并显示了应有的结果，没有违反任何不变式。{ $until } 内：{ $events } 个事件，确认了 { $commits } 次提交。摘要 { $digest }。
chapter-failed = 章节 { $name } 未通过：{ $steps } 步中到达了 { $reached } 步，{ $failures } 条断言不成立，发现 { $violations } 次违反不变式。摘要 { $digest }。
problem-bad-name = 名称只能由小写字母、数字和连字符组成，并以字母或数字开头。
problem-cannot-wait = 步骤不能等待它，只能在到达时检查：请把它写在“expect”下。

## 64 种状态图

map-title = 六个副本的全部 64 种状态
    .everyday = 六个保险柜完好或损坏的全部 64 种情形
map-counts = { $writable } 种可以写入，{ $read-only } 种只能读取，{ $none } 种都不行。
    .everyday = { $writable } 种情形可以添加，{ $read-only } 种只能阅读，{ $none } 种都不行。
map-hint = 选择一种状态即可进入它。行：A、B、C；列：D、E、F。
map-now = 现在：{ $state }
map-state = 运行中 { COPIES($up) }：{ $ability }
    .everyday = 完好 { COPIES($up) }：{ $ability }
map-read-write = 可读可写
    .everyday = 可读可添
map-read-only = 只读
    .everyday = 只能读
map-unavailable = 不可用
    .everyday = 够不着
map-go = 停止 { COPIES($stop) }；重启 { COPIES($start) }
    .everyday = 弄坏 { COPIES($stop) }；修好 { COPIES($start) }
map-go-stop = 停止 { COPIES($stop) }
    .everyday = 弄坏 { COPIES($stop) }
map-go-start = 重启 { COPIES($start) }
    .everyday = 修好 { COPIES($start) }
map-cut = 有连接被切断：修复之后，才能从这里进入每一种状态。
    .everyday = 有路被封：打通之后，才能从这里进入每一种情形。

## 裁判看到的

violations-title = 违反了什么
violations-none = 目前没有。
violations-about = 裁判只读事件日志。这里列出每种违反第一次被发现的时刻。

## 成员的组

members-title = 有效的成员组
    .everyday = 有效的六柜名单
members-set = { $set }
members-have = { $have } 个有最新记录，需要 { $needed } 个
    .everyday = { $have } 个有最新的纸，需要 { $needed } 个
members-newcomer = { $copy } 正在顶替 { $leaves }：{ $pages } 页已抄 { $done } 页，还不算数。
    .everyday = { $copy } 正在顶替 { $leaves }：{ $pages } 个活页夹已抄 { $done } 个，还不算数。
members-epoch = 成员纪元 { $epoch }
    .everyday = 第 { $epoch } 号名单

## Aurora 与镜像 MySQL

contrast-title = 两者同一时钟
contrast-chain = MySQL 的链路：实例、磁盘、镜像、备用、其磁盘、其镜像
    .everyday = 另一家：店长、柜子、副柜、代理、他的柜子、其副柜

## 存储节点的八步

pipeline-title = 副本 { $copy }（组 { $group }）内部：八步
    .everyday = 保险柜 { $copy }（第 { $group } 组）内部：八步
pipeline-foreground = 写入要等的步骤
    .everyday = 顾客要等的步骤
pipeline-background = 没人等的步骤
pipeline-intake = 在内存
    .everyday = 在桌上
pipeline-durable = 在磁盘
    .everyday = 已锁好
pipeline-sort = 缺口之后
    .everyday = 缺页之后
pipeline-gossip = 比对
    .everyday = 与邻居核对
pipeline-coalesce = 页面版本
    .everyday = 活页夹
pipeline-stage = 对象存储
    .everyday = 档案馆
pipeline-collect = 已回收
    .everyday = 已清理
pipeline-scrub = 校验
    .everyday = 检查
pipeline-records = { $records } 条记录
    .everyday = { $records } 张纸
pipeline-upto = 至 { $lsn }
pipeline-complete = 不缺
    .everyday = 一张不缺
pipeline-missing = 缺 { $records } 条
    .everyday = 缺 { $records } 张
pipeline-versions = { $pages } 个，还有 { $records } 条
    .everyday = { $pages } 个，还有 { $records } 张
pipeline-not-yet = 尚未
pipeline-scrubbed = { $pages } 个版本，损坏 { $damaged }
    .everyday = { $pages } 个，损坏 { $damaged }
pipeline-next = 下一步（{ $within }后）：{ $job }
pipeline-rests = 无事可做
pipeline-paused = 已暂停
pipeline-reach = 在本组日志中走到哪里
    .everyday = 做到了哪张纸
pipeline-reach-scl = 此处不缺（SCL）
    .everyday = 此处不缺
pipeline-reach-staged = 已在对象存储
    .everyday = 已在档案馆
pipeline-reach-floor = 更早的没人读（PGMRPL）
    .everyday = 更早的没人要
pipeline-reach-collected = 已回收
    .everyday = 已清理
pipeline-throttled = 未做成版本的记录太多：接收已放慢。
    .everyday = 散着的纸太多：接收已放慢。
pipeline-about = 黄色表示还有事要做，绿色表示全部做完。

## 恢复的步骤

recovery-title = 恢复，一步一步
    .everyday = 新店长，一步一步
recovery-not-yet = 尚未
recovery-survey = 组 1 中已回答的副本
    .everyday = 第 1 组中已回答的柜子
recovery-answers = { $answers } 个回答
recovery-pgcl = 组 1 恢复的 PGCL
    .everyday = 第 1 组有效到
recovery-vdl = 恢复的 VDL
    .everyday = 全部有效到
recovery-lsn = { $lsn }
recovery-range = 作废范围，已写入的副本
    .everyday = 作废编号，已记下的柜子
recovery-void = { $first } 至 { $last }
recovery-epoch = 卷纪元，已进入的副本
    .everyday = 新钥匙的编号，已换的柜子
recovery-number = { $number }
recovery-open = 打开时的下一个 LSN
    .everyday = 打开时的下一张纸
recovery-late = 被拒绝的迟到者
    .everyday = 被挡回的迟到者
recovery-undo = 已撤销的未完成事务
    .everyday = 已撤回的未签名文件
recovery-undone = { $undone }／{ $found }
recovery-about = 日志不重放：不管日志多长，每步只是一次往返。
    .everyday = 什么都不重抄：不管档案库多厚，每步只是问大家一次。

## 写入器的中断

outage-title = 中断由什么组成
    .everyday = 收银台空了多久
outage-none = 还没有发生
outage-lasts = 已持续 { SHORT($took) }
outage-over = 历时 { SHORT($took) }，已结束
outage-took = { SHORT($took) }
outage-not-yet = –
outage-notice = 发现故障
    .everyday = 发现收银台没人
outage-promote = 接替者的进程启动
    .everyday = 代理走到收银台
outage-restart = 进程在原主机上重启
    .everyday = 叫醒店长
outage-recreate = 在原可用区重新创建写入器
    .everyday = 另雇一位店长
outage-open = 恢复并打开卷
    .everyday = 代理核对账本
outage-name = 集群端点改指
    .everyday = 门口的指示牌转向
outage-clients = 客户端连上并得到应答
    .everyday = 顾客找到收银台
outage-candidates = 接替的顺序
    .everyday = 代理名单
outage-instance = 实例 { $number }
    .everyday = 代理 { $number }
outage-standing = 层级 { $tier } · { $size } · 可用区 { $zone }
    .everyday = 名单第 { $tier } 位 · { $size } · { $zone } 楼
outage-chosen = 已选中：{ $why }
outage-next = 下一个人选
    .everyday = 名单上的第一位
outage-may = 可能被选中
outage-ready = 待命
outage-other = 这次没有选中
outage-away = 已停止，无法选中
    .everyday = 也不在，派不了
outage-nobody = 没有其他实例。
    .everyday = 没有代理。
outage-attempts = 已尝试 { $attempts } 次。失败五次后不再看层级。
outage-epoch = 各副本处于卷纪元 { $epoch }，不为更旧的写入器做任何事。已拒绝：{ $refused }。
    .everyday = 保险柜已是第 { $epoch } 把锁，旧钥匙打不开。已挡在门外：{ $refused }。
outage-back = 旧写入器（实例 { $number }）在开始后 { SHORT($after) } 起作为读取器跟随。
    .everyday = 原店长（{ $number } 号）在开始后 { SHORT($after) } 起开了阅览室。
outage-broke = 断开的连接：{ $broke }。仍在等待的客户端：{ $waiting }。
    .everyday = 被打断的顾客：{ $broke } 位。仍在等的：{ $waiting } 位。
outage-about = 服务通常在 60 秒内恢复，往往不到 30 秒。各段时间都据此抽取。
    .everyday = 收银台通常在 60 秒内重新营业，往往不到 30 秒。

## 端点一览

endpoints-title = 每个名称指向哪里
    .everyday = 每块指示牌指向哪里
endpoints-kept = 客户端记着什么
    .everyday = 顾客记下了什么
endpoints-nobody = 还没有人查询过名称。
    .everyday = 还没有人看过指示牌。
endpoints-more = 未列出的连接：{ $count }
    .everyday = 未列出的顾客：{ $count }
board-cluster = 集群端点
    .everyday = 店长的指示牌
board-cluster-name = shop.cluster-…
    .everyday = “收银台由此去”
board-reader = 读取器端点
    .everyday = 阅览室的指示牌
board-reader-name = shop.cluster-ro-…
    .everyday = “阅览室由此去”
board-custom = 自定义端点“{ $name }”
    .everyday = 指示牌“{ $name }”
board-custom-name = { $name }.cluster-custom-…
board-door = 实例 { $number } 的端点
    .everyday = { $number } 号室的门
board-instance = 实例端点
    .everyday = 门上的号码
board-instance-name = shop-1.…、shop-2.…
    .everyday = 每处一个
board-lead = { $number } · { $role }
board-role-writer = 写入器
    .everyday = 店长
board-role-reader = 读取器
    .everyday = 阅览室
board-role-successor = 正在成为写入器
    .everyday = 正去收银台
board-role-starts = 正在启动
    .everyday = 准备开门
board-role-away = 不在
    .everyday = 关门
board-connections = { $count } 个连接
    .everyday = { $count } 位顾客
board-kept = → { $number }，还记 { SHORT($left) }
board-kept-old = → { $number }，下次重查
board-not-asked = 尚未查询
board-out-of-date = 已过时
board-connected = 已连接 { $number }
    .everyday = 站在 { $number } 前
board-tries = 正连接 { $number }
    .everyday = 正走向 { $number }
board-pauses = 失败 { $attempts } 次，等待中
board-unconnected = 没有连接
    .everyday = 不在任何地方
board-stale = 已过时的记录：{ $clients }。它们指向不再是写入器的实例：能读，写会失败。
    .everyday = 已过时的便条：{ $clients }。它们指向不再卖东西的地方。
board-no-readers = 没有读取器：读取器端点指向写入器，通过它写入也会成功。
    .everyday = 没有阅览室：它的指示牌指向收银台，那里也卖东西。
board-ttl = 这里客户端把查到的结果记 { SHORT($ttl) }，只在连接时查询。Aurora 名称的 TTL 是 5 秒。
    .everyday = 这里便条有效 { SHORT($ttl) }，只在出门前看。

## 同一种子，只改一处

pair-title = 同一种子，只改一处
    .everyday = 同一天，只有一处不同
pair-as-it-is = 原样
pair-no-reader = 没有读取器
    .everyday = 没有代理
pair-other-tier = 层级最先的改为最后
    .everyday = 名单第一位改为最后
pair-other-zone = 第一候选也在写入器的可用区 { $zone }
    .everyday = 名单第一位也在店长的 { $zone } 楼
pair-in-place = 写入器在原处重启
    .everyday = 把店长叫醒
pair-promotes = 提升一个读取器
    .everyday = 代理接手收银台
pair-other-ttl = 名称记 { SHORT($ttl) }
    .everyday = 便条信 { SHORT($ttl) }
pair-nothing-yet = 还没有故障。您做的一切对两边都生效。
    .everyday = 还没有出事。您做的一切在两家店都发生。
pair-longer = { $change }：客户端感到的中断是 { SHORT($other) }，不是 { SHORT($one) }，长了 { SHORT($apart) }。
    .everyday = { $change }：收银台空了 { SHORT($other) }，不是 { SHORT($one) }，长了 { SHORT($apart) }。
pair-shorter = { $change }：客户端感到的中断是 { SHORT($other) }，不是 { SHORT($one) }，短了 { SHORT($apart) }。
    .everyday = { $change }：收银台空了 { SHORT($other) }，不是 { SHORT($one) }，短了 { SHORT($apart) }。
pair-same = { $change }：中断一样长，{ SHORT($one) }。
    .everyday = { $change }：收银台空得一样久，{ SHORT($one) }。
pair-other-lasts = { $change }：已中断 { SHORT($other) }，还没恢复；原样在 { SHORT($one) } 后结束。
pair-one-lasts = { $change }：{ SHORT($other) } 后结束；原样已持续 { SHORT($one) }。
pair-both-last = 两边都已中断 { SHORT($one) }。
pair-writer = 现在谁在写
    .everyday = 现在谁在收银台
pair-writer-is = 可用区 { $zone } 的实例 { $number }
    .everyday = { $zone } 楼的 { $number } 号
pair-nobody = 没有人
pair-commits = 已确认的提交
    .everyday = 有回执的文件
pair-count = { $count }
pair-kept = 您已确认的行，能读回
    .everyday = 您有回执的记录，还在
pair-kept-of = { $all } 行中的 { $there } 行
pair-reads = 在新写入器上读一次，平均
    .everyday = 在新收银台查一次，平均

## 搭建集群

cluster-title = 搭建集群
    .everyday = 布置店面
cluster-about = 移动读取器：先在另一个可用区创建一个，再删除这一个。在别的实例接手之前，写入器保持原样。
    .everyday = 阅览室搬家：先在另一栋楼开一间，再关掉这一间。在别人接手之前，收银台保持原样。
cluster-writes = 写入器
    .everyday = 在收银台
cluster-available = 可用
    .everyday = 开放
cluster-creating = 正在创建
    .everyday = 正在布置
cluster-starting = 正在启动
cluster-stopped = 已停止
    .everyday = 关门
cluster-out-of-reach = 无法到达
cluster-deleting = 正在删除
    .everyday = 正在停业
cluster-of = 实例 { $number }：{ $what }
cluster-class = 类别
cluster-remove = 删除实例 { $number }
cluster-endpoints = 自定义端点
    .everyday = 自己立的指示牌
cluster-endpoint-name = 名称
cluster-create = 创建
cluster-delete = 删除端点 { $name }
cluster-kind = { $name }：面向谁
cluster-members = { $name }：成员
cluster-readers-only = READER
cluster-any = ANY
cluster-join = 新实例也加入
cluster-clients-through = 客户端连接到
    .everyday = 顾客看的指示牌
cluster-you-through = 您连接到
    .everyday = 您看的指示牌
