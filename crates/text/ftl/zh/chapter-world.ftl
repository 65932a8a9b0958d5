# $region the name of a Region
region-name =
    { $region ->
        [us-west-2] 俄勒冈
        [ca-central-1] 加拿大中部
        [sa-east-1] 圣保罗
        [eu-west-1] 爱尔兰
        [eu-central-1] 法兰克福
        [af-south-1] 开普敦
        [ap-south-1] 孟买
        [ap-southeast-1] 新加坡
        [ap-southeast-2] 悉尼
        [ap-northeast-1] 东京
        [ap-northeast-2] 首尔
       *[us-east-1] 弗吉尼亚北部
    }

world-title = 全局数据库的区域
    .everyday = 国际图书馆的各馆
world-ways = 复制
    .everyday = 信使
world-figures = 大致位置的地图

world-well = { $region }是主区域，接受写入；辅助区域：{ $secondaries } 个。
    .everyday = { $region }是总馆，接收文件；分馆：{ $secondaries } 个。
world-no-writes = { $region }是主区域，但不接受写入。
    .everyday = { $region }是总馆，但不接收任何文件。
world-held = { $region }中已持久的提交在等待：所有辅助区域的延迟都达到或超过 RPO 上限。
    .everyday = { $region }暂不发回执：所有分馆都落后太多。
world-draining = { $region }停止接受写入，正在完成已接收的；将由{ $other }接手。已用 { $since }。
world-syncing = { $other }在等待{ $region }的最后一条记录。已用 { $since }。
world-fencing = 在{ $other }接手之前，存储尝试隔离{ $region }的写入。已用 { $since }。
world-promoting = { $other }正在把一个读取器提升为写入器。已用 { $since }。
world-split = 脑裂：{ $region }和{ $other }都接受写入，没有什么会把两者重新合并。
    .everyday = 两个总馆：{ $region }和{ $other }都接收文件，没有人会把书架重新合并。
world-none = 全局数据库不再有主区域。
world-number = { $count }
world-lsn = { $lsn }
world-span = { $span }
world-none-yet = 未知
world-commits = 已确认的提交
    .everyday = 已发回执
world-waiting = 等待的提交
    .everyday = 等待的回执
world-vdl = VDL
    .everyday = 已归档至
world-instances = 实例
    .everyday = 馆员
world-endpoint = 全局写入器端点
    .everyday = 总馆指示牌
world-endpoint-here = 指向此处
world-app = 应用
    .everyday = 读书会
world-app-here = 在此写入
world-rpo-limit = RPO 上限
    .everyday = 允许落后
world-deeds = 此处可做的事
region-primary = 主区域，接受写入
    .everyday = 总馆，开放
region-alone = 独立，接受写入
    .everyday = 独立的图书馆，开放
region-closed = 主区域，不接受写入
    .everyday = 总馆，暂停接收
region-held = 主区域，提交在等待
    .everyday = 总馆，回执在等待
region-secondary = 辅助区域，只读
    .everyday = 分馆，仅阅览
region-headless = 无头辅助区域，仅存储
    .everyday = 没有馆员的库房
region-dark = 无法访问
    .everyday = 停电
region-rebuilding = 正在重建新卷，不可读
    .everyday = 书架正在重新装填
region-replaced = 原主区域，卷待更换
    .everyday = 原总馆，书架待更换
region-fenced = 已隔离，不接受写入
    .everyday = 已封闭
region-promoted = 正在成为主区域
    .everyday = 正在成为总馆

region-says = { $region }：{ $state }。

way-name = { $region } → { $other }
way-open = 畅通
way-slow = 耗时为平常的 { $times } 倍
way-cut = 已断开
way-dark = 一端无法访问
way-rebuilding = 正在填充新卷
way-replication = 复制延迟
    .everyday = 落后
way-rpo = RPO 延迟
    .everyday = 未到的最早回执
way-progress = 进度延迟
    .everyday = 尚未上架
way-missing = 尚未确认到达的提交
    .everyday = 尚未确认到达的回执
way-says = { $way }：{ $state }。复制延迟 { $replication }；尚未确认到达的提交 { $missing } 个。
    .everyday = { $way }：{ $state }。落后 { $replication }；尚未确认到达的回执 { $missing } 张。

act-light = 恢复
act-darken = 停掉整个区域
    .everyday = 断电
act-add-instance = 添加实例
act-switchover = 切换到此处
    .everyday = 按计划设为总馆
act-failover = 故障转移到此处（允许丢失数据）
    .everyday = 立即设为总馆
