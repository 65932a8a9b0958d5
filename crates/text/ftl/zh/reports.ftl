# 运行的结果：未成立的期望，以及命令行所说的话。页面用不到。

## 没有实现的预期

expectation-failed = { $when }：{ $what }与预期不符（预期：{ $wanted }，实际：{ $found }）。

when-at = 在 { $at }时
when-within = 在 { $from }到 { $to }之间的某一时刻
when-before = 在 { $to }之前的某一时刻
when-after = 从 { $from }起的某一时刻
when-throughout = 从 { $from }到 { $to }的整段时间（在 { $at }时检查）

what-commits-acknowledged = 已确认的提交数量
what-commits-waiting = 等待中的提交数量
what-commits-held = 被扣住的写入数量
what-commits-lost = 丢失的行数
what-vcl = VCL 的值
what-vdl = VDL 的值
what-allocated = 已分配的最大 LSN
what-pgcl = 保护组 { $group } 的 PGCL 值
what-newest = 保护组 { $group } 的最新记录
what-scl = 保护组 { $group } 的副本 { $copy } 的 SCL 值
what-ability = 保护组 { $group } 的能力
what-copy = 副本 { $copy } 的状态
what-copy-of-group = 保护组 { $group } 的副本 { $copy } 的状态
what-zone = 可用区 { $zone } 的状态
what-row = 行“{ $key }”
what-events = “{ $name }”事件的数量

compare-exactly = { $value }
compare-at-least = 不小于{ $value }
compare-at-most = 不大于{ $value }
compare-above = 大于{ $value }
compare-below = 小于{ $value }
level-of-point = { $what }（{ $lsn }）

is-number = { $number }
is-lsn = { $lsn }
is-read-write = 可读可写
is-read-only = 只能读
is-unavailable = 什么都做不了
is-up = 正在运行
is-stopped = 已停止
is-partly-stopped = 在部分保护组中已停止
is-cut = 已断开
is-open = 可达
is-value = “{ $value }”
is-no-row = 没有这一行
what-primary = 主区域
what-global-endpoint = 全局写入端点指向的区域
what-region = { $region }
what-lag = { $region }的 { $measure } 滞后（毫秒）
what-row-of = { $region }中的行“{ $key }”
what-snapshot = { $region }快照中的行“{ $key }”
what-commits-of = { $region }已确认的提交数量
what-change = 最近一次主区域变更
what-change-to = 新的主区域
what-change-lost = 最近一次变更丢失的提交数量
what-change-felt = 最近一次变更中没有提交的毫秒数
what-split-brain = 双双写入的区域对数
is-none = 无
is-writable = 可写
is-closed = 不可写
is-held = 提交在等待
is-readable = 可读
is-headless = 没有实例
is-rebuilding = 正在获得新卷
is-replaced = 等待替换
is-dark = 已中断
is-absent = 没有集群
is-unreadable = 此刻读不到

## 命令行要说的话

run-passed = { $name } 通过：{ $expectations ->
        [0] 它没有任何预期
       *[other] { $expectations } 条预期全部实现
    }，没有违反任何不变式。在 { $until }内：{ $events } 个事件，确认了 { $commits } 次提交，应答了 { $reads } 次读取。摘要 { $digest }。
run-failed = { $name } 未通过：{ $expectations } 条预期中有 { $failures } 条没有实现，违反不变式 { $violations } 次。摘要 { $digest }。
soak-repeat = 要重现，请运行：{ $command }
failover-outage = { $runs } 次运行中 { $clients } 个客户端的中断时间：中位数 { SHORT($median) }，第 95 百分位 { SHORT($high) }，最长 { SHORT($longest) }。
failover-bounds = 依次最多允许 { SHORT($median) }、{ SHORT($high) } 和 { SHORT($longest) }。
failover-parts = 各部分的中位数：发现故障并选出接替者 { SHORT($chosen) }，卷打开 { SHORT($opened) }，名称切换 { SHORT($named) }，客户端得到应答 { SHORT($back) }。
quorum-read-write = 可读可写：6 个副本中有 { $count } 个在运行（{ COPIES($up) }）；写入需要 { $write } 个，读取需要 { $read } 个。
quorum-read-only = 只能读：6 个副本中有 { $count } 个在运行（{ COPIES($up) }）；写入需要 { $write } 个，读取需要 { $read } 个。写入要等到再恢复一个副本。
quorum-unavailable = 不能读也不能写：6 个副本中有 { $count } 个在运行（{ COPIES($up) }）；写入需要 { $write } 个，读取需要 { $read } 个。
quorum-map = 行和列表示正在运行的副本。W：可读可写；r：只能读；·：都不能。
    { $all } 种状态中，{ $writable } 种可写，{ $readable } 种可读，{ $read-only } 种只能读。

global-cost = { $kind }，滞后 { SHORT($lag) }：客户端等待中位数 { SHORT($median) }，最长 { SHORT($longest) }；最多丢失 { SHORT($gone) } 内的提交，{ $lost } 个。
global-switchover = 切换
global-failover = 托管故障转移
global-detach = 手动分离并提升
global-holds = 符合预期：{ $relation }
global-fails = 不符合预期：{ $relation }
global-planned-loses-nothing = 切换不丢失任何数据（G-20）。
global-planned-grows = 滞后越大，切换越久（G-24）。
global-loss-within-lag = 计划外的丢失不超过滞后（G-31、G-39）。
global-loss-grows = 计划外时滞后越大，丢失越多（G-24）。
global-failover-waits-for-nobody = 托管故障转移不论滞后都不等待（G-34）。