act-detach = 分离为独立集群
act-cancel = 取消切换
act-stop-writes = 停止写入
act-resume-writes = 恢复写入
act-start-app = 让一个应用在此写入
act-stop-app = 停止应用
act-point-app = 让应用指向此处
act-point-app-at-name = 让应用指向全局写入器端点
act-set-rpo = 将 RPO 上限设为 20 秒
act-unset-rpo = 取消 RPO 上限
act-delete = 删除此集群
act-add-region = 添加区域：{ $region }
act-copy-snapshot = 复制快照以保留
act-cut-link = 断开线路
act-heal-link = 修复线路
act-quick-link = 耗时变为 20 倍
act-slow-link = 恢复平常速度

plan-title = 该由谁接手？
plan-about = 让本次运行的副本先行并测量；运行本身不动。
plan-begin = 在副本上试每个目标
plan-end = 关闭比较
plan-downtime = 停止写入
plan-lost = 丢失的提交
plan-switchover = 切换
plan-failover = 托管故障转移
plan-under-way = 正在尝试…
plan-not-within = { $within } 内未完成
plan-do = 执行

report-heading = 恢复报告
report-switchover = 从{ $region }切换到{ $other }
report-failover = 从{ $region }托管故障转移到{ $other }
report-detach = { $other }从{ $region }分离

report-open-after = 从请求到打开用了 { $took }。
report-downtime = 应用感受到的 RTO：{ $took } 没有提交。
report-nobody-yet = RTO：此后尚无提交得到确认。
report-elsewhere = 若选{ $region }为目标：丢失 { $count } 个。
report-overwritten = 在旧卷中已被覆盖
report-lost = RPO：丢失的已确认提交：{ $count } 个。
report-row = { $key } = { $value }
report-rows = 新主区域中缺少的行
report-in-snapshot = 在快照中找到
report-in-old-volume = 只在{ $region }的旧卷中
report-in-dark-region = 只在无法访问的{ $region }中

report-snapshot = 旧卷的快照 { $name }… 保留 { $until }；要长期保留请复制。
report-snapshot-copied = 旧卷的快照 { $name }… 已复制，会一直保留。
report-no-snapshot-yet = { $region }恢复后，旧卷在更换前会先做快照。
report-not-fenced = 未能及时联系到原主区域，无法隔离。

manual-title = 六个手动步骤
manual-stop = 停止写入主区域
manual-choose = 选择延迟最小的辅助区域
manual-detach = 将其分离，使其独立并可写
manual-point = 让应用指向那里
manual-take-out = 移除其余旧的辅助区域
manual-rebuild = 为新数据库添加区域
manual-done = 已完成
manual-open = 未完成
manual-not-stopped = 主区域仍在写入时就分离了。
manual-not-least = 另一个辅助区域拥有更多数据。
manual-split = 两边都接受了写入：脑裂。
manual-stale = 留下的只能提供越来越旧的读取。

global-primary-made = 在{ $region }创建了主集群。
global-cluster-made = 在{ $region }创建了空卷的辅助集群。
global-cluster-deleted = { $region }的集群连同其卷已删除。
global-redo-sent = 截至 { $upto } 的重做日志发往{ $region }（{ $records } 条）。
global-redo-arrived = 截至 { $upto } 的重做日志到达{ $region }。
global-progress-heard = 主区域得知{ $region }已持久至 { $upto }。
global-event-link-cut = { $region }与{ $other }之间的线路断开。
global-event-link-healed = { $region }与{ $other }之间的线路恢复。
global-event-link-slowed = { $region }与{ $other }之间耗时为平常的 { $times } 倍。
global-event-link-usual = { $region }与{ $other }之间恢复平常速度。
global-region-down = { $region }中断：整个区域无法访问。
    .everyday = { $region }停电了。
global-region-up = { $region }恢复了。
global-rpo-set = { $region }的 RPO 上限从现在起为 { $limit }。
global-rpo-unset = { $region }不再有 RPO 上限。
global-commits-held = 所有辅助区域的延迟都达到 { $limit }：{ $region }的提交等待。
    .everyday = 所有分馆都落后 { $limit } 或更多：{ $region }的回执等待。
global-commits-released = 有辅助区域低于上限：{ $region }的提交依次继续。
global-switchover-began = 切换开始：从{ $region }到{ $other }。
global-writes-done = { $region }已接收的写入全部完成。
global-in-step = 必须同步的区域已拥有最后一条记录 { $upto }。
global-switchover-cancelled = 到{ $region }的切换已取消。
global-switchover-failed = 到{ $region }的切换无法继续，予以撤回。
global-switchover-taken-back = { $region }仍是主区域。
global-promotion-began = { $region }开始把一个读取器提升为写入器。
global-primary-opened = { $region }成为主区域：拥有截至 { $point } 的全部数据，从 { $until } 继续。
    .everyday = { $region }成为总馆：拥有截至 { $point } 的全部纸张，从 { $until } 继续。
global-failover-began = 托管故障转移开始：从{ $region }到{ $other }；可能丢失数据。
global-fencing-succeeded = { $region }的存储已隔离：那里不能再写入。
global-fencing-timed-out = { $region }的存储未及时应答：不知是否已隔离。
global-failover-given-up = { $region }已中断，到{ $region }的故障转移作罢。
global-commit-lost = 在{ $region }已确认的提交 { $scn } 不在新主区域中。
    .everyday = { $region }已发的回执 { $scn } 在新总馆中不存在。
global-rebuild-began = { $region }正从主区域获得新卷，其间不可读。
global-rebuild-done = { $region }已拥有全部数据，可以读取。
global-snapshot-taken = 已为{ $region }的旧卷做快照。
    .everyday = 已为{ $region }的旧书架拍照。
global-snapshot-failed = 未能为{ $region }的旧卷做快照：副本太少。
global-snapshot-copied = { $region }的快照已复制，会保留。
global-snapshot-expired = { $region }的快照到期消失。
global-detached = { $region }离开全局数据库，将独立运行。
global-split-brain = 脑裂：{ $region }和{ $other }都接受写入。
    .everyday = 两个总馆：{ $region }和{ $other }都接收文件。
global-writes-closed = { $region }的写入已停止。
global-writes-opened = { $region }重新接受写入。
global-forwarding-set = { $region }的写入转发已设置。
global-forwarded = { $region }的会话 { $session } 写入；语句发往主区域。
global-forward-answered = 会话 { $session } 的应答已回到{ $region }。
global-instance-added = { $region }添加了一个实例。
global-app-pointed = 应用配置为{ $region }的地址。
global-app-pointed-at-name = 应用配置为全局写入器端点。
global-app-turned = 应用从现在起在{ $region }工作。
global-app-stopped = 应用不再请求。
global-endpoint-moved = 全局写入器端点指向{ $region }。
    .everyday = 总馆指示牌指向{ $region }。

global-no-cluster = { $region }没有集群。
global-cluster-is-there = { $region }已有集群。
global-link-cut = 该线路已断开。
global-link-open = 该线路没有断开。
global-region-is-down = { $region }无法访问：请先恢复。
global-region-is-up = { $region }没有中断。
global-too-many-secondaries = 辅助区域最多 { $max } 个，已达上限。
global-too-many-readers = 该区域最多有 { $max } 个读取器。
global-rpo-postgresql = 只有 Aurora PostgreSQL 有托管 RPO。
global-is-primary = { $region }是主区域：请选择辅助区域。
global-not-primary = { $region }不是主区域：那里没有人写入。
global-not-secondary = { $region }现在不是辅助区域。
global-no-instance = { $region }只有存储：请先添加实例。
global-is-rebuilding = { $region }正在填充：请等它完成。
global-not-healthy = { $region }或其线路不正常；切换需要健康的全局数据库。
global-change-under-way = 主区域的另一次变更正在进行。
global-no-switchover = 没有正在进行的切换。
global-too-late = 角色已互换：不能再取消。
global-data-loss = 故障转移可能丢失数据，必须明确允许。
global-not-in-that-era = 2023 年还没有托管故障转移：请手动分离辅助区域。
global-has-secondaries = { $region }还有辅助区域：请先移除。
global-writes-are-stopped = { $region }的写入已经停止。
global-writes-are-on = { $region }已在接受写入。
global-is-fenced = { $region }已被隔离：其卷将被更换。
global-forwarding-is-off = { $region }的写入转发已关闭。
global-no-connection-left = 供转发会话使用的 { $max } 个连接已全部占用。
global-no-app = 没有应用在工作。
global-no-snapshot = 没有可复制的{ $region }快照。
global-for-the-whole = 这要对整个全局数据库做，而不是在某个区域内。
global-headless-primary = 主区域需要一个写入的实例。
global-readers-named = 区域的读取器由“instances”计数。
global-cluster-problem = “cluster”有误。
problem-between = 带“regions”的章节，其步骤用“between”，并等待一段时间或“between”；其他章节都没有。
